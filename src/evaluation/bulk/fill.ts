import type { Period } from '../../measure/period.ts'
import type { Ratio } from '../../measure/ratio.ts'
import type { Indicator, Measure, Plan } from '../../plan/plan.ts'
import { seriesFor, type FigureIndex } from '../series.ts'
import type { Slot } from './compile.ts'
import { isSafe } from './exact.ts'

interface Filling {
  readonly plan: Plan
  readonly indicator: Indicator
  readonly index: FigureIndex
  readonly measure: Measure
  readonly termStart: string
  readonly scale: number
  readonly ended: (p: Period) => boolean
}

/** Writes what the series answers for every slot of a row; returns the method of the series. */
export function fillRow(cells: Float64Array, from: number, slots: readonly Slot[], it: Filling): string | null {
  const series = seriesFor(it.plan, it.indicator, it.index, it.measure.shape.when, it.termStart)
  slots.forEach(({ period, how }, i) => {
    const found = it.ended(period) ? (how === 'own' ? series.own(period) : series.value(period)) : null
    cells[from + i] = found ? cellOf(found.value, it.scale) : NaN
  })
  return series.method
}

/** A figure as a cell; infinite where it is no safe integer at that scale. */
export function cellOf({ num, den }: Ratio, scale: number): number {
  const scaled = num * 10n ** BigInt(scale)
  if (scaled % den !== 0n) return Infinity
  const cell = Number(scaled / den)
  return isSafe(cell) ? cell : Infinity
}
