import { parseBlock, writeBlock } from './block.ts'
import { listenToHandle, type Put } from './handle.ts'
import type { Steps, Typed } from './steps.ts'
import { blockOf, type Range, type Spot, type Surface } from './surface.ts'

export interface Keys {
  /** What is chosen; null: nothing. */
  readonly range: () => Range | null
}

/**
 * The keyboard and the clipboard of a spreadsheet over the fields of a surface. A field is at rest until it is typed into:
 * its text is chosen whole, arrows lead away, what is typed takes its place. F2 (or a second press) puts the caret into it.
 */
export function makeKeys(
  surface: Surface,
  model: Steps,
  moved: (cell: number) => void,
  native: boolean,
  /** Told how many figures of a pasted block had no field to go to. */
  outside: (count: number) => void = () => undefined,
): Keys {
  let range: Range | null = null
  /** `rest`: arrows lead away; `over`: what was there is typed over, arrows still lead away; `caret`: they move inside. */
  let mode: 'rest' | 'over' | 'caret' = 'rest'
  let staying = false
  let begun: { readonly cell: number; readonly typed: Typed } | null = null

  const choose = (from: Spot, to: Spot = from) => {
    range = { from, to }
    surface.mark(range)
  }
  const inside = ({ row, column }: Spot): Spot => ({
    row: Math.max(0, Math.min(surface.rows - 1, row)),
    column: Math.max(0, Math.min(surface.columns - 1, column)),
  })
  /** Goes to a place, past places where nothing is asked. */
  const go = (to: Spot, step: Spot = { row: 0, column: 0 }): boolean => {
    let at = inside(to)
    for (let i = 0; i < surface.rows + surface.columns && surface.cellAt(at) < 0; i += 1) {
      const next = inside({ row: at.row + step.row, column: at.column + step.column })
      if (next.row === at.row && next.column === at.column) return false
      at = next
    }
    const field = surface.fieldAt(at)
    if (!field) return false
    // Chosen before the focus comes, which chooses by itself where there was a press.
    choose(at)
    enter(field)
    return true
  }
  const enter = (field: HTMLInputElement) => {
    if (document.activeElement === field) rest(field)
    else field.focus({ preventScroll: surface.element.className === 'sheet' })
  }
  /** From field to field of what is chosen, round and round, as spreadsheets do; what is chosen stays chosen. */
  const walk = (block: Range, { row, column }: Spot, by: 1 | -1, across: boolean) => {
    const { top, bottom, left, right } = blockOf(block)
    const [high, wide] = [bottom - top + 1, right - left + 1]
    let [at, next] = [across ? (row - top) * wide + column - left : (column - left) * high + row - top, -1]
    for (let i = 0; i < high * wide && next < 0; i += 1) {
      at = (at + by + high * wide) % (high * wide)
      next = surface.cellAt(spotOf(at))
    }
    function spotOf(at: number): Spot {
      return across
        ? { row: top + Math.floor(at / wide), column: left + (at % wide) }
        : { row: top + (at % high), column: left + Math.floor(at / high) }
    }
    staying = true
    const field = surface.fieldAt(spotOf(at))
    if (field) enter(field)
    staying = false
  }
  /** Where Ctrl and an arrow lead: to the end of what is filled, else to where something is filled next, else to the edge. */
  const edge = (from: Spot, step: Spot): Spot => {
    const next = ({ row, column }: Spot) => inside({ row: row + step.row, column: column + step.column })
    const last = (at: Spot) => next(at).row === at.row && next(at).column === at.column
    const filled = (at: Spot) => model.shown(surface.cellAt(at)) !== ''
    let at = next(from)
    if (filled(from) && filled(at)) while (!last(at) && filled(next(at))) at = next(at)
    else while (!last(at) && !filled(at)) at = next(at)
    return at
  }
  const rest = (field: HTMLInputElement) => {
    mode = 'rest'
    field.select()
  }
  const commit = () => {
    if (!begun) return
    const { cell, typed } = begun
    begun = null
    model.commit(cell, typed)
    surface.paint(cell)
  }
  const fieldSpot = (event: Event): { field: HTMLInputElement; spot: Spot } | null => {
    const field = event.target
    if (!(field instanceof HTMLInputElement)) return null
    const spot = surface.spotOfField(field)
    return spot && { field, spot }
  }
  const cellsIn = (block: Range): readonly (readonly number[])[] => {
    const { top, bottom, left, right } = blockOf(block)
    return Array.from({ length: bottom - top + 1 }, (_, r) =>
      Array.from({ length: right - left + 1 }, (_, c) => surface.cellAt({ row: top + r, column: left + c })),
    )
  }
  const several = () => range !== null && (range.from.row !== range.to.row || range.from.column !== range.to.column)
  const put = (changes: readonly Put[], at: Spot) => {
    const there = changes.filter(({ cell }) => cell >= 0)
    if (there.length === 0) return
    begun = null
    model.change(there.map(({ cell, text }) => ({ cell, typed: { text, reason: '' } })))
    beginAt(at)
  }
  /** The same text into every field that is chosen, as one step. */
  const putAll = (text: string, at: Spot) => {
    if (range)
      put(
        cellsIn(range)
          .flat()
          .map(cell => ({ cell, text })),
        at,
      )
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
  // A figure at rest that changes from elsewhere begins anew.
  model.listen(cells => {
    if (begun && mode === 'rest' && cells.includes(begun.cell))
      begun = { cell: begun.cell, typed: model.typed(begun.cell) }
  })

  surface.element.addEventListener('focusin', event => {
    const found = fieldSpot(event)
    if (!found) return
    const { field, spot } = found
    const cell = surface.cellAt(spot)
    begun = { cell, typed: model.typed(cell) }
    if (!staying && !(range?.from.row === spot.row && range.from.column === spot.column)) choose(spot)
    rest(field)
    moved(cell)
  })
  surface.element.addEventListener('focusout', event => {
    const found = fieldSpot(event)
    if (!found) return
    commit()
    const cell = surface.cellAt(found.spot)
    if (cell >= 0) found.field.value = model.shown(cell)
  })
  surface.element.addEventListener('input', event => {
    const found = fieldSpot(event)
    if (!found) return
    if (mode === 'rest') mode = 'over'
    model.type(surface.cellAt(found.spot), { text: found.field.value, reason: '' })
  })
  surface.element.addEventListener('dblclick', event => {
    if (fieldSpot(event)) mode = 'caret'
  })
  let dragged = false
  surface.element.addEventListener('pointerdown', event => {
    const found = fieldSpot(event)
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
    const found = fieldSpot(event)
    if (!dragged || event.buttons !== 1 || !found || !range) return
    choose(range.from, found.spot)
    surface.reveal(found.spot)
  })
  addEventListener('pointerup', () => (dragged = false))

  surface.element.addEventListener('copy', event => copy(event, false))
  surface.element.addEventListener('cut', event => copy(event, true))
  const copy = (event: ClipboardEvent, cut: boolean) => {
    const found = fieldSpot(event)
    if (!found || !range || mode === 'caret') return
    const cells = cellsIn(range)
    event.preventDefault()
    const block = cells.map(row => row.map(cell => (cell < 0 ? '' : model.shown(cell))))
    event.clipboardData?.setData('text/plain', writeBlock(block))
    if (cut) putAll('', found.spot)
  }
  surface.element.addEventListener('paste', event => {
    const found = fieldSpot(event)
    const text = event.clipboardData?.getData('text/plain') ?? ''
    if (!found || !range || mode === 'caret' || text === '') return
    event.preventDefault()
    const block = parseBlock(text)
    const { top, left } = blockOf(range)
    const [first] = block
    const only = block.length === 1 && first?.length === 1 ? first[0] : undefined
    if (only !== undefined) {
      putAll(only.trim(), found.spot)
      return
    }
    const changes = block.flatMap((row, r) =>
      row.map((text, c) => ({ cell: surface.cellAt({ row: top + r, column: left + c }), text: text.trim() })),
    )
    put(changes, { row: top, column: left })
    const lost = changes.filter(({ cell, text }) => cell < 0 && text !== '').length
    if (lost > 0) outside(lost)
    const wide = Math.max(...block.map(row => row.length))
    choose({ row: top, column: left }, inside({ row: top + block.length - 1, column: left + wide - 1 }))
  })

  surface.element.addEventListener('keydown', event => {
    const found = fieldSpot(event)
    if (!found || event.isComposing || event.altKey) return
    if (handle(event, found.field, found.spot)) event.preventDefault()
  })

  /** Whether the key was one of ours. */
  function handle(event: KeyboardEvent, field: HTMLInputElement, spot: Spot): boolean {
    const { key, shiftKey: shift } = event
    const control = event.ctrlKey || event.metaKey
    const moves: Readonly<Record<string, Spot>> = {
      ArrowUp: { row: -1, column: 0 },
      ArrowDown: { row: 1, column: 0 },
      ArrowLeft: { row: 0, column: -1 },
      ArrowRight: { row: 0, column: 1 },
    }
    const step = moves[key]
    if (step) {
      if (mode === 'caret' && step.column !== 0) return false
      if (shift && mode === 'rest') return extend(step, control)
      commit()
      go(control ? edge(spot, step) : { row: spot.row + step.row, column: spot.column + step.column }, step)
      return true
    }
    switch (key) {
      case 'Enter': {
        if (control) return several() && enterAll(field, spot)
        commit()
        if (range && several()) {
          walk(range, spot, shift ? -1 : 1, false)
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
        if (range && several()) {
          walk(range, spot, shift ? -1 : 1, true)
          return true
        }
        return tab(spot, shift ? -1 : 1)
      }
      case 'F2':
        mode = 'caret'
        field.setSelectionRange(field.value.length, field.value.length)
        return true
      case 'Escape': {
        if (!begun) return false
        const { cell, typed } = begun
        model.type(cell, typed)
        field.value = model.shown(cell)
        choose(spot)
        rest(field)
        return true
      }
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
        putAll('', spot)
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
    const untouched = begun !== null && model.typed(begun.cell).text === begun.typed.text
    switch (key) {
      case 'z':
      case 'y': {
        // While something is typed the browser's own undo takes it back.
        if (!untouched) return false
        const changed = key === 'y' || shift ? model.redo() : model.undo()
        const at = changed[0] === undefined ? null : surface.spotOf(changed[0])
        if (at) {
          begun = null
          go(at)
          beginAt(at)
        }
        return true
      }
      case 'a':
        if (mode !== 'rest') return false
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
    if (!range) return
    commit()
    const before = down ? { row: spot.row - 1, column: spot.column } : { row: spot.row, column: spot.column - 1 }
    const cells = cellsIn(several() ? range : { from: before, to: spot })
    const first = (r: number, c: number) => (down ? cells[0]?.[c] : cells[r]?.[0]) ?? -1
    put(
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
    if (!range) return true
    const { to } = range
    return extendTo(far ? edge(to, step) : { row: to.row + step.row, column: to.column + step.column })
  }

  function extendTo(spot: Spot): boolean {
    if (!range) return true
    const to = inside(spot)
    choose(range.from, to)
    surface.reveal(to)
    return true
  }

  /** What was typed goes into every field that is chosen. */
  function enterAll(field: HTMLInputElement, spot: Spot): boolean {
    if (!range) return false
    const text = field.value
    if (begun) model.type(begun.cell, begun.typed)
    putAll(text, spot)
    return true
  }

  /** To the next field, at the end of a row to the next row; past the last one the page goes on. */
  function tab({ row, column }: Spot, by: 1 | -1): boolean {
    for (let at = row * surface.columns + column + by; at >= 0 && at < surface.rows * surface.columns; at += by) {
      const spot = { row: Math.floor(at / surface.columns), column: at % surface.columns }
      if (surface.cellAt(spot) >= 0) return go(spot)
    }
    return false
  }

  listenToHandle(
    surface,
    model,
    () => range,
    (puts, whole) => {
      commit()
      put(puts, range?.from ?? whole.from)
      choose(whole.from, whole.to)
    },
  )
  return { range: () => range }
}

const PAGE = 15
