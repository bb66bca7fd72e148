import { sql, type Kysely } from 'kysely'
import { sha256 } from './chain.ts'
import { count } from './integers.ts'
import type { Store } from './open.ts'
import type { Tables } from './schema.ts'

/** One version of what an office reports of a round. */
export interface StoredReport {
  readonly round: string
  readonly organisation: string
  /** From 1, without gaps. */
  readonly version: number
  readonly log: number
  readonly verb: string
  readonly state: string
  /** The address of who did it, and the moment (ISO). */
  readonly actor: string
  readonly moment: string
  readonly reason: string
  /** JSON of its lines. */
  readonly body: string
  readonly hash: string
}

/** Adds a version as part of a change; a version that stands already is refused by the table's key. */
export async function writeReport(
  trx: Kysely<Tables>,
  tenant: string,
  report: Omit<StoredReport, 'hash'>,
): Promise<StoredReport> {
  const hash = sha256(report.body)
  await trx
    .insertInto('reports')
    .values({ tenant, ...report, hash })
    .execute()
  return { ...report, hash }
}

/** Every version of a report, the oldest first. */
export async function reportVersions(
  db: Kysely<Tables>,
  tenant: string,
  round: string,
  organisation: string,
): Promise<StoredReport[]> {
  const rows = await db
    .selectFrom('reports')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('round', '=', round)
    .where('organisation', '=', organisation)
    .orderBy('version')
    .execute()
  return rows.map(reportOf)
}

const reportOf = (
  row: {
    [Column in keyof Omit<Tables['reports'], 'version' | 'log'>]: string
  } & { version: bigint | string | number; log: bigint | string | number },
): StoredReport => ({
  round: row.round,
  organisation: row.organisation,
  version: count(row.version),
  log: count(row.log),
  verb: row.verb,
  state: row.state,
  actor: row.actor,
  moment: row.moment,
  reason: row.reason,
  body: row.body,
  hash: row.hash,
})

/** How a report has come so far, without its lines. */
export type ReportStep = Omit<StoredReport, 'body' | 'hash'>

/** Every step of the reports of some rounds, in the order of the log. */
export async function reportSteps(store: Store, tenant: string, rounds: readonly string[]): Promise<ReportStep[]> {
  const found: ReportStep[] = []
  for (let i = 0; i < rounds.length; i += ROUNDS_AT_ONCE) {
    const rows = await store.db
      .selectFrom('reports')
      .select([...STEP])
      .where('tenant', '=', tenant)
      .where('round', 'in', rounds.slice(i, i + ROUNDS_AT_ONCE))
      .execute()
    for (const row of rows) found.push({ ...row, version: count(row.version), log: count(row.log) })
  }
  return found.sort((a, b) => a.log - b.log)
}

const ROUNDS_AT_ONCE = 500

/** How a report stands, without the bodies of all that it has been. */
export interface ReportHistory {
  /** The oldest first. */
  readonly steps: readonly ReportStep[]
  /** The version that stands; null where there is none. */
  readonly last: StoredReport | null
  /** The version that was published last; null where none was. */
  readonly published: StoredReport | null
}

const STEP = ['round', 'organisation', 'version', 'log', 'verb', 'state', 'actor', 'moment', 'reason'] as const

/** A report as it stands, in one question: a draft that is saved a hundred times is read as fast as one that was saved once. */
export async function reportHistory(
  db: Kysely<Tables>,
  tenant: string,
  round: string,
  organisation: string,
): Promise<ReportHistory> {
  const versions = db
    .selectFrom('reports')
    .where('tenant', '=', tenant)
    .where('round', '=', round)
    .where('organisation', '=', organisation)
  const newest = versions.select(eb => eb.fn.max('version').as('version'))
  const published = newest.where('state', '=', 'published')
  const rows = await versions
    .select([...STEP, 'hash'])
    .select(sql<string | null>`case when version in ((${newest}), (${published})) then body end`.as('body'))
    .orderBy('version')
    .execute()
  const found = rows.map(row => ({ ...row, version: count(row.version), log: count(row.log) }))
  const whole = (step: (typeof found)[number] | undefined): StoredReport | null =>
    step && step.body !== null ? { ...step, body: step.body } : null
  return {
    steps: found.map(({ body: _, hash: __, ...step }) => step),
    last: whole(found.at(-1)),
    published: whole(found.findLast(step => step.state === 'published')),
  }
}

/** Some versions of some reports with their lines, in one question. */
export async function reportBodies(
  db: Kysely<Tables>,
  tenant: string,
  asked: readonly { readonly round: string; readonly organisation: string; readonly versions: readonly number[] }[],
): Promise<StoredReport[]> {
  const some = asked.filter(each => each.versions.length > 0)
  if (some.length === 0) return []
  const rows = await db
    .selectFrom('reports')
    .selectAll()
    .where('tenant', '=', tenant)
    .where(eb =>
      eb.or(
        some.map(({ round, organisation, versions }) =>
          eb.and([
            eb('round', '=', round),
            eb('organisation', '=', organisation),
            eb('version', 'in', versions as never),
          ]),
        ),
      ),
    )
    .execute()
  return rows.map(reportOf)
}
