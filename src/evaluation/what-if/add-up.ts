import { endOf, previousPeriod, samePeriod, shiftYears, type Period } from '../../measure/period.ts'
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
import { FURTHEST, isApart, looking, readingOf, type Ground, type Look } from './ground.ts'
import { ADDED_SOURCE, figureKey, simulatedAs, type Figures } from './simulated.ts'

/** What a layer makes of a figure of an area above those that it speaks of. */
export interface Added {
  readonly indicator: Indicator
  readonly area: string
  readonly period: Period
  /** What it would be without the layer: known, or gone on to from the last that is known; null where nothing is. */
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

/**
 * What an indicator comes to if nothing more is known: amounts and rates of a period repeat those of the same time a year before;
 * all else goes on at the pace between the last two that are known, never below zero where it cannot be. Linear, so that the going
 * on of a sum is the sum of those of its parts. `upTo`: nothing later is looked at.
 */
export function goneOn(
  { overTime, nonNegative }: Indicator,
  look: Look,
  period: Period,
  upTo: Period | null = null,
): GoneOn | null {
  const repeats = overTime === 'sum' || overTime === 'chainedGrowth'
  const back = (from: Period): Period =>
    repeats && from.length === 1 && from.frequency !== 'D' ? shiftYears(from, -1) : previousPeriod(from)
  const found = lastOf(look, period, back, upTo)
  if (!found || found.steps === 0 || repeats) return found
  const before = lastOf(look, back(found.at), back)
  if (!before) return found
  const paces = divideRatio(ratio(BigInt(found.steps)), ratio(BigInt(before.steps + 1)))
  const value = addRatio(found.value, multiplyRatio(subtractRatio(found.value, before.value), paces))
  return { value: nonNegative ? floored(value) : value, at: found.at }
}

/** The last value that is known up to a period, and how many steps back. */
function lastOf(look: Look, period: Period, back: (from: Period) => Period, upTo: Period | null = null) {
  let at = period
  for (let steps = 0; steps <= FURTHEST; steps += 1) {
    const value = upTo && endOf(at) > endOf(upTo) ? null : look(at)
    if (value) return { value, at, steps }
    at = back(at)
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
 * Adds up what a layer sets of one indicator, area by area from below; the totals join its `figures`. An area moves by the weighed
 * differences of those in it to what they would have been: what it is known to be, or goes on to, stands for all the others. Where
 * it has no figures itself, or not yet of a period that all those in it report, it is made of these. What is supposed of an area by
 * hand is never moved. `weights`: what the layer makes of other indicators.
 */
export function addUp(
  ground: Ground,
  indicator: Indicator,
  figures: Map<string, Observation>,
  weights: Figures,
): AddedUp {
  const { inside } = ground.knowledge
  const weighing = weighingOf(ground.plan, indicator)
  if (!inside || weighing === 'none') return { added: [], unknown: [] }
  const below = areasIn(inside)
  const moved = new Map<string, Map<string, Moved>>()
  for (const { area, period } of figures.values()) note(moved, area, period, [area])
  const added: Added[] = []
  const unknown = new Set<string>()
  const sum = summing(ground, indicator, weighing.by, figures, weights)
  for (const area of areasAbove(figures.values(), inside, ground.shown)) {
    const children = below.get(area) ?? []
    for (const { period, parts } of openOf(indicator, area, children, moved, figures)) {
      const total = sum(area, children, period, parts)
      if (!total) {
        unknown.add(area)
        note(moved, area, period, parts)
        continue
      }
      const [part = ''] = parts
      const method =
        readingOf(ground, indicator, area).method ??
        figures.get(figureKey({ indicator: indicator.code, area: part, period }))?.method ??
        ''
      const at = { area, period, method, source: ADDED_SOURCE }
      const figure = simulatedAs(indicator, at, computedAs(total.value, indicator.decimals))
      figures.set(figureKey(figure), figure)
      note(moved, area, period, [area])
      added.push({ indicator, area, period, ...total })
    }
  }
  return { added, unknown: [...unknown] }
}

/** The periods in which something in an area moved and nothing is supposed of the area itself. */
function openOf(
  { code }: Indicator,
  area: string,
  children: readonly string[],
  moved: ReadonlyMap<string, ReadonlyMap<string, Moved>>,
  figures: Figures,
): Iterable<Moved> {
  const open = new Map<string, { readonly period: Period; readonly parts: Set<string> }>()
  for (const child of children)
    for (const [key, { period, parts }] of moved.get(child) ?? []) {
      if (figures.has(figureKey({ indicator: code, area, period }))) continue
      const held = open.get(key)
      if (held) for (const part of parts) held.parts.add(part)
      else open.set(key, { period, parts: new Set(parts) })
    }
  return open.values()
}

function note(moved: Map<string, Map<string, Moved>>, area: string, period: Period, parts: Iterable<string>): void {
  let own = moved.get(area)
  if (!own) moved.set(area, (own = new Map<string, Moved>()))
  own.set(spanKey(period), { period, parts: new Set(parts) })
}

type Sum = (
  area: string,
  children: readonly string[],
  period: Period,
  parts: ReadonlySet<string>,
) => Pick<Added, 'before' | 'value'> | null

/** The totals of one indicator as they were, and as a layer has them. */
function summing(ground: Ground, indicator: Indicator, by: Indicator | null, figures: Figures, weights: Figures): Sum {
  const before = (area: string) => looking(ground, indicator, area, null)
  const now = (area: string) => looking(ground, indicator, area, figures)
  const weightOf = (area: string, period: Period): Ratio | null =>
    by ? (goneOn(by, looking(ground, by, area, weights), period)?.value ?? null) : ONE
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
  const movedBy = (
    area: string,
    own: GoneOn,
    children: readonly string[],
    period: Period,
    parts: ReadonlySet<string>,
  ): ReturnType<Sum> => {
    const whole = wholeOf(area, children, period)
    if (!whole) return null
    let value = own.value
    for (const child of new Set([...children, ...parts])) {
      const part = parts.has(child)
      const is = goneOn(indicator, now(child), period)
      if (!is || (!part && endOf(is.at) <= endOf(own.at))) continue
      // What was not known yet when the area's line ends is measured by its own line, and says nothing if nothing is supposed.
      const was =
        goneOn(indicator, before(child), period, own.at) ?? (part ? goneOn(indicator, before(child), period) : is)
      if (!was) return null
      const change = subtractRatio(is.value, was.value)
      if (change.num === 0n) continue
      const weight = weightOf(child, period)
      if (!weight) return null
      const share = divideRatio(weight, whole)
      value = addRatio(value, multiplyRatio(share, change))
    }
    return { before: own.value, value: kept(value) }
  }
  /** From all those that lie in it; `reported`: only where none of them has to go on to it. */
  const madeOfAll = (children: readonly string[], period: Period, reported: boolean): Ratio | null => {
    let [value, whole, any] = [NOUGHT, NOUGHT, false]
    for (const child of children) {
      const is = goneOn(indicator, now(child), period)
      if (!is && isApart(ground, indicator, child, period)) continue
      if (!is || (reported && !samePeriod(is.at, period))) return null
      const weight = weightOf(child, period)
      if (!weight) return null
      value = addRatio(value, multiplyRatio(weight, is.value))
      whole = addRatio(whole, weight)
      any = true
    }
    if (!any || whole.num === 0n) return null
    return kept(by ? divideRatio(value, whole) : value)
  }
  return (area, children, period, parts) => {
    const own = goneOn(indicator, before(area), period)
    if (own && samePeriod(own.at, period)) return movedBy(area, own, children, period, parts)
    const all = madeOfAll(children, period, true)
    if (all) return { before: own?.value ?? null, value: all }
    const moved = own && movedBy(area, own, children, period, parts)
    if (moved) return moved
    const value = madeOfAll(children, period, false)
    return value && { before: own?.value ?? null, value }
  }
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
