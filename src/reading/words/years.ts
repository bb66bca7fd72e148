import { approximate } from '../../measure/decimal.ts'
import type { NumberToken } from '../numbers/token.ts'
import type { YearSpan } from '../result.ts'
import type { View } from './view.ts'

/**
 * A year or a span of years that the words name, and what it is there for.
 * - `own`: when something is due or over which years it counts;
 * - `base`: what a change is measured from ("so với năm 2020", "từ 43% năm 2015 lên …");
 * - `standard`: the years of a standard, a law or a price base ("theo chuẩn nghèo giai đoạn 2021 - 2025");
 * - `past`: a value given for comparison ("(năm 2020: 54%)").
 */
export interface YearWords {
  readonly from: number
  readonly to: number
  readonly span: YearSpan
  readonly kind: 'point' | 'span'
  readonly role: 'own' | 'base' | 'standard' | 'past'
  /** Whether it is called a nhiệm kỳ: its first year belongs to the term before. */
  readonly term: boolean
  /** Whether it is an end to be reached ("đến năm 2030") and not a year of its own. */
  readonly until: boolean
}

const STANDARD =
  /(?:tiêu chí|chuẩn|quy định|giá so sánh|giá cố định|giá hiện hành|bộ chỉ số|chương trình mục tiêu quốc gia|nghị quyết|quyết định|luật|chỉ thị|kết luận|chương trình|đề án|quy hoạch|chiến lược|hiến pháp|công văn|nghị định|thông tư|số liệu|điều tra)[^.;:]{0,90}$/
const BASE =
  /(?:so (?:với|sánh với)|so|(?<!\p{L})bằng|gấp(?:[^.;,]|[.,]\d){0,24} lần|bằng(?:[^.;,]|[.,]\d){0,20}%|của)(?: cùng kỳ| mức| số liệu| ước| thực hiện| th| kế hoạch| dự toán| cuối| đầu)* (?:năm |giai đoạn |nhiệm kỳ |thời kỳ )?$/u
const DUE = /(?:đến|tới|vào|trong|hết|từ|riêng|và|đạt) (?:hết |cuối |trước )?(?:năm |giai đoạn |nhiệm kỳ )?$/

const UNTIL = /(?:đến|tới)(?: hết| cuối)? (?:năm )?$/

/** The years that the words of a view name, in order. */
export function yearWords(view: View, tokens: readonly NumberToken[]): YearWords[] {
  const found: YearWords[] = []
  for (const token of tokens) {
    if ((token.kind !== 'year' && token.kind !== 'years') || !token.low) continue
    const first = approximate(token.low)
    const last = token.high ? approximate(token.high) : first
    if (last < first) continue
    const head = view.low.slice(Math.max(0, token.from - 120), token.from)
    const term =
      head.endsWith('nhiệm kỳ ') ||
      (last === first + 5 && /đại hội[^.;:]{0,90}\($/.test(head)) ||
      /nhiệm kỳ (?:\p{L}+ )?$/u.test(head)
    found.push({
      from: token.from,
      to: token.to,
      span: { from: term && last > first ? first + 1 : first, to: last },
      kind: last > first ? 'span' : 'point',
      role: roleOf(view, token, head),
      term,
      until: last === first && UNTIL.test(head),
    })
  }
  return found
}

function roleOf(view: View, token: NumberToken, head: string): YearWords['role'] {
  const tail = view.low.slice(token.to, token.to + 40)
  if (BASE.test(head)) return 'base'
  if (
    /từ [\d.,]+\s?(?:%|[\p{L} ]{1,24}) ?\(?(?:năm )?$/u.test(head) &&
    /^\)?,? ?(?:lên|xuống|còn|tăng|giảm|đến)/.test(
      view.low.slice(token.to, token.to + 120).replace(/^\s?\([^()]*\)/, ''),
    )
  )
    return 'base'
  const due = DUE.test(head)
  if (!due && STANDARD.test(withoutClosed(head))) return 'standard'
  if (
    /\((?:[^()]*(?:cùng kỳ|ước|thực hiện|kế hoạch) )?năm $/.test(head) &&
    /^(?:\s?(?:là|đạt|:|ước|có|chiếm|mới đạt)|\s\d|,)/.test(tail)
  )
    return 'past'
  if (/\((?:tăng|giảm)[^()]*$/.test(head) && !due) return 'base'
  return 'own'
}

/** A bracket that was closed before is over: its words do not reach behind it. */
const withoutClosed = (head: string) => head.replace(/\([^()]*\)/g, ' ').replace(/^.*[.;](?=\s)/, '')

/** Words for every year of a term. */
export const YEARLY = /hằng năm|mỗi năm|từng năm|các năm|trong năm\b(?! học| \d)|\/\s?năm|một năm|bình quân năm|năm sau/
/** Words for a term as a whole. */
export const WHOLE_TERM =
  /cả (?:giai đoạn|nhiệm kỳ|thời kỳ|kỳ)|trong (?:cả |vòng )?(?:0?[3-9]|năm|10) năm|(?:^|[\s(,])(?:0?[3-9]|10) năm(?= \d{4}|\s?[,:;)]|\s*$| (?:khoảng|trên|đạt|là|ước|hơn|gần|tối thiểu|ít nhất|tới|qua|sau))|toàn (?:giai đoạn|nhiệm kỳ)|trong (?:nhiệm kỳ|giai đoạn)|tổng cộng/
