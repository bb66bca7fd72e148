import type { PageLine } from './lines.ts'

/** The lines of a page with its height, in points. */
export interface PageLines {
  readonly height: number
  readonly lines: readonly PageLine[]
}

/** Lines this near to an edge of the page, as a share of its height, may be running heads. */
const EDGE = 0.09

/**
 * What stands again at the top or the bottom of most pages (numbers taken as alike), and page numbers there. With fewer
 * than three pages only page numbers: two pages may well begin alike.
 */
export function runningHeads(pages: readonly PageLines[]): ReadonlySet<PageLine> {
  const seen = new Map<string, number>()
  const shapeOf = (line: PageLine) => line.text.replace(/\d+/g, '#').toLowerCase()
  const atEdge = (line: PageLine, height: number) => line.y < height * EDGE || line.y > height * (1 - EDGE)
  for (const { lines, height } of pages)
    for (const shape of new Set(lines.filter(line => atEdge(line, height)).map(shapeOf)))
      seen.set(shape, (seen.get(shape) ?? 0) + 1)
  const often = (line: PageLine) => pages.length >= 3 && (seen.get(shapeOf(line)) ?? 0) >= Math.max(3, pages.length / 2)
  const isNumber = (line: PageLine) =>
    /^(?:trang|page)?\s*[-–]?\s*\d{1,4}\s*[-–]?(?:\s*\/\s*\d{1,4})?$/i.test(line.text)
  return new Set(
    pages.flatMap(({ lines, height }) => lines.filter(line => atEdge(line, height) && (isNumber(line) || often(line)))),
  )
}
