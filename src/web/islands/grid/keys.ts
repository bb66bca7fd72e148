import { listenToClipboard } from './clipboard.ts'
import { makeCursor } from './cursor.ts'
import { listenToHandle } from './handle.ts'
import type { Steps } from './steps.ts'
import type { Range, Spot, Surface } from './surface.ts'

export interface Keys {
  /** What is chosen; null: nothing. */
  readonly range: () => Range | null
}

const MOVES: Readonly<Record<string, Spot>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
}
/** So many rows a page up or down leads. */
const PAGE = 15

/** The keyboard of a spreadsheet over the fields of a surface, with its clipboard, its mouse and its handle. */
export function makeKeys(
  surface: Surface,
  model: Steps,
  moved: (cell: number) => void,
  native: boolean,
  /** Told how many figures of a pasted block had no field to go to. */
  outside: (count: number) => void = () => undefined,
): Keys {
  const cursor = makeCursor(surface, model, moved)
  const { walking, choose, commit, go, rest } = cursor
  listenToClipboard(surface, model, cursor, outside)
  surface.element.addEventListener('keydown', event => {
    const found = cursor.of(event)
    if (!found || event.isComposing || event.altKey) return
    if (handle(event, found.field, found.spot)) event.preventDefault()
  })

  /** Whether the key was one of ours. */
  function handle(event: KeyboardEvent, field: HTMLInputElement, spot: Spot): boolean {
    const { key, shiftKey: shift } = event
    const control = event.ctrlKey || event.metaKey
    const [range, mode, several] = [cursor.range(), cursor.mode(), cursor.several()]
    const step = MOVES[key]
    if (step) {
      if (mode === 'caret' && step.column !== 0) return false
      if (shift && mode === 'rest') return extend(step, control)
      commit()
      go(control ? walking.edge(spot, step) : { row: spot.row + step.row, column: spot.column + step.column }, step)
      return true
    }
    switch (key) {
      case 'Enter': {
        if (control) return several && enterAll(field, spot)
        commit()
        if (range && several) {
          cursor.walk(range, spot, shift ? -1 : 1, false)
          return true
        }
        const down = { row: shift ? -1 : 1, column: 0 }
        if (!go({ row: spot.row + down.row, column: spot.column }, down)) rest(field)
        else if (spot.row + down.row < 0 || spot.row + down.row >= surface.rows) rest(field)
        return true
      }
      case 'Tab': {
        if (native) return false
        commit()
        if (range && several) {
          cursor.walk(range, spot, shift ? -1 : 1, true)
          return true
        }
        // Past the last one the page goes on.
        const next = walking.along(spot, shift ? -1 : 1)
        return next !== null && go(next)
      }
      case 'F2':
        cursor.caret(field)
        return true
      case 'Escape':
        return cursor.leave(field, spot)
      case ' ':
        if (mode !== 'rest' || (!shift && !control)) return false
        choose(
          shift ? { row: spot.row, column: 0 } : { row: 0, column: spot.column },
          shift ? { row: spot.row, column: surface.columns - 1 } : { row: surface.rows - 1, column: spot.column },
        )
        return true
      case 'Delete':
      case 'Backspace':
        if (mode !== 'rest' || !range) return false
        cursor.putAll('', spot)
        return true
      case 'Home':
      case 'End': {
        if (mode === 'caret') return false
        const end = {
          row: control ? (key === 'Home' ? 0 : surface.rows - 1) : spot.row,
          column: key === 'Home' ? 0 : surface.columns - 1,
        }
        if (shift && range && mode === 'rest')
          return extendTo(control ? end : { row: range.to.row, column: end.column })
        commit()
        go(end)
        return true
      }
      case 'PageUp':
      case 'PageDown': {
        const by = key === 'PageUp' ? -PAGE : PAGE
        if (shift && range && mode === 'rest') return extendTo({ ...range.to, row: range.to.row + by })
        commit()
        go({ row: spot.row + by, column: spot.column })
        return true
      }
      default:
        return control ? handleControl(key.toLowerCase(), shift, spot) : false
    }
  }

  function handleControl(key: string, shift: boolean, spot: Spot): boolean {
    const begun = cursor.begun()
    const untouched = begun !== null && model.typed(begun.cell).text === begun.typed.text
    switch (key) {
      case 'z':
      case 'y':
        // While something is typed the browser's own undo takes it back.
        if (!untouched) return false
        cursor.follow(key === 'y' || shift ? model.redo() : model.undo())
        return true
      case 'a':
        if (cursor.mode() !== 'rest') return false
        choose({ row: 0, column: 0 }, { row: surface.rows - 1, column: surface.columns - 1 })
        return true
      case 'd':
      case 'r':
        fill(key === 'd', spot)
        return true
      default:
        return false
    }
  }

  /** Copies the first row of what is chosen down (or its first column to the right); a single field takes what is before it. */
  function fill(down: boolean, spot: Spot): void {
    const range = cursor.range()
    if (!range) return
    commit()
    const before = down ? { row: spot.row - 1, column: spot.column } : { row: spot.row, column: spot.column - 1 }
    const cells = walking.cellsIn(cursor.several() ? range : { from: before, to: spot })
    const first = (r: number, c: number) => (down ? cells[0]?.[c] : cells[r]?.[0]) ?? -1
    cursor.put(
      cells.flatMap((row, r) =>
        row.flatMap((cell, c) => {
          const from = first(r, c)
          return from === cell || from < 0 ? [] : [{ cell, text: model.shown(from) }]
        }),
      ),
      spot,
    )
  }

  function extend(step: Spot, far: boolean): boolean {
    const range = cursor.range()
    if (!range) return true
    const { to } = range
    return extendTo(far ? walking.edge(to, step) : { row: to.row + step.row, column: to.column + step.column })
  }

  function extendTo(spot: Spot): boolean {
    const range = cursor.range()
    if (!range) return true
    const to = walking.inside(spot)
    choose(range.from, to)
    surface.reveal(to)
    return true
  }

  /** What was typed goes into every field that is chosen. */
  function enterAll(field: HTMLInputElement, spot: Spot): boolean {
    if (!cursor.range()) return false
    const text = field.value
    const begun = cursor.begun()
    if (begun) model.type(begun.cell, begun.typed)
    cursor.putAll(text, spot)
    return true
  }

  listenToHandle(surface, model, cursor.range, (puts, whole) => {
    commit()
    cursor.put(puts, cursor.range()?.from ?? whole.from)
    choose(whole.from, whole.to)
  })
  return { range: cursor.range }
}
