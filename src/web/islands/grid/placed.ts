import { makeHandle } from './handle.ts'
import { blockOf, type Spot, type Surface } from './surface.ts'

/** A surface over fields that stand in a table already, each with its place in rows and columns. */
export function placedFields(
  table: HTMLElement,
  fields: ReadonlyMap<number, HTMLInputElement>,
  spots: ReadonlyMap<number, Spot>,
  paint: (cell: number, field: HTMLInputElement) => void,
): Surface {
  const cells = new Map([...spots].map(([cell, { row, column }]) => [`${row} ${column}`, cell]))
  const cellOf = new Map<Element, number>([...fields].map(([cell, field]) => [field, cell]))
  const cellAt = ({ row, column }: Spot) => cells.get(`${row} ${column}`) ?? -1
  const most = (side: keyof Spot) => [...spots.values()].reduce((most, spot) => Math.max(most, spot[side] + 1), 0)
  const handle = makeHandle()
  const boxAt = (spot: Spot) => fields.get(cellAt(spot))?.closest('td') ?? null
  let marked: Element[] = []
  return {
    element: table,
    rows: most('row'),
    columns: most('column'),
    cellAt,
    spotOf: cell => spots.get(cell) ?? null,
    spotOfField: field => spots.get(cellOf.get(field) ?? -1) ?? null,
    fieldAt: spot => fields.get(cellAt(spot)) ?? null,
    reveal: spot => boxAt(spot)?.scrollIntoView({ block: 'nearest', inline: 'nearest' }),
    handle,
    paint: cell => {
      const field = fields.get(cell)
      if (field) paint(cell, field)
    },
    mark: range => {
      for (const each of marked) each.classList.remove('picked', 'cornered')
      marked = []
      if (!range) {
        handle.remove()
        return
      }
      const { top, bottom, left, right } = blockOf(range)
      // A press that is taken out of the page in between is no press.
      const corner = boxAt({ row: bottom, column: right })
      if (handle.parentElement !== corner) corner?.append(handle)
      if (corner) {
        corner.classList.add('cornered')
        marked.push(corner)
      }
      if (top === bottom && left === right) return
      for (let row = top; row <= bottom; row += 1)
        for (let column = left; column <= right; column += 1) {
          const td = boxAt({ row, column })
          if (!td) continue
          td.classList.add('picked')
          marked.push(td)
        }
    },
  }
}
