import { ZERO } from '../../measure/decimal.ts'
import type { ReadMeasure, YearSpan } from '../result.ts'
import type { NumberToken } from '../numbers/token.ts'
import { spanOf } from '../tree/context.ts'
import type { View } from '../words/view.ts'
import { WHOLE_TERM, YEARLY, type YearWords } from '../words/years.ts'
import { directionOf } from './direction.ts'
import { ownStart, partStart, subjectStart } from './own-words.ts'
import { cleanName, isNameless, isSelfStanding, nameOf, tailOf } from './name.ts'
import { governingYear, isBreakdown, notPromised } from './promised.ts'
import { quantitiesOf, type Quantity } from './quantity.ts'
import { countedIn } from '../numbers/unit-after.ts'
import { shapeOf, type TypedShape } from './shape.ts'

/** The time that surrounds a clause: its titles' years, or the plan's term. */
export interface Times {
  readonly years: YearSpan | null
  readonly kind: 'point' | 'span'
  /** Whether those years are a promise's own, and these words speak of its parts. */
  readonly shared: boolean
  readonly term: YearSpan | null
  readonly nhiemKy: YearSpan | null
  /** The first year that the plan speaks for: what is said of earlier years is past. */
  readonly floor: number | null
}

/** A stretch of a view that is read as one thought. */
export interface Clause {
  readonly from: number
  readonly to: number
}

export interface ClauseWords {
  readonly view: View
  readonly tokens: readonly NumberToken[]
  readonly years: readonly YearWords[]
  readonly times: Times
  /** What the clause inherits in front of its names: the head of its list or composition. */
  readonly inherited: readonly string[]
  readonly composition: boolean
  /** Whether the item opens with "Hằng năm,": that holds of all its clauses. */
  readonly yearly: boolean
  /** The years that an earlier clause of the same item named for those behind it. */
  readonly carried: YearWords | null
  /** What the clause before spoke of: a clause without words of its own goes on with it. */
  readonly subject: string | null
  /** What "trong đó" has made the whole of the figures behind it. */
  readonly whole: Whole | null
  /** The last measure of the clauses before: what a "Trong đó" that opens a clause is part of. */
  readonly last: Whole | null
}

/** A measure whose parts follow: they measure what it measures. */
export interface Whole {
  readonly name: string
  readonly typed: TypedShape
  /** The unit that its parts are given in. */
  readonly unit: string
  /** The whole that it is itself a part of, while its own parts are listed. */
  readonly around: Whole | null
}

export interface ClauseMeasures {
  readonly measures: readonly ReadMeasure[]
  /** The years that it names for the clauses behind it. */
  readonly carried: YearWords | null
  readonly whole: Whole | null
  readonly last: Whole | null
}

const COUNT_OF = /(?:cả|đồng thời|đủ) (\d{1,2}|hai|ba|bốn|năm) (?:tiêu chí|mặt|chỉ số|chỉ tiêu)/
const COUNTS: Readonly<Record<string, number>> = { hai: 2, ba: 3, bốn: 4, năm: 5 }
const RANK = /(?:nhóm|top|tốp|trong|thuộc|xếp (?:thứ|hạng)|vị trí(?: thứ)?|thứ) ?$/
const RANKED =
  /^ (?:nước|tỉnh|địa phương|tỉnh, thành|tỉnh thành|thành phố|quốc gia|đơn vị|huyện|xã)?[^,;.]{0,24}(?:dẫn đầu|đứng đầu|hàng đầu|đầu|cao nhất)/

const ASIDE = /^[\s,(]*(?:và )?(?:chiếm|tăng|giảm|bằng|gấp|tương đương|đạt)(?: khoảng| trên| gần| hơn| tỷ lệ)* ?$/

/** Opens one of several peers, so it cannot be a part of a peer. */
const PEER = /^(?:khu vực|ngành|lĩnh vực) /i

/** Whether a bracket that lists parts of the figure in front of it opens between two positions. */
function opensBreakdown(view: View, from: number, to: number): boolean {
  const open = view.low.slice(from, to).lastIndexOf('(')
  return open >= 0 && !view.low.slice(from + open, to).includes(')') && isBreakdown(view.low, from + open)
}

/** "…, nông thôn là 93%": two or three words that name no indicator go on with the one in front. */
const goesOn = (words: string) =>
  words.split(' ').length <= (/^(?:khu vực|vùng|ngành|cấp|nhóm|đối với|ở) /.test(words) ? 8 : 3) &&
  /^\p{Ll}/u.test(words) &&
  !isSelfStanding(words) &&
  !/\d/.test(words)

/** What holds of a whole in every year, on average or in sum holds so of its parts. */
const RECURS: ReadonlySet<ReadMeasure['shape']> = new Set(['eachPeriod', 'mean', 'cumulative'])

/** The measures that a clause promises. */
export function measuresOf(clause: Clause, words: ClauseWords): ClauseMeasures {
  const { view, tokens, years } = words
  const inside = tokens.filter(token => token.from >= clause.from && token.to <= clause.to)
  const all = quantitiesOf(view, inside)
  const kept = all.filter(
    (_, i) => notPromised(view, all, i, clause.from, clause.to, years, words.times.floor) === null,
  )
  const shared = sharedRate(kept, view)
  // A year in a bracket ("năm 2025 là 3,2%") tells of another value, not of when this one is due.
  const due = years.filter(year => year.role === 'own')
  const measures: ReadMeasure[] = []
  let adding = false
  let rate: string | undefined
  let whole = words.whole
  let last: Whole | null = words.last
  kept.forEach((quantity, i) => {
    const previous = kept[i - 1]
    const part = partStart(view, previous?.to ?? clause.from, quantity.from)
    const left =
      part ?? (previous ? ownStart(view, previous.to, quantity.from) : subjectStart(view, clause.from, quantity.from))
    if (part !== null && last) whole = { ...last, unit: quantity.unit.unit, around: whole }
    else if (opensBreakdown(view, previous?.to ?? clause.from, quantity.from) && last)
      whole = { ...last, unit: quantity.unit.unit, around: null }
    const next = kept[i + 1]
    const right = Math.min(clause.to, next?.from ?? clause.to)
    const before = view.text.slice(left, quantity.from).replace(/\([^()]*\d[^()]*\)/g, ' ')
    const behind = Math.max(quantity.to, quantity.bound.to)
    const after = tailOf(view, behind, Math.max(behind, next ? ownStart(view, quantity.to, next.from) : right))
    const governing =
      governingYear(due, kept, i, clause.from, clause.to) ??
      (i > 0 ? governingYear(due, kept, 0, clause.from, clause.to) : null) ??
      words.carried
    const span = governing ? spanOf(governing.span, governing.term, words.times.nhiemKy) : words.times.years
    const time = governing ? governing.kind : words.times.kind
    const ranked =
      RANK.test(view.low.slice(clause.from, quantity.token.from)) &&
      (RANKED.test(view.low.slice(quantity.token.to, quantity.token.to + 60)) ||
        /(?:xếp (?:thứ|hạng)|vị trí(?: thứ)?) ?$/.test(view.low.slice(left, quantity.from)))
    // Parts go on with their whole as long as they are given in its unit and do not name an indicator of their own.
    if (whole?.around && PEER.test(cleanName(withoutYears(before)))) whole = whole.around
    const inherits =
      whole !== null && whole.unit === quantity.unit.unit && !isSelfStanding(cleanName(withoutYears(before)))
    // "…, chiếm 29%" says more of the part in front and does not end the list of parts.
    const aside = whole !== null && !inherits && ASIDE.test(view.low.slice(left, quantity.from))
    if (!inherits && !aside) whole = null
    const name = ranked
      ? rankName(view, clause, kept[0] ?? quantity, after)
      : speechless(before, after, quantity) || (ASIDE.test(view.low.slice(left, quantity.from)) && measures.length > 0)
        ? (measures.at(-1)?.name ?? words.subject ?? '')
        : nameOf(
            { before: withoutYears(before), after },
            quantity,
            inherits ? [...words.inherited, whole?.name ?? ''] : words.inherited,
          )
    if (isNameless(name)) return
    const own = cleanName(withoutYears(before))
    const stem = measures.at(-1)
    const joined = previous && /^\s?(?:và|,)\s?(?:có )?$/.test(view.low.slice(previous.to, quantity.from))
    const rated = joined === true && rate !== undefined && rateBaseOf(name) === undefined && !shared.has(quantity)
    const continued =
      stem !== undefined &&
      !inherits &&
      !ranked &&
      words.inherited.length === 0 &&
      ((after === '' && quantity.unit.kind === 'percent' && previous?.unit.kind === 'percent' && goesOn(own)) ||
        (rated && own === ''))
        ? `${stem.name.replace(/: \p{Ll}[^:]*$/u, '')}: ${own || quantity.unit.unit}`
        : name
    const yearlyLead =
      (words.yearly &&
        !WHOLE_TERM.test(view.low.slice(clause.from, quantity.from)) &&
        (i > 0 || !YEARLY.test(view.low.slice(clause.from, quantity.from)))) ||
      (i > 0 &&
        /^[\s-]*(?:phấn đấu )?(?:bình quân )?(?:hằng năm|mỗi năm)/.test(view.low.slice(clause.from, clause.from + 40)))
        ? 'hằng năm '
        : ''
    const lowBefore = yearlyLead + view.low.slice(left, quantity.from)
    const clauseEnd = view.low.slice(quantity.to, next ? ownStart(view, quantity.to, next.from) : right)
    const typed = shapeOf({
      before: lowBefore,
      name,
      after: clauseEnd,
      unit: quantity.unit,
      time: spanning(time, span, words.times),
      due: governing?.kind === 'point',
      long:
        words.times.term !== null &&
        words.times.term.to - words.times.term.from >= 2 &&
        (span === null || span.to > words.times.term.from),
      ownYears: governing ? governing.kind === 'span' : words.times.shared,
    })
    const continues = adding && /^[\s,]*(?:và )?(?:có )?$/.test(lowBefore) && typed.shape === 'level'
    if (typed.shape === 'addition' && lowBefore.includes('thêm')) adding = true
    else if (!continues) adding = false
    const base = years.find(
      year =>
        year.role === 'base' &&
        year.from >= left &&
        year.to <= Math.max(next ? ownStart(view, quantity.to, next.from) : right, quantity.to),
    )
    const grows = inherits && whole !== null && whole.typed.shape.endsWith('rowth') && quantity.unit.kind === 'percent'
    const shape =
      inherits &&
      whole !== null &&
      typed.shape === 'level' &&
      governing?.kind !== 'point' &&
      RECURS.has(whole.typed.shape)
        ? whole.typed
        : grows && whole
          ? { ...whole.typed, change: typed.change ?? whole.typed.change }
          : continues
            ? { shape: 'addition' as const, change: 'up' as const, basis: 'absolute' as const, mean: null }
            : typed.shape === 'addition' &&
                time === 'point' &&
                typed.basis !== 'absolute' &&
                base &&
                span &&
                base.span.to === span.to - 1
              ? { ...typed, shape: 'growth' as const }
              : typed
    const low = quantity.token.low
    const bound = ranked && low ? { kind: 'atMost' as const, low: null, high: low } : quantity.bound.bound
    const share = words.composition && quantity.unit.kind === 'percent'
    const count = COUNT_OF.exec(view.low.slice(clause.from, clause.to))?.[1]
    rate = shared.get(quantity) ?? rateBaseOf(name) ?? (joined ? rate : undefined)
    measures.push({
      ...view.span(quantity.from, Math.max(quantity.to, quantity.bound.to)),
      name: continued,
      shape: shape.shape,
      when: whenOf(shape.shape, span, time, words.times),
      bound,
      unit: ranked
        ? 'thứ hạng'
        : unitOf(
            quantity,
            name,
            rate,
            /^\snăm(?![\p{L}]| \d)/u.test(view.low.slice(quantity.token.to, quantity.token.to + 6)) ? 'năm' : '',
          ),
      direction: ranked ? 'down' : directionOf(name, bound.kind, shape.change, share),
      change: shape.change,
      basis: shape.basis,
      base: base && (shape.change !== null || quantity.unit.kind === 'times') ? { year: base.span.to } : null,
      indicators: count ? (COUNTS[count] ?? Number(count)) : 1,
      mean: shape.mean,
      part: share,
    })
    if (!aside) last = { name: continued, typed: shape, unit: quantity.unit.unit, around: null }
  })
  if (kept.length === 0) measures.push(...noneLeft(clause, words))
  return { measures, carried: carriedYears(view, clause, years, all) ?? words.carried, whole, last }
}

const NONE_LEFT =
  /(?:không còn|xóa hết|không để còn) ((?:hộ|nhà|người|xã|thôn|bản|ấp|trường|phòng học|trẻ|cơ sở)(?: (?:nghèo|cận nghèo|tạm|dột nát|dân tộc|đặc biệt|khó khăn|tạm bợ|học|em))*)/

/** "xã không còn hộ nghèo" promises none: exactly zero of what is counted. */
function noneLeft(clause: Clause, words: ClauseWords): ReadMeasure[] {
  const found = NONE_LEFT.exec(words.view.low.slice(clause.from, clause.to))
  if (!found) return []
  const at = clause.from + found.index
  const counted = words.view.text.slice(at + found[0].length - (found[1]?.length ?? 0), at + found[0].length)
  const governing =
    words.years.find(year => year.role === 'own' && year.from >= clause.from && year.to <= clause.to) ?? words.carried
  const span = governing?.span ?? words.times.years ?? words.times.term
  const after = tailOf(words.view, at + found[0].length, clause.to)
  return [
    {
      ...words.view.span(at, at + found[0].length),
      name: cleanName(`Số ${counted} ${after}`),
      shape: 'level',
      when: span && { from: span.to, to: span.to },
      bound: { kind: 'exactly', low: ZERO, high: ZERO },
      unit: counted,
      direction: 'down',
      change: null,
      basis: null,
      base: null,
      indicators: 1,
      mean: null,
      part: false,
    },
  ]
}

/** What is ranked: the subject in front of "thuộc nhóm 3 nước đứng đầu", and among whom. */
function rankName(view: View, clause: Clause, first: Quantity, after: string): string {
  const subject = cleanName(
    view.text
      .slice(clause.from, first.from)
      .replace(
        /\s*(?:thuộc|nằm trong|trong|vào|đứng|xếp|phấn đấu|duy trì|thứ|hạng|thứ hạng|nhóm|top|tốp|vị trí)(?:\s(?:thuộc|trong|nhóm|top|tốp|hạng|thứ|vị trí))*\s*$/iu,
        '',
      ),
  )
  // "Nhóm 20 tỉnh, thành phố dẫn đầu về chuyển đổi số": with no subject in front, what is ranked stands behind.
  const behind = subject === '' ? (/^[^;.(]*/u.exec(view.text.slice(first.to, clause.to))?.[0] ?? after) : after
  return `Thứ hạng ${subject} ${behind.replace(/^[\s,]+/u, '')}`.replace(/\s+/g, ' ').trim()
}

/** A figure without words of its own: "…; đến năm 2025 đạt 15.000 tỷ đồng" goes on with what was spoken of before. */
const speechless = (before: string, after: string, { unit }: Quantity) =>
  unit.kind !== 'counted' && after === '' && cleanName(withoutYears(before)) === ''

/** "bình quân/năm" inside a span is a span; a lone year in a plan of one year is a point. */
function spanning(time: 'point' | 'span', span: YearSpan | null, times: Times): 'point' | 'span' {
  if (span && span.to > span.from) return 'span'
  // "đến năm 2030" names the end of the plan's term: an average until then runs over the term.
  if (span && times.term && times.term.to > times.term.from && span.to === times.term.to) return 'span'
  return time === 'span' ? 'span' : 'point'
}

/** A year that opens a clause's list governs what follows: "Đến năm 2030: …; …". */
function carriedYears(
  view: View,
  clause: Clause,
  years: readonly YearWords[],
  quantities: readonly Quantity[],
): YearWords | null {
  const first = quantities.find(q => q.from >= clause.from)
  const leading = years.find(words => words.role === 'own' && words.from >= clause.from && words.to <= clause.to)
  if (!leading || (first && leading.from > first.from)) return null
  const head = view.low.slice(clause.from, leading.from).trim()
  return /^(?:phấn đấu )?(?:đến|tới|trong|vào|giai đoạn|năm|từ|hết|mục tiêu)?(?: hết| cuối| giai đoạn| năm)*$/.test(
    head,
  )
    ? leading
    : null
}

const withoutYears = (words: string) =>
  words
    .replace(
      /,?\s*so (?:với|sánh với)?\s*(?:cùng kỳ\s*)?(?:cuối |đầu )?(?:năm|giai đoạn|nhiệm kỳ)?\s*(?:\d{4}(?:\s?-\s?\d{4})?|trước)/giu,
      ' ',
    )
    .replace(
      /[,(]?\s*(?:đến|tới|vào|trong)?\s*(?:hết |cuối )?(?:năm|giai đoạn|thời kỳ|nhiệm kỳ) \d{4}(?:\s?-\s?\d{4})?\s*\)?(?=\s*[,:]|\s*$|\s)/giu,
      ' ',
    )

/** "11,5 bác sỹ và 32,3 giường bệnh trên 1 vạn dân": what is said once of the last is said of all. */
function sharedRate(quantities: readonly Quantity[], view: View): ReadonlyMap<Quantity, string> {
  const shared = new Map<Quantity, string>()
  quantities.forEach((quantity, i) => {
    const next = quantities[i + 1]
    const rate = next?.unit.unit.match(/(?:\/| trên | cho )(.*(?:dân|người|hộ).*)$/u)?.[1]
    if (
      next &&
      rate !== undefined &&
      !quantity.unit.unit.includes('/') &&
      quantity.unit.kind === 'counted' &&
      /^\s?(?:và|,)\s?(?:có )?$/.test(view.low.slice(quantity.to, next.from))
    )
      shared.set(quantity, rate)
  })
  return shared
}

export const rateBaseOf = (name: string): string | undefined =>
  /(?:trên|\/)\s?((?:(?:1|một) (?:vạn|nghìn)|vạn|nghìn|10\.000|1\.000|100\.000) dân)/u.exec(name)?.[1]

/** The unit as a page shows it: rates with a slash, the base of a rate taken from the name where only that tells it. */
function unitOf(quantity: Quantity, name: string, rate: string | undefined, timeUnit: string): string {
  const { kind } = quantity.unit
  const counted = kind === 'none' && timeUnit === '' ? countedIn(name) : ''
  const own = (quantity.unit.unit || timeUnit || counted)
    .replace(/giưởng/i, 'giường')
    .replace(/^(.+?) (?:trên|tính trên|cho) (?=(?:1|một|vạn|nghìn|\d))/u, '$1 / ')
    .replace(/^(.{2,}?)\/(?=(?:1 |một )?(?:vạn|nghìn|\d))/u, '$1 / ')
  return rate && (kind === 'counted' || counted !== '') && !own.includes('/') ? `${own} / ${rate}` : own
}

function whenOf(
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
