import type { Put } from './handle.ts'
import type { Steps, Typed } from './steps.ts'
import type { Range, Spot, Surface } from './surface.ts'
import { walkingOn, type Walking } from './walking.ts'

/** `rest`: arrows lead away; `over`: what was there is typed over, arrows still lead away; `caret`: they move inside. */
export type Mode = 'rest' | 'over' | 'caret'

/**
 * What is chosen of a surface and which field is typed into, by focus and mouse; how keyboard, clipboard and handle change
 * it. A field is at rest until it is typed into: its text is chosen whole, and what is typed takes its place.
 */
export interface Cursor {
  readonly walking: Walking
  /** What is chosen; null: nothing. */
  readonly range: () => Range | null
  /** Whether more than one place is chosen. */
  readonly several: () => boolean
  readonly mode: () => Mode
  /** The field that is typed into, and what stood in it before. */
  readonly begun: () => { readonly cell: number; readonly typed: Typed } | null
  readonly choose: (from: Spot, to?: Spot) => void
  /** Goes to a place, past places where nothing is asked; false where there is none. */
  readonly go: (to: Spot, step?: Spot) => boolean
  /** Goes to the next place of what is chosen, which stays chosen. */
  readonly walk: (block: Range, from: Spot, by: 1 | -1, across: boolean) => void
  readonly rest: (field: HTMLInputElement) => void
  /** Puts the caret into a field. */
  readonly caret: (field: HTMLInputElement) => void
  /** Makes a step of what was typed. */
  readonly commit: () => void
  /** Takes back what was typed into the field. */
  readonly leave: (field: HTMLInputElement, spot: Spot) => boolean
  /** Several fields as one step; the one at a place begins anew. */
  readonly put: (changes: readonly Put[], at: Spot) => void
  /** The same text into every field that is chosen, as one step. */
  readonly putAll: (text: string, at: Spot) => void
  /** After a step back or forth: to the first figure that changed. */
  readonly follow: (changed: readonly number[]) => void
  /** The field and place of an event; null where it is of no field. */
  readonly of: (event: Event) => { readonly field: HTMLInputElement; readonly spot: Spot } | null
}

export function makeCursor(surface: Surface, model: Steps, moved: (cell: number) => void): Cursor {
  const walking = walkingOn(surface, cell => model.shown(cell))
  let range: Range | null = null
  let mode: Mode = 'rest'
  let staying = false
  let begun: { readonly cell: number; readonly typed: Typed } | null = null

  const choose = (from: Spot, to: Spot = from) => {
    range = { from, to }
    surface.mark(range)
  }
  const rest = (field: HTMLInputElement) => {
    mode = 'rest'
    field.select()
  }
  const enter = (field: HTMLInputElement) => {
    if (document.activeElement === field) rest(field)
    else field.focus({ preventScroll: surface.element.className === 'sheet' })
  }
  const go = (to: Spot, step: Spot = { row: 0, column: 0 }): boolean => {
    const at = walking.asked(to, step)
    const field = at && surface.fieldAt(at)
    if (!at || !field) return false
    // Chosen before the focus comes, which chooses by itself where there was a press.
    choose(at)
    enter(field)
    return true
  }
  const commit = () => {
    if (!begun) return
    const { cell, typed } = begun
    begun = null
    model.commit(cell, typed)
    surface.paint(cell)
  }
  const of = (event: Event) => {
    const field = event.target
    if (!(field instanceof HTMLInputElement)) return null
    const spot = surface.spotOfField(field)
    return spot && { field, spot }
  }
  /** A figure that was changed otherwise than by typing begins anew at a place, shown as it is now. */
  const beginAt = (at: Spot) => {
    const field = surface.fieldAt(at)
    const cell = surface.cellAt(at)
    begun = { cell, typed: model.typed(cell) }
    if (field) {
      field.value = model.shown(cell)
      rest(field)
    }
  }
  const put = (changes: readonly Put[], at: Spot) => {
    const there = changes.filter(({ cell }) => cell >= 0)
    if (there.length === 0) return
    begun = null
    model.change(there.map(({ cell, text }) => ({ cell, typed: { text, reason: '' } })))
    beginAt(at)
  }

  // A figure at rest that changes from elsewhere begins anew.
  model.listen(cells => {
    if (begun && mode === 'rest' && cells.includes(begun.cell))
      begun = { cell: begun.cell, typed: model.typed(begun.cell) }
  })
  surface.element.addEventListener('focusin', event => {
    const found = of(event)
    if (!found) return
    const { field, spot } = found
    const cell = surface.cellAt(spot)
    begun = { cell, typed: model.typed(cell) }
    if (!staying && !(range?.from.row === spot.row && range.from.column === spot.column)) choose(spot)
    rest(field)
    moved(cell)
  })
  surface.element.addEventListener('focusout', event => {
    const found = of(event)
    if (!found) return
    commit()
    const cell = surface.cellAt(found.spot)
    if (cell >= 0) found.field.value = model.shown(cell)
  })
  surface.element.addEventListener('input', event => {
    const found = of(event)
    if (!found) return
    if (mode === 'rest') mode = 'over'
    model.type(surface.cellAt(found.spot), { text: found.field.value, reason: '' })
  })
  surface.element.addEventListener('dblclick', event => {
    if (of(event)) mode = 'caret'
  })
  let dragged = false
  surface.element.addEventListener('pointerdown', event => {
    const found = of(event)
    if (!found || event.button !== 0 || event.pointerType !== 'mouse') return
    if (event.shiftKey && range) {
      event.preventDefault()
      choose(range.from, found.spot)
    } else if (document.activeElement === found.field) {
      mode = 'caret'
      choose(found.spot)
    } else dragged = true
  })
  surface.element.addEventListener('pointerover', event => {
    const found = of(event)
    if (!dragged || event.buttons !== 1 || !found || !range) return
    choose(range.from, found.spot)
    surface.reveal(found.spot)
  })
  addEventListener('pointerup', () => (dragged = false))

  return {
    walking,
    range: () => range,
    several: () => range !== null && (range.from.row !== range.to.row || range.from.column !== range.to.column),
    mode: () => mode,
    begun: () => begun,
    choose,
    go,
    walk: (block, from, by, across) => {
      staying = true
      const field = surface.fieldAt(walking.around(block, from, by, across))
      if (field) enter(field)
      staying = false
    },
    rest,
    caret: field => {
      mode = 'caret'
      field.setSelectionRange(field.value.length, field.value.length)
    },
    commit,
    leave: (field, spot) => {
      if (!begun) return false
      const { cell, typed } = begun
      model.type(cell, typed)
      field.value = model.shown(cell)
      choose(spot)
      rest(field)
      return true
    },
    put,
    putAll: (text, at) => {
      if (range)
        put(
          walking
            .cellsIn(range)
            .flat()
            .map(cell => ({ cell, text })),
          at,
        )
    },
    follow: changed => {
      const at = changed[0] === undefined ? null : surface.spotOf(changed[0])
      if (!at) return
      begun = null
      go(at)
      beginAt(at)
    },
    of,
  }
}
