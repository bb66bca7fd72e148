import { createWriteStream, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { auditCsv, auditCsvHead, auditExcel } from '../../exchange/audit-table.ts'
import { auditLines, type AuditLine, type LinesAsked } from '../../store/audit-lines.ts'
import type { JobResult } from '../../store/jobs.ts'
import { logHead } from '../../store/log.ts'
import { fileNamed, type Work } from './jobs.ts'

const PAGE = 1000

/** Writes the lines that were asked for into a table of the jobs' folder, the oldest first. */
export const exportingAudit =
  (asked: LinesAsked, format: 'csv' | 'xlsx') =>
  async ({ store, tenant, folder, step }: Work): Promise<JobResult> => {
    const total = await logHead(store, tenant)
    let written = 0
    async function* pages(): AsyncGenerator<readonly AuditLine[]> {
      for (let after = 0; ;) {
        const lines = await auditLines(store, tenant, { ...asked, after, limit: PAGE })
        written += lines.length
        yield lines
        after = lines.at(-1)?.number ?? total
        await step('lines', Math.min(after, total), total)
        if (lines.length < PAGE) return
      }
    }
    const file = fileNamed('audit', store.now(), format)
    const part = join(folder, `${file}.part`)
    try {
      const bytes = format === 'csv' ? Readable.from(texts(pages())) : Readable.fromWeb(auditExcel(pages()) as never)
      await pipeline(bytes, createWriteStream(part, { mode: 0o600 }))
      renameSync(part, join(folder, file))
    } finally {
      rmSync(part, { force: true })
    }
    return { said: 'exported', values: { lines: String(written) }, file }
  }

async function* texts(pages: AsyncIterable<readonly AuditLine[]>): AsyncGenerator<string> {
  // Spreadsheets read UTF-8 by its mark.
  yield `\ufeff${auditCsvHead()}`
  for await (const lines of pages) yield auditCsv(lines)
}
