import { DIRECTIONS, OVER_AREAS, OVER_TIME } from '../measure/aggregation.ts'
import { nearest } from '../measure/nearest.ts'
import { FREQUENCIES } from '../measure/period.ts'
import { divideUnits, parseUnit, sameDimensions, unitOf } from '../measure/unit.ts'
import type { Message, Outcome } from '../messages/message.ts'
import { Faults, none, readName, unique, type Json } from './file-faults.ts'
import type { Formula } from './formula/node.ts'
import { parseFormula } from './formula/parse.ts'
import { formulaOrder, formulaUnit } from './formula/units.ts'
import type { Dimension, Indicator, Method } from './plan.ts'

/** The indicators of a file (a list), all or none; each fault by its path. */
export function parseIndicators(json: unknown): Outcome<readonly Indicator[] | null> {
  const faults = new Faults()
  const found = faults.list(json, '').map((each, i) => readIndicator(each, `[${i}]`, faults))
  if (faults.messages.length === 0) {
    unique(
      found.map(each => each.code),
      '',
      faults,
    )
    checkIndicators(found, faults)
  }
  return faults.messages.length > 0 ? { value: null, messages: faults.messages } : { value: found, messages: [] }
}

/** An indicator of a file. */
export function readIndicator(value: unknown, path: string, faults: Faults): Indicator {
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
    ...said(indicator, 'definition', value => readName(value, `${path}.definition`, faults)),
    ...said(indicator, 'formula', value => faults.text(value, `${path}.formula`)),
    ...said(indicator, 'weight', value => faults.text(value, `${path}.weight`)),
    ...said(indicator, 'ratio', value => readRatio(value, `${path}.ratio`, faults)),
    ...said(indicator, 'dimensions', value =>
      faults
        .list(value, `${path}.dimensions`)
        .map((each, i) => readDimension(each, `${path}.dimensions[${i}]`, faults)),
    ),
    ...said(indicator, 'responsible', value => faults.text(value, `${path}.responsible`)),
  }
}

/** A field that may be left out. */
const said = <Key extends string, T>(
  json: Json | null,
  key: Key,
  read: (value: unknown) => T,
): Partial<Record<Key, T>> => (none(json?.[key]) ? {} : ({ [key]: read(json[key]) } as Partial<Record<Key, T>>))

function readRatio(value: unknown, path: string, faults: Faults): NonNullable<Indicator['ratio']> {
  const json = faults.object(value, path)
  return {
    numerator: faults.text(json?.['numerator'], `${path}.numerator`),
    denominator: faults.text(json?.['denominator'], `${path}.denominator`),
  }
}

function readDimension(value: unknown, path: string, faults: Faults): Dimension {
  const json = faults.object(value, path)
  const codes = faults.list(json?.['codes'], `${path}.codes`).map((each, i) => {
    const code = faults.object(each, `${path}.codes[${i}]`)
    return {
      id: faults.text(code?.['id'], `${path}.codes[${i}].id`),
      name: readName(code?.['name'], `${path}.codes[${i}].name`, faults),
    }
  })
  unique(
    codes.map(code => code.id),
    `${path}.codes`,
    faults,
  )
  return {
    id: faults.text(json?.['id'], `${path}.id`),
    name: readName(json?.['name'], `${path}.name`, faults),
    codes,
    whole: json?.['whole'] === true,
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

/**
 * What must hold between indicators: a weight, a numerator, a denominator and what a formula speaks of are there, and their
 * units give the indicator's own; no formula goes in a circle.
 */
export function checkIndicators(indicators: readonly Indicator[], faults: Faults): void {
  const byCode = new Map(indicators.map(each => [each.code, each]))
  const named = (code: string, path: string) => {
    const found = byCode.get(code)
    if (!found) faults.add(path, 'plan.no-such-indicator', code, nearest(code, byCode.keys()))
    return found ? parseUnit(found.unit) : null
  }
  const formulas = new Map<string, Formula>()
  for (const indicator of indicators) {
    const path = `indicators.${indicator.code}`
    if (indicator.decimals < 0 || indicator.decimals > 9)
      faults.add(`${path}.decimals`, 'plan.decimals', indicator.decimals, '0 … 9')
    if (indicator.weight !== undefined) named(indicator.weight, `${path}.weight`)
    if (indicator.ratio) checkRatio(indicator, path, named, faults)
    if (indicator.formula !== undefined) {
      const formula = checkFormula(indicator, path, byCode, faults)
      if (formula) formulas.set(indicator.code, formula)
    }
  }
  const ordered = formulaOrder(formulas)
  if ('circle' in ordered)
    faults.add(`indicators.${ordered.circle[0] ?? ''}.formula`, 'formula.circle', ordered.circle.join(' → '), '')
}

const percent = parseUnit('%') ?? unitOf([], [])

function checkRatio(
  { ratio, unit }: Indicator,
  path: string,
  named: (code: string, path: string) => ReturnType<typeof parseUnit>,
  faults: Faults,
): void {
  const over = named(ratio?.numerator ?? '', `${path}.ratio.numerator`)
  const under = named(ratio?.denominator ?? '', `${path}.ratio.denominator`)
  const own = parseUnit(unit)
  if (!over || !under || !own) return
  const quotient = sameDimensions(over, under) ? percent : divideUnits(over, under)
  if (!sameDimensions(quotient, own)) faults.add(`${path}.ratio`, 'plan.ratio-unit', quotient.text, unit)
}

function checkFormula(
  { formula: text = '', unit }: Indicator,
  path: string,
  byCode: ReadonlyMap<string, Indicator>,
  faults: Faults,
): Formula | null {
  const told = ({ rule, start = 0, end = 0, actual, expected }: Message) =>
    faults.add(`${path}.formula ${start}-${end}`, rule, actual, expected ?? '')
  const { value: formula, messages } = parseFormula(text)
  messages.forEach(told)
  if (!formula) return null
  const found: Message[] = []
  const unitOfCode = (code: string) => {
    const known = byCode.get(code)
    return known ? parseUnit(known.unit) : null
  }
  const made = formulaUnit(formula, unitOfCode, byCode.keys(), found)
  found.forEach(told)
  const own = parseUnit(unit)
  if (found.length === 0 && own && made && !sameDimensions(made, own))
    faults.add(`${path}.formula`, 'formula.gives-unit', made.text === '' ? '1' : made.text, unit)
  return formula
}
