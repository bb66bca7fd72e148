import type { Figure, Reading, ReadTarget, Span } from '../../reading/result.ts'

/** A run of the text with what it is: plain words, words of a target, a figure (maybe inside a target). */
export interface Run extends Span {
  readonly target: ReadTarget | null
  readonly figure: Figure | null
  /** The line that names a section. */
  readonly head: boolean
  /** Names of places that begin here: the target's id, "s-…" of sections, "c…" of claims. */
  readonly anchors: readonly string[]
}

/** What a reader follows: figures that carry a quantity; years, page numbers and references stay plain words. */
const MARKED: ReadonlySet<Figure['role']> = new Set(['quantity', 'count', 'share'])

/** Cuts a stretch of the document at every begin and end of a target, a figure and a claim, in order. */
export function runsOf(reading: Reading, { start, end }: Span): readonly Run[] {
  const targets = reading.targets.filter(t => t.start < end && t.end > start)
  const figures = reading.figures.filter(f => MARKED.has(f.role) && f.start < end && f.end > start)
  const within = (at: number) => at >= start && at < end
  const claims = new Set(reading.claims.map(c => c.start).filter(within))
  const sections = reading.sections.filter(section => within(section.start))
  const heads = sections.map(section => ({ start: section.start, end: lineEnd(reading.text, section.start) }))
  const cuts = new Set<number>([start, end, ...claims, ...heads.flatMap(head => [head.start, Math.min(head.end, end)])])
  for (const { start: a, end: b } of [...targets, ...figures]) {
    if (a > start) cuts.add(a)
    if (b < end) cuts.add(b)
  }
  const places = [...cuts].sort((a, b) => a - b)
  const [nextTarget, nextFigure] = [follower(targets), follower(figures)]
  const opened = new Set<string>()
  return places.slice(0, -1).map((from, i): Run => {
    const target = nextTarget(from)
    const opens = target !== null && !opened.has(target.id)
    if (target) opened.add(target.id)
    return {
      start: from,
      end: places[i + 1] ?? end,
      target,
      figure: nextFigure(from),
      head: heads.some(head => head.start <= from && from < head.end),
      anchors: [
        ...(opens ? [target.id] : []),
        ...sections.filter(section => section.start === from).map(section => `s-${section.id}`),
        ...(claims.has(from) ? [`c${from}`] : []),
      ],
    }
  })
}

/** A section whose name runs on into its words has no line of its own. */
const LONGEST_HEAD = 240

function lineEnd(text: string, from: number): number {
  const at = text.indexOf('\n', from)
  const end = at < 0 ? text.length : at
  return end - from > LONGEST_HEAD ? from : end
}

/** Walks spans in order: which one covers a place. Spans of one kind may overlap; the later one speaks. */
function follower<T extends Span>(spans: readonly T[]): (at: number) => T | null {
  const sorted = [...spans].sort((a, b) => a.start - b.start)
  let open: T[] = []
  let next = 0
  return at => {
    for (let span = sorted[next]; span && span.start <= at; span = sorted[(next += 1)]) open.push(span)
    open = open.filter(span => span.end > at)
    return open.at(-1) ?? null
  }
}
