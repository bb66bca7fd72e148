import type { Axis } from './axis.ts'
import type { Calendar } from './calendar.ts'
import type { Column, Dense } from './column.ts'
import { countGaps } from './gaps.ts'
import { longer, runsOf } from './runs.ts'
import type { Totals } from './totals.ts'
import type { Work } from './work.ts'

/** The figures of leaves over all areas and longer periods, with how much is behind them. */
export function rollLeaves(
  axis: Axis,
  calendar: Calendar,
  on: Pick<Dense, 'values' | 'states'>,
  overTime: Column['indicator']['overTime'],
  work?: Work,
  room?: Totals | null,
): Totals {
  const gaps = countGaps(axis, calendar, on.states, overTime === 'last', work, room?.gaps)
  return { ...addLeaves(axis, calendar, on.values, overTime, work, room), gaps, mixed: false, below: null }
}

export type Sums = Pick<Totals, 'inner' | 'kept'>

/** The sums alone: leaves are added to the areas above and to longer periods while they are at hand. */
export function addLeaves(
  axis: Axis,
  calendar: Calendar,
  values: Dense['values'],
  overTime: Column['indicator']['overTime'],
  work?: Work,
  room?: Sums | null,
): Sums {
  const { length, kept, base } = calendar
  const stock = overTime === 'last'
  const again = room?.inner.length === values.length
  const totals = {
    inner: again ? room.inner : values.map(() => new Float64Array(axis.innerRows.length * length)),
    kept: again ? room.kept : values.map(() => new Float64Array(axis.onMap * (kept - base))),
  }
  for (let k = 0; k < values.length; k += 1) {
    const [limb, inner, years] = [values[k]!, totals.inner[k]!, totals.kept[k]!]
    if (again) inner.fill(0)
    addRuns(axis, calendar, limb, inner, years, work)
    addInner(axis, calendar, inner, work)
    longer(axis, calendar, inner, stock)
    keepOf(axis, calendar, limb, inner, years, stock)
  }
  return totals
}

/**
 * The one loop that counts. Four leaves at a time, so that the processor has independent sums to do, month by month into the area
 * above, whose row stays in the nearest cache; each leaf's years are summed from the same loads.
 */
function addRuns(
  axis: Axis,
  { base, perYear, kept, length }: Calendar,
  from: Float64Array,
  to: Float64Array,
  years: Float64Array,
  work?: Work,
): void {
  const runs = runsOf(axis)
  const stride = kept - base
  const each = perYear > 1 ? base / perYear : 0
  const group = perYear > 1 ? perYear : base
  const groups = base === 0 ? 0 : base / group
  for (let run = 0; run < runs.from.length; run += 1) {
    const start = runs.above[run]! * length
    const end = runs.to[run]!
    let row = runs.from[run]!
    if (work) work.cells += (end - row) * base
    for (; row + 3 < end; row += 4) {
      let a = row * base
      let b = a + base
      let c = b + base
      let d = c + base
      let at = start
      const year = row * stride
      for (let g = 0; g < groups; g += 1) {
        let [s0, s1, s2, s3] = [0, 0, 0, 0]
        for (const stop = at + group; at < stop; at += 1) {
          const v0 = from[a++]!
          const v1 = from[b++]!
          const v2 = from[c++]!
          const v3 = from[d++]!
          s0 += v0
          s1 += v1
          s2 += v2
          s3 += v3
          to[at] = to[at]! + (v0 + v1 + (v2 + v3))
        }
        if (g < each) {
          years[year + g] = s0
          years[year + stride + g] = s1
          years[year + 2 * stride + g] = s2
          years[year + 3 * stride + g] = s3
        }
      }
    }
    for (; row < end; row += 1) {
      let a = row * base
      let at = start
      for (let g = 0; g < groups; g += 1) {
        let s = 0
        for (const stop = at + group; at < stop; at += 1) {
          const v = from[a++]!
          s += v
          to[at] = to[at]! + v
        }
        if (g < each) years[row * stride + g] = s
      }
    }
  }
}

/** Areas into the areas above them, the lowest first: in tree order every area stands before what lies in it. */
export function addInner(
  { innerRows, parent, inner }: Axis,
  { base, length }: Calendar,
  to: Float64Array,
  work?: Work,
): void {
  for (let i = innerRows.length - 1; i >= 0; i -= 1) {
    const above = parent[innerRows[i]!]!
    if (above < 0) continue
    const into = inner[above]! * length
    if (work) work.cells += base
    for (let p = 0; p < base; p += 1) to[into + p] = to[into + p]! + to[i * length + p]!
  }
}

/** Terms of leaves, their years too where they are stocks, and both of areas from their row. */
function keepOf(
  axis: Axis,
  calendar: Calendar,
  from: Float64Array,
  inner: Float64Array,
  years: Float64Array,
  stock: boolean,
): void {
  const { base, kept, perYear, parts, length } = calendar
  const stride = kept - base
  const each = perYear > 1 ? base / perYear : 0
  // Years stand side by side; of yearly figures they are the base itself.
  const terms = Array.from({ length: stride - each }, (_, k) => {
    const of = parts[base + each + k]!
    const first = stock ? of.at(-1)! : of[0]!
    return { first: perYear > 1 ? first - base : first, last: perYear > 1 ? of.at(-1)! - base : of.at(-1)! }
  })
  for (let row = 0; row < axis.onMap; row += 1) {
    const place = axis.inner[row]!
    const at = row * stride
    if (place >= 0) {
      const start = place * length + base
      for (let k = 0; k < stride; k += 1) years[at + k] = inner[start + k]!
      continue
    }
    if (stock) for (let y = 0; y < each; y += 1) years[at + y] = from[row * base + (y + 1) * perYear - 1]!
    else if (axis.parent[row] === -1) yearsAlone(row)
    for (let k = 0; k < terms.length; k += 1) {
      const { first, last } = terms[k]!
      let sum = 0
      if (perYear > 1) for (let y = at + first; y <= at + last; y += 1) sum += years[y]!
      else for (let y = row * base + first; y <= row * base + last; y += 1) sum += from[y]!
      years[at + each + k] = sum
    }
  }

  /** A leaf that lies in nothing is in no run. */
  function yearsAlone(row: number): void {
    for (let y = 0; y < each; y += 1) {
      let sum = 0
      for (let p = y * perYear; p < (y + 1) * perYear; p += 1) sum += from[row * base + p]!
      years[row * stride + y] = sum
    }
  }
}
