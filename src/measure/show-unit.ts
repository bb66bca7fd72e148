import type { Language } from '../messages/message.ts'
import { powerOfTen } from './decimal.ts'
import type { Part, Unit } from './unit.ts'

/**
 * English for the units and the nouns that plans count, one and many. A noun that is not here stays as the plan has it:
 * its English belongs to the indicator, which the plan's data names.
 */
const ENGLISH: Readonly<Record<string, readonly [string, string]>> = {
  đồng: ['VND', 'VND'],
  'điểm %': ['percentage point', 'percentage points'],
  điểm: ['point', 'points'],
  lần: ['time', 'times'],
  lít: ['litre', 'litres'],
  yến: ['yến (10 kg)', 'yến (10 kg)'],
  tạ: ['quintal', 'quintals'],
  tấn: ['tonne', 'tonnes'],
  phút: ['minute', 'minutes'],
  giờ: ['hour', 'hours'],
  ngày: ['day', 'days'],
  tháng: ['month', 'months'],
  quý: ['quarter', 'quarters'],
  năm: ['year', 'years'],
  dân: ['person', 'people'],
  người: ['person', 'people'],
  hộ: ['household', 'households'],
  'hộ nghèo': ['poor household', 'poor households'],
  'lao động': ['worker', 'workers'],
  lượt: ['visit', 'visits'],
  'lượt người': ['visit', 'visits'],
  'lượt khách': ['visitor arrival', 'visitor arrivals'],
  khách: ['visitor', 'visitors'],
  xã: ['commune', 'communes'],
  phường: ['ward', 'wards'],
  huyện: ['district', 'districts'],
  tỉnh: ['province', 'provinces'],
  thôn: ['village', 'villages'],
  trường: ['school', 'schools'],
  'học sinh': ['pupil', 'pupils'],
  'bác sĩ': ['doctor', 'doctors'],
  'giường bệnh': ['hospital bed', 'hospital beds'],
  'đảng viên': ['Party member', 'Party members'],
  'doanh nghiệp': ['enterprise', 'enterprises'],
  'hợp tác xã': ['cooperative', 'cooperatives'],
  'dự án': ['project', 'projects'],
  'sản phẩm': ['product', 'products'],
  'sản phẩm OCOP': ['OCOP product', 'OCOP products'],
  'tiêu chí': ['criterion', 'criteria'],
  'mô hình': ['model', 'models'],
  'thứ hạng': ['rank', 'ranks'],
}

const COUNTS: readonly (readonly [number, string])[] = [
  [12, 'trillion'],
  [9, 'billion'],
  [6, 'million'],
  [3, 'thousand'],
]

/** A unit for a page or a sentence; `single` where exactly one of it stands in front. */
export function showUnit(unit: Unit, language: Language, single = false): string {
  switch (language) {
    case 'vi':
      return unit.text
    case 'en': {
      const above = unit.above.map((part, i) => english(part, single && i === 0 && part.count === 1n))
      return [above.join(' × '), ...unit.below.map(part => `per ${english(part, part.count === 1n)}`)].join(' ').trim()
    }
    default:
      return language satisfies never
  }
}

function english({ count, name, of }: Part, single: boolean): string {
  const known = Object.hasOwn(ENGLISH, name) ? ENGLISH[name] : undefined
  const noun = known?.[single ? 0 : 1] ?? name
  return [counted(count), noun, of === '' ? '' : `of ${of}`].filter(word => word !== '').join(' ')
}

function counted(count: bigint): string {
  if (count === 1n) return ''
  const exact = COUNTS.find(([power]) => powerOfTen(power) === count)
  return exact ? exact[1] : count.toString().replace(/\B(?=(\d{3})+$)/g, ',')
}

/** "12,5%", "31 tỷ đồng": a written value before its unit. */
export const withUnit = (value: string, unit: string): string =>
  unit === '' ? value : /^[%‰]/.test(unit) ? value + unit : `${value} ${unit}`
