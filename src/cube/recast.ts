import { absent, isAbsent, type Absence } from '../measure/absence.ts'
import { apportion } from '../measure/apportion.ts'
import { multiply, sign, sum, type Decimal } from '../measure/decimal.ts'
import { divideRatio, fromDecimal, type Ratio } from '../measure/ratio.ts'
import type { WeightName } from '../territory/territory.ts'
import { together, type Form, type Transition } from '../territory/transition.ts'

/** What each area of a map reported for one period; an area that is not there did not report. */
export type Reported = ReadonlyMap<string, Decimal | Absence>

/** How a divided area is split where its parts are asked for; null: not at all. */
export type SplitBy = WeightName | 'equal' | null

/** How a figure of the new map came about. */
export type Recast =
  /** The same area reported it. */
  | { readonly how: 'carried'; readonly value: Decimal; readonly from: readonly [string] }
  /** The figures of these areas, added to the last digit. */
  | { readonly how: 'summed'; readonly value: Decimal; readonly from: readonly string[] }
  /** Something in it was split by a weight that a source states, or equally because that was asked for. */
  | {
      readonly how: 'apportioned'
      readonly value: Decimal
      readonly from: readonly string[]
      readonly by: WeightName | 'equal'
    }
  /** No figure: which areas did not report, or cannot be told apart. */
  | { readonly how: 'absent'; readonly value: Absence; readonly from: readonly string[] }

/** Recasts one period of an additive indicator; every area of the map, or any areas of it together. */
export interface Recaster {
  of(area: string): Recast
  total(areas: readonly string[]): Recast
}

/**
 * The figures of one map on another. What was whole stays exact, and so does every sum of areas that contains all parts of
 * what was divided, whatever the weight: parts are apportioned by largest remainder. Without a weight a part is not
 * computable, never guessed.
 */
export function recast(change: Transition, reported: Reported, by: SplitBy = null): Recaster {
  const { forms, pools } = change
  const parts = new Map<number, Part>()
  const partsOf = (pool: number): Part => {
    let part = parts.get(pool)
    if (!part) parts.set(pool, (part = split(pool)))
    return part
  }
  const split = (index: number): Part => {
    const pool = pools[index]
    if (!pool) return { values: null, from: [], because: 'cube.parts-unknown' }
    const whole = valueOf(pool.of)
    const from = [...pool.of.whole, ...whole.from]
    if (whole.how === 'absent') return { values: null, from, because: whole.value.because ?? null, absent: whole.value }
    const weights = by === null || pool.unstated ? null : by === 'equal' ? pool.among.map(() => ONE) : pool.weights[by]
    if (!weights) return { values: null, from: pool.among, because: 'cube.parts-unknown' }
    const values = apportion(whole.value, weights)
    return 'rule' in values
      ? { values: null, from: pool.among, because: 'cube.parts-unknown' }
      : { values, from, because: null }
  }
  const valueOf = (form: Form): Recast => {
    const found: Decimal[] = []
    const lacking: string[] = []
    let reason: Absence | null = null
    let undue: Absence | null = null
    for (const id of form.whole) {
      const value = reported.get(id) ?? NOT_REPORTED
      if (isAbsent(value) && isUndue(value)) undue = value
      else if (isAbsent(value)) {
        lacking.push(id)
        reason = worse(reason, value)
      } else found.push(value)
    }
    const from = [...form.whole]
    for (const share of form.shares) {
      const part = partsOf(share.pool)
      const value = part.values?.[share.index]
      if (value) {
        found.push(value)
        from.push(...part.from)
      } else if (part.absent && isUndue(part.absent)) undue = part.absent
      else {
        lacking.push(...part.from)
        reason = worse(reason, part.absent ?? absent('notComputable', 'cube.parts-unknown'))
      }
    }
    if (reason) return { how: 'absent', value: reason, from: unique(lacking) }
    if (undue && found.length === 0) return { how: 'absent', value: undue, from: unique(from) }
    const value = sum(found)
    const [only] = form.whole
    if (form.shares.length > 0 && by !== null) return { how: 'apportioned', value, from: unique(from), by }
    return form.whole.length === 1 && only !== undefined
      ? { how: 'carried', value, from: [only] }
      : { how: 'summed', value, from }
  }
  return {
    of: area => {
      const form = forms.get(area)
      return form ? valueOf(form) : NO_SUCH_AREA(area)
    },
    total: areas =>
      valueOf(
        together(
          areas.flatMap(id => forms.get(id) ?? { whole: [id], shares: [] }),
          pools,
        ),
      ),
  }
}

interface Part {
  readonly values: readonly Decimal[] | null
  readonly from: readonly string[]
  readonly because: string | null
  readonly absent?: Absence
}

const ONE: Decimal = { coefficient: 1n, scale: 0 }
const NOT_REPORTED = absent('notReported')
const UNWEIGHED = absent('notComputable', 'cube.weight-unknown')
const NO_SUCH_AREA = (area: string): Recast => ({
  how: 'absent',
  value: absent('notComputable', 'cube.no-such-area'),
  from: [area],
})

/** What is not due or not applicable is missed by nobody: what is due makes the sum. */
const isUndue = ({ absent: why }: Absence): boolean => why === 'notDue' || why === 'notApplicable'

const unique = (ids: readonly string[]): string[] => [...new Set(ids)]

/** Of two reasons the one that says more: what cannot be computed stands before what was not reported. */
const worse = (a: Absence | null, b: Absence): Absence =>
  a === null || (a.absent !== 'notComputable' && b.absent === 'notComputable') ? b : a

/** A ratio on another map: numerator and denominator recast, then divided. Null with the side that lacks something. */
export function recastRatio(
  change: Transition,
  numerator: Reported,
  denominator: Reported,
  areas: readonly string[],
  by: SplitBy = null,
): { readonly value: Ratio; readonly by: SplitBy } | { readonly absent: Absence; readonly from: readonly string[] } {
  const [top, bottom] = [numerator, denominator].map(side => recast(change, side, by).total(areas)) as [Recast, Recast]
  for (const side of [top, bottom]) if (side.how === 'absent') return { absent: side.value, from: side.from }
  const [n, d] = [top.value as Decimal, bottom.value as Decimal]
  if (sign(d) === 0) return { absent: absent('notComputable', 'cube.nothing-below'), from: areas }
  return {
    value: divideRatio(fromDecimal(n), fromDecimal(d)),
    by: [top, bottom].some(side => side.how === 'apportioned') ? by : null,
  }
}

/** A mean weighted by another series: recast as the ratio of the weighted sums. */
export function recastWeightedMean(
  change: Transition,
  values: Reported,
  weights: Reported,
  areas: readonly string[],
): ReturnType<typeof recastRatio> {
  const products = new Map<string, Decimal | Absence>()
  const weighed = new Map(weights)
  for (const [id, value] of values) {
    const weight = weights.get(id) ?? NOT_REPORTED
    products.set(id, isAbsent(value) ? value : isAbsent(weight) ? UNWEIGHED : multiply(value, weight))
    if (isAbsent(value) && isUndue(value)) weighed.set(id, value)
  }
  return recastRatio(change, products, weighed, areas)
}

/**
 * Figures that no sum makes: an area that did not change keeps its own; one that did has none until somebody assesses it
 * (`recount`: a standard is counted anew from the areas themselves) or says what it is.
 */
export function carry(change: Transition, reported: Reported, area: string, recount: boolean): Recast {
  const form = change.forms.get(area)
  if (!form) return NO_SUCH_AREA(area)
  const [only] = form.whole
  if (form.whole.length === 1 && form.shares.length === 0 && only === area) {
    const value = reported.get(area) ?? NOT_REPORTED
    return isAbsent(value) ? { how: 'absent', value, from: [area] } : { how: 'carried', value, from: [area] }
  }
  const value = recount ? absent('notAssessed', 'cube.assess-anew') : absent('notComputable', 'cube.not-additive')
  return { how: 'absent', value, from: [...form.whole] }
}
