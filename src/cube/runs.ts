import type { Axis } from './axis.ts'
import type { Calendar } from './calendar.ts'
import type { Counts } from './totals.ts'

/** Runs of leaves side by side under one area: the area's place among the inner rows, and the run's rows. */
interface Runs {
  readonly above: Int32Array
  readonly from: Int32Array
  readonly to: Int32Array
}
const known = new WeakMap<Axis, Runs>()

export function runsOf(axis: Axis): Runs {
  let runs = known.get(axis)
  if (runs) return runs
  const [above, from, to]: [number[], number[], number[]] = [[], [], []]
  for (let row = 0; row < axis.onMap; row += 1) {
    if (axis.inner[row] !== -1) continue
    const parent = axis.parent[row]!
    const last = to.length - 1
    if (parent < 0) continue
    if (last >= 0 && to[last] === row && axis.parent[from[last]!] === parent) to[last] = row + 1
    else {
      above.push(axis.inner[parent]!)
      from.push(row)
      to.push(row + 1)
    }
  }
  runs = { above: Int32Array.from(above), from: Int32Array.from(from), to: Int32Array.from(to) }
  known.set(axis, runs)
  return runs
}

/** Longer periods of areas from their parts: added, or as the last of them stood. */
export function longer(
  { innerRows }: Axis,
  { steps, length }: Calendar,
  to: Float64Array | Counts,
  stock: boolean,
): void {
  const { places, starts, parts } = steps
  for (let i = 0; i < innerRows.length; i += 1) {
    const row = i * length
    for (let step = 0; step < places.length; step += 1) {
      const end = starts[step + 1]!
      let sum = 0
      for (let at = stock ? end - 1 : starts[step]!; at < end; at += 1) sum += to[row + parts[at]!]!
      to[row + places[step]!] = sum
    }
  }
}
