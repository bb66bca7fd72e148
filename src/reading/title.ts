import { isSelfStanding } from './targets/name.ts'
import type { Line } from './tree/lines.ts'

const KIND =
  /^(?:tài liệu học tập|nghị quyết|kế hoạch|chỉ thị|quy[eếéêẻ]t [đd][iịỉ]nh|báo cáo|chương trình|đề án|chiến lược|quy hoạch|thông báo|kết luận|tờ trình|phụ lục|văn kiện|dự thảo)(?!\p{L})/u
const ISSUER =
  /^(?:ủy ban nhân dân|uỷ ban nhân dân|ubnd|hội đồng nhân dân|hđnd|đảng bộ|đảng ủy|tỉnh ủy|thành ủy|huyện ủy|quận ủy|thị ủy|ban chấp hành|ban thường vụ|ban tuyên giáo|ban tổ chức|chính phủ|thủ tướng|quốc hội|bộ [\p{L}]+|sở [\p{L}]+|đại hội đại biểu|ban chỉ đạo|tổng cục|cục)(?!\p{L})/u
/** A line that names the kind and nothing else: what it is about stands on the next. */
export const BARE_KIND =
  /^(?:kế hoạch|nghị quyết|quy[eếéêẻ]t [đd][iịỉ]nh|chương trình|chỉ thị|báo cáo|đề án|chiến lược|quy hoạch)(?: hành động)?$/iu
const LATER = 40

/** The document's title: the line that names its kind, with the lines that carry it on; else its first head. */
export function titleOf(lines: readonly Line[]): string {
  const titled = titleLines(lines)
  if (titled.length > 0)
    return titled
      .map(line => line.view.text)
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim()
  const early = lines.slice(0, LATER).filter(line => line.kind !== 'row')
  const head = early.find(line => line.kind === 'heading') ?? early.find(line => line.styled) ?? early[0]
  return head?.view.text.slice(0, 300) ?? ''
}

/** The lines that name the document's kind and what it is about; they promise nothing, whatever figures they hold. */
export function titleLines(lines: readonly Line[]): Line[] {
  const early = lines.slice(0, LATER).filter(line => line.kind !== 'row')
  const at = early.findIndex(
    line => KIND.test(line.view.low) && line.view.text.length < 400 && (line.styled || !/[.;]$/.test(line.view.text)),
  )
  const first = early[at]
  if (!first) return headline(early)
  const parts = [first]
  for (const line of early.slice(at + 1, at + 5)) {
    const words = parts.map(part => part.view.text).join(' ')
    const carriesOn =
      BARE_KIND.test(words.trim()) ||
      (line.styled && line.marker === null) ||
      /^(?:về |v\/v|phê duyệt|ban hành)/.test(line.view.low)
    if (!carriesOn || words.length > 240 || line.view.text.startsWith('(')) break
    parts.push(line)
  }
  return parts
}

/** A page without a document's head begins with its headline: a line without an end that names no indicator. */
function headline([first, next]: readonly Line[]): Line[] {
  const isHeadline =
    first?.kind === 'text' &&
    first.marker === null &&
    first.block.kind === 'paragraph' &&
    first.view.text.length < 160 &&
    /[\p{L}\d)”"]$/u.test(first.view.text) &&
    next?.kind === 'text' &&
    next.view.text.length > first.view.text.length &&
    !isSelfStanding(first.view.text) &&
    !/^\d/.test(first.view.text)
  return isHeadline ? [first] : []
}

/** Who issued it, as printed at its head; null where it does not say. */
export function issuerOf(lines: readonly Line[]): string | null {
  const early = lines.slice(0, LATER)
  const at = early.findIndex(line => ISSUER.test(line.view.low.replace(/^[|\s]+/, '')) && line.view.text.length < 120)
  const first = early[at]
  if (first) {
    const next = early[at + 1]
    const name = first.view.text.replace(/^[|\s]+|[|\s]+$/g, '')
    const place =
      next &&
      /^(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn) /.test(next.view.low.replace(/^[|\s]+/, '')) &&
      next.view.text.length < 60
        ? ` ${next.view.text.replace(/^[|\s]+|[|\s]+$/g, '')}`
        : ''
    return name + place
  }
  for (const line of early) {
    const found =
      /(?:của|do) ((?:ủy ban nhân dân|ubnd|hội đồng nhân dân|tỉnh ủy|thủ tướng chính phủ|chính phủ|quốc hội|bộ) [^,.;(]{0,40})|((?:đại hội(?: đại biểu)? )?đảng bộ (?:tỉnh|huyện|xã|phường|thành phố) [^,.;(]{2,30}?)(?= lần| nhiệm|,|$)/u.exec(
        line.view.low,
      )
    if (found)
      return line.view.text
        .slice(found.index + (found[1] ? found[0].length - found[1].length : 0), found.index + found[0].length)
        .trim()
  }
  return null
}
