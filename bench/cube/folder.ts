import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeTable } from './duckdb.ts'
import type { Size } from './province.ts'

/** A folder for one bench, gone when it has ended. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'cotmoc-bench-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The figures of a size in a file of CSV there. */
export const withTable = <T>(size: Size, work: (csv: string) => Promise<T>): Promise<T> =>
  inFolder(async folder => {
    const csv = join(folder, 'figures.csv')
    await writeTable(size, csv)
    return work(csv)
  })
