import { ratio } from '../../measure/ratio.ts'
import type { Method } from './method.ts'
import type { Point } from './track.ts'

/** The weights that are tried for level and trend, in fifths: 0,2 · 0,4 · 0,6 · 0,8. */
const FIFTHS = [1n, 2n, 3n, 4n] as const

/**
 * Exponential smoothing with a linear trend (Holt 1957). The first two figures start level and trend; the pair of weights
 * is the one of the sixteen on the grid whose one-step forecasts erred least in sum over the figures after them (of equals
 * the smoother). Exact: with weights in fifths every step only multiplies a denominator by 25. It needs an unbroken run of
 * five figures at the end: two to start from and three errors to choose by.
 */
export const holt: Method = {
  least: 5,
  fit(points) {
    const run = unbroken(points)
    if (run.length < holt.least) return null
    const den = run.reduce((common, p) => lcm(common, p.value.den), 1n)
    const values = run.map(p => (p.value.num * den) / p.value.den)
    let best: State | null = null
    for (const alpha of FIFTHS)
      for (const beta of FIFTHS) {
        const state = smooth(values, alpha, beta)
        if (!best || state.error < best.error) best = state
      }
    const end = run.at(-1)?.at ?? 0
    if (!best) return null
    const { level, trend, scale } = best
    return at => ratio(level + trend * BigInt(at - end), scale * den)
  },
}

interface State {
  /** Level and trend over `scale`. */
  readonly level: bigint
  readonly trend: bigint
  readonly scale: bigint
  /** The sum of the absolute one-step errors; of runs of one length all have one scale. */
  readonly error: bigint
}

function smooth(values: readonly bigint[], alpha: bigint, beta: bigint): State {
  const [first = 0n, second = 0n] = values
  let [level, trend, scale, error] = [second, second - first, 1n, 0n]
  for (const value of values.slice(2)) {
    const expected = level + trend
    const actual = value * scale
    const miss = actual > expected ? actual - expected : expected - actual
    // level' = a·y + (1 − a)(level + trend), over 5·scale; trend' = b(level' − level) + (1 − b)·trend, over 25·scale.
    const raised = alpha * actual + (5n - alpha) * expected
    trend = beta * (raised - 5n * level) + (5n - beta) * 5n * trend
    level = raised * 5n
    error = (error + miss) * 25n
    scale *= 25n
  }
  return { level, trend, scale, error }
}

/** The figures at the end that follow each other step by step. */
function unbroken(points: readonly Point[]): readonly Point[] {
  let from = points.length - 1
  while (from > 0 && (points[from]?.at ?? 0) - (points[from - 1]?.at ?? 0) === 1) from -= 1
  return points.slice(Math.max(from, 0))
}

function lcm(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b]
  while (y) [x, y] = [y, x % y]
  return (a / x) * b
}
