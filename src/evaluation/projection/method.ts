import type { Ratio } from '../../measure/ratio.ts'
import type { GoesOn, Point } from './track.ts'

/** The figure that a method expects at a step after the last known one. */
export type Forecast = (at: number) => Ratio

/** One way to go on from known figures. */
export interface Method {
  /** The fewest figures that it goes on from; with fewer it says nothing. */
  readonly least: number
  /** Null where these figures do not suit it. */
  readonly fit: (points: readonly Point[], goesOn: GoesOn) => Forecast | null
}

export const METHODS = ['lastPace', 'theilSen', 'holt'] as const
export type ProjectionMethod = (typeof METHODS)[number]
