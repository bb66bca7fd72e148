import { isAbsent, type AbsenceReason } from '../../measure/absence.ts'
import { decimalText } from '../../measure/decimal.ts'
import { lastDay, periodCode, previousPeriod, samePeriod, shiftYears, type Period } from '../../measure/period.ts'
import type { Message } from '../../messages/message.ts'
import { codesIn } from '../../plan/formula/node.ts'
import type { Observation } from '../../plan/observation.ts'
import type { Indicator } from '../../plan/plan.ts'
import { knowledgeOf } from '../../plan/rules/knowledge.ts'
import type { Rule } from '../../plan/rules/rule.ts'
import { validate } from '../../plan/rules/validate.ts'
import { evidenceOf, type Evidence } from '../../store/evidence.ts'
import { observations } from '../../store/figures.ts'
import { reportBodies, reportSteps, type ReportStep } from '../../store/reports.ts'
import { mapOn, type AreaMap } from '../../territory/map.ts'
import type { Organisation } from '../organisations/organisation.ts'
import { askedBy, askedOfEach } from '../rounds/asked.ts'
import { roundById, type Round } from '../rounds/round.ts'
import type { Setup } from '../setup.ts'
import type { DeskAround } from './act.ts'
import { reportOf, type ReportLine, type ReportState } from './report.ts'
import { candidateOf, parsedRules, ruleBodies, unitsOf } from './rules.ts'

/** A figure that stands beside the one that is asked: of the period before, or of the same period last year. */
export interface Beside {
  /** A decimal in plain notation; null where `absent` says why. */
  readonly value: string | null
  readonly absent: AbsenceReason | null
}

export interface FormArea {
  readonly id: string
  readonly name: string
}

/** One figure that is asked for, with what is entered and what stands beside. */
export interface FormFigure {
  /** "indicator area": unique in its form. */
  readonly key: string
  readonly indicator: Indicator
  readonly area: FormArea
  readonly line: ReportLine | null
  /** Null where the store knows none. */
  readonly previous: Beside | null
  readonly yearBefore: Beside | null
}

/** What an office is asked in a round, and how its report stands. */
export interface ReportForm {
  readonly round: Round
  readonly organisation: Organisation
  readonly indicators: readonly Indicator[]
  readonly areas: readonly FormArea[]
  readonly figures: readonly FormFigure[]
  /** Lines beside those asked, e.g. of a breakdown: they stay as they are. */
  readonly rest: readonly ReportLine[]
  readonly version: number
  readonly state: ReportState | 'not-begun'
  readonly steps: readonly ReportStep[]
  readonly previous: Period
  /** Null where it is the period before: figures of a year. */
  readonly yearBefore: Period | null
  readonly evidence: readonly Evidence[]
  readonly rules: readonly Rule[]
  /** The same as JSON, for a browser. */
  readonly ruleBodies: readonly unknown[]
  /** What rules look at beside the report's own figures. */
  readonly known: readonly Observation[]
  /** The areas directly inside those asked, as rules add them up. */
  readonly inside: ReadonlyMap<string, readonly string[]>
}

export interface FormAsked {
  readonly round: string
  readonly organisation: string
}

/**
 * The forms of some reports; one that does not exist, or asks for nothing, is left out. The number of questions to the store
 * is the same for one figure and for many thousands, and for one report and for many.
 */
export async function formsOf(
  { store, tenant }: DeskAround,
  setup: Setup,
  asked: readonly FormAsked[],
): Promise<ReportForm[]> {
  const outlines = asked.flatMap(each => outlineOf(setup, each) ?? [])
  if (outlines.length === 0) return []
  const rounds = [...new Set(outlines.map(each => each.round.id))]
  const steps = await reportSteps(store, tenant, rounds)
  const stepsOf = grouped(steps, step => `${step.round} ${step.organisation}`)
  const bodies = await reportBodies(
    store.db,
    tenant,
    outlines.map(({ round, organisation }) => ({
      round: round.id,
      organisation: organisation.id,
      versions: (stepsOf.get(`${round.id} ${organisation.id}`) ?? []).slice(-1).map(step => step.version),
    })),
  )
  const linesOf = new Map(bodies.map(body => [`${body.round} ${body.organisation}`, reportOf(body).lines]))
  const bodiesOfRules = await ruleBodies(store, tenant)
  const rules = parsedRules(bodiesOfRules)
  const known = await knownAround({ store, tenant }, outlines, rules)
  const evidence = grouped(
    await evidenceOf(store.db, tenant, rounds, outlines.length === 1 ? outlines[0]?.organisation.id : undefined),
    each => `${each.round} ${each.organisation}`,
  )
  return outlines.map(outline => {
    const key = `${outline.round.id} ${outline.organisation.id}`
    return formOf(outline, {
      lines: linesOf.get(key) ?? [],
      steps: stepsOf.get(key) ?? [],
      evidence: evidence.get(key) ?? [],
      rules,
      ruleBodies: bodiesOfRules,
      known,
    })
  })
}

interface Outline {
  readonly round: Round
  readonly organisation: Organisation
  readonly asked: readonly { readonly indicator: Indicator; readonly area: FormArea }[]
  readonly map: AreaMap
}

function outlineOf(setup: Setup, { round: id, organisation: office }: FormAsked): Outline | null {
  const round = roundById(id, setup.schedules, setup.calendar, setup.extensions)
  const organisation = setup.organisations.get(office)
  if (!round || !organisation) return null
  const map = mapOn(setup.territory, lastDay(round.period))
  const asked = askedOfEach(askedBy(round, setup.territory, setup.planAreas), setup.assignments).get(office) ?? []
  const areas = new Map<string, FormArea>()
  const found = asked.flatMap(({ indicator: code, area: id }) => {
    const indicator = setup.indicators.get(code)
    if (!indicator) return []
    let area = areas.get(id)
    if (!area) areas.set(id, (area = { id, name: map.areas.get(id)?.name ?? id }))
    return [{ indicator, area }]
  })
  return found.length === 0 ? null : { round, organisation, asked: found, map }
}

/** The period before and the same a year before, each once. */
const besides = ({ period }: Round): { previous: Period; yearBefore: Period | null } => {
  const [previous, yearBefore] = [previousPeriod(period), shiftYears(period, -1)]
  return { previous, yearBefore: samePeriod(previous, yearBefore) ? null : yearBefore }
}

/** Figures that stand beside those asked or that rules look at. */
async function knownAround(
  { store, tenant }: DeskAround,
  outlines: readonly Outline[],
  rules: readonly Rule[],
): Promise<readonly Observation[]> {
  const codes = new Set(outlines.flatMap(each => each.asked.map(({ indicator }) => indicator.code)))
  const areas = new Set(
    outlines.flatMap(each =>
      each.asked.flatMap(({ area }) => [
        area.id,
        ...(rules.some(rule => rule.kind === 'children') ? (each.map.children.get(area.id) ?? []) : []),
      ]),
    ),
  )
  const related = rules.flatMap(rule =>
    rule.kind === 'relation' ? [...codesIn(rule.left), ...codesIn(rule.right)] : [],
  )
  const periods = new Set(
    outlines.flatMap(({ round }) => {
      const { previous, yearBefore } = besides(round)
      return [round.period, previous, ...(yearBefore ? [yearBefore] : [])].map(periodCode)
    }),
  )
  const near = await observations(store, tenant, {
    indicators: [...new Set([...codes, ...related])],
    areas: [...areas],
    periods: [...periods],
  })
  const long = rules.flatMap(rule => (rule.kind === 'outlier' ? rule.indicators.filter(code => codes.has(code)) : []))
  if (long.length === 0) return near
  const history = await observations(store, tenant, { indicators: long, areas: [...areas] })
  return [...near.filter(each => !long.includes(each.indicator)), ...history]
}

function formOf(
  { round, organisation, asked, map }: Outline,
  more: {
    readonly lines: readonly ReportLine[]
    readonly steps: readonly ReportStep[]
    readonly evidence: readonly Evidence[]
    readonly rules: readonly Rule[]
    readonly ruleBodies: readonly unknown[]
    readonly known: readonly Observation[]
  },
): ReportForm {
  const totals = new Map<string, ReportLine>()
  const rest: ReportLine[] = []
  const keys = asked.map(({ indicator, area }) => `${indicator.code} ${area.id}`)
  const wanted = new Set(more.lines.length === 0 ? [] : keys)
  for (const line of more.lines) {
    const key = `${line.indicator} ${line.area}`
    if (Object.keys(line.breakdown).length > 0 || totals.has(key) || !wanted.has(key)) rest.push(line)
    else totals.set(key, line)
  }
  const { previous, yearBefore } = besides(round)
  const [before, lastYear] = [periodCode(previous), yearBefore && periodCode(yearBefore)]
  const beside = besideBy(more.known, organisation.id)
  const last = more.steps.at(-1)
  return {
    round,
    organisation,
    indicators: [...new Map(asked.map(({ indicator }) => [indicator.code, indicator])).values()],
    areas: [...new Map(asked.map(({ area }) => [area.id, area])).values()],
    figures: asked.map(({ indicator, area }, i) => {
      const key = keys[i] ?? ''
      return {
        key,
        indicator,
        area,
        line: totals.get(key) ?? null,
        previous: beside.get(`${key} ${before}`) ?? null,
        yearBefore: lastYear === null ? null : (beside.get(`${key} ${lastYear}`) ?? null),
      }
    }),
    rest,
    version: last?.version ?? 0,
    state: (last?.state as ReportState | undefined) ?? 'not-begun',
    steps: more.steps,
    previous,
    yearBefore,
    evidence: more.evidence,
    rules: more.rules,
    ruleBodies: more.ruleBodies,
    known: more.known,
    inside: map.children,
  }
}

/** Totals by indicator, area and period; the office's own before another source's, the last learnt before older ones. */
function besideBy(known: readonly Observation[], office: string): ReadonlyMap<string, Beside> {
  const best = new Map<string, Observation>()
  const codes = new Map<string, string>()
  for (const each of known) {
    if (Object.keys(each.breakdown).length > 0) continue
    const start = `${each.period.frequency} ${each.period.start} ${each.period.length}`
    const code = codes.get(start) ?? periodCode(each.period)
    codes.set(start, code)
    const key = `${each.indicator} ${each.area} ${code}`
    const stands = best.get(key)
    const own = Number(each.source === office) - Number(stands?.source === office)
    if (!stands || own > 0 || (own === 0 && each.log > stands.log)) best.set(key, each)
  }
  return new Map(
    [...best].map(([key, { value }]) => [
      key,
      isAbsent(value) ? { value: null, absent: value.absent } : { value: decimalText(value), absent: null },
    ]),
  )
}

/** What the rules find in what is entered, by the key of the figure; a remark turns what asks for one into a warning. */
export function findingsOf(form: ReportForm, setup: Setup): ReadonlyMap<string, readonly Message[]> {
  const { period } = form.round
  const entered = form.figures.flatMap(figure => (figure.line ? [{ key: figure.key, line: figure.line }] : []))
  const lines = [...entered, ...form.rest.map(line => ({ key: `${line.indicator} ${line.area}`, line }))]
  const found = validate(
    form.rules,
    lines.map(({ line }) => candidateOf(line, period)),
    knowledgeOf(form.known, unitsOf(setup), area => form.inside.get(area) ?? []),
  )
  return grouped(found, ({ line }) => lines[(line ?? 1) - 1]?.key ?? '')
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}
