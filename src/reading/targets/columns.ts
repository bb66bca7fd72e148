import type { YearSpan } from '../result.ts'
import { scanNumbers } from '../numbers/scan.ts'
import { spanOf } from '../tree/context.ts'
import { viewOf } from '../words/view.ts'
import { yearWords } from '../words/years.ts'
import type { Times } from './clause.ts'

/** What a column of a table holds. */
export type Column =
  | { readonly kind: 'number' | 'name' | 'unit' | 'other' }
  | { readonly kind: 'past'; readonly years: YearSpan | null }
  | {
      readonly kind: 'target'
      readonly years: YearSpan | null
      readonly time: 'point' | 'span'
      readonly unit: string | null
      /** The head names an end ("đến năm 2030") and not a year of its own. */
      readonly due: boolean
      /** The head speaks of an average over its years ("BQ 2016 - 2020"). */
      readonly mean: boolean
    }

const NUMBER = /^(?:tt|stt|số tt|số thứ tự|#|no\.?)$/
const NAME = /chỉ tiêu|nội dung|tên |danh mục|chỉ số|tiêu chí|lĩnh vực|mục tiêu cụ thể|nhiệm vụ|hạng mục|diễn giải/
const UNIT = /^(?:đvt|đv tính|đơn vị(?: tính)?|đ\.?vị(?: tính)?|đơn vị đo)$/
const PAST =
  /thực hiện|(?:^|\s)th(?:\s|$)|(?:^|[\s(])ước|kết quả|đạt được|hiện trạng|hiện nay|so sánh|so với|hoàn thành|cùng kỳ|(?:^|\s)quý|tháng|cơ sở|gốc|tỷ lệ %|tăng, giảm|tăng\/giảm|đã giao|điều chỉnh/
const PROMISE =
  /mục tiêu|kế hoạch|(?:^|\s)kh(?:\s|$)|(?:^|\s)mt(?:\s|$)|phấn đấu|chỉ tiêu (?:năm|giao|đến|giai đoạn|kế hoạch)|dự kiến|đến (?:hết )?(?:năm )?\d{4}|dự toán|giao|lộ trình/
const MEAN = /(?:^|\s)bq(?:\s|$)|bình quân|tốc độ|nhịp độ|tăng trưởng/
const OTHER =
  /cơ quan|chủ trì|phối hợp|ghi chú|đơn vị (?:chủ|theo|phụ|thực|báo|phối)|nguồn số|trách nhiệm|thời gian|sản phẩm|kỳ báo|tần suất|người|nơi|phụ trách|theo dõi/

/** The role of a column, from the words of its heads, the outermost first. */
export function columnOf(heads: readonly string[], times: Times): Column {
  const low = heads.join(' ').toLowerCase().replace(/\s+/g, ' ').trim()
  const last = (heads.at(-1) ?? '').toLowerCase().trim()
  if (NUMBER.test(low) || NUMBER.test(last)) return { kind: 'number' }
  if (UNIT.test(low) || UNIT.test(last)) return { kind: 'unit' }
  const view = viewOf(heads.join(' '))
  const years = yearWords(view, scanNumbers(view)).filter(words => words.role !== 'standard')
  // The innermost head that names years tells: "Năm 2020" under "Kế hoạch 2016 - 2020".
  const inner = viewOf(heads.at(-1) ?? '')
  const within = yearWords(inner, scanNumbers(inner)).filter(words => words.role !== 'standard')
  const own = [...(within.length > 0 ? within : years)]
    .sort((a, b) => Number(a.kind === 'span') - Number(b.kind === 'span'))
    .at(-1)
  if (!own && OTHER.test(low)) return { kind: 'other' }
  const past = PAST.test(
    low.replace(/(?:kế hoạch|mục tiêu|lộ trình|phân kỳ|chỉ tiêu|dự kiến|giao|tiến độ) thực hiện/g, 'kế hoạch'),
  )
  if (own) {
    const span = spanOf(own.span, own.term, times.nhiemKy)
    if (past && !/mục tiêu|kế hoạch|(?:^|\s)kh\s/.test(low)) return { kind: 'past', years: span }
    if (past && !PROMISE.test(last)) return { kind: 'past', years: span }
    if (times.floor !== null && span.to < times.floor) return { kind: 'past', years: span }
    if (!PROMISE.test(low) && times.floor === null) return { kind: 'past', years: span }
    return {
      kind: 'target',
      years: span,
      time: own.kind,
      unit: bracketUnit(heads),
      mean: own.kind === 'span' && MEAN.test(low),
      due: own.kind === 'point' && /đến (?:hết |cuối )?(?:năm )?\d{4}/.test(low),
    }
  }
  if (past && !PROMISE.test(low)) return { kind: 'past', years: null }
  if (
    PROMISE.test(low) &&
    !/nội dung|tên/.test(low) &&
    !/^(?:các )?mục tiêu(?:, chỉ tiêu)?(?: chủ yếu| cụ thể)?$/.test(low)
  )
    return { kind: 'target', years: null, time: times.kind, unit: bracketUnit(heads), due: false, mean: false }
  if (NAME.test(low)) return { kind: 'name' }
  return { kind: 'other' }
}

const bracketUnit = (heads: readonly string[]) => /\(([^()\d]{1,24})\)/.exec(heads.join(' '))?.[1]?.trim() ?? null
