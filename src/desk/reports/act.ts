import { liesIn, mapOn } from '../../territory/map.ts'
import { lastDay } from '../../measure/period.ts'
import { dayIn } from '../../measure/vietnam-time.ts'
import type { Message } from '../../messages/message.ts'
import { FigureWriter, type Written } from '../../store/import-figures.ts'
import { loggedIfChanged, NOTHING, type By } from '../../store/log.ts'
import { writeNotices } from '../../store/notices.ts'
import type { Store } from '../../store/open.ts'
import { reportHistory, writeReport, type ReportHistory, type StoredReport } from '../../store/reports.ts'
import { noticesOfStep } from '../notices/of-step.ts'
import { may, type Member } from '../policy.ts'
import { askedBy, askedOfEach, type AskedFigure } from '../rounds/asked.ts'
import { roundById, type Round } from '../rounds/round.ts'
import { setupOf, type Setup } from '../setup.ts'
import { figuresOf } from './figures.ts'
import { brokenRules } from './rules.ts'
import { asPublished, lineFaults, missingLines } from './lines.ts'
import { handsIn, reportOf, TRANSITIONS, type Report, type ReportLine, type ReportVerb } from './report.ts'

/** Rules of a plan that figures must pass before they are submitted; each finding by the line's place in the list. */
export type Validate = (lines: readonly ReportLine[], round: Round, organisation: string) => Promise<readonly Message[]>

export interface DeskAround {
  readonly store: Store
  readonly tenant: string
  /** By default the rules that the tenant has loaded. */
  readonly validate?: Validate
}

/** Who acts; `by.actor` is the address of their account. */
export interface Acting {
  readonly member: Member | null
  readonly by: By
}

export interface Act {
  readonly round: string
  readonly organisation: string
  /** The version that the person saw; 0 where there was none. */
  readonly expected: number
  readonly reason?: string
  /** For `save`: all lines of the report. */
  readonly lines?: readonly ReportLine[]
}

/** Why nothing was done; each is a code of the catalogue under `desk.`. */
export type Refusal =
  | 'not-allowed'
  | 'no-round'
  | 'no-organisation'
  | 'not-open'
  | 'nothing-asked'
  | 'conflict'
  | 'wrong-state'
  | 'own-work'
  | 'no-reason'
  | 'lines-refused'

export interface Refused {
  readonly refused: Refusal
  readonly values: Readonly<Record<string, string>>
  /** What is wrong with lines, where that is why. */
  readonly messages: readonly Message[]
}

export type Acted = { readonly report: Report } | Refused

const refuse = (
  refused: Refusal,
  values: Readonly<Record<string, string>> = {},
  messages: readonly Message[] = [],
): Refused => ({ refused, values, messages })

/**
 * Does a verb to a report, or says why not. Everything that it writes (the version, published figures, notices, the line of
 * the log) is one transaction. The same verb by the same person on the same version again gives what was done.
 */
export async function act(around: DeskAround, acting: Acting, verb: ReportVerb, given: Act): Promise<Acted> {
  const { store, tenant } = around
  const setup = await setupOf(store, tenant)
  const round = roundById(given.round, setup.schedules, setup.calendar, setup.extensions)
  if (!round) return refuse('no-round', { round: given.round })
  if (!setup.organisations.has(given.organisation))
    return refuse('no-organisation', { organisation: given.organisation })
  if (round.opens > dayIn(store.now())) return refuse('not-open', { round: round.id, opens: round.opens })
  const asked =
    askedOfEach(askedBy(round, setup.territory, setup.planAreas), setup.assignments).get(given.organisation) ?? []
  if (asked.length === 0) return refuse('nothing-asked', { round: round.id, organisation: given.organisation })
  const { reason: needsReason, verb: right } = TRANSITIONS[verb]
  const reason = (given.reason ?? '').normalize('NFC').trim()
  if (needsReason && reason === '') return refuse('no-reason')
  const history = await reportHistory(store.db, tenant, round.id, given.organisation)
  const before = history.last
  const lines = verb === 'save' ? (given.lines ?? []) : before === null ? [] : reportOf(before).lines
  const areas = new Set([...asked.map(each => each.area), ...lines.map(line => line.area)])
  if (!mayAll(acting.member, right, given.organisation, areas, setup, round)) return refuse('not-allowed', { verb })
  const barred = barrier(verb, acting, history, given, lines)
  if (barred) return 'refused' in barred ? barred : { report: reportOf(barred) }
  const messages = await faultsOf(around, verb, lines, asked, history, setup, round, given.organisation)
  if (messages.some(message => message.severity === 'error'))
    return refuse('lines-refused', { count: String(messages.length) }, messages)
  return write(around, acting, verb, { ...given, reason, lines }, { round, setup })
}

/** A verb needs its right for the office and, where a role is bound to an area, for every area of the report. */
function mayAll(
  member: Member | null,
  right: (typeof TRANSITIONS)[ReportVerb]['verb'],
  organisation: string,
  areas: ReadonlySet<string>,
  { territory }: Setup,
  { period }: Round,
): boolean {
  const map = mapOn(territory, lastDay(period))
  const within = (area: string, whole: string) => area === whole || liesIn(map, area, whole)
  return [...areas].every(area => may(member, right, { organisation, area }, within))
}

/** What stands in the way of a verb in the state that the report is in; or the version that it would only repeat. */
function barrier(
  verb: ReportVerb,
  { by }: Acting,
  { last, steps }: ReportHistory,
  { expected }: Act,
  lines: readonly ReportLine[],
): Refused | StoredReport | null {
  const { from, otherEyes } = TRANSITIONS[verb]
  if (last?.body === JSON.stringify(lines)) {
    const repeated = last.verb === verb && last.actor === by.actor && last.version === expected + 1
    const nothingNew = verb === 'save' && last.state === 'draft' && last.version === expected
    if (repeated || nothingNew) return last
  }
  if ((last?.version ?? 0) !== expected)
    return refuse('conflict', {
      version: String(last?.version ?? 0),
      actor: last?.actor ?? '',
      state: last?.state ?? '',
    })
  if (!from.includes((last?.state as Report['state'] | undefined) ?? null))
    return refuse('wrong-state', { state: last?.state ?? 'none', verb })
  if (otherEyes && handsIn(steps).has(by.actor)) return refuse('own-work', { actor: by.actor, verb })
  return null
}

async function faultsOf(
  { store, tenant, validate }: DeskAround,
  verb: ReportVerb,
  lines: readonly ReportLine[],
  asked: readonly AskedFigure[],
  { published }: ReportHistory,
  setup: Setup,
  round: Round,
  organisation: string,
): Promise<readonly Message[]> {
  if (verb !== 'save' && verb !== 'submit') return []
  const faults = lineFaults(lines, asked, setup.indicators)
  if (verb === 'save') return faults
  const missing = missingLines(lines, asked, published ? reportOf(published).lines : [])
  if (faults.length + missing.length > 0) return [...faults, ...missing]
  return validate ? validate(lines, round, organisation) : brokenRules(store, tenant, lines, round, setup)
}

async function write(
  { store, tenant }: DeskAround,
  acting: Acting,
  verb: ReportVerb,
  given: Act & { readonly reason: string; readonly lines: readonly ReportLine[] },
  { round, setup }: { readonly round: Round; readonly setup: Setup },
): Promise<Acted> {
  const { by } = acting
  const { organisation } = given
  const met: { barred?: Refused | StoredReport } = {}
  const done = await loggedIfChanged<{ readonly report: StoredReport; readonly written: Written | null }>(
    store,
    tenant,
    ({ report, written }) => ({
      by,
      kind: 'report',
      subject: `${report.round} ${organisation}`,
      before: { version: report.version - 1 },
      after: {
        version: report.version,
        verb,
        state: report.state,
        reason: report.reason,
        sha256: report.hash,
        ...written,
      },
    }),
    async (trx, log) => {
      // Asked again under the lock: somebody may have been faster.
      const history = await reportHistory(trx, tenant, round.id, organisation)
      const barred = barrier(verb, acting, history, given, given.lines)
      if (barred) {
        met.barred = barred
        return NOTHING
      }
      const { published } = history
      const lines =
        verb === 'publish' ? asPublished(given.lines, published ? reportOf(published).lines : []) : given.lines
      const report = await writeReport(trx, tenant, {
        round: round.id,
        organisation,
        version: given.expected + 1,
        log,
        verb,
        state: TRANSITIONS[verb].to,
        actor: by.actor,
        moment: store.now().toISOString(),
        reason: given.reason,
        body: JSON.stringify(lines),
      })
      let written: Written | null = null
      if (verb === 'publish') {
        const writer = new FigureWriter(store, trx, tenant, log)
        await writer.write(figuresOf(lines, round.period, organisation))
        written = writer.written()
      }
      const hands = handsIn(history.steps)
      await writeNotices(trx, tenant, log, noticesOfStep(report, hands, setup, store.now()))
      return { report, written }
    },
  )
  if (done) return { report: reportOf(done.value.report) }
  const { barred } = met
  if (!barred) throw new Error('a report was neither written nor refused')
  return 'refused' in barred ? barred : { report: reportOf(barred) }
}
