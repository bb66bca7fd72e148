import type { ReadMeasure } from '../result.ts'
import { spanOf } from '../tree/context.ts'
import type { View } from '../words/view.ts'
import { WHOLE_TERM, YEARLY, type YearWords } from '../words/years.ts'
import type { Clause, ClauseMeasures, ClauseWords, Whole } from './clause.ts'
import { directionOf } from './direction.ts'
import { governingYear } from './governing-year.ts'
import {
  goesOn,
  goneOn,
  isBarePart,
  ownWords,
  sameScale,
  speechless,
  wholeName,
  withoutLead,
  withoutYears,
} from './measure-name.ts'
import { carriedYears, spanning, whenOf } from './measure-time.ts'
import { rateBaseOf, sharedRate, unitOf } from './measure-unit.ts'
import { isNameless, isSelfStanding, nameOf, tailOf } from './name.ts'
import { noneLeft, type NoneLeft } from './none-left.ts'
import { ownStart, partStart, subjectStart } from './own-words.ts'
import { isBreakdown, isContent, notPromised, openBracket } from './promised.ts'
import { quantitiesOf, type Quantity } from './quantity.ts'
import { isRanked, rankName } from './rank.ts'
import { shapeOf, type TypedShape } from './shape.ts'

const COUNT_OF = /(?:cả|đồng thời|đủ) (\d{1,2}|hai|ba|bốn|năm) (?:tiêu chí|mặt|chỉ số|chỉ tiêu)/
const COUNTS: Readonly<Record<string, number>> = { hai: 2, ba: 3, bốn: 4, năm: 5 }
/** "…, chiếm 29%" says more of the figure in front. */
const ASIDE = /^[\s,(]*(?:và )?(?:chiếm|tăng|giảm|bằng|gấp|tương đương|đạt)(?: khoảng| trên| gần| hơn| tỷ lệ)* ?$/
/** Opens one of several peers, so it cannot be a part of a peer. */
const PEER = /^(?:khu vực|ngành|lĩnh vực) /i
/** What holds of a whole in every year, on average or in sum holds so of its parts. */
const RECURS: ReadonlySet<ReadMeasure['shape']> = new Set(['eachPeriod', 'mean', 'cumulative'])
/** "Tỷ suất sinh giảm còn 0,15%": what shall fall to its figure is better below it. */
const FALLS_TO = /(?:giảm|kéo giảm|hạ)(?: dần| nhanh| mạnh)? (?:xuống|còn)[^,;]{0,16}$/
const ADDED: TypedShape = { shape: 'addition', change: 'up', basis: 'absolute', mean: null }

/** One promised figure of a clause with the words that are its own. */
interface Spoken {
  readonly quantity: Quantity
  readonly previous: Quantity | undefined
  readonly part: number | null
  /** Where its own words begin, and where those behind it end. */
  readonly left: number
  readonly right: number
  readonly before: string
  readonly after: string
}

/** What is remembered from one figure of a clause to the next. */
interface Memory {
  whole: Whole | null
  last: Whole | null
  /** The name of the last figure that no bracket holds. */
  subject: string | null
  /** Whether "thêm" was said of the figures before. */
  adding: boolean
  rate: string | undefined
}

/** The measures that a clause promises. */
export function measuresOf(clause: Clause, words: ClauseWords): ClauseMeasures {
  const { view, years } = words
  const all = quantitiesOf(
    view,
    words.tokens.filter(token => token.from >= clause.from && token.to <= clause.to),
  )
  const kept = all.filter(
    (_, i) => notPromised(view, all, i, clause.from, clause.to, years, words.times.floor) === null,
  )
  const none = noneLeft(clause, words)
  const shared = sharedRate(kept, view)
  const memory: Memory = { whole: words.whole, last: words.last, subject: null, adding: false, rate: undefined }
  const measures: ReadMeasure[] = []
  kept.forEach((quantity, i) => {
    const spoken = wordsAround(view, clause, kept, i, none)
    const measure = measureOf(spoken, { clause, words, kept, i, memory, rate: shared.get(quantity) })
    if (measure) measures.push(measure)
  })
  if (none) {
    const at = measures.findIndex(measure => measure.start > none.measure.start)
    measures.splice(at < 0 ? measures.length : at, 0, none.measure)
  }
  return {
    measures,
    carried: carriedYears(view, clause, years, all) ?? words.carried,
    whole: memory.whole,
    last: memory.last,
  }
}

function wordsAround(view: View, clause: Clause, kept: readonly Quantity[], i: number, none: NoneLeft | null): Spoken {
  const quantity = at(kept, i)
  const [previous, next] = [kept[i - 1], kept[i + 1]]
  const part = partStart(view, previous?.to ?? clause.from, quantity.from)
  const open = previous ? null : openBracket(view.low, clause.from, quantity.from)
  const start =
    part ??
    (open !== null && isContent(view.low, open, quantity) ? open + 1 : null) ??
    (previous ? ownStart(view, previous.to, quantity.from) : subjectStart(view, clause.from, quantity.from))
  const left = none && none.to <= quantity.from ? Math.max(start, none.to) : start
  const right = next ? ownStart(view, quantity.to, next.from) : clause.to
  const before = withoutLead(view.text.slice(left, quantity.from).replace(/\([^()]*\d[^()]*\)/g, ' '))
  return { quantity, previous, part, left, right, before, after: tailBehind(view, clause, kept, i, before) }
}

/** The words behind a figure; "đạt 60% và đến năm 2030 đạt 75% các cơ quan …" says them once for both. */
function tailBehind(view: View, clause: Clause, kept: readonly Quantity[], i: number, before: string): string {
  const quantity = at(kept, i)
  const next = kept[i + 1]
  const behind = Math.max(quantity.to, quantity.bound.to)
  const tail = tailOf(view, behind, Math.max(behind, next ? ownStart(view, quantity.to, next.from) : clause.to))
  const shared =
    tail === '' &&
    next !== undefined &&
    quantity.unit.kind === 'percent' &&
    next.unit.kind === 'percent' &&
    isNameless(ownWords(before)) &&
    /^,?(?: và)?(?: đến| vào| tới)?(?: hết| cuối)?(?: năm \d{4})?,?(?: phấn đấu)?(?: đạt| có)? $/.test(
      view.low.slice(quantity.to, next.from),
    )
  return shared ? tailBehind(view, clause, kept, i + 1, '') : tail
}

interface Setting {
  readonly clause: Clause
  readonly words: ClauseWords
  readonly kept: readonly Quantity[]
  readonly i: number
  readonly memory: Memory
  readonly rate: string | undefined
}

function measureOf(spoken: Spoken, setting: Setting): ReadMeasure | null {
  const { clause, words, memory } = setting
  const { view, years } = words
  const { quantity, previous, left, right, before, after } = spoken
  const governing = yearFor(setting)
  const span = governing ? spanOf(governing.span, governing.term, words.times.nhiemKy) : words.times.years
  const time = governing ? governing.kind : words.times.kind
  const ranked = isRanked(view, clause, left, quantity)
  const { inherits, aside } = belonging(spoken, setting)
  const inherited = inherits ? [...words.inherited, memory.whole?.name ?? ''] : words.inherited
  const own = ownWords(before)
  const goesAside = ASIDE.test(view.low.slice(left, quantity.from)) && memory.subject !== null
  const name = ranked
    ? rankName(view, clause, setting.kept[0] ?? quantity, after)
    : speechless(before, after, quantity) || goesAside || countsOn(spoken, own)
      ? (memory.subject ?? words.subject ?? '')
      : nameOf({ before: withoutYears(before), after }, quantity, inherited)
  if (isNameless(name)) return null
  const joined = previous && /^\s?(?:và|,)\s?(?:có )?$/.test(view.low.slice(previous.to, quantity.from))
  const rated =
    joined === true && memory.rate !== undefined && rateBaseOf(name) === undefined && setting.rate === undefined
  const parallel =
    (sameScale(quantity, previous) && (after === '' || own === '') && goesOn(own || after)) || (rated && own === '')
  const spokenOf = isBarePart(own) && memory.subject === null && !inherits && words.inherited.length === 0
  const continued =
    spokenOf && words.subject !== null
      ? `${wholeName(words.subject)}: ${own}`
      : parallel && memory.subject !== null && !inherits && !ranked && words.inherited.length === 0
        ? goneOn(memory.subject, own || (rated ? quantity.unit.unit : after))
        : name
  const base = years.find(year => year.role === 'base' && year.from >= left && year.to <= Math.max(right, quantity.to))
  const lowBefore = yearlyLead(setting, quantity) + view.low.slice(left, quantity.from)
  const typed = shapeOf({
    before: lowBefore,
    name,
    after: view.low.slice(quantity.to, right),
    unit: quantity.unit,
    time: spanning(time, span, words.times),
    due: governing?.kind === 'point',
    long:
      words.times.term !== null &&
      words.times.term.to - words.times.term.from >= 2 &&
      (span === null || span.to > words.times.term.from),
    single: words.times.single,
    until: governing ? governing.until : words.times.until,
    below: quantity.bound.bound.kind === 'lessThan',
    ownYears: governing ? governing.kind === 'span' : words.times.shared,
  })
  const shape = shapeWithin(typed, spoken, setting, {
    inherits,
    lowBefore,
    due: governing?.kind === 'point',
    // A change against the year before is that year's growth.
    yearOn: time === 'point' && base !== undefined && span !== null && base.span.to === span.to - 1,
  })
  const low = quantity.token.low
  const bound = ranked && low ? { kind: 'atMost' as const, low: null, high: low } : quantity.bound.bound
  const share = words.composition && quantity.unit.kind === 'percent'
  const count = COUNT_OF.exec(view.low.slice(clause.from, clause.to))?.[1]
  memory.rate = setting.rate ?? rateBaseOf(name) ?? (joined ? memory.rate : undefined)
  if (!aside) memory.last = { name: continued, typed: shape, unit: quantity.unit.unit, around: null }
  if (openBracket(view.low, clause.from, quantity.from) === null || memory.subject === null) memory.subject = continued
  return {
    ...view.span(quantity.from, Math.max(quantity.to, quantity.bound.to)),
    name: continued,
    shape: shape.shape,
    when: whenOf(shape.shape, span, time, words.times),
    bound,
    unit: ranked
      ? 'thứ hạng'
      : unitOf(quantity, name, memory.rate, timeUnit(view, quantity) || (inherits ? (memory.whole?.unit ?? '') : '')),
    direction:
      ranked || (!share && FALLS_TO.test(view.low.slice(left, quantity.from)))
        ? 'down'
        : directionOf(name, bound.kind, shape.change, share),
    change: shape.change,
    basis: shape.basis,
    base: base && (shape.change !== null || quantity.unit.kind === 'times') ? { year: base.span.to } : null,
    indicators: count ? (COUNTS[count] ?? Number(count)) : 1,
    mean: shape.mean,
    part: share,
  }
}

/** "tăng thêm 13 xã, lũy kế 83 xã": a count without words of its own behind one in its unit. */
const countsOn = ({ quantity, previous, after }: Spoken, own: string): boolean =>
  own === '' && after === '' && quantity.unit.kind === 'counted' && previous?.unit.unit === quantity.unit.unit

/** The year that governs a figure: its own, that of the clause's first figure, or one named in front of the clause. */
function yearFor({ clause, words, kept, i }: Setting): YearWords | null {
  const { low } = words.view
  // A year in a bracket ("năm 2025 là 3,2%") tells of another value, not of when this one is due.
  const due = words.years.filter(year => year.role === 'own')
  return (
    governingYear(low, due, kept, i, clause.from, clause.to) ??
    (i > 0 ? governingYear(low, due, kept, 0, clause.from, clause.to) : null) ??
    words.carried
  )
}

/** Whether a figure is a part of the whole that "trong đó" or a bracket opened; keeps the whole in memory up to date. */
function belonging(
  { quantity, previous, part, left, before }: Spoken,
  { clause, words: { view }, memory }: Setting,
): { inherits: boolean; aside: boolean } {
  const { unit } = quantity.unit
  const own = ownWords(before)
  if (part !== null && memory.last) memory.whole = { ...memory.last, unit, around: memory.whole }
  else if (memory.last && opensBreakdown(view, previous?.to ?? clause.from, quantity.from))
    memory.whole = { ...memory.last, unit, around: null }
  if (memory.whole?.around && PEER.test(own)) memory.whole = memory.whole.around
  // Parts go on with their whole as long as they are given in its unit and do not name an indicator of their own.
  const inherits =
    memory.whole !== null && (memory.whole.unit === unit || (unit === '' && own !== '')) && !isSelfStanding(own)
  // "…, chiếm 29%" does not end the list of parts.
  const aside = memory.whole !== null && !inherits && ASIDE.test(view.low.slice(left, quantity.from))
  if (!inherits && !aside) memory.whole = null
  return { inherits, aside }
}

/** Whether a bracket that lists parts of the figure in front of it opens between two positions. */
function opensBreakdown(view: View, from: number, to: number): boolean {
  const open = view.low.slice(from, to).lastIndexOf('(')
  return open >= 0 && !view.low.slice(from + open, to).includes(')') && isBreakdown(view.low, from + open)
}

/** "Hằng năm, …" in front of several figures is said of each. */
function yearlyLead({ clause, words, i }: Setting, quantity: Quantity): string {
  const { low } = words.view
  const front = low.slice(clause.from, quantity.from)
  const led =
    (words.yearly && !WHOLE_TERM.test(front) && (i > 0 || !YEARLY.test(front))) ||
    (i > 0 && /^[\s-]*(?:phấn đấu )?(?:bình quân )?(?:hằng năm|mỗi năm)/.test(low.slice(clause.from, clause.from + 40)))
  return led ? 'hằng năm ' : ''
}

/** A shape as the whole around it, or the figure in front of it, makes it. */
function shapeWithin(
  typed: TypedShape,
  { quantity, previous }: Spoken,
  { words, memory }: Setting,
  said: { inherits: boolean; lowBefore: string; due: boolean; yearOn: boolean },
): TypedShape {
  const continues = memory.adding && /^[\s,]*(?:và )?(?:có )?$/.test(said.lowBefore) && typed.shape === 'level'
  memory.adding = continues || (typed.shape === 'addition' && said.lowBefore.includes('thêm'))
  const whole = said.inherits ? memory.whole : null
  if (whole && typed.shape === 'level' && !said.due && RECURS.has(whole.typed.shape)) return whole.typed
  if (whole && whole.typed.shape.endsWith('rowth') && quantity.unit.kind === 'percent')
    return { ...whole.typed, change: typed.change ?? whole.typed.change }
  if (continues) return ADDED
  // "tăng 2 cm đối với nam và 1,5 cm đối với nữ": the verb is said once.
  if (
    typed.shape === 'level' &&
    memory.last !== null &&
    memory.last.typed.change !== null &&
    sameScale(quantity, previous) &&
    /^\s(?:đối với|đôi với|ở|cho|của) [^,;]{1,40} và $/.test(words.view.low.slice(previous?.to ?? 0, quantity.from))
  )
    return memory.last.typed
  if (typed.shape === 'addition' && typed.basis !== 'absolute' && said.yearOn) return { ...typed, shape: 'growth' }
  return typed
}

/** "75,5 năm" is an age or a length: the word is the figure's unit and names no year. */
const timeUnit = ({ low }: View, { token }: Quantity) =>
  /^\snăm(?![\p{L}]| \d)/u.test(low.slice(token.to, token.to + 6)) ? 'năm' : ''

function at<T>(list: readonly T[], i: number): T {
  const found = list[i]
  if (found === undefined) throw new RangeError(`no figure ${i} in the clause`)
  return found
}
