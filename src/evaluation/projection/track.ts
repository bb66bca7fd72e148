import type { Period } from '../../measure/period.ts'
import type { Ratio } from '../../measure/ratio.ts'
import type { Quantity } from '../quantity.ts'

/** A known figure on a line of equal steps (years, or the parts of a term). */
export interface Point {
  readonly at: number
  readonly value: Ratio
  readonly period: Period
}

/** What a forecast of several steps comes to: the last of them, their sum, or their chain of growth rates. */
export type Gathering = 'end' | 'sum' | 'chain'

/**
 * What goes on at the last pace: the change of a level, the figure itself where it is a flow or a rate, or the yearly
 * factor where growth is promised.
 */
export type GoesOn = 'change' | 'same' | 'factor'

/** The figures behind a measure, ready to be projected to the period that it speaks of. */
export interface Track {
  readonly points: readonly Point[]
  /** The step that is asked for; later than the last point. */
  readonly to: number
  readonly gathering: Gathering
  readonly goesOn: GoesOn
  readonly period: Period
  /** What a gathered forecast makes of the measure, in the measure's unit. */
  readonly outcome: (gathered: Ratio) => Quantity
  /** The gathered figure whose outcome is so much. */
  readonly goal: (outcome: Ratio) => Ratio
  /** Whether a larger gathered forecast makes a smaller outcome: a fall. */
  readonly turned: boolean
  /** Whether no point can be below zero, so that no forecast is. */
  readonly nonNegative: boolean
  /** The unit of the points, and of every error of a forecast. */
  readonly unit: string
}

/** How many steps lie between the last known figure and the period asked for. */
export const horizonOf = ({ points, to }: Track): number => to - (points.at(-1)?.at ?? to)
