/** A place of the table: row and column, from 0. */
export interface Spot {
  readonly row: number
  readonly column: number
}

/** The fields of a table wherever they come from: written out by the server, or a window on a larger table. */
export interface Surface {
  readonly element: HTMLElement
  readonly rows: number
  readonly columns: number
  /** Which figure stands at a place; -1 where none is asked. */
  cellAt(spot: Spot): number
  spotOf(cell: number): Spot | null
  /** Where a field that has the focus or was pressed stands. */
  spotOfField(field: Element): Spot | null
  /** The field of a place, brought into view. */
  fieldAt(spot: Spot): HTMLInputElement | null
  /** Scrolls so far that a place is seen. */
  reveal(spot: Spot): void
  /** Shows a figure anew: its text, what is wrong with it. */
  paint(cell: number): void
  /** Marks what is chosen, with the handle at its corner; null: nothing. */
  mark(range: Range | null): void
  /** What fields are filled by, dragged from the corner of what is chosen. */
  readonly handle: HTMLElement
}

/** A block of places, both corners included. */
export interface Range {
  readonly from: Spot
  readonly to: Spot
}

export const blockOf = ({ from, to }: Range) => ({
  top: Math.min(from.row, to.row),
  bottom: Math.max(from.row, to.row),
  left: Math.min(from.column, to.column),
  right: Math.max(from.column, to.column),
})

export function inBlock(range: Range | null, { row, column }: Spot): boolean {
  if (!range) return false
  const { top, bottom, left, right } = blockOf(range)
  return row >= top && row <= bottom && column >= left && column <= right
}

/** What a surface shows of a figure. */
export interface Look {
  /** The text of the field at rest, and as it was typed. */
  readonly text: string
  readonly typed: string
  readonly wrong: boolean
  readonly findings: readonly string[]
}

/** Shows a figure in its field, but for one that is being typed into: that holds what was typed, as it was typed. */
export function showIn(field: HTMLInputElement, { text, typed }: Look): void {
  if (document.activeElement === field && field.value === typed) return
  if (field.value !== text) field.value = text
}
