import { parsePeriod } from '../../measure/period.ts'
import { isAbsent } from '../../measure/absence.ts'
import { decimalText } from '../../measure/decimal.ts'
import type { Observation } from '../../plan/observation.ts'
import { auditLines, type AuditLine } from '../../store/audit-lines.ts'
import { revisions } from '../../store/figures.ts'
import type { Store } from '../../store/open.ts'
import { linesAsked, type AuditSearch } from '../../api/audit/asked.ts'
import { changesOf, type FieldChange } from './changes.ts'

/** A line as a page shows it. */
export interface ShownLine {
  readonly line: AuditLine
  readonly changes: readonly FieldChange[]
}

export interface AuditPage {
  readonly lines: readonly ShownLine[]
  /** The number before which the next page begins; null on the last. */
  readonly older: number | null
}

export const LINES_A_PAGE = 50

/** One page of the lines that a search means, the newest first. Throws `bad-day`. */
export async function loadAudit(
  store: Store,
  tenant: string,
  search: AuditSearch,
  before: number | null,
): Promise<AuditPage> {
  const figures = search.figure === undefined ? null : await figureChanges(store, tenant, search.figure)
  const found = await auditLines(store, tenant, {
    ...linesAsked(search),
    ...(figures ? { numbers: [...figures.keys()] } : {}),
    ...(before === null ? {} : { before }),
    newestFirst: true,
    limit: LINES_A_PAGE + 1,
  })
  const lines = found.slice(0, LINES_A_PAGE)
  return {
    lines: lines.map(line => ({ line, changes: figures?.get(line.number) ?? changesOf(line.before, line.after) })),
    older: found.length > LINES_A_PAGE ? (lines.at(-1)?.number ?? null) : null,
  }
}

/** A figure has few revisions; beyond these one looks by its report or file. */
const MOST_REVISIONS = 500

/** What each line of the log made of one figure, "indicator/area/period", by its number; empty where that names none. */
async function figureChanges(store: Store, tenant: string, figure: string): Promise<Map<number, FieldChange[]>> {
  const [indicator = '', area = '', ...rest] = figure.split('/')
  const period = rest.join('/')
  const changes = new Map<number, FieldChange[]>()
  if (!parsePeriod(period)) return changes
  let last: Observation | null = null
  for (const each of (await revisions(store, tenant, { indicator, area, period })).slice(0, MOST_REVISIONS)) {
    const before: Observation | null = last && sameSeries(last, each) ? last : null
    const field = [each.source, each.method, ...Object.values(each.breakdown)].filter(part => part !== '').join(' · ')
    changes.set(each.log, [
      ...(changes.get(each.log) ?? []),
      { field, before: before && shown(before), after: shown(each) },
    ])
    last = each
  }
  return changes
}

const shown = ({ value, status, note }: Observation): string =>
  [isAbsent(value) ? value.absent : decimalText(value), status, note].filter(part => part !== '').join(' · ')

const sameSeries = (a: Observation, b: Observation): boolean =>
  a.source === b.source &&
  a.method === b.method &&
  a.map === b.map &&
  JSON.stringify(a.breakdown) === JSON.stringify(b.breakdown)
