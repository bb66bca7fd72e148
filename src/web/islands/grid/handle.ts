import type { Steps } from './steps.ts'
import { blockOf, inBlock, type Range, type Spot, type Surface } from './surface.ts'

/** What is put into a figure. */
export interface Put {
  readonly cell: number
  readonly text: string
}

/** The small square at the corner of what is chosen. The keyboard has Ctrl+D and Ctrl+R instead. */
export function makeHandle(): HTMLElement {
  const handle = document.createElement('div')
  handle.className = 'fill'
  handle.setAttribute('aria-hidden', 'true')
  return handle
}

/**
 * Dragging the handle copies what is chosen over the fields that it is dragged across; a double press copies it down as far
 * as the column beside is filled. Copies always, continues never: a next figure that nobody measured is not a figure.
 */
export function listenToHandle(
  surface: Surface,
  model: Steps,
  chosen: () => Range | null,
  take: (puts: readonly Put[], whole: Range) => void,
): void {
  const { handle } = surface
  let whole: Range | null = null
  const copied = (from: Range, to: Range): Put[] => {
    const { top, bottom, left, right } = blockOf(from)
    const [high, wide] = [bottom - top + 1, right - left + 1]
    return spotsIn(to).flatMap(spot => {
      if (inBlock(from, spot)) return []
      const row = top + ((((spot.row - top) % high) + high) % high)
      const column = left + ((((spot.column - left) % wide) + wide) % wide)
      const [cell, source] = [surface.cellAt(spot), surface.cellAt({ row, column })]
      return cell < 0 || source < 0 ? [] : [{ cell, text: model.shown(source) }]
    })
  }
  const finish = (to: Range | null) => {
    const from = chosen()
    whole = null
    if (from && to && to !== from) take(copied(from, to), to)
    else surface.mark(from)
  }
  // The field that has the focus keeps it.
  handle.addEventListener('mousedown', event => event.preventDefault())
  handle.addEventListener('pointerdown', event => {
    if (event.button !== 0) return
    whole = chosen()
  })
  // The handle moves from field to field as it is dragged, so the page is listened to.
  addEventListener('pointermove', event => {
    if (!whole) return
    const from = chosen()
    const under = document.elementFromPoint(event.clientX, event.clientY)?.closest('td, .c')?.querySelector('input')
    const to = under && surface.spotOfField(under)
    if (!from || !to) return
    whole = grown(from, to)
    surface.mark(whole)
    surface.reveal(to)
  })
  addEventListener('pointerup', () => whole && finish(whole))
  addEventListener('pointercancel', () => whole && finish(null))
  addEventListener('keydown', event => {
    if (whole && event.key === 'Escape') finish(null)
  })
  handle.addEventListener('dblclick', () => {
    const from = chosen()
    if (!from) return
    const { bottom, left, right } = blockOf(from)
    const beside = left > 0 ? left - 1 : right + 1
    let row = bottom
    while (model.shown(surface.cellAt({ row: row + 1, column: beside })) !== '') row += 1
    if (row > bottom) finish(grown(from, { row, column: left }))
  })
}

/** What is chosen with the rows, or the columns, up to a place: whichever it is further away by. */
function grown(from: Range, { row, column }: Spot): Range {
  const { top, bottom, left, right } = blockOf(from)
  const [down, across] = [Math.max(row - bottom, top - row, 0), Math.max(column - right, left - column, 0)]
  if (down === 0 && across === 0) return from
  return down >= across
    ? { from: { row: Math.min(top, row), column: left }, to: { row: Math.max(bottom, row), column: right } }
    : { from: { row: top, column: Math.min(left, column) }, to: { row: bottom, column: Math.max(right, column) } }
}

function spotsIn(range: Range): Spot[] {
  const { top, bottom, left, right } = blockOf(range)
  return Array.from({ length: bottom - top + 1 }, (_, r) =>
    Array.from({ length: right - left + 1 }, (_, c) => ({ row: top + r, column: left + c })),
  ).flat()
}
