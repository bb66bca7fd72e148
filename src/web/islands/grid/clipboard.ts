import { parseBlock, writeBlock } from './block.ts'
import type { Cursor } from './cursor.ts'
import type { Steps } from './steps.ts'
import { blockOf, type Surface } from './surface.ts'

/** Copies, cuts and pastes blocks as a spreadsheet does; `outside` is told how many figures of a pasted block had no field. */
export function listenToClipboard(
  surface: Surface,
  model: Steps,
  cursor: Cursor,
  outside: (count: number) => void,
): void {
  const { walking } = cursor
  const copy = (event: ClipboardEvent, cut: boolean) => {
    const [found, range] = [cursor.of(event), cursor.range()]
    if (!found || !range || cursor.mode() === 'caret') return
    const cells = walking.cellsIn(range)
    event.preventDefault()
    const block = cells.map(row => row.map(cell => (cell < 0 ? '' : model.shown(cell))))
    event.clipboardData?.setData('text/plain', writeBlock(block))
    if (cut) cursor.putAll('', found.spot)
  }
  surface.element.addEventListener('copy', event => copy(event, false))
  surface.element.addEventListener('cut', event => copy(event, true))
  surface.element.addEventListener('paste', event => {
    const [found, range] = [cursor.of(event), cursor.range()]
    const text = event.clipboardData?.getData('text/plain') ?? ''
    if (!found || !range || cursor.mode() === 'caret' || text === '') return
    event.preventDefault()
    const block = parseBlock(text)
    const { top, left } = blockOf(range)
    const [first] = block
    const only = block.length === 1 && first?.length === 1 ? first[0] : undefined
    if (only !== undefined) {
      cursor.putAll(only.trim(), found.spot)
      return
    }
    const changes = block.flatMap((row, r) =>
      row.map((text, c) => ({ cell: surface.cellAt({ row: top + r, column: left + c }), text: text.trim() })),
    )
    cursor.put(changes, { row: top, column: left })
    const lost = changes.filter(({ cell, text }) => cell < 0 && text !== '').length
    if (lost > 0) outside(lost)
    const wide = Math.max(...block.map(row => row.length))
    cursor.choose({ row: top, column: left }, walking.inside({ row: top + block.length - 1, column: left + wide - 1 }))
  })
}
