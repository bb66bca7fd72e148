import { wholeNumberWords } from './number-words.ts'
import {
  firstMonths,
  firstYear,
  half,
  isPeriod,
  lastYear,
  month,
  monthsFrom,
  oneDay,
  quarter,
  year,
  years,
  type Period,
} from './period.ts'

/**
 * Words of a text that say when. `point`: a year or day by or in which; `span`: several years or months; `term`: a
 * nhiệm kỳ, whose first year belongs to the term before it; `stage`: a giai đoạn or thời kỳ; `part`: a part of a year;
 * `yearly`: every year, of no year in particular.
 */
export interface PeriodWords {
  /** UTF-16 offsets into the text. */
  readonly start: number
  readonly end: number
  readonly kind: 'point' | 'span' | 'term' | 'stage' | 'yearly' | 'part'
  /** Null where the words name none: every year, a school year, the first months of an unnamed year, 2025 - 2020. */
  readonly period: Period | null
}

type Groups = Readonly<Record<string, string | undefined>>

interface Form {
  readonly kind: PeriodWords['kind']
  readonly pattern: RegExp
  readonly period: (groups: Groups) => Period | null
}

/** No letter or digit beside, and no mark that makes it part of a number or of a document's number (88/2019/QH14). */
const BEFORE = String.raw`(?<![\p{L}\p{M}\d/.,-])`
const AFTER = String.raw`(?![\p{L}\p{M}\d]|[.,/-]\d|[/-]\p{L}|\s?%)`
const Y = String.raw`(?:19|20|21)\d{2}`
const DASH = String.raw`\s?(?:-|–|—|÷|đến|tới)\s?(?:(?:hết|cuối)\s)?(?:năm\s)?`
/** "2016 - 2020" and, behind a word that leaves no doubt, "2016-20". */
const PAIR = String.raw`(?<first>${Y})${DASH}(?<last>${Y})`
const SHORT_PAIR = String.raw`(?<first>${Y})(?:${DASH}(?<last>${Y})|[-–](?<short>\d{2}))`
const NTH = String.raw`(?<n>\d{1,2}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười(?:\s(?:một|hai|lăm))?)`
const MONTH = String.raw`(?:0?[1-9]|1[0-2])`
const BY = String.raw`(?:(?:tính |kể )?(?:đến|tới|vào|trong|từ|trước|sau)\s)?(?:(?:hết|cuối)\s)?`
const OF_YEAR = String.raw`(?:\s?[/-]\s?|\s+(?:của\s)?năm\s|,\s?năm\s)`
const form = (kind: PeriodWords['kind'], pattern: string, period: Form['period'] = () => null): Form => ({
  kind,
  pattern: new RegExp(BEFORE + pattern + AFTER, 'giu'),
  period,
})

/** Only what exists: no thirteenth month, no 31 February, no years that run backwards. */
const real = (period: Period): Period | null => (isPeriod(period) ? period : null)
const whole = (groups: Groups, later = 0): Period | null => {
  const [from, to] = [Number(groups['first']), lastOf(groups)]
  return real(years(to > from ? from + later : from, to))
}
const lastOf = ({ first = '', last, short }: Groups) =>
  Number(last ?? (short === undefined ? first : first.slice(0, 2) + short))
const nth = (groups: Groups): number => {
  const words = groups['n'] ?? ''
  return Number(/^\d/.test(words) ? words : (wholeNumberWords(words) ?? Number.NaN))
}
const monthsOf = (groups: Groups): Period | null => {
  const [y, n] = [Number(groups['y']), nth(groups)]
  return n >= 1 && n <= 12 ? firstMonths(y, n) : null
}
const QUARTERS = ['i', 'ii', 'iii', 'iv']
const QUARTER = String.raw`quý\s(?<q>IV|III|II|I|[1-4])`
const quarterNumber = (q = '') => (/^\d/.test(q) ? Number(q) : QUARTERS.indexOf(q.toLowerCase()) + 1)
const isoDay = ({ d = '', m = '', y = '' }: Groups) => `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`

/** In the order in which they are tried: what says more comes first, and what is taken is not read again. */
const FORMS: readonly Form[] = [
  form('term', String.raw`(?:nhiệm kỳ|nk)(?:\s(?:đại hội|khóa)\s[IVXL\d]+)?[\s,(]{1,3}(?:năm\s)?${SHORT_PAIR}\)?`, g =>
    whole(g, 1),
  ),
  form('stage', String.raw`(?:giai đoạn|gđ|thời kỳ)[\s(]{1,2}(?:từ\s)?(?:năm\s)?${SHORT_PAIR}`, g => whole(g)),
  // A school year and a crop year lie in two calendar years and fill neither.
  form('part', String.raw`(?:năm học|niên khóa|niên vụ|vụ(?:\s\p{L}+){0,3})\s(?:${SHORT_PAIR})`),
  form('span', String.raw`${NTH}\snăm[\s,(]{1,2}${PAIR}\)?`, g => whole(g)),

  form(
    'part',
    String.raw`từ ngày\s(?<d>\d{1,2})[/.-](?<m>${MONTH})[/.-](?<y>${Y})\s(?:đến|tới)\s(?:hết\s)?(?:ngày\s)?(?<d2>\d{1,2})[/.-](?<m2>${MONTH})[/.-](?<y2>${Y})`,
    g => daysFromTo(isoDay(g), isoDay({ d: g['d2'], m: g['m2'], y: g['y2'] })),
  ),
  form('point', String.raw`(?:${BY}ngày\s)?(?<d>\d{1,2})(?<mark>[/.-])(?<m>${MONTH})\k<mark>(?<y>${Y})`, g =>
    real(oneDay(isoDay(g))),
  ),
  form('point', String.raw`${BY}ngày\s(?<d>\d{1,2})\stháng\s(?<m>${MONTH})\snăm\s(?<y>${Y})`, g =>
    real(oneDay(isoDay(g))),
  ),

  form('part', String.raw`(?:6|06|sáu)\stháng\sđầu(?:\scủa)?\snăm\s(?<y>${Y})`, g => half(Number(g['y']), 1)),
  form('part', String.raw`(?:6|06|sáu)\stháng\s(?:cuối|sau)(?:\scủa)?\snăm\s(?<y>${Y})`, g => half(Number(g['y']), 2)),
  form('part', String.raw`nửa\sđầu\snăm\s(?<y>${Y})`, g => half(Number(g['y']), 1)),
  form('part', String.raw`nửa\s(?:cuối|sau)\snăm\s(?<y>${Y})`, g => half(Number(g['y']), 2)),
  form('part', String.raw`${NTH}\stháng(?:\sđầu)?(?:\scủa)?(?:\snăm\s|[/-])(?<y>${Y})`, monthsOf),
  form('part', String.raw`(?:các|những|mấy|${NTH})\stháng\s(?:đầu|cuối|giữa)(?:\scủa)?\snăm(?:\snay|\s(?:${Y}))?`),
  form('part', String.raw`(?:đầu|giữa)\snăm\s(?:${Y})`),

  form(
    'part',
    String.raw`từ ${QUARTER}${OF_YEAR}(?<y>${Y})\s(?:đến|tới)\s(?:hết\s)?quý\s(?<q2>IV|III|II|I|[1-4])${OF_YEAR}(?<y2>${Y})`,
    g => {
      const length = (Number(g['y2']) - Number(g['y'])) * 4 + quarterNumber(g['q2']) - quarterNumber(g['q']) + 1
      return real({ ...quarter(Number(g['y']), quarterNumber(g['q'])), length })
    },
  ),
  form('part', String.raw`${QUARTER}${OF_YEAR}(?<y>${Y})`, g => quarter(Number(g['y']), quarterNumber(g['q']))),

  form(
    'part',
    String.raw`từ tháng\s(?<m>${MONTH})${OF_YEAR}(?<y>${Y})\s?(?:đến|tới|-)\s?(?:hết\s)?tháng\s(?<m2>${MONTH})${OF_YEAR}(?<y2>${Y})`,
    g => {
      const length = (Number(g['y2']) - Number(g['y'])) * 12 + Number(g['m2']) - Number(g['m']) + 1
      return real(monthsFrom(Number(g['y']), Number(g['m']), length))
    },
  ),
  form(
    'part',
    String.raw`(?:(?:đến|tới|vào|trong|từ)\s)?(?:(?:hết|cuối|đầu)\s)?tháng\s(?<m>${MONTH})${OF_YEAR}(?<y>${Y})`,
    g => month(Number(g['y']), Number(g['m'])),
  ),

  form('span', String.raw`(?:từ\s)?(?:các\s)?năm\s${PAIR}`, g => whole(g)),
  form('span', String.raw`từ\s${PAIR}`, g => whole(g)),
  // Two years with a line between and nothing behind that they could count are years, never a difference.
  form('span', String.raw`(?<first>${Y})\s?[-–—]\s?(?<last>${Y})`, g => whole(g)),
  form('point', String.raw`${BY}(?:các\s)?năm\s(?<y>${Y})`, g => year(Number(g['y']))),
  form('point', String.raw`(?:đến|tới|cuối|hết)\s(?:(?:hết|cuối)\s)?(?<y>${Y})(?!\s\p{L}*\p{Ll})`, g =>
    year(Number(g['y'])),
  ),
  form('yearly', String.raw`(?:(?:bình quân|trung bình)\s)?(?:hằng|hàng|mỗi|từng)\snăm`),
  form('yearly', String.raw`(?:bình quân|trung bình)(?:\s(?:một|1))?(?:\s|\s?/\s?)năm(?!\s(?:${Y}|\d))`),
]

/** More years behind a first one: "các năm 2021, 2022 và năm 2023". */
const MORE = new RegExp(
  String.raw`(?:,|;|\svà|\shoặc)\s(?:năm\s)?(?<y>${Y})${AFTER}(?!\s?[-–]\s?\d|\s\p{L}+\sđồng)`,
  'iuy',
)
const PER_YEAR = /(?<=[\p{L}%‰])\s?\/\s?năm(?![\p{L}\d]|\s(?:19|20|21)\d\d)/giu

/**
 * Finds the years, terms and parts of years that a Vietnamese text (NFC) names, in order and without overlap.
 * A giai đoạn A - B that repeats a nhiệm kỳ A - B means that term's years, A + 1 to B; `terms` are those (already A + 1
 * to B) that are named elsewhere in the document.
 */
export function readPeriodWords(text: string, terms: readonly Period[] = []): PeriodWords[] {
  const taken = new Uint8Array(text.length)
  const found: PeriodWords[] = []
  const take = (words: PeriodWords) => {
    if (taken.subarray(words.start, words.end).includes(1)) return
    taken.fill(1, words.start, words.end)
    found.push(words)
  }
  for (const { kind, pattern, period } of FORMS) {
    for (const match of text.matchAll(pattern)) {
      const blank = match[0].length - match[0].trimStart().length
      const end = match.index + match[0].length
      take({ start: match.index + blank, end, kind, period: period(match.groups ?? {}) })
      if (kind === 'point' && match.groups?.['d'] === undefined) for (const more of yearsBehind(text, end)) take(more)
    }
  }
  for (const { 0: words, index } of text.matchAll(PER_YEAR))
    take({
      start: index + words.length - words.trimStart().length,
      end: index + words.length,
      kind: 'yearly',
      period: null,
    })
  const known = [...terms, ...found.flatMap(({ kind, period }) => (kind === 'term' && period ? [period] : []))]
  return found.map(words => asTerm(words, known)).sort((a, b) => a.start - b.start)
}

function asTerm(words: PeriodWords, terms: readonly Period[]): PeriodWords {
  const { kind, period } = words
  if (kind !== 'stage' || !period) return words
  const repeated = terms.find(
    term =>
      firstYear(term) === firstYear(period) + 1 && lastYear(term) === lastYear(period) && term.length < period.length,
  )
  return repeated ? { ...words, period: repeated } : words
}

function* yearsBehind(text: string, from: number): Generator<PeriodWords> {
  let at = from
  for (;;) {
    MORE.lastIndex = at
    const match = MORE.exec(text)
    const y = match?.groups?.['y']
    if (!match || y === undefined) return
    at = match.index + match[0].length
    yield { start: at - y.length, end: at, kind: 'point', period: year(Number(y)) }
  }
}

const daysFromTo = (from: string, to: string): Period | null => {
  const [first, last] = [real(oneDay(from)), real(oneDay(to))]
  return first && last ? real({ ...first, length: (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1 }) : null
}
