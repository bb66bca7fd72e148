import { JobFault, type Work } from '../../desk/jobs/jobs.ts'
import type { Outcome } from '../../messages/message.ts'
import type { SourceFile } from '../../reading/source/open.ts'
import type { JobResult } from '../../store/jobs.ts'
import { openDraft } from './desk.ts'

/** Reads a document into a draft; `told` is handed what became of it. Ended in the middle, nothing of it is kept. */
export const readingDocument =
  (file: SourceFile, told: (opened: Outcome<{ readonly id: string } | null>) => void) =>
  async ({ store, tenant, by, step }: Work): Promise<JobResult> => {
    const opened = await openDraft({ store, tenant, by }, file, doing => step(doing, 0, null))
    told(opened)
    const { value, messages } = opened
    if (!value) throw new JobFault({ said: 'document-refused', values: { name: file.name }, messages })
    return { said: 'document-taken', values: { name: file.name }, link: `/drafts/${value.id}` }
  }
