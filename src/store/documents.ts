import { count } from './integers.ts'
import type { Store } from './open.ts'

/** A document in a list: without its text. */
export interface DocumentListed {
  readonly id: string
  readonly name: string
  readonly format: string
  readonly log: number
}

/** The documents of a tenant, the newest first. */
export async function listDocuments(store: Store, tenant: string): Promise<DocumentListed[]> {
  const rows = await store.db
    .selectFrom('documents')
    .select(['id', 'name', 'format', 'log'])
    .where('tenant', '=', tenant)
    .orderBy('log', 'desc')
    .execute()
  return rows.map(row => ({ ...row, log: count(row.log) }))
}

/** A draft with what it was made from and what it became ("" before that). */
export interface DraftLink {
  readonly draft: string
  readonly document: string
  readonly plan: string
  readonly state: string
}

/** Which draft belongs to which document and plan, the newest first; without their bodies. */
export async function draftLinks(store: Store, tenant: string): Promise<DraftLink[]> {
  const rows = await store.db
    .selectFrom('drafts')
    .select(['id as draft', 'document', 'plan', 'state'])
    .where('tenant', '=', tenant)
    .orderBy('log', 'desc')
    .execute()
  const latest = new Map<string, DraftLink>()
  for (const row of rows) if (!latest.has(row.draft)) latest.set(row.draft, row)
  return [...latest.values()]
}
