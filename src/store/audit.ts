import { chainHash, sha256 } from './chain.ts'
import { Digest } from './digest.ts'
import { fileBytes, listFiles } from './evidence.ts'
import { count, integer } from './integers.ts'
import { rowText } from './observation-rows.ts'
import type { Store } from './open.ts'
import type { Step } from './step.ts'

/** What a check of the chain found, with the number of the log that it stands at. */
export interface AuditFinding {
  readonly rule:
    | 'audit.line-missing'
    | 'audit.line-changed'
    | 'audit.link-broken'
    | 'audit.moment-back'
    | 'audit.head-differs'
    | 'audit.figures-differ'
    | 'audit.body-differs'
  readonly number: number
  /** What is concerned: the line's kind and subject, or the definition's id. */
  readonly subject: string
}

export interface Audited {
  readonly lines: number
  readonly figures: number
  readonly findings: readonly AuditFinding[]
}

/**
 * Walks a tenant's chain from its first line: each line must hash to what it says, follow the one before, and the last be
 * the head. What an import wrote is summed up again from the table, and every body kept with its hash is hashed again. `step`
 * is told of lines walked.
 */
export async function verifyAudit(store: Store, tenant: string, step?: Step): Promise<Audited> {
  const findings: AuditFinding[] = []
  const written = new Map<number, { rows: number; digest: string; subject: string }>()
  const told = new Map<number, string>()
  let [previous, expected, moment, lines] = ['', 1, '', 0]
  for await (const row of linesOf(store, tenant, step)) {
    const number = count(row.number)
    lines += 1
    for (; expected < number; expected += 1)
      findings.push({ rule: 'audit.line-missing', number: expected, subject: '' })
    const subject = `${row.kind} ${row.subject}`
    if (chainHash({ ...row, number }) !== row.hash) findings.push({ rule: 'audit.line-changed', number, subject })
    if (row.previous !== previous) findings.push({ rule: 'audit.link-broken', number, subject })
    if (row.moment < moment) findings.push({ rule: 'audit.moment-back', number, subject })
    const content = contentOf(row.after)
    if (content) written.set(number, { ...content, subject })
    else if (row.after !== '') told.set(number, row.after)
    ;[previous, moment, expected] = [row.hash, row.moment, number + 1]
  }
  const [head] = await store.db.selectFrom('log_heads').selectAll().where('tenant', '=', tenant).execute()
  if (head ? count(head.number) !== expected - 1 || head.hash !== previous : lines > 0)
    findings.push({ rule: 'audit.head-differs', number: head ? count(head.number) : 0, subject: '' })
  const figures = await checkFigures(store, tenant, written, findings, step && (() => step(lines)))
  await checkBodies(store, tenant, told, findings)
  return { lines, figures, findings }
}

/** Rows and digest as the line of an import tells them. */
function contentOf(after: string): { rows: number; digest: string } | null {
  if (!after.includes('"digest"')) return null
  const told = JSON.parse(after) as { rows?: unknown; digest?: unknown }
  return typeof told.rows === 'number' && typeof told.digest === 'string'
    ? { rows: told.rows, digest: told.digest }
    : null
}

const PAGE = 2000

async function* linesOf(store: Store, tenant: string, step?: Step) {
  for (let after = 0; ;) {
    const rows = await store.db
      .selectFrom('log')
      .selectAll()
      .where('tenant', '=', tenant)
      .where('number', '>', after as never)
      .orderBy('number')
      .limit(PAGE)
      .execute()
    yield* rows
    const last = rows.at(-1)
    if (!last || rows.length < PAGE) return
    after = count(last.number)
    await step?.(after)
  }
}

async function checkFigures(
  store: Store,
  tenant: string,
  written: ReadonlyMap<number, { rows: number; digest: string; subject: string }>,
  findings: AuditFinding[],
  rest?: () => Promise<void>,
): Promise<number> {
  const found = new Map<number, { digest: Digest; rows: number }>()
  let figures = 0
  for await (const row of figuresOf(store, tenant, rest)) {
    const log = count(row.log)
    let sum = found.get(log)
    if (!sum) found.set(log, (sum = { digest: new Digest(), rows: 0 }))
    sum.rows += 1
    figures += 1
    sum.digest.add(
      rowText({
        ...row,
        series: count(row.series),
        units: row.units === null ? null : Number(integer(row.units)),
        scale: row.scale === null ? null : count(row.scale),
      }),
    )
  }
  for (const [number, { rows, digest, subject }] of written) {
    const sum = found.get(number)
    if (sum?.rows !== rows || sum.digest.hex() !== digest)
      findings.push({ rule: 'audit.figures-differ', number, subject })
  }
  return figures
}

/** Every row of figures, page by page in the order of the key. */
async function* figuresOf(store: Store, tenant: string, rest?: () => Promise<void>) {
  const [last] = await store.db
    .selectFrom('series')
    .select(eb => eb.fn.max('id').as('id'))
    .where('tenant', '=', tenant)
    .execute()
  const highest = Number(last?.id ?? 0)
  for (let from = 1; from <= highest; from += SERIES_AT_ONCE) {
    await rest?.()
    yield* await store.db
      .selectFrom('observations')
      .select(['series', 'period', 'log', 'units', 'scale', 'absent', 'status', 'note'])
      .where('tenant', '=', tenant)
      .where('series', '>=', from as never)
      .where('series', '<', (from + SERIES_AT_ONCE) as never)
      .execute()
  }
}

const SERIES_AT_ONCE = 200

/** Every body kept must hash to the hash beside it, and that to what its line of the log told. */
async function checkBodies(
  store: Store,
  tenant: string,
  told: ReadonlyMap<number, string>,
  findings: AuditFinding[],
): Promise<void> {
  const check = (row: Body, subject: string, key?: string) => {
    const number = count(row.log)
    const after = told.get(number)
    if (sha256(row.body) !== row.hash || (after !== undefined && !tells(after, row, key)))
      findings.push({ rule: 'audit.body-differs', number, subject })
  }
  const plans = store.db.selectFrom('plan_versions').select(['plan as id', 'log', 'body', 'hash'])
  for (const row of await plans.where('tenant', '=', tenant).execute()) check(row, `plan ${row.id}`)
  const documents = store.db.selectFrom('documents').select(['id', 'log', 'text as body', 'hash'])
  for (const row of await documents.where('tenant', '=', tenant).execute()) check(row, `document ${row.id}`)
  const reports = store.db.selectFrom('reports').select(['round', 'organisation', 'log', 'body', 'hash'])
  for (const row of await reports.where('tenant', '=', tenant).execute())
    check(row, `report ${row.round} ${row.organisation}`)
  const definitions = store.db.selectFrom('definitions').select(['kind', 'id', 'log', 'body', 'hash'])
  for (const row of await definitions.where('tenant', '=', tenant).execute())
    check(row, `${row.kind} ${row.id}`, row.id)
  // One at a time: a file may have megabytes.
  for (const { hash, log } of await listFiles(store, tenant)) {
    const bytes = await fileBytes(store, tenant, hash)
    const after = told.get(log)
    if (!bytes || sha256(bytes) !== hash || (after !== undefined && !after.includes(hash)))
      findings.push({ rule: 'audit.body-differs', number: log, subject: `file ${hash}` })
  }
}

interface Body {
  readonly log: bigint | string | number
  readonly body: string
  readonly hash: string
}

/** Whether the line of the log tells of this body: by its hash, or a short definition by itself under its id. */
function tells(after: string, { body, hash }: Body, key?: string): boolean {
  if (after.includes(hash)) return true
  if (key === undefined) return false
  const line = JSON.parse(after) as Record<string, unknown>
  return key in line && JSON.stringify(line[key]) === body
}
