import { statfs } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Job } from '../../store/jobs.ts'
import { logHead } from '../../store/log.ts'
import { appliedOf } from '../../store/migrate.ts'
import { countUnsent } from '../../store/notices.ts'
import { storeBytes } from '../../store/size.ts'
import type { Around } from '../around.ts'

/** How the system stands; null where something cannot be read. */
export interface Health {
  readonly version: string | null
  readonly engine: 'sqlite' | 'postgres'
  readonly schema: string
  readonly storeBytes: number | null
  readonly freeBytes: number | null
  readonly log: number
  readonly unsent: number
  readonly hasMail: boolean
  readonly lastBackup: Job | null
  readonly checked: Job | null
  readonly recent: readonly Job[]
}

/** Reads how the system stands; what cannot be read is said to be so, not a fault of the page. */
export async function loadHealth(around: Around): Promise<Health> {
  const { store, tenant, jobs } = around
  const backups = await jobs.list({ kind: 'backup', limit: 20 })
  const [checked] = await jobs.list({ kind: 'audit-verify', limit: 1 })
  return {
    version: around.version ?? null,
    engine: store.engine,
    schema: (await appliedOf(store)).sort().at(-1) ?? '',
    storeBytes: await storeBytes(store).catch(() => null),
    freeBytes: await freeBytes(jobs.folder),
    log: await logHead(store, tenant),
    unsent: await countUnsent(store, tenant),
    hasMail: (around.mail ?? null) !== null,
    lastBackup: backups.find(job => job.state === 'done') ?? null,
    checked: checked ?? null,
    recent: await jobs.list({ limit: 10 }),
  }
}

/** The room on the disk that a folder lies on, or will lie on. */
async function freeBytes(folder: string): Promise<number | null> {
  let at = folder
  while (!existsSync(at) && at !== dirname(at)) at = dirname(at)
  try {
    const { bavail, bsize } = await statfs(at)
    return bavail * bsize
  } catch {
    return null
  }
}
