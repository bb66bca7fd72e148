import type { NumberToken } from './token.ts'

/** A form that decides by itself what a number is; the first that fits a place wins. Patterns run on a view's `low`. */
export interface NumberForm {
  readonly kind: NumberToken['kind']
  readonly pattern: RegExp
  /** The capture group that is the number; 0 is the whole match. */
  readonly group: number
}

const D = '\\d{1,2}'
const Y = '(?:19|20|21)\\d{2}'
const form = (kind: NumberToken['kind'], pattern: RegExp, group = 0): NumberForm => ({ kind, pattern, group })

/**
 * Ordered from the most telling to the least.
 * - A slash or hyphen followed by an issuing body's capitals is a document's number: 19-NQ/TW, 0204/KH-UBND, 88/2019/QH14.
 * - Two or three small numbers with slashes are a date where the last may be a year, or where the words say so.
 * - A number glued to letters in front of it is part of a name (QH14, Covid-19, 4G is a name too).
 */
export const FORMS: readonly NumberForm[] = [
  form(
    'reference',
    /\d+(?:\/\d{4})?(?:[-/](?=[a-zđ]*[bcđghklmnpqrstuvx]{2}|tw|tư|cp|ub|kh|ct|hd|tt|sl|l\/)[a-zđ]+[a-z0-9đ]*)(?:[-/][a-zđ]+[a-z0-9đ]*)*(?![\p{L}\d])/gu,
  ),
  form(
    'reference',
    /(?<=(?:nghị định|thông tư|quyết định|nghị quyết|chỉ thị|kế hoạch|công văn|luật|đề án|kết luận|quy định|hướng dẫn|báo cáo)(?: liên tịch)? số )\d+[a-z]?(?:\/\d{4})?(?:, \d+)*(?!\d|[.,]\d)/gu,
  ),
  form(
    'reference',
    /(?<=(?:nghị định|thông tư|quyết định|nghị quyết|chỉ thị|công văn|kết luận|quy định) )\d{1,4}(?:\/\d{4})?(?![\d.,]\d)(?!\s*%)/gu,
  ),
  form(
    'reference',
    /(?<=(?:^|[\s(])(?:điều|khoản|phụ lục|mẫu số|biểu số|biểu|bảng|hình|chương|hộp) )\d+(?:\.\d+)*(?:,? ?(?:và|-|,) ?\d+)*(?![.,]?\d|\s*%)/gu,
  ),
  form('reference', /(?<=(?:^|[\s(])số:? )\d+(?=\s*[-/]\s*[a-zđ]{2})/gu),
  form('reference', /(?<=trung ương )\d{1,2}(?= (?:khóa|\())/gu),
  form(
    'reference',
    /(?<=(?:^|[\s(])(?:tt|stt|chỉ tiêu(?: số)?|tiêu chí(?: số)?|dòng|cột) )\d{1,3}(?:\.\d{1,2})*(?![.,]?\d|\s*%|\s*(?:tỷ|triệu|nghìn|ha|người|xã|hộ|trường|điểm|lượt|\/))(?=[\s,;:.)]|$)/gu,
  ),
  form('page', /(?<=(?:trang|tr\.) )\d{1,4}(?![.,]?\d)/gu),
  form('date', new RegExp(`${D}/${D}/${Y}|${D}\\.${D}\\.${Y}|${D}-${D}-${Y}|${Y}-${D}-${D}(?!\\d)`, 'g')),
  // A time of day, and the day of a piece of news: "10:07", "8h30", "sáng 28-7".
  form('date', /(?<![\d:.,])\d{1,2}(?::|h)\d{2}(?![\d:]|\s?%)/gu),
  form('date', /(?<=(?:^|[\s(,])(?:sáng|chiều|tối|trưa|đêm) (?:ngày )?)\d{1,2}\s?[-/]\s?\d{1,2}(?![\d%]|[.,]\d)/gu),
  form('date', new RegExp(`(?<=ngày )${D} tháng ${D}(?: năm ${Y})?`, 'g')),
  form('date', new RegExp(`(?<=ngày )${D}(?:/${D})?(?=(?:,| và| đến| -|$|[ .;)]))`, 'g')),
  form('date', new RegExp(`(?<=tháng )0?(?:[1-9]|1[0-2])\\s?[-/]\\s?${Y}`, 'g')),
  form('date', new RegExp(`(?<=tháng )0?(?:[1-9]|1[0-2])(?= năm ${Y})`, 'g')),
  form(
    'date',
    new RegExp(`(?<=(?:từ|đến|hết|trong|vào|đầu|cuối|ngày \\d\\d?) tháng )0?(?:[1-9]|1[0-2])(?![.,\\d])`, 'g'),
  ),
  form('date', new RegExp(`(?<![\\d/.,])(?:0?[1-9]|1[0-2])/${Y}(?![\\d/])`, 'g')),
  form('year', new RegExp(`(?<=quý [1-4ivx]+\\s?[-/]\\s?)${Y}(?![\\d])`, 'g')),
  form('ordinal', /(?<=(?:^|[\s(,;])quý )[1-4](?=[\s/,.;)]|$)/gu),
  form('years', new RegExp(`(?<![\\d.,/])${Y}\\s?(?:-|đến|tới|÷|/)\\s?(?:năm )?${Y}(?![\\d%]|[.,]\\d)`, 'g')),
  form('year', new RegExp(`(?<=(?:năm|giai đoạn|nhiệm kỳ|năm học|niên vụ) ?)${Y}(?![\\d%]|[.,]\\d)`, 'g')),
  form(
    'year',
    new RegExp(
      `(?<=(?:đến|niên|kỳ|trước|sau|vụ|cuối|đầu|hết|tầm nhìn|mốc|nk|khóa|kh|th|ước|mục tiêu|kế hoạch|với|thực hiện|gđ|tới|và|thời điểm) )${Y}(?![\\d%]|[.,]\\d)(?! ?(?:%|tỷ (?!lệ|trọng|suất|số)|triệu|nghìn|ha|người|hộ|xã|trường|lượt|đồng|usd|tấn|km|m2|doanh|lao|sản))`,
      'g',
    ),
  ),
  form('year', new RegExp(`(?<![\\d.,])${Y}(?= là năm)`, 'g')),
  form(
    'ordinal',
    /(?<=(?:^|[\s(])(?:(?<!xếp )thứ|lần thứ|khóa|giai đoạn|đợt|cấp độ|mức độ|mức|loại|hạng|vùng|khu vực|lớp|tuyến|nhóm|kỳ họp thứ|bước|phương án|cụm|tổ|kịch bản|phần|mục|vòng) )\d{1,2}(?:[,-] ?\d{1,2})*(?![.,]?\d|\s*%|\s?-\s?[\d.,]+\s*%|\s*(?:tỷ|triệu|nghìn|ha|người|xã|hộ|tiêu chí|trường|nước|tỉnh|địa phương|đơn vị|lượt|huyện|thành phố|quốc gia))/gu,
  ),
  form(
    'reference',
    /(?<=(?:^|[\s(])(?:quốc lộ|đường tỉnh|tỉnh lộ|đt\.?|ql\.?|cao tốc|đường|cầu|bộ|công nghiệp|cách mạng công nghiệp(?: lần thứ)?) )\d{1,4}(?:[./]\d{1,3})?[a-zđ]?(?![.,\d%]|\s*(?:%|km|tỷ|triệu|nghìn|m\b))/gu,
  ),
  form('reference', /(?<![\d.,\p{L}])[2-6]g(?![\p{L}\d])/gu),
  form('reference', /(?<=[a-zđ]{2,}[-.])\d{1,3}(?!\d|[.,]\d|\s?%)/gu),
]

/** A plain number: digits with group and decimal marks; groups set by spaces only where two of them leave no doubt. */
export const PLAIN_NUMBER = /\d{1,3}(?: \d{3}){2,}(?![\d])|\d+(?:[.,]\d+)*/g
