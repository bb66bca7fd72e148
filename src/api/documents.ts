import { draftLinks, listDocuments, type DocumentListed } from '../store/documents.ts'
import type { Shelf } from './draft/desk.ts'

/** A document with the draft that was made of it and the plan that it became. */
export interface DocumentEntry extends DocumentListed {
  readonly draft: string | null
  readonly plan: string | null
}

export async function documentEntries({ store, tenant }: Shelf): Promise<readonly DocumentEntry[]> {
  const [documents, links] = await Promise.all([listDocuments(store, tenant), draftLinks(store, tenant)])
  return documents.map(document => {
    const link = links.find(l => l.document === document.id)
    const plan = links.find(l => l.document === document.id && l.plan !== '')?.plan
    return { ...document, draft: link?.draft ?? null, plan: plan ?? null }
  })
}

/** The document of a plan and the draft that it was published from; null where the plan came without one. */
export async function documentOfPlan(
  { store, tenant }: Shelf,
  plan: string,
): Promise<{ readonly document: string; readonly draft: string } | null> {
  const link = (await draftLinks(store, tenant)).find(l => l.plan === plan)
  return link ? { document: link.document, draft: link.draft } : null
}
