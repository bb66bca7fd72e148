import type { Run } from '../flow.ts'
import type { PageLine } from './lines.ts'

/** A line that begins a point of a list, a footnote or a numbered head. */
const MARKED = /^(?:[-–+•*](?!\s?\d{4})\s?|\(?\d{1,3}[.)]|\(?[a-zđ]\)|[IVX]{1,5}[.-]|\[\^)/u

/**
 * Lines of a page as text: a line break where a line ends, a blank line where a paragraph does: at a gap clearly wider
 * than the usual one, or before a line that is set in as the first of a paragraph (Vietnamese documents set no space
 * between paragraphs), or where bold lines end.
 */
export function paragraphsOf(lines: readonly PageLine[]): Run[] {
  const gaps = lines
    .flatMap((line, i) => (i === 0 ? [] : [line.y - (lines[i - 1]?.y ?? line.y)]))
    .filter(gap => gap > 0)
  const usual = [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 14
  const left = commonest(lines.map(line => line.x))
  const right = lines.reduce((most, line) => Math.max(most, line.end), 0)
  return lines.flatMap((line, i): readonly Run[] => {
    const before = lines[i - 1]
    if (!before) return line.runs
    const apart =
      line.y - before.y > usual * 1.45 ||
      begins(before, line, left, right) ||
      looksApart(before, line, right - (right - left) * 0.12)
    return [{ text: apart ? '\n\n' : '\n', strong: false }, ...line.runs]
  })
}

/** A head set in bold or in other letters, or the text under one; a line that begins with a small letter goes on. */
function looksApart(before: PageLine, line: PageLine, nearEnd: number): boolean {
  if (/^\p{Ll}/u.test(line.text) || /[,;]$/.test(before.text)) return false
  // A line that stops short of the margin is its paragraph's last where a numbered line follows.
  if (before.end < nearEnd && MARKED.test(line.text)) return true
  const [above, below] = [strongness(before), strongness(line)]
  if (above === 'all' && below === 'none') return true
  if (above !== 'all' && below === 'all') return true
  return Math.abs(before.size - line.size) > 0.12 * Math.max(before.size, line.size)
}

function strongness(line: PageLine): 'all' | 'some' | 'none' {
  const lettered = line.runs.filter(run => /[\p{L}\d]/u.test(run.text))
  const strong = lettered.filter(run => run.strong).length
  return strong === 0 ? 'none' : strong === lettered.length ? 'all' : 'some'
}

/** Whether a line is set in as the first of a paragraph, not centred, and not the hanging rest of a point. */
function begins(before: PageLine, line: PageLine, left: number, right: number): boolean {
  const indent = line.x - left
  if (indent < line.size * 0.7 || indent > line.size * 6) return false
  const centred =
    Math.abs((line.x + line.end) / 2 - (left + right) / 2) < line.size * 1.2 && line.end < right - line.size
  if (centred) return false
  const full = before.end > right - (right - left) * 0.1
  if (line.x > before.x + line.size * 0.3) return !(MARKED.test(before.text) && full)
  return Math.abs(line.x - before.x) <= line.size * 0.3 && !full
}

/** The place that most lines begin at, to the nearest four points. */
function commonest(places: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const place of places) counts.set(Math.round(place / 4), (counts.get(Math.round(place / 4)) ?? 0) + 1)
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])
  return (best?.[0] ?? 0) * 4
}

const LETTERHEAD = /\t\s*(?:cộng h(?:òa|oà) xã hội|đảng cộng sản việt nam)/iu

/** The two columns at the head of a document (who issues it, the nation's name), read one after the other. */
export function letterheadApart(lines: readonly PageLine[]): PageLine[] {
  const at = lines.slice(0, 8).findIndex(line => LETTERHEAD.test(line.text))
  if (at < 0) return [...lines]
  let [first, last] = [at, at]
  while (first > 0 && lines[first - 1]?.text.includes('\t') === true) first -= 1
  while (last + 1 < lines.length && last - first < 6 && lines[last + 1]?.text.includes('\t') === true) last += 1
  const head = lines.slice(first, last + 1)
  const part = (line: PageLine, text: string) =>
    text.trim() === '' ? [] : [{ ...line, text: text.trim(), runs: [{ text: text.trim(), strong: false }] }]
  return [
    ...lines.slice(0, first),
    ...head.flatMap(line => part(line, line.text.slice(0, line.text.indexOf('\t')))),
    ...head.flatMap(line => part(line, line.text.slice(line.text.indexOf('\t')).replaceAll('\t', ' '))),
    ...lines.slice(last + 1),
  ]
}
