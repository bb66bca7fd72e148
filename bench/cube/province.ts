import { cubeBuilder, type SeriesLine } from '../../src/cube/build.ts'
import type { Cube } from '../../src/cube/cube.ts'
import type { Indicator } from '../../src/plan/plan.ts'
import type { Area, AreaType, Link, Territory } from '../../src/territory/territory.ts'

/** What is measured: so many provinces, districts in each and communes, indicators and months, made up. */
export interface Size {
  readonly provinces: number
  readonly districts: number
  readonly communes: number
  readonly indicators: number
  readonly months: number
}

/** Lạng Sơn's: 200 communes in 11 districts, 2,4 million figures. */
export const PROVINCE: Size = { provinces: 1, districts: 11, communes: 200, indicators: 200, months: 60 }
/** Vietnam since July 2025: provinces and communes, no districts, some 40 million figures. */
export const NATION: Size = { provinces: 34, districts: 0, communes: 3321, indicators: 200, months: 60 }

export const DAY = '2024-12-31'
export const FIRST_YEAR = 2020
export const YEARS = { from: FIRST_YEAR, to: 2024 }

export interface Commune {
  readonly id: string
  readonly district: number
  readonly province: number
}

/** Communes fall to districts, or to provinces where there are none, in turn. */
export function communesOf({ provinces, districts, communes }: Size): Commune[] {
  const above = districts > 0 ? districts : provinces
  const each = Math.ceil(communes / above)
  return Array.from({ length: communes }, (_, i) => {
    const place = Math.floor(i / each)
    return { id: `c${String(i).padStart(4, '0')}`, district: place, province: districts > 0 ? 0 : place }
  })
}

/** The day on which three communes and more become one, and districts end, as on 1 July 2025. */
export const MERGED = '2025-07-01'
const TOGETHER = 3.1

/** The commune that each becomes a part of. */
export const mergedOf = (commune: number): number => Math.floor(commune / TOGETHER)

export function territoryOf(size: Size): Territory {
  const areas = new Map<string, Area>()
  const put = (id: string, type: AreaType, parent: string | null, from = '2019-01-01', to: string | null = null) =>
    void areas.set(id, { id, facts: [{ from, to, code: id, name: id, type, parent }] })
  if (size.provinces > 1) put('nation', 'quốc gia', null)
  const provinces = Array.from({ length: size.provinces }, (_, i) => `p${i}`)
  for (const id of provinces) put(id, 'tỉnh', size.provinces > 1 ? 'nation' : null)
  if (size.districts === 0) {
    for (const { id, province } of communesOf(size)) put(id, 'xã', `p${province}`)
    return { areas, reorganisations: [] }
  }
  const districts = Array.from({ length: size.districts }, (_, d) => `d${d}`)
  for (const id of districts) put(id, 'huyện', 'p0', '2019-01-01', MERGED)
  const links: Link[] = communesOf(size).map(({ id, district }, i) => {
    put(id, 'xã', `d${district}`, '2019-01-01', MERGED)
    return { from: id, to: `m${mergedOf(i)}`, weights: {} }
  })
  for (const to of new Set(links.map(link => link.to))) put(to, 'xã', 'p0', MERGED)
  return {
    areas,
    reorganisations: [
      { kind: 'links', date: MERGED, links, basis: 'bench' },
      { kind: 'abolition', date: MERGED, areas: districts, basis: 'bench' },
    ],
  }
}

export type Rule = 'sum' | 'last' | 'mean' | 'weighted'

/** Seven of ten are added over time, one stands as it last stood, one is a mean over time, one is weighted by the first stock. */
export const ruleOf = (indicator: number): Rule => (['last', 'mean', 'weighted'] as const)[indicator % 10] ?? 'sum'
export const WEIGHT = 0

const base = { name: { vi: 'x' }, unit: 'người', decimals: 1, direction: 'up', frequency: 'M', methods: [] } as const

export function indicatorsOf({ indicators }: Size): Indicator[] {
  const measured = Array.from({ length: indicators }, (_, i): Indicator => {
    const rule = ruleOf(i)
    return {
      ...base,
      code: `i${i}`,
      overAreas: rule === 'weighted' ? 'weightedMean' : 'sum',
      overTime: rule === 'weighted' ? 'last' : rule,
      ...(rule === 'weighted' ? { weight: `i${WEIGHT}` } : {}),
    }
  })
  return measured
}

/** A figure in tenths, the same wherever it is asked for. Weights and weighted figures stay small, as rates do. */
export function valueOf(indicator: number, commune: number, month: number): number {
  const mixed = Math.imul(indicator * 7919 + commune * 104_729 + month * 1_299_709, 2_654_435_761) >>> 0
  return ruleOf(indicator) === 'weighted' ? mixed % 1000 : 1 + (mixed % 100_000)
}

export const monthCode = (month: number): string =>
  `${FIRST_YEAR + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`

/** The figures in a cube; `lacks` says which cells nobody reported, `made` what others make. */
export function cubeOf(
  size: Size,
  lacks: (cell: number) => boolean = () => false,
  made: readonly Indicator[] = [],
): Cube {
  const communes = communesOf(size)
  const indicators = indicatorsOf(size)
  function* series(): Iterable<SeriesLine> {
    let id = 0
    for (const { code } of indicators)
      for (const commune of communes) {
        id += 1
        yield { id, indicator: code, method: '', area: commune.id, map: null, breakdown: '{}', source: 's' }
      }
  }
  const builder = cubeBuilder({
    tenant: 'bench',
    log: 1,
    territory: territoryOf(size),
    day: DAY,
    indicators: [...indicators, ...made],
    series: series(),
    years: YEARS,
    terms: [YEARS],
  })
  const codes = Array.from({ length: size.months }, (_, month) => monthCode(month))
  let id = 0
  let cell = 0
  for (let i = 0; i < size.indicators; i += 1)
    for (let c = 0; c < communes.length; c += 1) {
      id += 1
      for (let month = 0; month < size.months; month += 1) {
        cell += 1
        if (!lacks(cell)) builder.add(id, codes[month] ?? '', 1, valueOf(i, c, month), 1, null, 'official')
      }
    }
  return builder.done()
}
