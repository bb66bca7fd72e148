import { DIRECTIONS, OVER_AREAS, OVER_TIME } from '../measure/aggregation.ts'
import { boundOf, BOUND_KINDS, type Bound, type BoundKind } from '../measure/bound.ts'
import { decimalText, parseDecimal, type Decimal } from '../measure/decimal.ts'
import { FREQUENCIES, isDay, parsePeriod, periodCode, type Period } from '../measure/period.ts'
import { nearest } from '../measure/nearest.ts'
import { parseUnit } from '../measure/unit.ts'
import type { Message, Outcome } from '../messages/message.ts'
import {
  BASES,
  SCOPES,
  SHAPES,
  type Base,
  type Group,
  type Indicator,
  type Measure,
  type Method,
  type Name,
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
        bound: measure.bound && {
          kind: measure.bound.kind,
          low: measure.bound.low && decimalText(measure.bound.low),
          high: measure.bound.high && decimalText(measure.bound.high),
        },
      })),
    })),
  }
}

/** Reads a plan file; null with messages where anything in it is not what a plan is. Each message names its path. */
export function parsePlanFile(json: unknown): Outcome<Plan | null> {
  const faults = new Faults()
  const plan = readPlan(json, faults)
  if (plan) checkPlan(plan, faults)
  return faults.messages.length > 0 ? { value: null, messages: faults.messages } : { value: plan, messages: [] }
}

const none = (value: unknown): value is null | undefined => value === undefined || value === null

type Json = Readonly<Record<string, unknown>>

/** Collects what is wrong, with the path where it stands. */
class Faults {
  readonly messages: Message[] = []

  add(path: string, rule: string, actual: unknown, expected: string): null {
    const found = actual === undefined ? '—' : JSON.stringify(actual).slice(0, 80)
    this.messages.push({ rule, severity: 'error', column: path, actual: found, expected })
    return null
  }

  object(value: unknown, path: string): Json | null {
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Json)
      : this.add(path, 'plan.not-an-object', value, '{ … }')
  }

  list(value: unknown, path: string): readonly unknown[] {
    if (Array.isArray(value)) return value as readonly unknown[]
    this.add(path, 'plan.not-a-list', value, '[ … ]')
    return []
  }

  text(value: unknown, path: string): string {
    if (typeof value === 'string' && value.trim() !== '') return value.normalize('NFC')
    this.add(path, 'plan.not-a-text', value, '"…"')
    return ''
  }

  oneOf<T extends string>(value: unknown, words: readonly T[], path: string): T | null {
    return words.find(word => word === value) ?? this.add(path, 'plan.not-one-of', value, words.join(', '))
  }

  whole(value: unknown, path: string): number {
    if (typeof value === 'number' && Number.isInteger(value)) return value
    this.add(path, 'plan.not-a-number', value, '0, 1, 2 …')
    return 0
  }
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

function readName(value: unknown, path: string, faults: Faults): Name {
  const name = faults.object(value, path)
  const vi = faults.text(name?.['vi'], `${path}.vi`)
  return none(name?.['en']) ? { vi } : { vi, en: faults.text(name['en'], `${path}.en`) }
}

function readDay(value: unknown, path: string, faults: Faults): string | null {
  if (none(value)) return null
  return typeof value === 'string' && isDay(value) ? value : faults.add(path, 'plan.not-a-day', value, '2020-10-27')
}

function readGroup(value: unknown, path: string, faults: Faults): Group {
  const group = faults.object(value, path)
  return { id: faults.text(group?.['id'], `${path}.id`), name: readName(group?.['name'], `${path}.name`, faults) }
}

function readIndicator(value: unknown, path: string, faults: Faults): Indicator {
  const indicator = faults.object(value, path)
  const unit = faults.text(indicator?.['unit'], `${path}.unit`)
  if (unit !== '' && !parseUnit(unit)) faults.add(`${path}.unit`, 'plan.not-a-unit', unit, 'tỷ đồng, %, ha, xã …')
  return {
    code: faults.text(indicator?.['code'], `${path}.code`),
    name: readName(indicator?.['name'], `${path}.name`, faults),
    unit,
    decimals: faults.whole(indicator?.['decimals'], `${path}.decimals`),
    direction: faults.oneOf(indicator?.['direction'], DIRECTIONS, `${path}.direction`) ?? 'none',
    frequency: faults.oneOf(indicator?.['frequency'], FREQUENCIES, `${path}.frequency`) ?? 'A',
    overAreas: faults.oneOf(indicator?.['overAreas'], OVER_AREAS, `${path}.overAreas`) ?? 'none',
    overTime: faults.oneOf(indicator?.['overTime'], OVER_TIME, `${path}.overTime`) ?? 'none',
    methods: faults
      .list(indicator?.['methods'] ?? [], `${path}.methods`)
      .map((method, i) => readMethod(method, `${path}.methods[${i}]`, faults)),
    ...(typeof indicator?.['nonNegative'] === 'boolean' ? { nonNegative: indicator['nonNegative'] } : {}),
    ...(indicator?.['sources'] === undefined
      ? {}
      : {
          sources: faults
            .list(indicator['sources'], `${path}.sources`)
            .map((source, i) => faults.text(source, `${path}.sources[${i}]`)),
        }),
  }
}

function readMethod(value: unknown, path: string, faults: Faults): Method {
  const method = faults.object(value, path)
  return {
    id: faults.text(method?.['id'], `${path}.id`),
    name: readName(method?.['name'], `${path}.name`, faults),
    linked: faults
      .list(method?.['linked'] ?? [], `${path}.linked`)
      .map((id, i) => faults.text(id, `${path}.linked[${i}]`)),
  }
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
  }
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
    }
  }
}

function unique(ids: readonly string[], path: string, faults: Faults): void {
  const seen = new Set<string>()
  for (const id of ids) {
    if (seen.has(id)) faults.add(path, 'plan.twice', id, '')
    seen.add(id)
  }
}
