import type { ReadTask } from './result.ts'
import type { Context } from './tree/context.ts'
import type { Node, Placed } from './tree/sections.ts'

/** The numbered tasks and solutions: the points of sections that order work. Groups ("4. …") are sections, not tasks. */
export function tasksOf(
  placed: readonly Placed[],
  contextOf: (node: Node | null) => Context,
  text: string,
): ReadTask[] {
  const tasks: ReadTask[] = []
  const parents = new Set(
    placed.flatMap(({ node }) => (node?.parent && NUMBERED.has(node.style) ? [node.parent.section.id] : [])),
  )
  for (const { node, line, head } of placed) {
    const titled = node && node.section.start === line.start
    if (!node?.marker || !titled || !NUMBERED.has(node.style) || parents.has(node.section.id)) {
      if (
        node &&
        !titled &&
        !head &&
        line.marker &&
        LISTED.has(line.marker.style) &&
        contextOf(node).mode === 'task' &&
        line.kind === 'text'
      )
        tasks.push({
          id: `k${tasks.length + 1}`,
          number: line.marker.number,
          text: text.slice(line.start, line.end),
          start: line.start,
          end: line.end,
          section: node.section.id,
        })
      continue
    }
    if (contextOf(node).mode !== 'task') continue
    tasks.push({
      id: `k${tasks.length + 1}`,
      number: node.marker.number,
      text: text.slice(line.start, line.end),
      start: line.start,
      end: line.end,
      section: node.section.id,
    })
  }
  return tasks
}

const NUMBERED: ReadonlySet<Node['style']> = new Set([
  'dotted',
  'number',
  'letter',
  'paren',
  'wordOrdinal',
  'halfParen',
])
const LISTED: ReadonlySet<Node['style']> = new Set(['number', 'dotted', 'letter', 'paren', 'wordOrdinal', 'halfParen'])
