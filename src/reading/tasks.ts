import type { ReadTask } from './result.ts'
import type { Context } from './tree/context.ts'
import type { NumberStyle } from './tree/numbering.ts'
import type { Node, Placed } from './tree/sections.ts'

/** The numbered tasks and solutions: the innermost numbered points of sections that order work. Groups are sections. */
export function tasksOf(
  placed: readonly Placed[],
  contextOf: (node: Node | null) => Context,
  text: string,
): ReadTask[] {
  const groups = new Set(
    placed.flatMap(({ node, opens, line }) => {
      const around = opens ? node?.parent : node
      return line.marker && around && NUMBERED.has(line.marker.style) ? [around.section.id] : []
    }),
  )
  return placed
    .filter(({ node, line, opens }) => {
      if (!node || !line.marker || line.kind === 'row' || !NUMBERED.has(line.marker.style)) return false
      return contextOf(node).mode === 'task' && !(opens && groups.has(node.section.id))
    })
    .map(({ node, line }, i) => ({
      id: `k${i + 1}`,
      number: line.marker?.number ?? '',
      text: text.slice(line.start, line.end),
      start: line.start,
      end: line.end,
      section: node?.section.id ?? '',
    }))
}

const NUMBERED: ReadonlySet<NumberStyle> = new Set(['dotted', 'number', 'letter', 'paren', 'wordOrdinal', 'halfParen'])
