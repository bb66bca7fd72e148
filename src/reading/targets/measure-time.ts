import type { ReadMeasure, YearSpan } from '../result.ts'
import type { View } from '../words/view.ts'
import type { YearWords } from '../words/years.ts'
import type { Clause, Times } from './clause.ts'
import type { Quantity } from './quantity.ts'

/** "bình quân/năm" inside a span is a span; a lone year in a plan of one year is a point. */
export function spanning(time: 'point' | 'span', span: YearSpan | null, times: Times): 'point' | 'span' {
  if (span && span.to > span.from) return 'span'
  // "đến năm 2030" names the end of the plan's term: an average until then runs over the term.
  if (span && times.term && times.term.to > times.term.from && span.to === times.term.to) return 'span'
  return time === 'span' ? 'span' : 'point'
}

/** A year that opens a clause's list governs what follows: "Đến năm 2030: …; …". */
export function carriedYears(
  view: View,
  clause: Clause,
  years: readonly YearWords[],
  quantities: readonly Quantity[],
): YearWords | null {
  const first = quantities.find(q => q.from >= clause.from)
  const leading = years.find(words => words.role === 'own' && words.from >= clause.from && words.to <= clause.to)
  if (!leading || (first && leading.from > first.from)) return null
  const head = view.low.slice(clause.from, leading.from).trim()
  // "Các chỉ tiêu kinh tế - xã hội chủ yếu năm 2024 là: …"
  if (
    /^(?:các |một số |những )?(?:chỉ tiêu|mục tiêu)[^:;,.]{0,60}$/.test(head) &&
    /^ ?(?:là|gồm|như sau)?(?: như sau)?:/.test(view.low.slice(leading.to, leading.to + 16))
  )
    return leading
  return /^(?:phấn đấu )?(?:đến|tới|trong|vào|giai đoạn|năm|từ|hết|mục tiêu)?(?: hết| cuối| giai đoạn| năm)*$/.test(
    head,
  )
    ? leading
    : null
}

/** When a measure of a shape holds: a level at the end of its years, a sum or a mean over them. */
export function whenOf(
  shape: ReadMeasure['shape'],
  span: YearSpan | null,
  time: 'point' | 'span',
  times: Times,
): YearSpan | null {
  const governed = span ?? times.term
  if (!governed) return null
  switch (shape) {
    case 'level':
    case 'milestone':
    case 'growth':
      return { from: governed.to, to: governed.to }
    case 'mean':
    case 'meanGrowth':
    case 'cumulative':
    case 'addition':
    case 'eachPeriod':
    case 'eachChange':
      if (time === 'span' || governed.to > governed.from) return governed
      return times.term && governed.to >= times.term.from ? { from: times.term.from, to: governed.to } : governed
    default:
      return shape satisfies never
  }
}
