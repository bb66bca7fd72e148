import type { Period } from '../../measure/period.ts'
import type { Observation } from '../../plan/observation.ts'
import type { Indicator } from '../../plan/plan.ts'
import { spanKey } from '../timeline.ts'

/** The source of a figure that a layer sets, of a ratio of such figures, and of one that is added up of those of areas within. */
export const LAYER_SOURCE = 'what-if'
export const RATIO_SOURCE = 'what-if-ratio'
export const ADDED_SOURCE = 'what-if-added'

/** A layer's figures by their keys. */
export type Figures = ReadonlyMap<string, Observation>

export const figureKey = (o: Pick<Observation, 'indicator' | 'area' | 'period'>): string =>
  `${o.indicator}\n${o.area}\n${spanKey(o.period)}`

/** A figure of a layer. `method`: that of the area's newest figure, so that it joins the series that is judged. */
export const simulatedAs = (
  indicator: Indicator,
  at: { readonly area: string; readonly period: Period; readonly method: string; readonly source?: string },
  value: Pick<Observation, 'value' | 'exact'>,
): Observation => ({
  indicator: indicator.code,
  source: LAYER_SOURCE,
  ...at,
  map: null,
  breakdown: NO_BREAKDOWN,
  ...value,
  status: 'simulated',
  note: '',
  log: 0,
})
const NO_BREAKDOWN = {}

/** Figures with those of a layer in the place of what is known of the same indicator, area and period. */
export function laidOver(known: readonly Observation[], figures: readonly Observation[]): readonly Observation[] {
  if (figures.length === 0) return known
  const keys = new Set(figures.map(figureKey))
  return [...known.filter(o => Object.keys(o.breakdown).length > 0 || !keys.has(figureKey(o))), ...figures]
}
