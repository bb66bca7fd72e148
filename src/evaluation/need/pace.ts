import type { Period } from '../../measure/period.ts'
import { divideRatio, fromDecimal, NOUGHT, ratio, subtractRatio, type Ratio } from '../../measure/ratio.ts'
import { ofRatio, percentOf, roundQuantity, type Quantity } from '../quantity.ts'
import { horizonOf, type Point, type Track } from '../projection/track.ts'

/** What one step did, or would have to do: a change, a flow, or a rate in percent. */
export interface Pace {
  readonly value: Ratio
  readonly period: Period
}

/** The paces that the figures ever went at, oldest first, in the terms in which the track goes on. */
export function pacesOf({ points, goesOn }: Track): readonly Pace[] {
  if (goesOn === 'same') return points.map(({ value, period }) => ({ value, period }))
  return points.slice(1).flatMap((now, i): Pace[] => {
    const before = points[i]
    const value = before && (goesOn === 'change' ? changeOver(before, now) : rateOver(before, now))
    return value ? [{ value, period: now.period }] : []
  })
}

const changeOver = (before: Point, now: Point): Ratio =>
  divideRatio(subtractRatio(now.value, before.value), ratio(BigInt(now.at - before.at)))

/** Only between neighbours: over a gap a yearly rate would be a root. */
const rateOver = (before: Point, now: Point): Ratio | null =>
  before.value.num > 0n && now.at - before.at === 1 ? percentOf(divideRatio(now.value, before.value), 'up') : null

/** The pace that, kept from here, comes to a gathered goal; null where no rate leads there. */
export function paceTo(track: Track, goal: Ratio): Quantity | null {
  const [h, latest] = [horizonOf(track), track.points.at(-1)]
  if (!latest || h <= 0) return null
  const steps = ratio(BigInt(h))
  switch (track.gathering) {
    case 'sum':
      return ofRatio(divideRatio(goal, steps))
    case 'chain':
      return goal.num < 0n ? null : { kind: 'meanRate', factor: goal, periods: h, change: 'up' }
    case 'end':
      break
    default:
      return track.gathering satisfies never
  }
  switch (track.goesOn) {
    case 'same':
      return ofRatio(goal)
    case 'change':
      return ofRatio(divideRatio(subtractRatio(goal, latest.value), steps))
    case 'factor': {
      const factor = latest.value.num > 0n ? divideRatio(goal, latest.value) : null
      return factor && factor.num >= 0n ? { kind: 'meanRate', factor, periods: h, change: 'up' } : null
    }
    default:
      return track.goesOn satisfies never
  }
}

/** Digits that a root is cut to before it is divided by another pace. */
const ROOT_DIGITS = 12

/** The pace as a quotient; a root to twelve digits. */
export function nearRatio(pace: Quantity): Ratio | null {
  if (pace.kind === 'ratio') return pace.ratio
  const near = roundQuantity(pace, ROOT_DIGITS)
  return near && fromDecimal(near)
}

/**
 * How many times the best pace ever the needed one is: 0 where nothing is asked, null where no step ever went that way.
 * Of a ceiling for each period or rate, the lowest ever by what there is room for.
 */
export function strain(needed: Ratio, best: Ratio, wants: 'more' | 'less', ofChange: boolean): Ratio | null {
  if (wants === 'more') return needed.num <= 0n ? NOUGHT : best.num <= 0n ? null : divideRatio(needed, best)
  if (needed.num > 0n) return ofChange || best.num <= 0n ? NOUGHT : divideRatio(best, needed)
  if (needed.num === 0n) return ofChange || best.num <= 0n ? NOUGHT : null
  return best.num >= 0n ? null : divideRatio(needed, best)
}
