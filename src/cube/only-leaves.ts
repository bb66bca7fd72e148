import type { Axis } from './axis.ts'
import { STRIDE } from './calendar.ts'
import { lowerBound, type Column } from './column.ts'
import { wordsOf } from './gaps.ts'
import { meanAt } from './means.ts'
import { isValue, UNSAID } from './state.ts'

const NOTHING_SAID = UNSAID * 0x01010101

/**
 * Whether all figures of the map are its leaves' and of base periods, as they mostly are. Means of a recast may be of longer
 * periods too.
 */
export function onlyLeaves(axis: Axis, column: Column): boolean {
  const { on, rest, calendar } = column
  if (!on) return false
  const end = lowerBound(rest, axis.onMap * STRIDE)
  if (end > 0 && !column.means) return false
  for (let at = 0; at < end; at += 1) {
    const row = Math.floor(rest.cells[at]! / STRIDE)
    const own = isValue(rest.states[at]!) && !meanAt(column, row, rest.cells[at]! % STRIDE)
    if (own || axis.inner[row] !== -1) return false
  }
  const { base } = calendar
  // Nothing said is seven in every byte, looked at four cells at a time where they lie so.
  const words = wordsOf(on.states, base)
  const { innerRows } = axis
  for (let i = 0; i < innerRows.length; i += 1) {
    const row = innerRows[i]!
    if (words) {
      const end = ((row + 1) * base) >> 2
      for (let at = (row * base) >> 2; at < end; at += 1) if (words[at] !== NOTHING_SAID) return false
    } else for (let at = row * base; at < (row + 1) * base; at += 1) if (on.states[at] !== UNSAID) return false
  }
  return true
}

/** Whether a leaf's figures are all in base periods, whatever is given of areas above: then its row alone tells its longer ones. */
export function leavesInBase(axis: Axis, { rest, calendar }: Column): boolean {
  const end = lowerBound(rest, axis.onMap * STRIDE)
  for (let at = 0; at < end; at += 1) {
    const cell = rest.cells[at]!
    const row = Math.floor(cell / STRIDE)
    if (axis.inner[row] === -1 || cell - row * STRIDE < calendar.base) return false
  }
  return true
}
