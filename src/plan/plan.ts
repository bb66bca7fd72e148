import type { Bilingual } from '../messages/message.ts'
import type { Bound } from '../measure/bound.ts'
import type { Direction, OverAreas, OverTime } from '../measure/aggregation.ts'
import type { Frequency, Period } from '../measure/period.ts'

/** A name in Vietnamese, and in English where somebody gave one. */
export type Name = Pick<Bilingual, 'vi'> & Partial<Pick<Bilingual, 'en'>>

/** Where in the document something stands: UTF-16 offsets into its text as read. */
export interface Place {
  readonly start: number
  readonly end: number
}

/** A public plan: a document with a term, sections and targets. Immutable; a correction makes a new version of it. */
export interface Plan {
  readonly id: string
  readonly name: Name
  readonly issuer: Name | null
  /** The day of adoption, ISO. */
  readonly adopted: string | null
  /** Whole years, both ends included: the nhiệm kỳ 2020 - 2025 is { from: 2021, to: 2025 }. */
  readonly term: Term
  /** The area that the plan is for. */
  readonly area: string
  /** The day whose map of the territory the targets were promised on; by default that of adoption. */
  readonly map: string | null
  readonly groups: readonly Group[]
  readonly indicators: readonly Indicator[]
  readonly targets: readonly Target[]
  /** Where the plan's facts come from, for the reader. */
  readonly sources: readonly string[]
  /** Something the page must say of this plan as a whole, e.g. that its figures are provisional. */
  readonly note: Name | null
}

export interface Term {
  readonly from: number
  readonly to: number
}

export interface Group {
  readonly id: string
  readonly name: Name
}

/** What is measured. */
export interface Indicator {
  readonly code: string
  readonly name: Name
  /** A unit of measure in its canonical writing, e.g. "tỷ đồng", "%", "điểm %", "bác sĩ / 1 vạn dân". */
  readonly unit: string
  /** Digits behind the decimal mark that its figures keep, exactly. */
  readonly decimals: number
  readonly direction: Direction
  readonly frequency: Frequency
  readonly overAreas: OverAreas
  readonly overTime: OverTime
  /** Versions of its method; figures of different versions are never compared unless `linked` says so. */
  readonly methods: readonly Method[]
  /** Its figures can never be below zero by what they are (a count, an area, money spent); absent: not stated. */
  readonly nonNegative?: boolean
  /** Sources of its figures, the most trusted first; where they differ, the first that has a figure is taken. */
  readonly sources?: readonly string[]
  /** What is counted and what is not. */
  readonly definition?: Name
  /** How it is computed from other indicators (`formula/parse.ts`); a reported figure stands over a computed one. */
  readonly formula?: string
  /** For `weightedMean`: the indicator whose figures weigh it. */
  readonly weight?: string
  /** For `ratioOfSums`: the indicators that are added before they are divided. */
  readonly ratio?: { readonly numerator: string; readonly denominator: string }
  /** What its figures can be broken down by. */
  readonly dimensions?: readonly Dimension[]
  /** The id of the organisation that answers for it. */
  readonly responsible?: string
}

/** A breakdown: sex, ethnicity group, urban and rural, sector. */
export interface Dimension {
  readonly id: string
  readonly name: Name
  readonly codes: readonly { readonly id: string; readonly name: Name }[]
  /** Whether its codes together are the whole, so that their figures add up to the total. */
  readonly whole: boolean
}

export interface Method {
  readonly id: string
  readonly name: Name
  /** Ids of methods whose figures may be compared with this one's. */
  readonly linked: readonly string[]
}

/** Whether a target stands in the document's own list, is promised among tasks, or is a forecast. */
export const SCOPES = ['main', 'task', 'forecast'] as const
export type Scope = (typeof SCOPES)[number]

/** What the plan promises: one clause, list item or table row of the document with one or more measures. */
export interface Target {
  readonly id: string
  readonly scope: Scope
  /** A group's id, or null where the document has no groups. */
  readonly group: string | null
  /** The number that the document gives it inside its group: "3", "7a". */
  readonly number: string | null
  /** The document's words, or ours where the plan ships without its document. */
  readonly text: string
  readonly place: Place | null
  readonly measures: readonly Measure[]
}

/** One or more indicators that must all hold, one shape, one bound, one base where it has one. */
export interface Measure {
  readonly id: string
  readonly name: Name
  readonly place: Place | null
  /** Indicator codes; a measure without a figure (a milestone) may have none. */
  readonly indicators: readonly string[]
  readonly shape: Shape
  /** Null only for a milestone. */
  readonly bound: Bound | null
  /** The unit that the bound is printed in. */
  readonly unit: string
  /** What a change is relative to: "so với năm 2010". */
  readonly base: Base | null
  /** The whole of which it is a share; the parts of one whole must be able to sum to 100. */
  readonly partOf: string | null
  /** How it is shared out to areas and years. */
  readonly allocations?: readonly Allocation[]
}

/** A measure's share for one area, one year, or one year of an area (giao chỉ tiêu): a bound, not a figure. */
export interface Allocation {
  /** The area that it is given to; null: the plan's own, for a year. */
  readonly area: string | null
  /** Whole years of the measure; null: what the measure itself speaks of. */
  readonly when: Period | null
  /** In the measure's unit. */
  readonly bound: Bound
  /** The area whose share it is a part of; null: the plan's. */
  readonly within: string | null
}

export interface Base {
  readonly year: number
}

/** Relative to the base value, in percentage points, or in the indicator's own unit. */
export const BASES = ['relative', 'points', 'absolute'] as const
export type Basis = (typeof BASES)[number]

export type Change = 'up' | 'down'

/** Geometric: the growth that, compounded, leads from first to last. Arithmetic: the plain mean of yearly growths. */
export type MeanKind = 'geometric' | 'arithmetic'

/** How a measure looks at its indicator; handled exhaustively wherever it matters. */
export type Shape =
  /** The indicator's value for a named period or date. */
  | { readonly kind: 'level'; readonly when: Period }
  /** The average level over a term. */
  | { readonly kind: 'mean'; readonly when: Period }
  /** Growth in one period. */
  | { readonly kind: 'growth'; readonly when: Period; readonly change: Change; readonly basis: Basis }
  /** Average yearly growth over a term. */
  | {
      readonly kind: 'meanGrowth'
      readonly when: Period
      readonly change: Change
      readonly basis: Basis
      readonly mean: MeanKind
    }
  /** The sum over a term. */
  | { readonly kind: 'cumulative'; readonly when: Period }
  /** So many more by the end. */
  | { readonly kind: 'addition'; readonly when: Period; readonly change: Change; readonly basis: Basis }
  /** A level that holds in every period. */
  | { readonly kind: 'eachPeriod'; readonly when: Period }
  /** A change in every period. */
  | { readonly kind: 'eachChange'; readonly when: Period; readonly change: Change; readonly basis: Basis }
  /** A yes/no event by a date. */
  | { readonly kind: 'milestone'; readonly when: Period }

export type ShapeKind = Shape['kind']
export const SHAPES = [
  'level',
  'mean',
  'growth',
  'meanGrowth',
  'cumulative',
  'addition',
  'eachPeriod',
  'eachChange',
  'milestone',
] as const satisfies readonly ShapeKind[]
