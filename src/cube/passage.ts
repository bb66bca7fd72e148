import type { Decimal } from '../measure/decimal.ts'
import type { WeightName, Territory } from '../territory/territory.ts'
import { transition, type Form, type Pool } from '../territory/transition.ts'
import type { Axis } from './axis.ts'
import type { SplitBy } from './recast.ts'

/** How the rows of one map are made of rows of another: once for each pair of maps, whatever the figures. */
export interface Passage {
  /** Rows that are simply several others together: the row, and where its sources begin in `sources`. */
  readonly sums: { readonly rows: Int32Array; readonly starts: Int32Array; readonly sources: Int32Array }
  /** Rows that need a part of something divided. */
  readonly parts: readonly {
    readonly row: number
    readonly whole: readonly number[]
    readonly shares: Form['shares']
  }[]
  readonly pools: readonly {
    readonly whole: readonly number[]
    readonly shares: Form['shares']
    readonly weights: readonly Decimal[] | null
  }[]
}

/** Base periods side by side whose areas pass over alike. */
export interface Span {
  readonly passage: Passage
  readonly start: number
  readonly end: number
}

const ONE: Decimal = { coefficient: 1n, scale: 0 }

/** From the map of a day to that of an axis; rows are those of `from`, of which an area that is not there is -1. */
export function passageOf(territory: Territory, day: string, from: Axis, to: Axis, by: SplitBy): Passage {
  const change = transition(territory, day, to.day)
  const rowsOf = (ids: readonly string[]) => ids.map(id => from.rows.get(id) ?? -1)
  const [rows, starts, sources]: [number[], number[], number[]] = [[], [0], []]
  const parts: Passage['parts'][number][] = []
  for (let row = 0; row < to.onMap; row += 1) {
    const id = to.ids[row]!
    const form = change.forms.get(id)
    if (!form || (form.whole.length === 1 && form.shares.length === 0 && form.whole[0] === id)) continue
    if (form.shares.length > 0) parts.push({ row, whole: rowsOf(form.whole), shares: form.shares })
    else {
      rows.push(row)
      sources.push(...rowsOf(form.whole))
      starts.push(sources.length)
    }
  }
  return {
    sums: { rows: Int32Array.from(rows), starts: Int32Array.from(starts), sources: Int32Array.from(sources) },
    parts,
    pools: change.pools.map(pool => ({
      whole: rowsOf(pool.of.whole),
      shares: pool.of.shares,
      weights: weightsOf(pool, by),
    })),
  }
}

function weightsOf(pool: Pool, by: WeightName | 'equal' | null): readonly Decimal[] | null {
  if (by === null || pool.unstated) return null
  return by === 'equal' ? pool.among.map(() => ONE) : (pool.weights[by] ?? null)
}
