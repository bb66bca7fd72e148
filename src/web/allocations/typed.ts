import { endsOf, sharesOf, type Ends, type ShareTo } from '../../desk/allocations/shares.ts'
import { showDecimal } from '../../measure/show.ts'
import type { Language } from '../../messages/message.ts'
import type { Measure } from '../../plan/plan.ts'

/** What stands in the fields of the form: "low.AREA", "high.AREA". */
export type Typed = Readonly<Record<string, string>>

/** Shares as a reader writes them. */
export function typedEnds(shares: ReadonlyMap<string, Ends>, language: Language): Typed {
  const typed: Record<string, string> = {}
  for (const [key, ends] of shares)
    for (const end of ['low', 'high'] as const) {
      const value = ends[end]
      if (value) typed[`${end}.${key}`] = showDecimal(value, language)
    }
  return typed
}

/** The shares that a measure has, at the ends that are written. */
export const typedShares = (measure: Measure, to: ShareTo, language: Language): Typed =>
  typedEnds(
    new Map(
      [...sharesOf(measure, to)].map(([key, { bound }]) => {
        const asked = endsOf(bound)
        const end = (name: 'low' | 'high') => (asked.includes(name) ? bound[name] : null)
        return [key, { low: end('low'), high: end('high') }]
      }),
    ),
    language,
  )
