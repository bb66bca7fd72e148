import type { View } from '../words/view.ts'
import { COUNTED, MEASURED, MULTIPLIERS, NOT_A_UNIT } from './unit-words.ts'

/** The unit that stands behind a number: its words as printed (folded), and where they end in the view. */
export interface UnitAfter {
  /** As printed, without the spaces around slashes: "triệu đồng/người/năm", "% GDP", "" where there is none. */
  readonly unit: string
  readonly to: number
  readonly kind: 'percent' | 'points' | 'permille' | 'measured' | 'counted' | 'times' | 'none'
}

const alternatives = (words: readonly string[]) => [...words].sort((a, b) => b.length - a.length).join('|')
const EDGE = '(?![\\p{L}\\d])'
const MULTIPLIER = `(?:${MULTIPLIERS.join('|')})`

const POINTS = /^\s?(?:điểm phần trăm|điểm\s?%|đpt(?!\p{L}))/u
const PERCENT = /^\s?(?:%|phần trăm)(?:\s(?:gdp|grdp|grdp|ngân sách)(?!\p{L}))?/u
/** ‰, and what typewriters and scans make of it: "%0", "%o", "0/00". */
const PERMILLE = /^\s?(?:‰|%[0oº](?![\d.,%])|[0o]\/[0o]{2}(?!\d))/
const TIMES = /^\s?lần(?!\p{L})/u
const MEASURED_UNIT = new RegExp(
  `^\\s?(?:(?:${MULTIPLIER}|tr)(?:\\s|\\.\\s?))?(?:${alternatives(MEASURED)})${EDGE}`,
  'u',
)
const COUNTED_UNIT = new RegExp(`^\\s(?:${MULTIPLIER}\\s)?(?:${alternatives(COUNTED)})${EDGE}`, 'u')
const BARE_MULTIPLIER = new RegExp(`^\\s${MULTIPLIER}${EDGE}`, 'u')
const ANY_NOUN = new RegExp(`^\\s(?:${MULTIPLIER}\\s)?(\\p{L}+)(?:\\s(\\p{L}+))?`, 'u')
/** "/người/năm", "/1 vạn dân", "/10.000 dân", "/km2". */
const PER =
  /^\s?\/\s?(?:(?:0?1|một)\s)?(?:(?:\d{1,3}(?:\.\d{3})+|\d{3,}|100)\s)?(?:vạn dân|nghìn dân|triệu dân|vạn|nghìn|bé (?:gái|trai)|(?:giảng|giáo|sinh) viên|học sinh|lao động|cán bộ|ca sinh|trẻ (?:đẻ sống|sinh sống)|\p{L}+[²³23]?)(?:\s(?:dân|người|hộ)(?!\p{L}))?/u
/** Words between what is counted and the base of its rate: "doanh nghiệp hoạt động/nghìn dân". */
const TOWARDS_RATE = /^(?:\s\p{L}+){1,3}(?=\s?\/\s?(?:1\s|một\s)?(?:vạn|nghìn|\d{1,3}\.000|1000|10000) ?(?:dân|người))/u
const OVER =
  /^(?:\s?\([^()]{1,60}\))?\s?(?:trên|tính trên|cho) (?:(?:1|một) )?(?:vạn|nghìn|\d{1,3}(?:\.\d{3})+|\d{3,5}|một trăm nghìn) dân(?!\p{L})/u

const NAMED_COUNT = new RegExp(`^(?:tổng )?số (?:lượng )?(${alternatives(COUNTED)})${EDGE}`, 'u')

/** What a name says is counted, where the figure itself says nothing: "Số sinh viên trên một vạn dân đạt 260". */
export const countedIn = (name: string): string => NAMED_COUNT.exec(name.toLowerCase())?.[1] ?? ''

/** Reads the unit that begins at `from` of the view. */
export function unitAfter(view: View, from: number): UnitAfter {
  const rest = view.low.slice(from, from + 90)
  const first = firstPart(rest)
  if (!first) return { unit: '', to: from, kind: 'none' }
  let length = first.length
  if (first.kind === 'counted') length += TOWARDS_RATE.exec(rest.slice(length))?.[0].length ?? 0
  for (;;) {
    const per = PER.exec(rest.slice(length)) ?? (length === first.length ? OVER.exec(rest.slice(length)) : null)
    if (!per) break
    length += per[0].length
  }
  const printed = view.text
    .slice(from, from + length)
    .replace(/\s?\([^()]*\)/, '')
    .replace(/^\s?(?:%[0oº]|[0o]\/[0o]{2})/, '‰')
    .trim()
  return { unit: printed.replace(/\s*\/\s*/g, '/').replace(/\s+/g, ' '), to: from + length, kind: first.kind }
}

function firstPart(rest: string): { length: number; kind: UnitAfter['kind'] } | null {
  const fixed: readonly (readonly [RegExp, UnitAfter['kind']])[] = [
    [POINTS, 'points'],
    [PERMILLE, 'permille'],
    [PERCENT, 'percent'],
    [TIMES, 'times'],
    [MEASURED_UNIT, 'measured'],
    [COUNTED_UNIT, 'counted'],
  ]
  for (const [pattern, kind] of fixed) {
    const match = pattern.exec(rest)
    if (match) return { length: match[0].length, kind }
  }
  const noun = ANY_NOUN.exec(rest)
  if (noun?.[1] && !NOT_A_UNIT.has(noun[1]) && !MULTIPLIERS.some(m => m === noun[1])) {
    const two = noun[2] && !NOT_A_UNIT.has(noun[2])
    return { length: two ? noun[0].length : noun[0].length - (noun[2] ? noun[2].length + 1 : 0), kind: 'counted' }
  }
  const bare = BARE_MULTIPLIER.exec(rest)
  return bare ? { length: bare[0].length, kind: 'measured' } : null
}
