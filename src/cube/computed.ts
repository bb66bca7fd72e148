import { isAbsent } from '../measure/absence.ts'
import { year } from '../measure/period.ts'
import { ONE, ratio, type Ratio } from '../measure/ratio.ts'
import { parseUnit, unitOf } from '../measure/unit.ts'
import { compute, computedIn } from '../plan/formula/compute.ts'
import { codesIn, type Formula } from '../plan/formula/node.ts'
import { parseFormula } from '../plan/formula/parse.ts'
import { formulaOrder } from '../plan/formula/units.ts'
import type { Indicator } from '../plan/plan.ts'
import type { Axis } from './axis.ts'
import type { Calendar } from './calendar.ts'
import { EMPTY_SPARSE, NO_ORIGIN, sliceText, type Column, type Slice } from './column.ts'

/** What a column is made of where nobody gave a figure: the numbers of other columns. */
export type Computation =
  /** Two sums, divided; `factor` brings the quotient into the indicator's unit. */
  | { readonly kind: 'ratio'; readonly top: number; readonly bottom: number; readonly factor: Ratio }
  /** Figures of areas, weighted. */
  | { readonly kind: 'weighted'; readonly weight: number }
  /** A formula; for each code the columns that its figures are taken from, the newest method first. */
  | { readonly kind: 'formula'; readonly formula: Formula; readonly inputs: ReadonlyMap<string, readonly number[]> }

/** The origins of rows of which nothing is known. */
export const noOrigins = ({ ids }: Axis): Uint16Array => new Uint16Array(ids.length).fill(NO_ORIGIN)

/** A column of which nothing is known yet. */
export function emptyColumn(slice: Slice, indicator: Indicator, calendar: Calendar, origins: Uint16Array): Column {
  return {
    slice,
    indicator,
    calendar,
    scale: indicator.decimals,
    on: null,
    off: null,
    rest: EMPTY_SPARSE,
    history: { ...EMPTY_SPARSE, origins: new Uint16Array(0) },
    origins,
    logs: [],
    bound: 0,
    most: 0,
    statuses: -1,
    totals: null,
    computed: null,
    means: null,
  }
}

/**
 * Says of every column what it is made of, and adds the columns of indicators that nobody reports but that others make: one for
 * each breakdown in which something that they are made of has figures. Gives the numbers of all that are computed, each behind
 * what it is made of.
 */
export function link(
  columns: Column[],
  bySlice: Map<string, number>,
  indicators: ReadonlyMap<string, Indicator>,
  axis: Axis,
): readonly number[] {
  const byIndicator = new Map<string, Map<string, number[]>>()
  const enter = (number: number, { indicator, breakdown }: Slice) => {
    let breakdowns = byIndicator.get(indicator)
    if (!breakdowns) byIndicator.set(indicator, (breakdowns = new Map<string, number[]>()))
    breakdowns.set(breakdown, [...(breakdowns.get(breakdown) ?? []), number])
  }
  columns.forEach(({ slice }, number) => enter(number, slice))
  const newestFirst = (code: string, breakdown: string): readonly number[] => {
    const methods = indicators.get(code)?.methods.map(method => method.id) ?? []
    const methodOf = (number: number) => columns[number]?.slice.method ?? ''
    const age = (number: number) => methods.indexOf(methodOf(number))
    // Methods that nobody lists stand by their names, so that it does not matter which had figures first.
    const byName = (a: number, b: number) => (methodOf(a) < methodOf(b) ? -1 : 1)
    return [...(byIndicator.get(code)?.get(breakdown) ?? [])].sort((a, b) => age(b) - age(a) || byName(a, b))
  }
  const order: number[] = []
  for (const { indicator, parts, make } of inOrder(indicators)) {
    const breakdowns = new Set(parts.flatMap(code => [...(byIndicator.get(code)?.keys() ?? [])]))
    for (const breakdown of breakdowns) {
      let [number] = newestFirst(indicator.code, breakdown)
      if (number === undefined) {
        const slice = { indicator: indicator.code, method: indicator.methods.at(-1)?.id ?? '', breakdown }
        const from = columns[parts.flatMap(code => newestFirst(code, breakdown))[0] ?? -1]
        if (!from) continue
        number = columns.push(emptyColumn(slice, indicator, from.calendar, noOrigins(axis))) - 1
        bySlice.set(sliceText(slice), number)
        enter(number, slice)
      }
      const column = columns[number]
      const computed = make(code => newestFirst(code, breakdown))
      if (!column || !computed) continue
      column.computed = computed
      order.push(number)
    }
  }
  return order
}

interface Made {
  readonly indicator: Indicator
  readonly parts: readonly string[]
  readonly make: (columns: (code: string) => readonly number[]) => Computation | null
}

/** The indicators that others make, each behind what it is made of. */
function inOrder(indicators: ReadonlyMap<string, Indicator>): Made[] {
  const formulas = new Map<string, Formula>()
  const made = new Map<string, Made>()
  for (const indicator of indicators.values()) {
    const { code, overAreas, ratio: two, weight, formula: text } = indicator
    const formula = text === undefined ? null : parseFormula(text).value
    if (overAreas === 'ratioOfSums' && two) {
      const factor = factorOf(indicator, indicators)
      const quotient = parseFormula(`[${two.numerator}] / [${two.denominator}]`).value
      if (quotient) formulas.set(code, quotient)
      made.set(code, {
        indicator,
        parts: [two.numerator, two.denominator],
        make: columns => {
          const [[top], [bottom]] = [columns(two.numerator), columns(two.denominator)]
          return factor && top !== undefined && bottom !== undefined ? { kind: 'ratio', top, bottom, factor } : null
        },
      })
    } else if (formula) {
      const parts = codesIn(formula)
      formulas.set(code, formula)
      made.set(code, {
        indicator,
        parts,
        make: columns => ({ kind: 'formula', formula, inputs: new Map(parts.map(part => [part, columns(part)])) }),
      })
    } else if (overAreas === 'weightedMean' && weight !== undefined) {
      const by = parseFormula(`[${weight}]`).value
      if (by) formulas.set(code, by)
      made.set(code, {
        indicator,
        parts: [code],
        make: columns => {
          const weights = columns(weight)[0]
          return weights === undefined ? null : { kind: 'weighted', weight: weights }
        },
      })
    }
  }
  const ordered = formulaOrder(formulas)
  return 'circle' in ordered ? [] : ordered.order.flatMap(code => made.get(code) ?? [])
}

/** What a quotient of one by one is in the indicator's unit; null where the units do not fit. */
export function factorOf({ unit, ratio: two }: Indicator, indicators: ReadonlyMap<string, Indicator>): Ratio | null {
  const own = parseUnit(unit) ?? unitOf([], [])
  const unitsOf = (code: string) => parseUnit(indicators.get(code)?.unit ?? '')
  for (const text of [
    `[${two?.numerator}] / [${two?.denominator}]`,
    `share([${two?.numerator}]; [${two?.denominator}])`,
  ]) {
    const formula = parseFormula(text).value
    const found = formula && computedIn(compute(formula, year(2000), { value: () => ONE, unit: unitsOf }), own)
    if (found && !isAbsent(found)) return found
  }
  return null
}

/** What a growth rate of one is in its unit: a hundredth where that is percent. */
export const growthUnit = (unit: string): Ratio => ({ '%': ratio(1n, 100n), '‰': ratio(1n, 1000n) })[unit] ?? ONE
