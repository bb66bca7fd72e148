import type { HandedReport } from './handed.ts'
import { makeHandle } from './handle.ts'
import type { Model } from './model.ts'
import { blockOf, inBlock, showIn, type Look, type Range, type Spot, type Surface } from './surface.ts'

/** Sizes in pixels, as the stylesheet has them. */
const ROW = 30
const COLUMN = 168
const SIDE = 200
const HEAD = 54
const SPARE = 3

interface Slot {
  readonly box: HTMLElement
  readonly was: HTMLElement
  readonly field: HTMLInputElement
  spot: Spot | null
}

/**
 * A window on a table of any size. Only what can be seen has fields; they are handed on from what goes out of view to what
 * comes in, so that a table of twelve thousand figures is as quick to type into as one of a hundred.
 */
export function sheetSurface(
  handed: HandedReport,
  model: Model,
  lookOf: (cell: number) => Look,
  sumOf: (code: string) => string,
): Surface & { readonly showSums: () => void } {
  const { areas, indicators, words } = handed
  const [rows, columns] = [areas.length, indicators.length]
  const cells = new Int32Array(rows * columns).fill(-1)
  const spots: (Spot | undefined)[] = []
  const rowOf = new Map(areas.map(({ id }, i) => [id, i]))
  model.cells.forEach(({ area, indicator }, cell) => {
    const spot = { row: rowOf.get(area) ?? 0, column: indicators.indexOf(indicator) }
    cells[spot.row * columns + spot.column] = cell
    spots[cell] = spot
  })
  const cellAt = ({ row, column }: Spot) =>
    row < 0 || column < 0 || row >= rows || column >= columns ? -1 : (cells[row * columns + column] ?? -1)

  const element = made('div', 'sheet')
  element.setAttribute('role', 'grid')
  element.setAttribute('aria-label', words['web.grid.table'] ?? '')
  element.setAttribute('aria-rowcount', String(rows + 1))
  element.setAttribute('aria-colcount', String(columns + 1))
  const [inner, heads, sides, sums, body] = [
    made('div', ''),
    made('div', 'heads'),
    made('div', 'sides'),
    made('div', 'sums'),
    made('div', 'body'),
  ]
  const adds = indicators.some(each => each.sums)
  for (const box of [inner, body]) size(box, SIDE + columns * COLUMN, HEAD + (rows + Number(adds)) * ROW)
  inner.append(heads, sides, body, sums)
  element.append(inner)

  const corner = placed('h', 0, 0, SIDE, HEAD)
  corner.textContent = words['web.report.area'] ?? ''
  const cornerOf = made('div', 'corner')
  cornerOf.append(corner)
  heads.append(
    ...indicators.map(({ name, shownUnit }, i) => {
      const head = placed('h', SIDE + i * COLUMN, 0, COLUMN, HEAD)
      head.setAttribute('role', 'columnheader')
      head.title = `${name} (${shownUnit})`
      head.append(name, ' ', text('small', shownUnit))
      return head
    }),
  )
  const sideSlots = new Map<number, HTMLElement>()
  const sumBoxes = indicators.map((_, i) => placed('t', SIDE + i * COLUMN, -ROW, COLUMN, ROW))
  if (adds) {
    const label = placed('s', 0, -ROW, SIDE, ROW)
    label.textContent = words['web.report.sum'] ?? ''
    const labelOf = made('div', 'corner')
    labelOf.append(label)
    sums.append(labelOf, ...sumBoxes)
  }

  const slots = new Map<string, Slot>()
  const byField = new WeakMap<Element, Slot>()
  /** A field with the focus in it that went out of view: keys still reach it. */
  let pinned: Slot | null = null
  const isAt = (slot: Slot | null | undefined, row: number, column: number) =>
    slot?.spot?.row === row && slot.spot.column === column
  const handle = makeHandle()
  body.append(handle)
  let [high, wide] = [0, 0]
  let range: Range | null = null

  const slotOf = (row: number, column: number): Slot => {
    const id = `${row % high} ${column % wide}`
    let slot = slots.get(id)
    if (pinned && isAt(pinned, row, column)) {
      slot?.box.remove()
      slots.set(id, (slot = pinned))
      pinned = null
    } else if (slot && !isAt(slot, row, column) && document.activeElement === slot.field) {
      pinned = slot
      slots.delete(id)
      slot = undefined
    }
    if (!slot) {
      const box = made('div', 'c')
      const [was, field] = [text('small', ''), document.createElement('input')]
      box.setAttribute('role', 'gridcell')
      was.className = 'was'
      field.inputMode = 'decimal'
      field.autocomplete = 'off'
      box.append(was, field)
      size(box, COLUMN, ROW)
      body.append(box)
      slot = { box, was, field, spot: null }
      slots.set(id, slot)
      byField.set(field, slot)
      field.addEventListener('blur', () => {
        if (pinned?.field !== field) return
        pinned = null
        queueMicrotask(() => box.remove())
      })
    }
    if (!isAt(slot, row, column)) {
      slot.spot = { row, column }
      slot.box.style.transform = `translate(${SIDE + column * COLUMN}px, ${HEAD + row * ROW}px)`
      const cell = cellAt(slot.spot)
      const figure = model.cells[cell]
      slot.field.hidden = cell < 0
      slot.was.textContent = figure?.previous ?? ''
      slot.field.setAttribute(
        'aria-label',
        figure ? `${figure.areaName}, ${figure.indicator.name} (${figure.indicator.shownUnit})` : '',
      )
      show(slot)
    }
    return slot
  }
  const show = (slot: Slot) => {
    const { spot, field, box } = slot
    const cell = spot ? cellAt(spot) : -1
    if (!spot || cell < 0) return
    const look = lookOf(cell)
    showIn(field, look)
    if (look.wrong) field.setAttribute('aria-invalid', 'true')
    else field.removeAttribute('aria-invalid')
    box.classList.toggle('warned', look.findings.length > 0)
    box.classList.toggle('picked', inBlock(range, spot))
  }

  const draw = () => {
    const [seen, across] = [Math.ceil(element.clientHeight / ROW) + 1, Math.ceil(element.clientWidth / COLUMN) + 1]
    const [h, w] = [Math.min(rows, seen + 2 * SPARE), Math.min(columns, across + 2)]
    if (h > high || w > wide) {
      body.replaceChildren(handle)
      slots.clear()
      pinned = null
      ;[high, wide] = [h, w]
    }
    const top = clamp(Math.floor(element.scrollTop / ROW) - SPARE, rows - high)
    const left = clamp(Math.floor(element.scrollLeft / COLUMN) - 1, columns - wide)
    for (let row = top; row < top + high; row += 1) {
      side(row)
      for (let column = left; column < left + wide; column += 1) slotOf(row, column)
    }
  }
  const reveal = (spot: Spot) => {
    const [x, y] = [spot.column * COLUMN, spot.row * ROW]
    const [w, h] = [element.clientWidth - SIDE, element.clientHeight - HEAD - ROW]
    if (x < element.scrollLeft) element.scrollLeft = x
    else if (x + COLUMN > element.scrollLeft + w) element.scrollLeft = x + COLUMN - w
    if (y < element.scrollTop) element.scrollTop = y
    else if (y + ROW > element.scrollTop + h) element.scrollTop = y + ROW - h
  }
  const side = (row: number) => {
    let box = sideSlots.get(row % high)
    if (!box) {
      box = placed('s', 0, 0, SIDE, ROW)
      box.setAttribute('role', 'rowheader')
      sides.append(box)
      sideSlots.set(row % high, box)
    }
    const name = areas[row]?.name ?? ''
    if (box.dataset['row'] === String(row)) return
    box.dataset['row'] = String(row)
    box.style.transform = `translate(0, ${HEAD + row * ROW}px)`
    box.textContent = name
    box.title = name
  }
  let asked = false
  element.addEventListener('scroll', () => {
    if (asked) return
    asked = true
    requestAnimationFrame(() => {
      asked = false
      draw()
    })
  })
  new ResizeObserver(draw).observe(element)
  heads.prepend(cornerOf)

  return {
    element,
    rows,
    columns,
    cellAt,
    spotOf: cell => spots[cell] ?? null,
    spotOfField: field => byField.get(field)?.spot ?? null,
    fieldAt: spot => {
      if (cellAt(spot) < 0) return null
      reveal(spot)
      const there = slots.get(`${spot.row % high} ${spot.column % wide}`)
      // Most moves lead to a field that is there.
      if (there && isAt(there, spot.row, spot.column)) return there.field
      draw()
      return slotOf(spot.row, spot.column).field
    },
    reveal,
    paint: cell => {
      const spot = spots[cell]
      if (!spot) return
      const slot = isAt(pinned, spot.row, spot.column) ? pinned : slots.get(`${spot.row % high} ${spot.column % wide}`)
      if (slot && isAt(slot, spot.row, spot.column)) show(slot)
    },
    handle,
    mark: next => {
      const before = range
      range = next && (next.from.row !== next.to.row || next.from.column !== next.to.column) ? next : null
      handle.hidden = next === null
      if (next) {
        const { bottom, right } = blockOf(next)
        handle.style.transform = `translate(${SIDE + (right + 1) * COLUMN - 6}px, ${HEAD + (bottom + 1) * ROW - 6}px)`
      }
      if (!range && !before) return
      for (const slot of slots.values()) if (slot.spot) slot.box.classList.toggle('picked', inBlock(range, slot.spot))
    },
    showSums: () => {
      indicators.forEach(({ code }, i) => {
        const [box, shown] = [sumBoxes[i], sumOf(code)]
        if (box && box.textContent !== shown) box.textContent = shown
      })
    },
  }
}

const clamp = (value: number, most: number) => Math.max(0, Math.min(value, most))

function made(tag: string, name: string): HTMLElement {
  const box = document.createElement(tag)
  if (name !== '') box.className = name
  return box
}

function text(tag: string, content: string): HTMLElement {
  const box = document.createElement(tag)
  box.textContent = content
  return box
}

function size(box: HTMLElement, width: number, height: number): void {
  box.style.width = `${width}px`
  box.style.height = `${height}px`
}

function placed(name: string, x: number, y: number, width: number, height: number): HTMLElement {
  const box = made('div', name)
  size(box, width, height)
  box.style.transform = `translate(${x}px, ${y}px)`
  return box
}
