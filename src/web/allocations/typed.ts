import { endsOf, ENDS, type Bound } from '../../measure/bound.ts'
import { typeDecimal } from '../../measure/show.ts'
import type { Language } from '../../messages/message.ts'
import type { Ends } from '../../desk/allocations/shares.ts'

/** What stands in the fields of the form: "low.AREA@YEAR", "high.AREA@YEAR". */
export type Typed = Readonly<Record<string, string>>

/** Shares as a reader writes them, by their places. */
export function typedEnds(shares: Iterable<readonly [string, Ends]>, language: Language): Typed {
  const typed: Record<string, string> = {}
  for (const [key, ends] of shares)
    for (const end of ENDS) {
      const value = ends[end]
      if (value) typed[`${end}.${key}`] = typeDecimal(value, language)
    }
  return typed
}

/** The shares that stand, at the ends that are written of the measure's bound. */
export function typedShares(whole: Bound, shares: ReadonlyMap<string, Bound>, language: Language): Typed {
  const asked = endsOf(whole)
  const end = (bound: Bound, name: 'low' | 'high') => (asked.includes(name) ? bound[name] : null)
  const ends = [...shares].map(([key, bound]) => [key, { low: end(bound, 'low'), high: end(bound, 'high') }] as const)
  return typedEnds(ends, language)
}
