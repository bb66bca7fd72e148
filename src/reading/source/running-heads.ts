import type { PageLine } from './pdf-lines.ts'

/** Lines this near to an edge of the page may be running heads. */
const EDGE = 0.09

/**
 * Leaves out what stands again at the top or the bottom of most pages (numbers taken as alike), and page numbers there.
 * With fewer than three pages only page numbers go: two pages may well begin alike.
 */
export function withoutRunningHeads(pages: readonly (readonly PageLine[])[]): PageLine[][] {
  const seen = new Map<string, number>()
  const shapeOf = (line: PageLine) => line.text.replace(/\d+/g, '#').toLowerCase()
  const atEdge = (line: PageLine) => line.place < EDGE || line.place > 1 - EDGE
  for (const lines of pages)
    for (const shape of new Set(lines.filter(atEdge).map(shapeOf))) seen.set(shape, (seen.get(shape) ?? 0) + 1)
  const often = (line: PageLine) => pages.length >= 3 && (seen.get(shapeOf(line)) ?? 0) >= Math.max(3, pages.length / 2)
  const number = (line: PageLine) => /^(?:trang|page)?\s*[-–]?\s*\d{1,4}\s*[-–]?(?:\s*\/\s*\d{1,4})?$/i.test(line.text)
  return pages.map(lines => lines.filter(line => !(atEdge(line) && (number(line) || often(line)))))
}
