import type { Indicator } from '../../plan/plan.ts'

/** An indicator as text in which the order of its fields says nothing: two are one where their texts are. */
export const textOf = (indicator: Indicator): string => JSON.stringify(ordered(indicator))

const ordered = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(ordered)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .filter(([, each]) => each !== undefined)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, each]) => [key, ordered(each)]),
        )
      : value

/** The fields in which two versions differ. */
export function differing(a: Indicator, b: Indicator): readonly (keyof Indicator)[] {
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])] as (keyof Indicator)[]
  return keys.filter(key => JSON.stringify(ordered(a[key])) !== JSON.stringify(ordered(b[key])))
}
