import type { ReadMeasure, YearSpan } from '../result.ts'
import type { NumberToken } from '../numbers/token.ts'
import type { View } from '../words/view.ts'
import type { YearWords } from '../words/years.ts'
import type { TypedShape } from './shape.ts'

/** The time that surrounds a clause: its titles' years, or the plan's term. */
export interface Times {
  readonly years: YearSpan | null
  readonly kind: 'point' | 'span'
  /** Whether they are an end to be reached ("đến năm 2030"). */
  readonly until: boolean
  /** Whether those years are a promise's own, and these words speak of its parts. */
  readonly shared: boolean
  readonly term: YearSpan | null
  readonly nhiemKy: YearSpan | null
  /** Whether the plan is for one year. */
  readonly single: boolean
  /** The first year that the plan speaks for: what is said of earlier years is past. */
  readonly floor: number | null
}

/** A stretch of a view that is read as one thought. */
export interface Clause {
  readonly from: number
  readonly to: number
}

export interface ClauseWords {
  readonly view: View
  readonly tokens: readonly NumberToken[]
  readonly years: readonly YearWords[]
  readonly times: Times
  /** What the clause inherits in front of its names: the head of its list or composition. */
  readonly inherited: readonly string[]
  readonly composition: boolean
  /** Whether the item opens with "Hằng năm,": that holds of all its clauses. */
  readonly yearly: boolean
  /** The years that an earlier clause of the same item named for those behind it. */
  readonly carried: YearWords | null
  /** What the clause before spoke of: a clause without words of its own goes on with it. */
  readonly subject: string | null
  /** What "trong đó" has made the whole of the figures behind it. */
  readonly whole: Whole | null
  /** The last measure of the clauses before: what a "Trong đó" that opens a clause is part of. */
  readonly last: Whole | null
}

/** A measure whose parts follow: they measure what it measures. */
export interface Whole {
  readonly name: string
  readonly typed: TypedShape
  /** The unit that its parts are given in. */
  readonly unit: string
  /** The whole that it is itself a part of, while its own parts are listed. */
  readonly around: Whole | null
}

export interface ClauseMeasures {
  readonly measures: readonly ReadMeasure[]
  /** The years that it names for the clauses behind it. */
  readonly carried: YearWords | null
  readonly whole: Whole | null
  readonly last: Whole | null
}
