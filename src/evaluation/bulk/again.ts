import { judgeCell, type Bulk, type Lane } from './bulk.ts'

/** A cell that was judged again: its lane, its row, and where it stood and stands. */
export type Told = (lane: Lane, row: number, before: number, after: number) => void

/**
 * Some cells judged again over other figures; lanes without any are shared with what was. `next`: the bulk with those figures.
 * `rowsOf`: the rows in which an indicator's figures changed. `write`: puts what a row says into the lane's cells; true where
 * these cannot hold it, so that the row is judged in full from now on.
 */
export function judgedAgain(
  next: Bulk,
  rowsOf: (code: string) => readonly number[],
  write: (lane: Lane, row: number, code: string) => boolean,
  told: Told = () => undefined,
): { readonly bulk: Bulk; readonly judged: number } {
  let judged = 0
  const lanes: Lane[] = []
  const statuses: Uint8Array[] = []
  next.lanes.forEach((lane, i) => {
    const old = next.statuses[i] ?? new Uint8Array(next.areas.length)
    const code = lane.indicator?.code ?? ''
    const rows = rowsOf(code).filter(row => lane.programs[row])
    if (rows.length === 0) {
      lanes.push(lane)
      statuses.push(old)
      return
    }
    const programs = [...lane.programs]
    const touched: Lane = { ...lane, cells: lane.cells.slice(), programs }
    const again = old.slice()
    for (const row of rows) {
      if (write(touched, row, code)) programs[row] = { kind: 'exact' }
      const after = judgeCell(next, touched, row)
      told(touched, row, old[row] ?? 0, after)
      again[row] = after
      judged += 1
    }
    lanes.push(touched)
    statuses.push(again)
  })
  return { bulk: { ...next, lanes, statuses }, judged }
}
