import { endOf, previousPeriod, shiftYears, type Period } from '../../measure/period.ts'
import {
  addRatio,
  compareRatio,
  divideRatio,
  multiplyRatio,
  NOUGHT,
  ONE,
  ratio,
  subtractRatio,
  type Ratio,
} from '../../measure/ratio.ts'
import { computedAs, type Observation } from '../../plan/observation.ts'
import type { Indicator, Plan } from '../../plan/plan.ts'
import { spanKey } from '../timeline.ts'
import { exactOf, FURTHEST, isApart, knownAt, readingOf, type Ground } from './ground.ts'
import { ADDED_SOURCE, figureKey, isByHand, simulatedAs, type Figures } from './simulated.ts'

/** What an assumption made of a figure of an area above those that it speaks of. */
export interface Added {
  readonly indicator: Indicator
  readonly area: string
  readonly period: Period
  /** What it would be without the assumption: known, or gone on to from the last that is known; null where nothing is. */
  readonly before: Ratio | null
  readonly value: Ratio
}

export interface AddedUp {
  readonly added: readonly Added[]
  /** Areas above that something moves, nobody knows how far. */
  readonly unknown: readonly string[]
}

/** By what the areas in an area are weighed; null where they are just added. */
export type Weighing = { readonly by: Indicator | null } | 'none'

/** How a figure of an area moves those above it: as they are rolled up. Formulas are computed there from what they stand on. */
export function weighingOf({ indicators }: Plan, { overAreas, formula, weight, ratio: parts }: Indicator): Weighing {
  if (formula !== undefined) return 'none'
  const named = (code: string | undefined): Weighing => {
    const by = indicators.find(each => each.code === code)
    return by ? { by } : 'none'
  }
  switch (overAreas) {
    case 'sum':
    case 'recount':
      return { by: null }
    case 'weightedMean':
      return named(weight)
    case 'ratioOfSums':
      return named(parts?.denominator)
    case 'none':
      return 'none'
    default:
      return overAreas satisfies never
  }
}

/** A value and the period that it was known for, from which it goes on. */
interface GoneOn {
  readonly value: Ratio
  readonly at: Period
}

type Look = (period: Period) => Ratio | null

/**
 * What an indicator comes to if nothing more is known: amounts and rates of a period repeat those of the same time a year before;
 * all else goes on by its last change, never below zero where it cannot be. Linear, so that the going on of a sum is the sum of
 * those of its parts. `upTo`: nothing later is looked at.
 */
export function goneOn(
  { overTime, nonNegative }: Indicator,
  look: Look,
  period: Period,
  upTo: Period | null = null,
): GoneOn | null {
  const repeats = overTime === 'sum' || overTime === 'chainedGrowth'
  let at = period
  for (let steps = 0; steps <= FURTHEST; steps += 1) {
    const last = upTo && endOf(at) > endOf(upTo) ? null : look(at)
    if (last) {
      const before = repeats || steps === 0 ? null : look(previousPeriod(at))
      if (!before) return { value: last, at }
      const value = addRatio(last, multiplyRatio(subtractRatio(last, before), ratio(BigInt(steps))))
      return { value: nonNegative ? floored(value) : value, at }
    }
    at = repeats && at.length === 1 && at.frequency !== 'D' ? shiftYears(at, -1) : previousPeriod(at)
  }
  return null
}

const floored = (value: Ratio): Ratio => (compareRatio(value, NOUGHT) < 0 ? NOUGHT : value)

/** What changed below an area in a period, by the areas that say so. */
interface Moved {
  readonly period: Period
  readonly parts: ReadonlySet<string>
}

/**
 * Adds up what one assumption sets, area by area from below; the totals join `fresh`. An area moves by the weighed differences of
 * those in it to what they would have been: what it is known to be, or goes on to, stands for all the others. Where it has no
 * figures itself, all those in it must have some. What is supposed of an area by hand is never moved.
 */
export function addUp(ground: Ground, indicator: Indicator, prior: Figures, fresh: Map<string, Observation>): AddedUp {
  const { inside } = ground.knowledge
  const weighing = weighingOf(ground.plan, indicator)
  const above = inside && weighing !== 'none' ? areasAbove(fresh.values(), inside, ground.shown) : []
  if (!inside || weighing === 'none' || above.length === 0) return { added: [], unknown: [] }
  const below = areasIn(inside)
  const moved = new Map<string, Map<string, Moved>>()
  for (const { area, period } of fresh.values()) note(moved, area, period, [area])
  const added: Added[] = []
  const unknown = new Set<string>()
  const sum = summing(ground, indicator, weighing.by, prior, fresh)
  for (const area of above) {
    const children = below.get(area) ?? []
    const open = new Map<string, { readonly period: Period; readonly parts: Set<string> }>()
    for (const child of children)
      for (const [key, { period, parts }] of moved.get(child) ?? []) {
        const own = figureKey({ indicator: indicator.code, area, period })
        if (isByHand(fresh.get(own)) || isByHand(prior.get(own))) continue
        const held = open.get(key)
        if (held) for (const part of parts) held.parts.add(part)
        else open.set(key, { period, parts: new Set(parts) })
      }
    for (const { period, parts } of open.values()) {
      const total = sum(area, children, period, parts)
      if (!total) {
        unknown.add(area)
        note(moved, area, period, parts)
        continue
      }
      const method = readingOf(ground, indicator, area).method ?? methodBelow(fresh, indicator, parts, period)
      const figure = simulatedAs(
        indicator,
        { area, period, method, source: ADDED_SOURCE },
        computedAs(total.value, indicator.decimals),
      )
      fresh.set(figureKey(figure), figure)
      note(moved, area, period, [area])
      added.push({ indicator, area, period, ...total })
    }
  }
  return { added, unknown: [...unknown] }
}

function note(moved: Map<string, Map<string, Moved>>, area: string, period: Period, parts: Iterable<string>): void {
  let own = moved.get(area)
  if (!own) moved.set(area, (own = new Map()))
  own.set(spanKey(period), { period, parts: new Set(parts) })
}

const methodBelow = (fresh: Figures, { code }: Indicator, parts: ReadonlySet<string>, period: Period): string => {
  const [area = ''] = parts
  return fresh.get(figureKey({ indicator: code, area, period }))?.method ?? ''
}

type Sum = (
  area: string,
  children: readonly string[],
  period: Period,
  parts: ReadonlySet<string>,
) => Pick<Added, 'before' | 'value'> | null

/** The totals of one indicator, before an assumption and with it. */
function summing(ground: Ground, indicator: Indicator, by: Indicator | null, prior: Figures, fresh: Figures): Sum {
  const looking =
    (of: Indicator, ...figures: readonly Figures[]) =>
    (area: string): Look =>
    period => {
      const key = figureKey({ indicator: of.code, area, period })
      for (const each of figures) {
        const figure = each.get(key)
        if (figure) return exactOf(figure)
      }
      return knownAt(ground, of, area, period)
    }
  const before = looking(indicator, prior)
  const now = looking(indicator, fresh, prior)
  const weights = by && looking(by, prior)
  const weightOf = (area: string, period: Period): Ratio | null =>
    by && weights ? (goneOn(by, weights(area), period)?.value ?? null) : ONE
  /** What all that lies in an area weighs; the area's own word where somebody's is not known. */
  const wholeOf = (area: string, children: readonly string[], period: Period): Ratio | null => {
    if (!by) return ONE
    const each = children.filter(child => !isApart(ground, indicator, child, period)).map(c => weightOf(c, period))
    const known = each.filter(weight => weight !== null)
    const whole = known.length === each.length ? known.reduce(addRatio, NOUGHT) : weightOf(area, period)
    return whole && whole.num !== 0n ? whole : null
  }
  const kept = (value: Ratio): Ratio => (indicator.nonNegative ? floored(value) : value)

  /** From the area's own line, by what those in it say that it does not know yet. */
  const movedBy: Sum = (area, children, period, parts) => {
    const own = goneOn(indicator, before(area), period)
    const whole = wholeOf(area, children, period)
    if (!own || !whole) return null
    let value = own.value
    for (const child of new Set([...children, ...parts])) {
      const is = goneOn(indicator, now(child), period)
      if (!is || (!parts.has(child) && endOf(is.at) <= endOf(own.at))) continue
      const was = goneOn(indicator, before(child), period, own.at)
      const weight = weightOf(child, period)
      if (!was || !weight) return null
      const share = divideRatio(weight, whole)
      value = addRatio(value, multiplyRatio(share, subtractRatio(is.value, was.value)))
    }
    return { before: own.value, value: kept(value) }
  }
  /** From all those that lie in it. */
  const madeOfAll: Sum = (_, children, period) => {
    let [value, whole, any] = [NOUGHT, NOUGHT, false]
    for (const child of children) {
      const is = goneOn(indicator, now(child), period)
      if (!is && isApart(ground, indicator, child, period)) continue
      const weight = weightOf(child, period)
      if (!is || !weight) return null
      value = addRatio(value, multiplyRatio(weight, is.value))
      whole = addRatio(whole, weight)
      any = true
    }
    if (!any || whole.num === 0n) return null
    return { before: null, value: kept(by ? divideRatio(value, whole) : value) }
  }
  return (...asked) => movedBy(...asked) ?? madeOfAll(...asked)
}

/** The areas that something lies in, by id; made once of a map. */
export function areasIn(inside: ReadonlyMap<string, string>): ReadonlyMap<string, readonly string[]> {
  const known = CHILDREN.get(inside)
  if (known) return known
  const found = new Map<string, string[]>()
  for (const [area, parent] of inside) {
    const list = found.get(parent)
    if (list) list.push(area)
    else found.set(parent, [area])
  }
  CHILDREN.set(inside, found)
  return found
}
const CHILDREN = new WeakMap<ReadonlyMap<string, string>, ReadonlyMap<string, readonly string[]>>()

/** The areas above those that have a figure, the lowest first. `shown`: none but this one and those in it. */
function areasAbove(
  figures: Iterable<Observation>,
  inside: ReadonlyMap<string, string>,
  shown: string | undefined,
): readonly string[] {
  const depths = new Map<string, number>()
  for (const area of new Set(Array.from(figures, each => each.area))) {
    const path = pathFrom(area, inside).slice(1)
    const end = shown === undefined ? path.length : path.indexOf(shown) + 1
    path.slice(0, end).forEach((each, i) => depths.set(each, path.length - i))
  }
  return [...depths].sort(([, a], [, b]) => b - a).map(([area]) => area)
}

/** An area, what it lies in, what that lies in, and so on. */
export function pathFrom(area: string, inside: ReadonlyMap<string, string>): readonly string[] {
  const path: string[] = []
  for (let at: string | undefined = area; at !== undefined; at = inside.get(at)) path.push(at)
  return path
}
