import { firstMonths, half, isDay, month, periodCode, quarter, year, years, type Period } from '../../measure/period.ts'
import { foldedForm } from '../../measure/names.ts'
import type { ObservationStatus } from '../../plan/observation.ts'

/** A period's code as a file may say it; what it means is read by `parsePeriod`. */
export const PERIOD_CODE = /^\d{4}(?:-[HQM]\d{1,2}|-\d{2}(?:-\d{2})?)?(?:\/\d{4}(?:-[HQ]?\d{1,2})?)?$/

const ROMAN: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 }

/** The period that the heads of a column say together, the highest head first: "Năm 2024" over "Quý I"; null where none. */
export function periodOf(heads: readonly string[]): string | null {
  const text = heads.map(head => foldedForm(head)).join(' ')
  const code = heads.find(head => PERIOD_CODE.test(head.trim()) && !/^\d{4}$/.test(head.trim()))
  if (code !== undefined) return code.trim()
  const day = dayOf(text)
  if (day !== null) return day
  const found = text.match(/(?<!\d)(?:19|20)\d{2}(?!\d)/g) ?? []
  const span = /(?<!\d)((?:19|20)\d{2})\s?[-–—/]\s?((?:19|20)\d{2})(?!\d)/.exec(text)
  if (span && Number(span[2]) > Number(span[1])) return periodCode(years(Number(span[1]), Number(span[2])))
  const distinct = new Set(found)
  const [only] = distinct
  if (only === undefined || distinct.size > 1) return null
  const part = partOf(text.replaceAll(only, ' '), Number(only))
  return part === undefined ? null : periodCode(part ?? year(Number(only)))
}

/**
 * The day that figures are said to be of: "đến 30/6/2024". The last day of a year is its year, as offices mean it; a day with
 * words of a part of a year beside it is that part's.
 */
function dayOf(text: string): string | null {
  const found = [...text.matchAll(/(?<!\d)(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?((?:19|20)\d{2})(?!\d)/g)]
  const [first] = found
  if (!first || found.length > 1) return null
  const [written, d = '', m = '', y = ''] = first
  if (partOf(text.replace(written, ' '), Number(y)) !== null) return null
  const day = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`
  if (!isDay(day)) return null
  return day.endsWith('-12-31') ? y : day
}

/** The part of a year that words say; null: the whole; undefined: a part that does not exist. */
function partOf(text: string, y: number): Period | null | undefined {
  const quarterOf = /\bquy\s+(iv|i{1,3}|[1-4])\b|\bq([1-4])\b/.exec(text)
  if (quarterOf) return quarter(y, ROMAN[quarterOf[1] ?? ''] ?? Number(quarterOf[1] ?? quarterOf[2]))
  const months = /\b(\d{1,2}|sau|chin|ba)\s+thang(?:\s+(dau|cuoi))?/.exec(text)
  if (months) {
    const n = { sau: 6, chin: 9, ba: 3 }[months[1] ?? ''] ?? Number(months[1])
    if (n === 6) return half(y, months[2] === 'cuoi' ? 2 : 1)
    return n >= 1 && n <= 12 ? firstMonths(y, n) : undefined
  }
  // "Lũy kế đến tháng 9" counts from the beginning of the year.
  const since = /\b(?:luy ke|cong don|tu dau nam|den het thang)\b.*?\bthang\s+(\d{1,2})\b/.exec(text)
  if (since) {
    const n = Number(since[1])
    return n === 6 ? half(y, 1) : n >= 1 && n <= 11 ? firstMonths(y, n) : n === 12 ? year(y) : undefined
  }
  const single = /\bthang\s+(\d{1,2})\b|\bt(\d{1,2})\b|(?:^|\s)(\d{1,2})\s?\/\s*$/.exec(text.trim())
  if (!single) return null
  const n = Number(single[1] ?? single[2] ?? single[3])
  return n >= 1 && n <= 12 ? month(y, n) : undefined
}

/** What the heads say of the status: a plan or a comparison is no figure. */
export function statusOf(heads: readonly string[]): ObservationStatus | 'plan' | 'comparison' | null {
  const text = foldedForm(heads.join(' '))
  if (
    /\b(?:so sanh|so voi|so cung ky|cung ky|% ?so|tang,? ?giam|chenh lech|ty le dat|% ?dat|dat ?\(? ?%|% ?th\b|th ?\/ ?kh|% ?kh\b)/.test(
      text,
    )
  )
    return 'comparison'
  if (/\buoc\b/.test(text)) return 'estimated'
  if (/\bso bo\b/.test(text)) return 'provisional'
  if (/\bchinh thuc\b/.test(text)) return 'official'
  return /\b(?:ke hoach|kh|muc tieu|chi tieu giao|duoc giao|du toan|nghi quyet|du kien|du bao|phan dau)\b/.test(text)
    ? 'plan'
    : null
}

/** Whether heads speak of a change of what stands beside them, unless an indicator of the plan is called so. */
export const isGrowth = (heads: readonly string[]): boolean =>
  /\b(?:toc do (?:tang|phat trien)|tang truong|chi so phat trien)\b/.test(foldedForm(heads.join(' ')))

/** Words that say a part of a figure, by residence, sex or ethnicity: what stands under them is no total. */
export const isPart = (label: string): boolean =>
  /^(?:khu vuc |o |tai |so |rieng )?(?:thanh thi|nong thon|nam|nu|nu gioi|nam gioi|phu nu|dan toc thieu so|dan toc kinh|kinh)$/.test(
    foldedForm(labelText(label)).replace(/[.:,]+$/, ''),
  )

/** Whether a head says that what it names is a part of what stands beside it. */
export const isOfWhich = (head: string): boolean => /^(?:trong do|tr\.? ?do)\b/.test(foldedForm(head))

/** Heads of columns that are no values. */
export function roleOfHead(head: string): 'skip' | 'unit' | 'note' | 'period' | 'label' | null {
  const text = foldedForm(head).replace(/[.:]/g, '').trim()
  if (/^(?:stt|tt|so tt|so thu tu)$/.test(text)) return 'skip'
  if (/^(?:dvt|don vi tinh|unit|dvt \(.*\))$/.test(text)) return 'unit'
  if (/^(?:ghi chu|note|notes|chu thich)$/.test(text)) return 'note'
  if (/^(?:nam|ky|thoi gian|thang|quy|period|year)$/.test(text)) return 'period'
  return /^(?:chi tieu|chi so|ten chi tieu|noi dung|danh muc|don vi|ten don vi|dia phuong|huyen|xa|xa,? phuong.*|huyen,? .*|indicator|area)$/.test(
    text,
  )
    ? 'label'
    : null
}

/** Rows of a total: the area that the sheet is of. */
export const isTotal = (label: string): boolean =>
  /^(?:tong cong|tong so|tong|cong|toan (?:tinh|huyen|xa|thanh pho|quoc|nganh)|ca (?:tinh|nuoc|huyen)|total)\b/.test(
    foldedForm(label).replace(/^[\divx]+[.)]\s*/, ''),
  )

/** The first words behind a table: who signed, notes, sources. */
export const isFooter = (label: string): boolean =>
  /^(?:nguoi lap|lap bieu|ghi chu|nguon|thu truong|giam doc|truong phong|chu tich|noi nhan|t\/?m\b|tm\.|ngay \d|.*, ngay \d+ thang|\*|\(\*\))/.test(
    foldedForm(label),
  )

/** A unit that a title says of the whole table: "Đơn vị tính: triệu đồng". */
export const unitOfTitle = (title: string): string | null =>
  /(?:đơn vị(?: tính)?|đvt)\s*:\s*([^.;)]+)/iu.exec(title.normalize('NFC'))?.[1]?.trim() ?? null

/** A label as it is looked up: without its numbering, its unit in brackets and "trong đó". */
export const labelText = (text: string): string =>
  text
    .replace(/^\s*(?:[-–—+*•]|\(?(?:\d{1,2}(?:\.\d{1,2})*|[ivxIVX]{1,5}|[a-hđA-HĐ])[.)]|\d{1,2}(?=\s))\s*/u, '')
    .replace(/^\s*(?:trong đó|tr\.đó)\s*[:,]?\s*/iu, '')
    .trim()

/** The unit that stands in brackets behind a label: "Thu ngân sách (tỷ đồng)". */
export const unitOfLabel = (text: string): string | null => /\(([^()]+)\)\s*$/.exec(text)?.[1]?.trim() ?? null
export const withoutUnit = (text: string): string => text.replace(/\s*\([^()]*\)\s*$/, '').trim()
