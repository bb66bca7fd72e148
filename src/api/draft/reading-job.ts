import { JobFault, type Work } from '../../desk/jobs/jobs.ts'
import type { Outcome } from '../../messages/message.ts'
import type { SourceFile } from '../../reading/source/open.ts'
import type { JobResult } from '../../store/jobs.ts'
import { loadOpenDraft, openDraft, readDraftAgain, type Desk } from './desk.ts'

type Opened = Outcome<{ readonly id: string } | null>
type Step = NonNullable<Parameters<typeof openDraft>[2]>

/** Reads a document into a draft; `told` is handed what became of it. Ended in the middle, nothing of it is kept. */
export const readingDocument = (file: SourceFile, told: (opened: Opened) => void) =>
  reading(file.name, told, (desk, step) => openDraft(desk, file, step), 'document-taken')

/** Reads a draft's document again, or a newer file in its place (null: what is kept); what was corrected is carried over. */
export const readingAgain = (
  draft: { readonly id: string; readonly name: string },
  file: SourceFile | null,
  told: (opened: Opened) => void,
) =>
  reading(
    file?.name ?? draft.name,
    told,
    // Read when its turn comes: what was corrected while it waited is carried over too.
    async (desk, step) => readDraftAgain(desk, await loadOpenDraft(desk, draft.id), file, step),
    'document-again',
  )

const reading =
  (
    name: string,
    told: (opened: Opened) => void,
    read: (desk: Desk, step: Step) => Promise<Opened>,
    said: 'document-taken' | 'document-again',
  ) =>
  async ({ store, tenant, by, step }: Work): Promise<JobResult> => {
    const desk = { store, tenant, by }
    const opened = await read(desk, (doing, percent) => step(doing, percent ?? 0, percent === null ? null : 100))
    told(opened)
    const { value, messages } = opened
    if (!value) throw new JobFault({ said: 'document-refused', values: { name }, messages })
    return { said, values: { name, ...(await countsOf(desk, value.id, said)) }, link: `/drafts/${value.id}` }
  }

/** What the new reading reads otherwise, in numbers. */
async function countsOf(desk: Desk, id: string, said: string): Promise<Readonly<Record<string, string>>> {
  if (said !== 'document-again') return {}
  const { reread, conflicts } = (await loadOpenDraft(desk, id)).state
  return {
    added: String(reread?.added.length ?? 0),
    changed: String(reread?.changed.length ?? 0),
    gone: String(reread?.gone.length ?? 0),
    kept: String(reread?.carried ?? 0),
    lost: String(conflicts.length),
  }
}
