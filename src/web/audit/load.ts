import { parsePeriod } from '../../measure/period.ts'
import { evaluation } from '../../messages/catalogue/evaluation.ts'
import type { Language } from '../../messages/message.ts'
import type { Observation } from '../../plan/observation.ts'
import type { Organisation } from '../../desk/organisations/organisation.ts'
import { auditLines, countAuditLines, type AuditLine, type LinesAsked } from '../../store/audit-lines.ts'
import { definitions } from '../../store/definitions.ts'
import { revisions } from '../../store/figures.ts'
import { logHead } from '../../store/log.ts'
import type { Store } from '../../store/open.ts'
import { linesAsked, type AuditSearch } from '../../api/audit/asked.ts'
import { figureIn } from '../frame/figures.ts'
import { changesOf, type FieldChange } from './changes.ts'
import type { AuditNames } from './subject.ts'

/** A line as a page shows it. */
export interface ShownLine {
  readonly line: AuditLine
  readonly changes: readonly FieldChange[]
}

export interface AuditPage {
  readonly lines: readonly ShownLine[]
  /** How many lines are meant in all; beyond `MOST_COUNTED` one more than that. */
  readonly count: number
  /** The number before which the next page begins; null on the last. */
  readonly older: number | null
  /** The number after which the page before begins; null on the first. */
  readonly newer: number | null
}

/** Where a page begins: behind a number, going back in time, or before one, going forward; null: at the newest. */
export type AuditStart = { readonly before: number } | { readonly after: number } | null

export const LINES_A_PAGE = 50
export const MOST_COUNTED = 10_000

/** One page of the lines that a search means, the newest first; figures as `language` writes them. Throws `bad-day`. */
export async function loadAudit(
  store: Store,
  tenant: string,
  search: AuditSearch,
  start: AuditStart,
  language: Language,
): Promise<AuditPage> {
  const figures = search.figure === undefined ? null : await figureChanges(store, tenant, search.figure, language)
  const asked: LinesAsked = { ...linesAsked(search), ...(figures ? { numbers: [...figures.keys()] } : {}) }
  const forward = start !== null && 'after' in start
  const found = await auditLines(store, tenant, { ...asked, ...start, newestFirst: !forward, limit: LINES_A_PAGE + 1 })
  const more = found.length > LINES_A_PAGE
  const kept = found.slice(0, LINES_A_PAGE)
  const lines = forward ? kept.reverse() : kept
  const [first, last] = [lines[0]?.number ?? null, lines.at(-1)?.number ?? null]
  return {
    lines: lines.map(line => ({ line, changes: figures?.get(line.number) ?? changesOf(line.before, line.after) })),
    count:
      Object.keys(search).length === 0
        ? await logHead(store, tenant)
        : await countAuditLines(store, tenant, asked, MOST_COUNTED),
    older: forward || more ? last : null,
    newer: (forward ? more : start !== null) ? first : null,
  }
}

/** What lines speak of by code, as it is called now. */
export async function auditNames(store: Store, tenant: string): Promise<AuditNames> {
  const named = async (kind: 'organisation' | 'round') =>
    new Map((await definitions(store, tenant, kind)).map(({ id, body }) => [id, (body as Organisation).name]))
  return { organisations: await named('organisation'), rounds: await named('round') }
}

/** A figure has few revisions; beyond these one looks by its report or file. */
const MOST_REVISIONS = 500

/** What each line of the log made of one figure, "indicator/area/period", by its number; empty where that names none. */
async function figureChanges(
  store: Store,
  tenant: string,
  figure: string,
  language: Language,
): Promise<Map<number, FieldChange[]>> {
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
      { field, before: before && shown(before, language), after: shown(each, language) },
    ])
    last = each
  }
  return changes
}

const shown = ({ value, status, note }: Observation, language: Language): string =>
  [figureIn(value, language), evaluation[`evaluation.figure.${status}`][language], note]
    .filter(part => part !== '')
    .join(' · ')

const sameSeries = (a: Observation, b: Observation): boolean =>
  a.source === b.source &&
  a.method === b.method &&
  a.map === b.map &&
  JSON.stringify(a.breakdown) === JSON.stringify(b.breakdown)
