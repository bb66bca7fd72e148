import { rateBaseOf } from './measure-unit.ts'

/** "Số giường bệnh/10.000 dân" in "giường": the base of the rate stands in the name. */
export function withRate(unit: string, name: string): string {
  const base = rateBaseOf(name)
  return base && unit !== '' && unit !== '%' && !unit.includes('/') ? `${unit} / ${base}` : unit
}

/** The unit of a row that prints none. */
export const defaultUnit = (name: string) =>
  /tỷ lệ|tỉ lệ|tỷ trọng|tốc độ|tăng trưởng|cơ cấu|độ che phủ|mức tăng/i.test(name) ? '%' : ''

const ABBREVIATIONS: readonly (readonly [RegExp, string])[] = [
  [/^(nghìn |ngàn |triệu )?dn$/i, '$1doanh nghiệp'],
  [/^(nghìn |ngàn |triệu )?htx$/i, '$1hợp tác xã'],
  [/^tr\.?\s?đ(?:ồng)?$/i, 'triệu đồng'],
  [/^tr\.?\s?usd$/i, 'triệu USD'],
  [/^tr\.?\s?đ(?:ồng)?\/ng(?:ười)?$/i, 'triệu đồng/người'],
  [/^ng\.?\s?đ(?:ồng)?$/i, 'nghìn đồng'],
  [/^t[ỷỉ]\s?đ$/i, 'tỷ đồng'],
]

/** Abbreviations of unit columns, written out. */
export const expanded = (unit: string): string =>
  ABBREVIATIONS.reduce((written, [pattern, full]) => written.replace(pattern, full), unit.trim()).trim()
