import type { End } from '../../measure/bound.ts'
import { subtract, sum, type Decimal } from '../../measure/decimal.ts'
import { placeKey } from './places.ts'

/** The part of the table of shares that is looked at: its rows and columns, and over what its shares add up. */
export interface ShareTable {
  /** Ids; '' is the plan's own. */
  readonly areas: readonly string[]
  /** "2023"; '' is the measure's whole time. */
  readonly years: readonly string[]
  readonly ends: readonly End[]
  readonly overAreas: boolean
  readonly overYears: boolean
}

/** What the shares of one year come to over the areas, or those of one area over the years, beside what they are shares of. */
export interface SumLine {
  readonly over: 'areas' | 'years'
  /** The year, or the area, whose shares are added. */
  readonly of: string
  readonly end: End
  /** How many shares there are. */
  readonly count: number
  readonly sum: Decimal
  /** Null where nobody has said it. */
  readonly whole: Decimal | null
  /** The sum less the whole. */
  readonly difference: Decimal | null
}

/** The sum lines of a table; `value` gives a share's end, also of places that the table does not show. */
export function sumLines(table: ShareTable, value: (key: string, end: End) => Decimal | null): readonly SumLine[] {
  const { areas, years, ends, overAreas, overYears } = table
  const line = (
    over: SumLine['over'],
    of: string,
    end: End,
    keys: readonly string[],
    whole: Decimal | null,
  ): SumLine => {
    const parts = keys.flatMap(key => value(key, end) ?? [])
    const total = sum(parts)
    return { over, of, end, count: parts.length, sum: total, whole, difference: whole && subtract(total, whole) }
  }
  const [someAreas, someYears] = [areas.filter(each => each !== ''), years.filter(each => each !== '')]
  return ends.flatMap(end => [
    ...(overAreas && someAreas.length > 0 ? years : []).map(year => {
      const keys = someAreas.map(area => placeKey(area, year))
      return line('areas', year, end, keys, value(placeKey('', year), end))
    }),
    ...(overYears && someYears.length > 0 ? areas : []).map(area => {
      const keys = someYears.map(year => placeKey(area, year))
      return line('years', area, end, keys, value(placeKey(area, ''), end))
    }),
  ])
}
