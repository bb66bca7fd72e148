import type { BoundKind } from '../measure/bound.ts'
import type { Direction } from '../measure/aggregation.ts'
import type { Message } from '../messages/message.ts'
import type { Basis, Change, MeanKind, Scope, ShapeKind } from '../plan/plan.ts'
import type { Claim } from './claims/claim.ts'
import type { Decimal } from '../measure/decimal.ts'

/** What the reader took from a document. Every `start`, `end` are UTF-16 offsets into `text`. */
export interface Reading {
  readonly title: string
  readonly issuer: string | null
  readonly term: YearSpan | null
  readonly text: string
  readonly sections: readonly Section[]
  readonly targets: readonly ReadTarget[]
  readonly figures: readonly Figure[]
  readonly tasks: readonly ReadTask[]
  readonly messages: readonly Message[]
  /** The relations that the text states between its own figures, recomputed. */
  readonly claims: readonly Claim[]
}

/** Whole years, both included. */
export interface YearSpan {
  readonly from: number
  readonly to: number
}

export interface Span {
  readonly start: number
  readonly end: number
}

export interface Section extends Span {
  readonly id: string
  /** As printed: "II", "1.2", "(3)", "a"; empty where it has none. */
  readonly number: string
  readonly title: string
  /** 1 is the outermost. */
  readonly level: number
}

export interface ReadTarget extends Span {
  readonly id: string
  readonly scope: Scope
  readonly group: string | null
  readonly number: string | null
  /** `text.slice(start, end)` of the document's text. */
  readonly text: string
  readonly measures: readonly ReadMeasure[]
}

export interface ReadBound {
  readonly kind: BoundKind
  readonly low: Decimal | null
  readonly high: Decimal | null
}

/** One figure that a target promises; its place is the words of the figure inside the target. */
export interface ReadMeasure extends Span {
  readonly name: string
  readonly shape: ShapeKind
  readonly when: YearSpan | null
  readonly bound: ReadBound
  readonly unit: string
  readonly direction: Direction
  readonly change: Change | null
  readonly basis: Basis | null
  readonly base: { readonly year: number } | null
  /** Of how many indicators it must hold. */
  readonly indicators: number
  readonly mean: MeanKind | null
  /** A share that belongs to a composition. */
  readonly part: boolean
}

export const FIGURE_ROLES = ['quantity', 'count', 'share', 'ordinal', 'date', 'reference', 'year', 'page'] as const
export type FigureRole = (typeof FIGURE_ROLES)[number]

/** One number of the text. */
export interface Figure extends Span {
  readonly text: string
  /** Signed where the words tell a change; the low end of a range. */
  readonly value: Decimal | null
  readonly bound: ReadBound | null
  readonly unit: string
  readonly when: YearSpan | null
  /** The words that say what it speaks of. */
  readonly about: string
  readonly role: FigureRole
}

export interface ReadTask extends Span {
  readonly id: string
  readonly number: string
  readonly text: string
  readonly section: string
}
