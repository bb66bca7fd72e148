import type { Line } from './lines.ts'
import { OUTER, type NumberStyle } from './numbering.ts'
import { modeOf } from './mode.ts'

/** That a line is, or begins with, the title of a section. `lead`: words that only introduce a list ("Đến năm 2030:"). */
export interface Head {
  readonly style: NumberStyle | 'plain' | 'lead'
  readonly title: string
  /** Where the title ends in the view. */
  readonly to: number
  /** Whether the line itself promises what the list behind it takes apart. */
  readonly promises?: true
}

const LONGEST_TITLE = 400
const FIGURE =
  /\d\s?(?:%|‰|tỷ|triệu|nghìn|ha\b|usd|người|xã|hộ|km|tấn|trường|lượt)|(?:đạt|còn|dưới|trên|là|khoảng|giảm|tăng) \d/u
/** What a promise begins with behind the name of its indicator. */
const VALUE = /^[\s:]*(?:đạt |là |từ |trên |dưới |khoảng |tăng |giảm |còn |[<>≥≤~] ?)*\d/u

/** The head that a line is or begins with; null for a line of plain words. `next` is the line behind it. */
export function headOf(line: Line, next: Line | undefined): Head | null {
  const { view, marker, styled } = line
  const { text, low } = view
  const body = marker?.length ?? 0
  const style = marker?.style ?? 'plain'
  const whole = (as: Head['style'] = style): Head => ({ style: as, title: titleOf(text.slice(body)), to: text.length })
  if (line.kind === 'heading') return whole()
  if (text.length <= LONGEST_TITLE && !text.endsWith(';')) {
    if (
      marker &&
      OUTER.has(marker.style) &&
      (styled || !/[.]$/.test(text) || text.length - body < 90) &&
      !hasFigure(low, body)
    )
      return whole()
    if (styled && (marker ? !hasFigure(low, body) || isGroup(low) : isTitle(text))) return whole()
    if (text.endsWith(':') && next && next.kind !== 'heading' && leads(line, next))
      return promiseThatLeads(line, style) ?? whole(marker ? style : 'lead')
    if (!marker && next?.marker && text.length <= 110 && !/[.;,]$/.test(text) && !hasFigure(low, 0) && tells(text))
      return whole('lead')
    // "* Về kinh tế" above numbered points.
    if (
      (marker ? BULLETS.has(marker.style) : line.block.kind === 'item') &&
      next?.marker &&
      next.marker.style !== marker?.style &&
      text.length <= 90 &&
      /^(?:về|chỉ tiêu|nhóm|lĩnh vực) [^.;,:]+$/.test(low.slice(body)) &&
      !hasFigure(low, body)
    )
      return whole(marker?.style ?? 'bullet')
    if (
      marker &&
      LISTED.has(marker.style) &&
      text.length <= 200 &&
      !/[.;,]$/.test(text) &&
      !hasFigure(low, body) &&
      next &&
      startsInner(line, next)
    )
      return whole()
  }
  const to = runInTitle(line)
  return to === null ? null : { style, title: titleOf(text.slice(body, to)), to }
}

/**
 * "Tổng thu ngân sách giai đoạn 2021 - 2025 đạt 24.500 tỷ đồng, trong đó:" is a promise and leads the list of its parts:
 * its title is what stands in front of its first figure, and its words are read.
 */
function promiseThatLeads({ view, marker }: Line, style: Head['style']): Head | null {
  const body = marker?.length ?? 0
  if (!/(?:trong đó|gồm|bao gồm|cụ thể)(?: là| có)?\s*:$/.test(view.low)) return null
  const figure =
    /\d[\d.,]*(?:\s?-\s?\d[\d.,]*)?\s?(?:%|‰|tỷ (?!lệ)|triệu|nghìn|ha(?!\p{L})|usd|người|lao động|xã|hộ|km|tấn|trường|lượt|doanh nghiệp|đảng viên)/u.exec(
      view.low.slice(body),
    )
  if (!figure) return null
  const title = view.text
    .slice(body, body + figure.index)
    .replace(/[\s:,]*(?:(?:phấn đấu|đạt|là|khoảng|trên|dưới|tăng|giảm|từ|ước)[\s:,]*)*$/iu, '')
  return title === '' ? null : { style: marker ? style : 'lead', title, to: body, promises: true }
}

const LISTED: ReadonlySet<NumberStyle> = new Set(['number', 'dotted', 'letter', 'paren', 'halfParen', 'wordOrdinal'])

const BULLETS: ReadonlySet<NumberStyle> = new Set(['dash', 'plus', 'bullet'])

const hasFigure = (low: string, from: number) =>
  FIGURE.test(low.slice(from).replace(/giai đoạn|nhiệm kỳ|năm \d{4}/g, ''))

/** "07 chỉ tiêu về kinh tế", "6 kết quả chủ yếu" are counts of what follows, not promises. */
const isGroup = (low: string) =>
  /\d{1,2} (?:nhóm )?(?:chỉ tiêu|nhiệm vụ|giải pháp|kết quả|mục tiêu|quan điểm|bài học|khâu|nội dung|chương trình)/.test(
    low,
  )

const isTitle = (text: string) =>
  text.length <= 250 && /^["“(]?[\p{Lu}\d]/u.test(text) && !FIGURE.test(text.toLowerCase())

/** A short numbered line without an end before deeper words: a heading without bold, as plain text files have. */
function startsInner(line: Line, next: Line): boolean {
  if (next.kind === 'row' || next.marker === null) return true
  return next.marker.style !== line.marker?.style
}

/** Words that end in a colon lead a list when another kind of line follows. */
function leads(line: Line, next: Line): boolean {
  if (next.kind === 'row') return true
  if (next.marker) return next.marker.style !== line.marker?.style || next.marker.number === '1'
  return true
}

/**
 * A title that runs into its own paragraph: bold or italic words that open the line and end in a full stop or colon
 * ("**4. Các chỉ tiêu chủ yếu.** Đại hội đề ra…"); words before "(1)"; or a numbered first sentence without a figure.
 */
function runInTitle({ view, marker, boldTo }: Line): number | null {
  const { text, low } = view
  const body = marker?.length ?? 0
  if (boldTo > body && boldTo <= LONGEST_TITLE) {
    const closed = /^[\s]*[.:]/.exec(text.slice(boldTo))
    const ended = /[.:]\s*$/.test(text.slice(0, boldTo))
    const to = boldTo + (ended ? 0 : (closed?.[0].length ?? 0))
    if (
      (ended || closed) &&
      !VALUE.test(low.slice(to)) &&
      to < text.length &&
      (!hasFigure(low.slice(0, to), body) || isGroup(low.slice(0, to)))
    )
      return to
  }
  const listed = /^[^:;.]{3,160}?:(?=\s*\((?:1|i|a)\))/u.exec(text.slice(body))
  if (listed) return body + listed[0].length
  if (marker && (marker.style === 'number' || marker.style === 'dotted' || OUTER.has(marker.style))) {
    const sentence = /^[^.;:]{8,200}?\.(?=\s+\p{Lu})/u.exec(text.slice(body))
    if (sentence && !hasFigure(sentence[0].toLowerCase(), 0)) return body + sentence[0].length
  }
  return null
}

/** A short line of plain text that names what the list behind it holds: "Mục tiêu cụ thể giai đoạn 2021 - 2025". */
const tells = (text: string) =>
  /^\p{Lu}/u.test(text) && modeOf(text) !== null && !/^(?:phấn đấu|đến năm|trong)/i.test(text)

const titleOf = (text: string) => text.replace(/^[\s:.-]+|[\s:.]+$/gu, '')
