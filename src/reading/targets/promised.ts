import type { View } from '../words/view.ts'
import type { YearWords } from '../words/years.ts'
import { governingYear } from './governing-year.ts'
import type { Quantity } from './quantity.ts'

/** Why a quantity is no promise of its own; null where it may be one. */
export type NotPromised =
  'age' | 'duration' | 'rating' | 'structure' | 'bracket' | 'start' | 'past' | 'comparison' | 'part of a name' | 'clock'

const AGE = /^\s?(?:tháng )?tuổi/
const DURATION = /^\s(?:năm|ngày|tháng|giờ|phút|tuần|quý|ngày đêm)(?!\p{L})/u
const STRUCTURE =
  /^\s(?:nhóm |bộ )?(?:chỉ tiêu|tiêu chí|thành tố|khâu|trụ cột|mục tiêu|nội dung|nhiệm vụ|giải pháp|quan điểm|lĩnh vực|phần|mặt|phương diện|yếu tố|nguyên tắc|chương trình mục tiêu)(?!\p{L})/u
const PAST_WORDS =
  /(?<!\p{L})ước (?:đạt|thực hiện|tính|khoảng|còn|tăng|giảm|giải|có)|(?:^|[\s,(])đã (?:đạt|có|giảm|tăng|được|hoàn thành|thực hiện|giải quyết|xây dựng|công nhận)|(?<!(?:cần|phải|sẽ|đấu|nhằm|để) )đạt được|hiện (?:nay|có|đã|tại)|thực hiện được|(?<!viên |làm |thôn |lập |nạp |chuẩn )mới (?:đạt|chỉ)|(?:^|[\s(])(?:ước|th) \d{4}/u

/**
 * Whether the quantity at `i` is promised in its clause [from, to) of the view.
 * `floor` is the first year that the plan speaks for.
 */
export function notPromised(
  view: View,
  quantities: readonly Quantity[],
  i: number,
  from: number,
  to: number,
  years: readonly YearWords[],
  floor: number | null,
): NotPromised | null {
  const quantity = quantities[i]
  if (!quantity) return null
  const { token, unit } = quantity
  const behind = view.low.slice(token.to, token.to + 60)
  const before = view.low.slice(Math.max(from, token.from - 60), token.from)
  // "Bằng 1/2 mức bình quân": a part of something else, and no count of anything.
  if (quantity.of && (unit.kind === 'none' || isFraction(quantity))) return 'comparison'
  if (AGE.test(behind))
    return /tuổi thọ|tuổi (?:bình quân|trung bình)/.test(view.low.slice(from, token.from)) ? null : 'age'
  if (DURATION.test(behind))
    return /thời gian|số ngày|số giờ|tuổi thọ/.test(view.low.slice(from, token.from)) ? null : 'duration'
  if (/^\s?sao(?!\p{L})/u.test(behind) && quantities.length > 1) return 'rating'
  if (/^\s?buổi\s?\/\s?(?:ngày|tuần)/.test(behind) && i > 0) return 'part of a name'
  if (/^\/(?:24|7)(?!\d)/.test(behind) || before.endsWith('24/')) return 'clock'
  if (
    STRUCTURE.test(behind) &&
    (/(?:cả|đủ|trong|theo|gồm|với|các|một trong|thuộc|của|\d) ?$/.test(before) ||
      !/đạt|hoàn thành|tăng|có/.test(before))
  )
    return 'structure'
  // "72 xã đạt 19 tiêu chí nông thôn mới": what makes one of those that are counted.
  if (
    /^\s(?:tiêu chí|chỉ tiêu)(?!\p{L})/u.test(behind) &&
    quantities[i - 1]?.unit.kind === 'counted' &&
    /^\s(?:đạt|hoàn thành)(?: đủ| từ| trên)?\s$/.test(view.low.slice(quantities[i - 1]?.to, token.from))
  )
    return 'part of a name'
  // "Lúa nước 2 vụ 40 ha": how often a year it is sown.
  if (
    /^\s?vụ(?!\p{L}|\s?việc|\s?án)/u.test(behind) &&
    quantities[i + 1] &&
    /^\s(?:đạt |là )?$/.test(view.low.slice(quantity.to, quantities[i + 1]?.token.from))
  )
    return 'part of a name'
  const bracket = openBracket(view.low, from, token.from)
  if (
    bracket !== null &&
    !/^\((?:trong đó|riêng|bao gồm|gồm|đạt|tỷ lệ|tốc độ tăng|tăng trưởng|tăng bình quân|bình quân tăng)/.test(
      view.low.slice(bracket, bracket + 20),
    ) &&
    !isBreakdown(view.low, bracket) &&
    !isContent(view.low, bracket, quantities[0]) &&
    !isPartOf(view.low, bracket)
  )
    return 'bracket'
  if (isStart(view.low, quantity, quantities[i + 1], to)) return 'start'
  const segment = view.low.slice(Math.max(from, quantities[i - 1]?.to ?? from), token.from)
  // "không còn xã dưới 15 tiêu chí" counts the communes, of which there shall be none.
  if (
    /không (?:còn|để|có) [^,;]{0,60}$/.test(segment) &&
    /^(?:lessThan|moreThan|atLeast|atMost)$/.test(quantity.bound.bound.kind)
  )
    return 'part of a name'
  if (describes(view.low, quantity, quantities[i - 1], from)) return 'part of a name'
  if (PAST_WORDS.test(segment)) return 'past'
  const governing = governingYear(view.low, years, quantities, i, from, to)
  if (governing && floor !== null && governing.span.to < floor) return 'past'
  if (i > 0 && isComparison(segment, view.low.slice(unit.to, to), unit.kind)) return 'comparison'
  if (
    /(?:cao|thấp|nhanh|lớn|nhỏ|vượt|nhiều|ít) hơn $/.test(before) &&
    /^[^,;.]{0,40}so với/.test(view.low.slice(unit.to, to))
  )
    return 'comparison'
  return null
}

/** "Các cây trồng chủ yếu năm 2020 (Lúa: diện tích đạt 207 ha, …": in front of the bracket there is no figure, all are in it. */
export const isContent = (low: string, open: number, first: Quantity | undefined): boolean =>
  first !== undefined &&
  first.token.from > open &&
  /^\([^()\d]{2,40}:[^()\d]{0,40}đạt /.test(low.slice(open, open + 90))

/** Where the bracket that holds a position opens; null where none does. */
export function openBracket(low: string, from: number, at: number): number | null {
  const open = low.lastIndexOf('(', at)
  return open >= from && low.lastIndexOf(')', at) < open ? open : null
}

/** "(nông nghiệp tăng 2,5%; công nghiệp tăng 17%)": two parts or more, each named, in the unit of the whole. */
export function isBreakdown(low: string, open: number): boolean {
  const close = low.indexOf(')', open)
  if (close < 0 || close - open > 600) return false
  const parts = low
    .slice(open + 1, close)
    .split(/[;,](?!\d)|\svà\s/u)
    .filter(part => /\d\s?%/.test(part))
  return (
    parts.length >= 2 &&
    parts.every(
      part =>
        /^\s*(?:khu vực|ngành|lĩnh vực|nhóm|công nghiệp|xây dựng|nông|lâm|thủy|dịch vụ|thương mại|thuế|trồng trọt|chăn nuôi|vùng|thành thị|nông thôn|riêng|trong đó)/u.test(
          part,
        ) && !/\d{4}/.test(part),
    )
  )
}

/** "giảm 1/2 số hộ nghèo": a part of what there is, and no count of it. */
const isFraction = ({ token, of, unit }: Quantity) =>
  /^(?:số|tổng số|mức|dân số) /.test(unit.unit) &&
  [token.low, of?.low].every(part => part?.scale === 0 && part.coefficient < 10n)

/** Who or where a part of the population is. */
const PART =
  '(?:khu vực|vùng|miền|tuyến|nông thôn|thành thị|đô thị|miền núi|nam|nữ|trong đó|riêng|đồng bào|người dân tộc|hộ)'
const PART_SHARE = new RegExp(
  `^\\((?:${PART}(?!\\p{L})[^()\\d]{0,60}|[^()\\d]{3,50}(?:đạt|xuống|còn|ở mức)[^()\\d]{0,24})[\\d.,]+(?:\\s?-\\s?[\\d.,]+)?\\s?%`,
  'u',
)

const SECTOR_GROWTH =
  /^\((?:riêng |trong đó:? )?(?:khu vực |ngành )?(?:công nghiệp|xây dựng|nông nghiệp|lâm nghiệp|thủy sản|dịch vụ|trồng trọt|chăn nuôi|thương mại)(?: \p{L}+){0,4} tăng(?: bình quân| khoảng| trên| từ)* \d/u

/**
 * "(khu vực miền núi dưới 28%)", "(hợp vệ sinh đạt 100%)", "(bình quân mỗi phụ nữ có 2,1 con)": one part of the whole in
 * front, or what its words come to, promised with it; a bracket that names a year or speaks of today only explains.
 */
export function isPartOf(low: string, open: number): boolean {
  const close = low.indexOf(')', open)
  const words = low.slice(open, close < 0 ? open + 200 : close + 1)
  if (/(?:19|20)\d\d|hiện|ước|đã|so với|kế hoạch|chiếm/.test(words)) return false
  if (SECTOR_GROWTH.test(words)) return true
  if (words.includes('tăng')) return false
  return PART_SHARE.test(words) || /^\((?:bình quân )?(?:mỗi|một) /.test(words)
}

/** The first value of "từ 43,4% năm 2015 lên 55%": where a change starts, not what is promised. */
function isStart(low: string, quantity: Quantity, next: Quantity | undefined, to: number): boolean {
  if (
    !next ||
    next.token.from > to ||
    !/từ (?:mức )?(?:trên |gần |khoảng |hơn )?$/.test(
      low.slice(Math.max(0, quantity.token.from - 20), quantity.token.from),
    )
  )
    return false
  return (
    quantity.token.high === null &&
    /(?:lên|xuống|còn|tăng lên|thành(?! phố))/.test(low.slice(quantity.to, next.token.from)) &&
    !/[;.]\s/.test(low.slice(quantity.to, next.token.from))
  )
}

/**
 * "70% phụ nữ mang thai được tầm soát ít nhất 4 loại bệnh", "dân tộc thiểu số có dưới 10 nghìn người": a count inside the
 * words that say of whom a share or a promise speaks.
 */
function describes(
  low: string,
  { token, unit, bound }: Quantity,
  previous: Quantity | undefined,
  from: number,
): boolean {
  const before = low.slice(from, token.from)
  if (
    unit.kind === 'counted' &&
    /^(?:lessThan|moreThan|atLeast)$/.test(bound.bound.kind) &&
    /(?:dân tộc(?: thiểu số)?|doanh nghiệp|cơ sở|đơn vị|trang trại)(?: có| với| quy mô| sử dụng)+ (?:dưới|trên|từ)(?: khoảng)? $/.test(
      before,
    )
  )
    return true
  if (previous?.unit.kind !== 'percent' || unit.kind === 'percent') return false
  const between = low.slice(previous.to, token.from)
  // "đạt tối thiểu 95% với 12 loại vắc xin"
  if (unit.kind === 'counted' && /^[^,;:()]{0,40}\svới(?: hơn| trên| khoảng)? $/.test(between)) return true
  return (
    /^\s\p{L}/u.test(between) &&
    !/[,;:()]|\s(?:và|trong đó|đạt|lên|xuống)\s/.test(between) &&
    /(?:được|có|phải|tham gia)[^,;]{0,60}(?:ít nhất|tối thiểu|từ|trên) $/.test(between)
  )
}

/** "…, tăng 50 xã so với năm 2020" behind a value only says the same in another way. */
function isComparison(segment: string, said: string, unit: Quantity['unit']['kind']): boolean {
  const tail = said.replace(/^\s?\([^()]*\)/, '')
  if (/^[\s,]*(?:và )?tương đương(?: khoảng| trên| hơn| gần)* ?$/.test(segment)) return unit !== 'measured'
  if (/^[\s,]*(?:và )?(?:tăng|giảm|gấp|chiếm)[^(]*$/.test(segment) && (unit === 'percent' || unit === 'times'))
    return false
  if (
    !/^[\s,(]*(?:và )?(?:tăng|giảm|gấp|bằng|tương đương|vượt|cao hơn|thấp hơn|chiếm)(?: thêm| khoảng| trên| hơn| gần| đạt| được)* ?$/.test(
      segment,
    )
  )
    return false
  return (
    /^[^,;.]{0,40}(?:so với|so cùng|so năm|năm \d{4}|tổng|kế hoạch|cùng kỳ)/.test(tail) ||
    /gấp|bằng|tương đương/.test(segment)
  )
}
