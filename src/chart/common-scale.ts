import { goalOf, type Course } from './course.ts'

/**
 * The scale that all row pictures share: 0 is where a measure set out, 1 the bound, and up is always the good way, so
 * that pictures of đồng, percent and hectares can be read down a column. A measure held every period starts at nought.
 * Where there is no way to measure along (no start, or a start that holds the bound already), the largest distance
 * from the bound counts as the whole way.
 */
export function commonScale(course: Course): (value: number) => number {
  const { kind, start, figures, low, high, good } = course
  const goal = goalOf(course)
  if (goal === null) return () => 0
  const origin = kind === 'steps' ? 0 : (start?.value ?? null)
  const falls = good === 'down' || (good === 'none' && origin !== null && origin > goal)
  const sign = kind === 'steps' && good !== 'down' ? 1 : falls ? -1 : 1
  const way = origin === null ? 0 : (goal - origin) * sign
  if (way > 0) return value => ((value - (origin ?? 0)) * sign) / way
  const far = Math.max(
    ...[...figures.map(f => f.value), low ?? goal, high ?? goal].map(value => Math.abs(value - goal)),
    Math.abs(goal) / 4,
    Number.MIN_VALUE,
  )
  return value => 1 + ((value - goal) * sign) / far
}
