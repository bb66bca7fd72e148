import { boundOf, BOUND_KINDS, type Bound, type BoundKind } from '../measure/bound.ts'
import { decimalText, parseDecimal, type Decimal } from '../measure/decimal.ts'
import { isDay, parsePeriod, periodCode, type Period } from '../measure/period.ts'
import { nearest } from '../measure/nearest.ts'
import type { Outcome } from '../messages/message.ts'
import { checkAllocations } from './check-allocations.ts'
import { Faults, none, readName, unique } from './file-faults.ts'
import { checkIndicators, readIndicator } from './indicator-file.ts'
import {
  BASES,
  SCOPES,
  SHAPES,
  type Allocation,
  type Base,
  type Group,
  type Measure,
  type Place,
  type Plan,
  type Shape,
  type Target,
} from './plan.ts'

/**
 * A plan as a file: JSON with decimals in plain notation as text and periods as codes ("2021/2025").
 * `parsePlanFile(planFile(plan))` is the plan again.
 */
export function planFile(plan: Plan): object {
  return {
    ...plan,
    targets: plan.targets.map(target => ({
      ...target,
      measures: target.measures.map(measure => ({
        ...measure,
        shape: { ...measure.shape, when: periodCode(measure.shape.when) },
        bound: measure.bound && boundFile(measure.bound),
        ...(measure.allocations ? { allocations: measure.allocations.map(allocationFile) } : {}),
      })),
    })),
  }
}

export const boundFile = ({ kind, low, high }: Bound) => ({
  kind,
  low: low && decimalText(low),
  high: high && decimalText(high),
})

const allocationFile = ({ area, when, bound, within }: Allocation) => ({
  area,
  when: when && periodCode(when),
  bound: boundFile(bound),
  within,
})

/** Reads a plan file; null with messages where anything in it is not what a plan is. Each message names its path. */
export function parsePlanFile(json: unknown): Outcome<Plan | null> {
  const faults = new Faults()
  const plan = readPlan(json, faults)
  if (plan) checkPlan(plan, faults)
  return faults.messages.length > 0 ? { value: null, messages: faults.messages } : { value: plan, messages: [] }
}

function readPlan(json: unknown, faults: Faults): Plan | null {
  const plan = faults.object(json, '')
  if (!plan) return null
  const term = faults.object(plan['term'], 'term')
  return {
    id: faults.text(plan['id'], 'id'),
    name: readName(plan['name'], 'name', faults),
    issuer: none(plan['issuer']) ? null : readName(plan['issuer'], 'issuer', faults),
    adopted: readDay(plan['adopted'], 'adopted', faults),
    term: { from: faults.whole(term?.['from'], 'term.from'), to: faults.whole(term?.['to'], 'term.to') },
    area: faults.text(plan['area'], 'area'),
    map: readDay(plan['map'], 'map', faults),
    groups: faults.list(plan['groups'], 'groups').map((group, i) => readGroup(group, `groups[${i}]`, faults)),
    indicators: faults
      .list(plan['indicators'], 'indicators')
      .map((indicator, i) => readIndicator(indicator, `indicators[${i}]`, faults)),
    targets: faults.list(plan['targets'], 'targets').map((target, i) => readTarget(target, `targets[${i}]`, faults)),
    sources: faults.list(plan['sources'] ?? [], 'sources').map((source, i) => faults.text(source, `sources[${i}]`)),
    note: none(plan['note']) ? null : readName(plan['note'], 'note', faults),
  }
}

function readDay(value: unknown, path: string, faults: Faults): string | null {
  if (none(value)) return null
  return typeof value === 'string' && isDay(value) ? value : faults.add(path, 'plan.not-a-day', value, '2020-10-27')
}

function readGroup(value: unknown, path: string, faults: Faults): Group {
  const group = faults.object(value, path)
  return { id: faults.text(group?.['id'], `${path}.id`), name: readName(group?.['name'], `${path}.name`, faults) }
}

function readTarget(value: unknown, path: string, faults: Faults): Target {
  const target = faults.object(value, path)
  return {
    id: faults.text(target?.['id'], `${path}.id`),
    scope: faults.oneOf(target?.['scope'], SCOPES, `${path}.scope`) ?? 'main',
    group: none(target?.['group']) ? null : faults.text(target['group'], `${path}.group`),
    number: none(target?.['number']) ? null : faults.text(target['number'], `${path}.number`),
    text: faults.text(target?.['text'], `${path}.text`),
    place: readPlace(target?.['place'], `${path}.place`, faults),
    measures: faults
      .list(target?.['measures'], `${path}.measures`)
      .map((measure, i) => readMeasure(measure, `${path}.measures[${i}]`, faults)),
  }
}

function readPlace(value: unknown, path: string, faults: Faults): Place | null {
  if (none(value)) return null
  const place = faults.object(value, path)
  return (
    place && { start: faults.whole(place['start'], `${path}.start`), end: faults.whole(place['end'], `${path}.end`) }
  )
}

function readMeasure(value: unknown, path: string, faults: Faults): Measure {
  const measure = faults.object(value, path)
  const shape = readShape(measure?.['shape'], `${path}.shape`, faults)
  return {
    id: faults.text(measure?.['id'], `${path}.id`),
    name: readName(measure?.['name'], `${path}.name`, faults),
    place: readPlace(measure?.['place'], `${path}.place`, faults),
    indicators: faults
      .list(measure?.['indicators'], `${path}.indicators`)
      .map((code, i) => faults.text(code, `${path}.indicators[${i}]`)),
    shape,
    bound:
      none(measure?.['bound']) && shape.kind === 'milestone'
        ? null
        : readBound(measure?.['bound'], `${path}.bound`, faults),
    unit: typeof measure?.['unit'] === 'string' ? measure['unit'] : '',
    base: readBase(measure?.['base'], `${path}.base`, faults),
    partOf: none(measure?.['partOf']) ? null : faults.text(measure['partOf'], `${path}.partOf`),
    ...(none(measure?.['allocations'])
      ? {}
      : {
          allocations: faults
            .list(measure['allocations'], `${path}.allocations`)
            .flatMap((each, i) => readAllocation(each, `${path}.allocations[${i}]`, faults) ?? []),
        }),
  }
}

function readAllocation(value: unknown, path: string, faults: Faults): Allocation | null {
  const json = faults.object(value, path)
  const bound = json && readBound(json['bound'], `${path}.bound`, faults)
  const code = json?.['when']
  const when = none(code)
    ? null
    : ((typeof code === 'string' ? parsePeriod(code) : null) ??
      faults.add(`${path}.when`, 'plan.not-a-period', code, '2023, 2021/2025'))
  return (
    bound && {
      area: none(json['area']) ? null : faults.text(json['area'], `${path}.area`),
      when,
      bound,
      within: none(json['within']) ? null : faults.text(json['within'], `${path}.within`),
    }
  )
}

function readBase(value: unknown, path: string, faults: Faults): Base | null {
  return none(value) ? null : { year: faults.whole(faults.object(value, path)?.['year'], `${path}.year`) }
}

const ANY_YEAR: Period = { frequency: 'A', start: '2000-01-01', length: 1 }

function readShape(value: unknown, path: string, faults: Faults): Shape {
  const shape = faults.object(value, path)
  const kind = faults.oneOf(shape?.['kind'], SHAPES, `${path}.kind`) ?? 'level'
  const code = shape?.['when']
  const when =
    (typeof code === 'string' ? parsePeriod(code) : null) ??
    faults.add(`${path}.when`, 'plan.not-a-period', code, '2025, 2021/2025, 2024-Q1') ??
    ANY_YEAR
  const change = () => faults.oneOf(shape?.['change'], ['up', 'down'] as const, `${path}.change`) ?? 'up'
  const basis = () => faults.oneOf(shape?.['basis'], BASES, `${path}.basis`) ?? 'relative'
  switch (kind) {
    case 'level':
    case 'mean':
    case 'cumulative':
    case 'eachPeriod':
    case 'milestone':
      return { kind, when }
    case 'growth':
    case 'addition':
    case 'eachChange':
      return { kind, when, change: change(), basis: basis() }
    case 'meanGrowth':
      return {
        kind,
        when,
        change: change(),
        basis: basis(),
        mean: faults.oneOf(shape?.['mean'], ['geometric', 'arithmetic'] as const, `${path}.mean`) ?? 'geometric',
      }
    default:
      return kind satisfies never
  }
}

function readBound(value: unknown, path: string, faults: Faults): Bound | null {
  const bound = faults.object(value, path)
  const kind = faults.oneOf(bound?.['kind'], BOUND_KINDS, `${path}.kind`)
  if (!bound || !kind) return null
  const low = readDecimal(bound['low'], `${path}.low`, faults)
  const high = readDecimal(bound['high'], `${path}.high`, faults)
  return boundOf(kind, low, high) ?? faults.add(path, 'plan.bound-does-not-fit', bound, fitting(kind))
}

const fitting = (kind: BoundKind) =>
  kind === 'atLeast' || kind === 'moreThan'
    ? `${kind}: low`
    : kind === 'atMost' || kind === 'lessThan'
      ? `${kind}: high`
      : `${kind}: low ≤ high`

function readDecimal(value: unknown, path: string, faults: Faults): Decimal | null {
  if (none(value)) return null
  return (
    (typeof value === 'string' ? parseDecimal(value) : null) ??
    faults.add(path, 'plan.not-a-decimal', value, '"31742.5"')
  )
}

/** What must hold between the parts of a plan. */
function checkPlan(plan: Plan, faults: Faults): void {
  if (plan.term.from > plan.term.to) faults.add('term', 'plan.term-upside-down', plan.term, 'from ≤ to')
  unique(
    plan.groups.map(group => group.id),
    'groups',
    faults,
  )
  unique(
    plan.indicators.map(indicator => indicator.code),
    'indicators',
    faults,
  )
  unique(
    plan.targets.map(target => target.id),
    'targets',
    faults,
  )
  unique(
    plan.targets.flatMap(target => target.measures.map(measure => measure.id)),
    'measures',
    faults,
  )
  checkIndicators(plan.indicators, faults)
  const groups = new Set(plan.groups.map(group => group.id))
  const codes = new Set(plan.indicators.map(indicator => indicator.code))
  for (const target of plan.targets) {
    if (target.group !== null && !groups.has(target.group))
      faults.add(`targets.${target.id}.group`, 'plan.no-such-group', target.group, [...groups].join(', '))
    if (target.measures.length === 0) faults.add(`targets.${target.id}.measures`, 'plan.no-measure', [], '[ … ]')
    for (const measure of target.measures) {
      for (const code of measure.indicators)
        if (!codes.has(code))
          faults.add(`measures.${measure.id}.indicators`, 'plan.no-such-indicator', code, nearest(code, codes))
      if (measure.shape.kind !== 'milestone' && measure.indicators.length === 0)
        faults.add(`measures.${measure.id}.indicators`, 'plan.no-indicator', [], [...codes].slice(0, 5).join(', '))
      checkAllocations(plan, measure, faults)
    }
  }
}
