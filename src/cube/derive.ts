import { absent, isAbsent, type Absence } from '../measure/absence.ts'
import { periodCode, type Period } from '../measure/period.ts'
import { fromDecimal, type Ratio } from '../measure/ratio.ts'
import { parseUnit } from '../measure/unit.ts'
import { compute, computedIn, type Computed } from '../plan/formula/compute.ts'
import { codesIn, type Formula } from '../plan/formula/node.ts'
import { parseFormula } from '../plan/formula/parse.ts'
import { formulaOrder } from '../plan/formula/units.ts'
import { computedAs, type Observation, type ObservationStatus } from '../plan/observation.ts'
import type { Indicator } from '../plan/plan.ts'

/** The source of a figure that a formula made. */
export const FORMULA_SOURCE = 'formula'

/** A computed figure with its arithmetic and the figures that it was made of. */
export interface Derived {
  readonly figure: Observation
  /** Before it was rounded to the indicator's decimals. */
  readonly exact: Ratio
  readonly computed: Computed
  readonly inputs: readonly Observation[]
}

/** A figure that could not be computed, with the reason of the first that is missing. */
export interface NotDerived {
  readonly indicator: string
  readonly area: string
  readonly period: Period
  readonly why: Absence
  readonly computed: Computed
}

/**
 * Computes every indicator that has a formula, in an order in which each stands behind what it is made of: for every area,
 * map and breakdown, and every period in which something that it is made of has a figure. Of an input's figures the one of
 * its newest method and most trusted source is taken, never two at once; a computed figure is as settled as the least
 * settled of them, and is rounded (half away from zero) to its indicator's decimals only at the end.
 */
export function derive(
  indicators: readonly Indicator[],
  observations: readonly Observation[],
): { readonly derived: readonly Derived[]; readonly missing: readonly NotDerived[] } {
  const formulas = formulasOf(indicators)
  if (formulas.size === 0) return { derived: [], missing: [] }
  const ordered = formulaOrder(formulas)
  if ('circle' in ordered) return { derived: [], missing: [] }
  const byCode = new Map(indicators.map(each => [each.code, each]))
  const units = new Map(indicators.map(each => [each.code, parseUnit(each.unit)]))
  const known = new Chosen(byCode)
  for (const observation of observations) known.add(observation)
  const derived: Derived[] = []
  const missing: NotDerived[] = []
  for (const code of ordered.order) {
    const [indicator, formula, unit] = [byCode.get(code), formulas.get(code), units.get(code)]
    if (!indicator || !formula || !unit) continue
    for (const { place, period } of known.whereAny(codesIn(formula))) {
      const inputs: Observation[] = []
      const computed = compute(formula, period, {
        unit: each => units.get(each) ?? null,
        value: (each, when) => {
          const found = known.at(place.key, each, when)
          if (!found) return absent('notReported')
          inputs.push(found)
          // What stands on a computed figure is computed from its exact value.
          return isAbsent(found.value) ? found.value : (found.exact ?? fromDecimal(found.value))
        },
      })
      const exact = computedIn(computed, unit)
      if (isAbsent(exact)) {
        missing.push({ indicator: code, area: place.area, period, why: exact, computed })
        continue
      }
      const figure: Observation = {
        indicator: code,
        method: '',
        area: place.area,
        map: place.map,
        period,
        breakdown: place.breakdown,
        source: FORMULA_SOURCE,
        ...computedAs(exact, indicator.decimals),
        status: leastSettled(inputs),
        note: '',
        log: Math.max(0, ...inputs.map(each => each.log)),
      }
      derived.push({ figure, exact, computed, inputs })
      known.add(figure)
    }
  }
  return { derived, missing }
}

function formulasOf(indicators: readonly Indicator[]): Map<string, Formula> {
  const formulas = new Map<string, Formula>()
  for (const { code, formula } of indicators) {
    const parsed = formula === undefined ? null : parseFormula(formula).value
    if (parsed) formulas.set(code, parsed)
  }
  return formulas
}

/** A what-if's figure taints all that is made of it; then what is least sure decides. */
const SETTLED: readonly ObservationStatus[] = ['simulated', 'estimated', 'provisional', 'revised', 'official']
const leastSettled = (inputs: readonly Observation[]): ObservationStatus =>
  SETTLED.find(status => inputs.some(each => each.status === status)) ?? 'provisional'

interface Place {
  readonly key: string
  readonly area: string
  readonly map: string | null
  readonly breakdown: Observation['breakdown']
}

/** Where an indicator has figures in a period. */
interface Here {
  readonly period: Period
  readonly places: Map<string, Place>
}

/** One figure for each indicator, place and period. */
class Chosen {
  readonly #indicators: ReadonlyMap<string, Indicator>
  readonly #figures = new Map<string, Observation>()
  readonly #periods = new Map<string, Map<string, Here>>()

  constructor(indicators: ReadonlyMap<string, Indicator>) {
    this.#indicators = indicators
  }

  add(figure: Observation): void {
    const { area, map, breakdown, indicator } = figure
    const key = keyOf(figure)
    const period = codeOf(figure.period)
    const at = `${key} ${indicator} ${period}`
    const held = this.#figures.get(at)
    if (held && !this.#standsOver(figure, held)) return
    this.#figures.set(at, figure)
    let periods = this.#periods.get(indicator)
    if (!periods) this.#periods.set(indicator, (periods = new Map<string, Here>()))
    let here = periods.get(period)
    if (!here) periods.set(period, (here = { period: figure.period, places: new Map<string, Place>() }))
    if (!here.places.has(key)) here.places.set(key, { key, area, map, breakdown })
  }

  at(key: string, indicator: string, period: Period): Observation | null {
    return this.#figures.get(`${key} ${indicator} ${codeOf(period)}`) ?? null
  }

  /** Every place and period in which one of these has a figure, the periods in order. */
  whereAny(codes: readonly string[]): { readonly place: Place; readonly period: Period }[] {
    const found = new Map<string, { place: Place; period: Period }>()
    for (const code of codes)
      for (const [text, { period, places }] of this.#periods.get(code) ?? [])
        for (const place of places.values()) found.set(`${text} ${place.key}`, { place, period })
    return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each)
  }

  /** A newer method over an older one, then the sources as the indicator trusts them, then what is more settled, then newer. */
  #standsOver(a: Observation, b: Observation): boolean {
    const indicator = this.#indicators.get(a.indicator)
    const method = (each: Observation) => indicator?.methods.findIndex(known => known.id === each.method) ?? -1
    // A reported figure stands over a computed one.
    const source = (each: Observation) => {
      if (each.source === FORMULA_SOURCE) return Number.MAX_SAFE_INTEGER
      const place = indicator?.sources?.indexOf(each.source) ?? -1
      return place < 0 ? (indicator?.sources?.length ?? 0) : place
    }
    const settled = (each: Observation) => SETTLED.indexOf(each.status)
    const order = method(a) - method(b) || source(b) - source(a) || settled(a) - settled(b) || a.log - b.log
    return order !== 0 ? order > 0 : a.source < b.source
  }
}

/** Figures with those that formulas make of them, where nobody reported one. */
export function withDerived(
  indicators: readonly Indicator[],
  observations: readonly Observation[],
): readonly Observation[] {
  const made = new Set(indicators.filter(each => each.formula !== undefined).map(each => each.code))
  if (made.size === 0) return observations
  const placeOf = (figure: Observation) => `${figure.indicator} ${codeOf(figure.period)} ${keyOf(figure)}`
  const reported = new Set(observations.filter(each => made.has(each.indicator)).map(placeOf))
  const derived = derive(indicators, observations).derived.map(each => each.figure)
  return [...observations, ...derived.filter(figure => !reported.has(placeOf(figure)))]
}

/** Area, map and breakdown as one text; most figures are totals. */
function keyOf({ area, map, breakdown }: Observation): string {
  return Object.keys(breakdown).length > 0 ? JSON.stringify([area, map, breakdown]) : `${area}\n${map ?? ''}`
}

/** Figures of one period share it, so its code is made once. */
const periodCodes = new WeakMap<Period, string>()
function codeOf(period: Period): string {
  let code = periodCodes.get(period)
  if (code === undefined) periodCodes.set(period, (code = periodCode(period)))
  return code
}
