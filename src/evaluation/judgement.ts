import type { Bound } from '../measure/bound.ts'
import type { Decimal } from '../measure/decimal.ts'
import type { Period } from '../measure/period.ts'
import type { Ratio } from '../measure/ratio.ts'
import type { Severity } from '../messages/message.ts'
import type { ObservationStatus } from '../plan/observation.ts'
import type { Change, Name } from '../plan/plan.ts'
import type { Quantity } from './quantity.ts'
import type { ReasonCode } from './reason-code.ts'

/** What the evaluation says of a target on a day, in the order of the contract's summary. */
export const STATUS_WORDS = [
  'exceeded',
  'met',
  'onTrack',
  'atRisk',
  'missed',
  'notDue',
  'noData',
  'notComputable',
] as const
export type StatusWord = (typeof STATUS_WORDS)[number]

/** The figure that a sentence speaks of, enough to find it again in the store. */
export interface FigureRef {
  readonly indicator: string
  readonly method: string
  readonly period: Period
  readonly source: string
  readonly status: ObservationStatus
  readonly log: number
  readonly value: Decimal
}

/** An area as a sentence names it; the id where nobody knows its name. */
export interface NamedArea {
  readonly id: string
  readonly name: string | null
}

/** What stands in a place of a sentence, before a language has been chosen. */
export type Param =
  /** `rounded` where the number shown is not the exact one. */
  | { readonly kind: 'amount'; readonly value: Decimal; readonly unit: string | null; readonly rounded: boolean }
  /** A rise or a fall by so much: the size, and which way. */
  | {
      readonly kind: 'change'
      readonly way: Change
      /** A mean of so much a year. */
      readonly yearly: boolean
      readonly value: Decimal
      readonly unit: string | null
      readonly rounded: boolean
    }
  /** `way` where it bounds a change, `yearly` where it bounds the mean of one. */
  | {
      readonly kind: 'bound'
      readonly bound: Bound
      readonly unit: string
      readonly way?: Change
      readonly yearly?: boolean
    }
  | { readonly kind: 'period'; readonly period: Period }
  | { readonly kind: 'periods'; readonly periods: readonly Period[] }
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'figure'; readonly figure: FigureRef; readonly unit: string }
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'name'; readonly name: Name }
  | { readonly kind: 'names'; readonly names: readonly Name[] }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'area'; readonly area: NamedArea }
  | { readonly kind: 'areas'; readonly areas: readonly NamedArea[] }
  /** A word of the catalogue, e.g. a status. */
  | { readonly kind: 'word'; readonly code: ReasonCode }

/** One sentence of an explanation as data: a code of the catalogue and what fills its places. */
export interface Reason {
  readonly code: ReasonCode
  readonly values: Readonly<Record<string, Param>>
}

/** A computed value that goes on from what is known; never stored. */
export interface Projection {
  readonly value: Quantity
  /** The status rests on the last pace alone (docs/methods.md); other methods stand beside it in an outlook. */
  readonly method: 'lastPace'
  /** The period that it speaks of. */
  readonly period: Period
}

/** A figure that would be enough, in the indicator's unit and decimals. */
export interface NeededFigure {
  readonly indicator: string
  readonly period: Period
  readonly value: Decimal
}

/** How one indicator of a measure stands. Values are in the measure's unit. */
export interface IndicatorJudgement {
  readonly indicator: string
  readonly status: StatusWord
  readonly value: Quantity | null
  /** What the path asks for today, on the side of the bound that matters; null where there is no path. */
  readonly required: Ratio | null
  readonly projected: Projection | null
  /** The fewest figures that would still make it met, all delivered; null where it is decided or nothing is enough. */
  readonly needed: readonly NeededFigure[] | null
  readonly used: readonly FigureRef[]
  readonly explanation: readonly Reason[]
}

export interface MeasureJudgement {
  readonly measure: string
  readonly name: Name
  readonly status: StatusWord
  /** Of the indicator that stands worst; in `unit`. */
  readonly value: Quantity | null
  /** Digits behind the mark to show the value with, where it has no shorter exact form. */
  readonly decimals: number
  readonly bound: Bound | null
  readonly unit: string
  readonly when: Period
  readonly required: Ratio | null
  readonly projected: Projection | null
  readonly needed: readonly NeededFigure[] | null
  readonly used: readonly FigureRef[]
  readonly explanation: readonly Reason[]
  readonly indicators: readonly IndicatorJudgement[]
}

export interface TargetJudgement {
  readonly target: string
  readonly status: StatusWord
  readonly measures: readonly MeasureJudgement[]
}

/** A number that a finding of coherence rests on: exact, with the unit it is in. */
export interface Computed {
  readonly name: string
  readonly value: Quantity
  readonly unit: string
  readonly decimals: number
}

/** Something that the plan's own numbers prove about it, before any figure of the term. */
export interface CoherenceFinding {
  readonly rule: CoherenceRule
  readonly severity: Severity
  readonly targets: readonly string[]
  readonly computed: readonly Computed[]
  readonly explanation: readonly Reason[]
}

export const COHERENCE_RULES = [
  'shares-cannot-sum',
  'below-baseline',
  'below-last-pace',
  'implied-growth',
  'yearly-against-total',
  'parts-exceed-whole',
  'allocations-differ',
] as const
export type CoherenceRule = (typeof COHERENCE_RULES)[number]

export interface Evaluation {
  readonly plan: string
  /** The day judged, ISO. */
  readonly on: string
  readonly asOfLog: number | null
  readonly summary: Readonly<Record<StatusWord, number>>
  readonly judgements: readonly TargetJudgement[]
  readonly coherence: readonly CoherenceFinding[]
}
