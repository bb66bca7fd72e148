import type { Figure, Reading, Span } from '../../reading/result.ts'
import type { Draft } from './draft.ts'

/** Figures of one line of the document that no target holds, where targets stand around it. */
export interface Unread extends Span {
  readonly text: string
}

const SPOKEN: ReadonlySet<Figure['role']> = new Set(['quantity', 'count', 'share'])
const MOST = 60

/**
 * The lines that hold figures and are in no target, in the innermost sections that hold main targets: where a target was
 * passed by it is there.
 */
export function unreadIn({ targets, reading }: Draft, text: string): readonly Unread[] {
  const { sections, figures }: Omit<Reading, 'text'> = reading
  const innermost = (at: number) => sections.findLast(section => section.start <= at && at < section.end)
  const regions = new Set(
    targets.flatMap(({ target }) => (target.scope === 'main' ? (innermost(target.start) ?? []) : [])),
  )
  const covered = targets.map(each => each.target).sort((a, b) => a.start - b.start)
  const lines = new Map<number, Unread>()
  for (const figure of figures) {
    if (!SPOKEN.has(figure.role) || figure.value === null) continue
    const around = innermost(figure.start)
    if (!around || !regions.has(around)) continue
    if (covered.some(target => target.start <= figure.start && figure.end <= target.end)) continue
    const start = text.lastIndexOf('\n', figure.start) + 1
    const next = text.indexOf('\n', figure.end)
    const end = next < 0 ? text.length : next
    // A line of which a target holds a part: the words behind it and before it.
    const before = covered.findLast(target => target.end <= figure.start && target.end > start)
    const after = covered.find(target => target.start >= figure.end && target.start < end)
    const span = { start: before?.end ?? start, end: after?.start ?? end }
    const words = text.slice(span.start, span.end).trim()
    if (words.length > 3 && !lines.has(span.start)) lines.set(span.start, { ...span, text: words })
    if (lines.size >= MOST) break
  }
  return [...lines.values()]
}
