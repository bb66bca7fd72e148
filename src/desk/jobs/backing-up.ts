import { join } from 'node:path'
import { backup, countRows } from '../../store/backup.ts'
import type { JobResult } from '../../store/jobs.ts'
import { logged } from '../../store/log.ts'
import type { Store } from '../../store/open.ts'
import { fileNamed, type Work } from './jobs.ts'

/** Writes the whole store into a file of the jobs' folder; `main` keeps the line of the audit that tells of it. */
export const backingUp =
  (main: Store) =>
  async ({ store, tenant, by, folder, step }: Work): Promise<JobResult> => {
    const total = await countRows(store)
    await step('rows', 0, total)
    const file = fileNamed('cotmoc', store.now(), 'backup.gz')
    const done = await backup(store, join(folder, file), rows => step('rows', Math.min(rows, total), total))
    await logged(main, tenant, { by, kind: 'backup', subject: file, after: { ...done } }, () => Promise.resolve(null))
    return { said: 'backed-up', values: { rows: String(done.rows), sha256: done.sha256 }, file }
  }
