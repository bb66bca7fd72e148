import { addRatio, compareRatio, multiplyRatio, ratio, subtractRatio, type Ratio } from '../../measure/ratio.ts'
import type { Method } from './method.ts'
import type { Point } from './track.ts'

/**
 * The line whose slope is the median of the slopes between all pairs of points, and whose height is the median of what
 * that slope leaves of each (Theil 1950, Sen 1968). From five points on: of their ten slopes one wrong figure spoils
 * four, so the median, between the fifth and the sixth, cannot be carried away by it.
 */
export const theilSen: Method = {
  least: 5,
  fit(points) {
    const slope = median(slopes(points))
    if (!slope) return null
    const height = median(points.map(p => subtractRatio(p.value, multiplyRatio(slope, steps(p.at)))))
    return height && (at => addRatio(height, multiplyRatio(slope, steps(at))))
  },
}

const steps = (at: number): Ratio => ratio(BigInt(at))

function slopes(points: readonly Point[]): readonly Ratio[] {
  const found: Ratio[] = []
  for (const [i, a] of points.entries())
    for (const b of points.slice(i + 1)) {
      const rise = subtractRatio(b.value, a.value)
      found.push({ num: rise.num, den: rise.den * BigInt(b.at - a.at) })
    }
  return found
}

/** The middle value, or the mean of the two in the middle; exact. Null of nothing. */
export function median(values: readonly Ratio[]): Ratio | null {
  const sorted = [...values].sort(compareRatio)
  const half = sorted.length >> 1
  const [low, high] = [sorted[sorted.length % 2 === 0 ? half - 1 : half], sorted[half]]
  return low && high ? multiplyRatio(addRatio(low, high), ratio(1n, 2n)) : null
}
