import { addRatio, multiplyRatio, ratio, type Ratio } from '../measure/ratio.ts'
import { childRows, type Axis } from './axis.ts'
import { STRIDE } from './calendar.ts'
import { anyIn, find, valueIn, type Column } from './column.ts'
import { meanAt } from './means.ts'
import { moreBehind } from './roll-mixed.ts'
import { isDue, isValue } from './state.ts'
import { wideAt } from './wide.ts'

/** What stands in a cell before it is divided: a sum, with how much was reported behind it. */
export interface Sum {
  /** A whole number of the column's last decimals; for a mean over time the sum of its periods. */
  readonly value: bigint
  /** What means of a recast add to it, which are no whole numbers; null where there are none. */
  readonly more: Ratio | null
  /** How many figures of leaves and base periods are in it, and how many are due. */
  readonly covered: number
  readonly due: number
  /** How many base periods have something in them. */
  readonly periods: number
}

/** The sum of a cell: read where it was rolled up, else added now. */
export function sumAt(axis: Axis, column: Column, row: number, index: number): Sum {
  return rolled(axis, column, row, index) ?? added(axis, column, row, index, new Map())
}

function rolled(axis: Axis, column: Column, row: number, index: number): Sum | null {
  const { totals, calendar } = column
  if (!totals || row >= axis.onMap) return null
  const { base, kept, length, spans } = calendar
  const place = axis.inner[row]!
  const inner = place >= 0 && index < length
  if (!inner && (index < base || index >= kept)) return null
  const at = inner ? place * length + index : row * (kept - base) + index - base
  const { gaps } = totals
  const asked = column.indicator.overTime === 'last' ? 1 : spans[index]!
  const due = gaps ? (inner ? gaps.due[at] : gaps.keptDue[at])! : asked * axis.leaves[row]!
  const covered = gaps ? (inner ? gaps.covered[at] : gaps.keptCovered[at])! : due
  // How many periods a mean is over is only known at once where nothing is missing.
  if (gaps && column.indicator.overTime === 'mean' && index >= base) return null
  return { value: wideAt(inner ? totals.inner : totals.kept, at), more: null, covered, due, periods: spans[index]! }
}

/** The same by going through the figures below: for columns of single figures, and periods that are not kept. */
export function added(axis: Axis, column: Column, row: number, index: number, memory: Map<number, Sum>): Sum {
  const { calendar, indicator } = column
  const { overAreas, overTime } = indicator
  const { base, length, parts, spans } = calendar
  const stock = overTime === 'last'
  const leaf = row >= axis.onMap || axis.inner[row] === -1
  const asked = index >= length || index < base || stock ? 1 : spans[index]!
  if (!anyIn(column, axis, row)) return { ...NONE, due: asked * (axis.leaves[row] ?? 1) }
  const key = row * STRIDE + index
  const known = memory.get(key)
  if (known) return known
  const result = made()
  memory.set(key, result)
  return result

  function made(): Sum {
    const found = leaf || overAreas !== 'recount' ? find(column, row, index) : null
    const state = found ? found.block.states[found.at]! : null
    const below = leaf || overAreas === 'none' ? null : areas()
    const whole = index >= base && index < length ? time() : null
    const best =
      below && (!whole || index < base || moreBehind(below.covered, below.due, whole.covered, whole.due))
        ? below
        : (whole ?? { ...NONE, due: leaf && state !== null && !isDue(state) ? 0 : 1 })
    if (!found || state === null || !isValue(state)) return best
    const value = valueIn(found.block, found.at)
    const span = index < length ? spans[index]! : 1
    const due = Math.max(1, best.due)
    const times = overTime === 'mean' ? BigInt(span) : 1n
    const mean = meanAt(column, row, index)
    const more = mean && multiplyRatio(mean, ratio(times))
    return { value: value * times, more, covered: due, due, periods: span }
  }

  function areas(): Sum {
    let [value, covered, due, periods] = [0n, 0, 0, 0]
    let more: Ratio | null = null
    for (const child of childRows(axis, row)) {
      const part = added(axis, column, child, index, memory)
      value += part.value
      more = both(more, part.more)
      covered += part.covered
      due += part.due
      periods = Math.max(periods, part.periods)
    }
    return { value, more, covered, due, periods }
  }

  function time(): Sum {
    const of = parts[index]!
    const from = stock ? [of[of.length - 1]!] : of
    let [value, covered, due, periods] = [0n, 0, 0, 0]
    let more: Ratio | null = null
    for (const part of from) {
      const one = added(axis, column, row, part, memory)
      value += one.value
      more = both(more, one.more)
      covered += one.covered
      due += one.due
      periods += one.periods
    }
    return overTime === 'none' || overTime === 'chainedGrowth'
      ? { ...NONE, due }
      : { value, more, covered, due, periods }
  }
}

const NONE: Omit<Sum, 'due'> = { value: 0n, more: null, covered: 0, periods: 0 }

const both = (a: Ratio | null, b: Ratio | null): Ratio | null => (a && b ? addRatio(a, b) : (a ?? b))
