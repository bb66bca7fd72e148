/**
 * Units that have a size beside each other. A line gives the canonical writing, what it measures, its size in the base
 * unit of that (an exact quotient), and other spellings in lower case. What is not here is a noun that counts itself.
 * Legal units are those of Nghị định 86/2012/NĐ-CP; yến and tạ are customary, at their decimal sizes of 10 and 100 kg.
 */
export const UNIT_NAMES = {
  đồng: { of: 'đồng', size: [1, 1], also: ['đ', 'vnđ', 'vnd', 'đồng việt nam', 'việt nam đồng', 'đồng vn'] },
  USD: { of: 'USD', size: [1, 1], also: ['$', 'us$', 'đô la mỹ', 'đô-la mỹ', 'đôla mỹ', 'đô la', 'đô-la', 'đôla'] },
  EUR: { of: 'EUR', size: [1, 1], also: ['euro', '€', 'ơ-rô'] },

  '%': { of: '%', size: [1, 1], also: ['phần trăm'] },
  '‰': { of: '%', size: [1, 10], also: ['phần nghìn', 'phần ngàn', '%o', '0/00'] },
  'điểm %': { of: 'điểm %', size: [1, 1], also: ['điểm phần trăm', 'điểm%', 'đpt', 'điểm phần trăm (%)'] },
  lần: { of: 'lần', size: [1, 1], also: [] },

  mm: { of: 'm', size: [1, 1000], also: ['mi-li-mét', 'milimét'] },
  cm: { of: 'm', size: [1, 100], also: ['xen-ti-mét', 'centimét'] },
  m: { of: 'm', size: [1, 1], also: ['mét'] },
  km: { of: 'm', size: [1000, 1], also: ['ki-lô-mét', 'kilômét', 'cây số'] },

  'm²': { of: 'm²', size: [1, 1], also: ['m2', 'mét vuông'] },
  ha: { of: 'm²', size: [10_000, 1], also: ['héc-ta', 'héc ta', 'hecta', 'hécta', 'hec-ta'] },
  'km²': { of: 'm²', size: [1_000_000, 1], also: ['km2', 'ki-lô-mét vuông', 'kilômét vuông'] },

  lít: { of: 'm³', size: [1, 1000], also: ['l'] },
  'm³': { of: 'm³', size: [1, 1], also: ['m3', 'mét khối'] },

  g: { of: 'kg', size: [1, 1000], also: ['gam', 'gram'] },
  kg: { of: 'kg', size: [1, 1], also: ['ki-lô-gam', 'kilôgam', 'cân'] },
  yến: { of: 'kg', size: [10, 1], also: [] },
  tạ: { of: 'kg', size: [100, 1], also: [] },
  tấn: { of: 'kg', size: [1000, 1], also: [] },

  kW: { of: 'W', size: [1000, 1], also: ['ki-lô-oát'] },
  MW: { of: 'W', size: [1_000_000, 1], also: ['mê-ga-oát'] },
  GW: { of: 'W', size: [1_000_000_000, 1], also: [] },
  kWh: { of: 'Wh', size: [1000, 1], also: ['kw.h', 'ki-lô-oát giờ', 'số điện'] },
  MWh: { of: 'Wh', size: [1_000_000, 1], also: ['mw.h'] },
  GWh: { of: 'Wh', size: [1_000_000_000, 1], also: ['gw.h'] },
  TWh: { of: 'Wh', size: [1_000_000_000_000, 1], also: ['tw.h'] },
  kVA: { of: 'VA', size: [1000, 1], also: [] },
  MVA: { of: 'VA', size: [1_000_000, 1], also: [] },
  Mbps: { of: 'bit/s', size: [1_000_000, 1], also: ['mb/s', 'mbit/s'] },
  Gbps: { of: 'bit/s', size: [1_000_000_000, 1], also: ['gb/s', 'gbit/s'] },

  phút: { of: 'phút', size: [1, 1], also: [] },
  giờ: { of: 'phút', size: [60, 1], also: ['h', 'tiếng'] },
  ngày: { of: 'phút', size: [1440, 1], also: ['ngày đêm'] },
  tháng: { of: 'tháng', size: [1, 1], also: [] },
  quý: { of: 'tháng', size: [3, 1], also: [] },
  năm: { of: 'tháng', size: [12, 1], also: [] },

  dân: { of: 'dân', size: [1, 1], also: ['người dân'] },
} as const satisfies Readonly<Record<string, UnitName>>

export interface UnitName {
  /** The dimension, named by its base unit. A month and a day are two: no month has a fixed number of days. */
  readonly of: string
  readonly size: readonly [number, number]
  readonly also: readonly string[]
}

/** Units that may carry what they are of behind them: "% GDP", "tấn hàng hóa", "ha rừng". */
export const MAY_BE_OF: ReadonlySet<string> = new Set([
  '%',
  '‰',
  'kg',
  'tạ',
  'tấn',
  'ha',
  'm²',
  'km²',
  'm³',
  'km',
  'lít',
])

/** Number words in front of a unit, each a power of ten. */
export const MULTIPLIERS = { chục: 1, trăm: 2, nghìn: 3, ngàn: 3, vạn: 4, triệu: 6, tỷ: 9, tỉ: 9 } as const

const bySpelling = new Map<string, string>(
  Object.entries(UNIT_NAMES).flatMap(([name, { also }]) =>
    [name.toLowerCase(), ...also].map(spelling => [spelling, name] as const),
  ),
)

/** The canonical writing of a unit of the table in any of its spellings. */
export const knownUnit = (words: string): keyof typeof UNIT_NAMES | undefined =>
  bySpelling.get(words.toLowerCase()) as keyof typeof UNIT_NAMES | undefined
