import type { OverTime } from '../../measure/aggregation.ts'
import { boundOf, type Bound } from '../../measure/bound.ts'
import { years } from '../../measure/period.ts'
import { knownUnit } from '../../measure/unit-names.ts'
import { parseUnit } from '../../measure/unit.ts'
import type { Message, Outcome } from '../../messages/message.ts'
import type { Group, Indicator, Measure, Plan, Shape, Target, Term } from '../../plan/plan.ts'
import type { ReadMeasure } from '../../reading/result.ts'
import { codeOf, onceEach } from './codes.ts'
import type { Draft, DraftTarget } from './draft.ts'
import { withStanding } from './standing.ts'

/** The area of a plan whose document names none: its own. */
const OWN_AREA = 'plan-area'

export interface Publishing {
  /** The plan's code. */
  readonly id: string
  readonly incomplete?: 'refuse' | 'leaveOut'
  /** Takes the marks of the document's format away. */
  readonly words?: (text: string) => string
  /** The plan that this becomes a new version of: what was defined for it since stays. */
  readonly standing?: Plan | null
}

/**
 * The plan that a draft becomes, with one indicator for each thing that a measure speaks of; null with messages where
 * something is still missing (a term, a target, a bound that fits its kind, a unit);
 * measures without bound or unit can be left out instead.
 */
export function planOfDraft(
  draft: Draft,
  { id, incomplete = 'refuse', words = text => text, standing = null }: Publishing,
): Outcome<Plan | null> {
  const { facts } = draft
  const messages: Message[] = []
  if (facts.name.trim() === '') messages.push(missing('web.draft.fault-name', 'name'))
  if (facts.from === null || facts.to === null || facts.from > facts.to)
    messages.push(missing('web.draft.fault-years', 'term'))
  const kept = (incomplete === 'refuse' ? draft.targets : draft.targets.map(whole)).filter(
    t => !t.dropped && t.measures.some(m => !m.dropped),
  )
  if (kept.length === 0) messages.push(missing('web.fault.no-targets', 'targets'))
  const term: Term = { from: facts.from ?? 0, to: facts.to ?? 0 }
  const groups = groupsOf(kept, draft.groups)
  const indicators: Indicator[] = []
  const indicatorCode = onceEach()
  const targets = kept.map((entry): Target => {
    const { target } = entry
    const measures = entry.measures
      .filter(m => !m.dropped)
      .map(({ measure, index }): Measure => {
        const own = indicatorsOf(measure, indicatorCode)
        indicators.push(...own)
        const bound = boundOf(measure.bound.kind, measure.bound.low, measure.bound.high)
        if (!bound && measure.shape !== 'milestone')
          messages.push({ ...missing('web.draft.bound-missing', `${target.id}.${index}`), actual: measure.name })
        if (measure.unit === '' && measure.shape !== 'milestone')
          messages.push({ ...missing('web.draft.unit-missing', `${target.id}.${index}`), actual: measure.name })
        return measureOf(`${target.id}-${index + 1}`, measure, bound, term, own)
      })
    return {
      id: target.id,
      scope: target.scope,
      group: groups.find(g => g.name.vi === target.group)?.id ?? null,
      number: target.number,
      text: words(target.text).trim(),
      place: { start: target.start, end: target.end },
      measures,
    }
  })
  if (messages.length > 0) return { value: null, messages }
  const plan: Plan = {
    id,
    name: { vi: facts.name.trim() },
    issuer: facts.issuer.trim() === '' ? null : { vi: facts.issuer.trim() },
    adopted: facts.adopted === '' ? null : facts.adopted,
    term,
    area: facts.area.trim() === '' ? OWN_AREA : facts.area.trim(),
    map: facts.adopted === '' ? null : facts.adopted,
    groups,
    indicators,
    targets,
    sources: [],
    note: null,
  }
  return { value: standing ? withStanding(plan, standing) : plan, messages: [] }
}

/** The target without the measures that lack a bound or a unit. */
const whole = (target: DraftTarget): DraftTarget => ({
  ...target,
  measures: target.measures.filter(
    ({ measure: { shape, bound, unit } }) =>
      shape === 'milestone' || (unit !== '' && boundOf(bound.kind, bound.low, bound.high)),
  ),
})

const missing = (rule: string, column: string): Message => ({ rule, severity: 'error', column })

function groupsOf(targets: readonly DraftTarget[], order: readonly string[]): readonly Group[] {
  const held = new Set(targets.map(t => t.target.group))
  return order.filter(name => held.has(name)).map((vi, i) => ({ id: `g${i + 1}`, name: { vi } }))
}

function measureOf(
  id: string,
  measure: ReadMeasure,
  bound: Bound | null,
  term: Term,
  indicators: readonly Indicator[],
): Measure {
  const cut = measure.name.indexOf(': ')
  return {
    id,
    name: { vi: measure.name },
    place: { start: measure.start, end: measure.end },
    indicators: indicators.map(i => i.code),
    shape: shapeOf(measure, term),
    bound,
    unit: measure.unit,
    base: measure.base,
    partOf: measure.part ? (cut > 0 ? measure.name.slice(0, cut) : measure.name) : null,
  }
}

function shapeOf(measure: ReadMeasure, term: Term): Shape {
  const when = years(measure.when?.from ?? term.from, measure.when?.to ?? term.to)
  const last = years(measure.when?.to ?? term.to, measure.when?.to ?? term.to)
  const change = measure.change ?? 'up'
  const basis = measure.basis ?? 'relative'
  switch (measure.shape) {
    case 'level':
    case 'milestone':
      return { kind: measure.shape, when: last }
    case 'mean':
    case 'cumulative':
    case 'eachPeriod':
      return { kind: measure.shape, when }
    case 'growth':
    case 'addition':
    case 'eachChange':
      return { kind: measure.shape, when, change, basis }
    case 'meanGrowth':
      return { kind: measure.shape, when, change, basis, mean: measure.mean ?? 'geometric' }
    default:
      return measure.shape satisfies never
  }
}

/** What a measure's figures are: of a relative change, the yearly rates that offices publish; else the level itself. */
function indicatorsOf(measure: ReadMeasure, codeOnce: (code: string) => string): readonly Indicator[] {
  if (measure.shape === 'milestone') return []
  const rates = isRates(measure)
  const unit = rates ? '%' : measure.basis === 'points' ? '%' : measure.unit
  const scale = Math.max(measure.bound.low?.scale ?? 0, measure.bound.high?.scale ?? 0)
  const several = Math.max(1, measure.indicators)
  return Array.from({ length: several }, (_, i) => ({
    code: codeOnce(codeOf(measure.name)),
    name: { vi: several > 1 ? `${measure.name} (${i + 1})` : measure.name },
    unit,
    decimals: Math.max(scale, countsWholes(unit) ? 0 : 2),
    direction: measure.direction,
    frequency: 'A',
    overAreas: unit.startsWith('%') || unit.includes('/') ? 'weightedMean' : 'sum',
    overTime: rates ? 'chainedGrowth' : overTime(measure, unit),
    methods: [],
  }))
}

const isRates = ({ shape, basis }: ReadMeasure) =>
  (shape === 'growth' || shape === 'meanGrowth' || shape === 'eachChange') && (basis ?? 'relative') === 'relative'

function overTime({ shape }: ReadMeasure, unit: string): OverTime {
  switch (shape) {
    case 'cumulative':
      return 'sum'
    case 'mean':
      return 'mean'
    case 'eachPeriod':
      return unit.startsWith('%') || unit.includes('/') ? 'last' : 'sum'
    case 'level':
    case 'growth':
    case 'meanGrowth':
    case 'addition':
    case 'eachChange':
    case 'milestone':
      return 'last'
    default:
      return shape satisfies never
  }
}

/** "xã", "trường", "đảng viên": what is counted has no half. */
function countsWholes(unit: string): boolean {
  const parsed = parseUnit(unit)
  const [noun, ...more] = parsed?.above ?? []
  return (
    noun !== undefined &&
    more.length === 0 &&
    parsed?.below.length === 0 &&
    noun.count === 1n &&
    knownUnit(noun.name) === undefined
  )
}
