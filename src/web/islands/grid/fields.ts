import type { HandedReport } from './handed.ts'
import type { Model } from './model.ts'
import type { Typed } from './steps.ts'
import { placedFields } from './placed.ts'
import { showIn, type Look, type Spot, type Surface } from './surface.ts'

/** The fields that the server wrote, taken as they are: every page of a list, and tables that fit on one. */
export function fieldsSurface(
  form: HTMLFormElement,
  handed: HandedReport,
  model: Model,
  lookOf: (cell: number) => Look,
): Surface | null {
  const table = form.querySelector<HTMLTableElement>('#figures')
  if (!table) return null
  const fields = new Map<number, HTMLInputElement>()
  for (const field of table.querySelectorAll<HTMLInputElement>('input[name^="v "]')) {
    const cell = model.index.get(field.name.slice(2))
    if (cell !== undefined) fields.set(cell, field)
  }
  const spots = new Map<number, Spot>()
  const rowOf = new Map<string, number>()
  for (const [cell] of fields) {
    const figure = model.cells[cell]
    if (!figure) continue
    const id = handed.layout === 'list' ? figure.key : figure.area
    if (!rowOf.has(id)) rowOf.set(id, rowOf.size)
    spots.set(cell, {
      row: rowOf.get(id) ?? 0,
      column: handed.layout === 'list' ? 0 : handed.indicators.indexOf(figure.indicator),
    })
  }
  listenBeside(table, model)
  return placedFields(table, fields, spots, (cell, field) => {
    const look = lookOf(cell)
    const { wrong, findings } = look
    showIn(field, look)
    field.toggleAttribute('aria-invalid', wrong)
    if (wrong) field.setAttribute('aria-invalid', 'true')
    const key = model.cells[cell]?.key ?? ''
    const said = table.querySelector(`[data-finding="${CSS.escape(key)}"]`)
    if (said && said.textContent !== findings.join(' ')) said.textContent = findings.join(' ')
    field.closest('td')?.classList.toggle('warned', !said && findings.length > 0)
    // What the server said of a field stays until the field is changed.
    if (!wrong) field.parentElement?.querySelector('.wrong')?.remove()
    const { reason, note } = model.typed(cell)
    follow(form.elements.namedItem(`a ${key}`), reason)
    follow(form.elements.namedItem(`n ${key}`), note)
  })
}

/** Remarks and reasons, which have fields of their own in a list. */
function listenBeside(table: HTMLTableElement, model: Model): void {
  let begun: { readonly cell: number; readonly typed: Typed } | null = null
  const cellOf = ({ target }: Event, kind: string) => {
    const named = target instanceof HTMLInputElement || target instanceof HTMLSelectElement
    return named && target.name.startsWith(kind) ? (model.index.get(target.name.slice(kind.length)) ?? -1) : -1
  }
  table.addEventListener('focusin', event => {
    const cell = cellOf(event, 'n ')
    if (cell >= 0) begun = { cell, typed: model.typed(cell) }
  })
  table.addEventListener('input', event => {
    const cell = cellOf(event, 'n ')
    if (cell >= 0) model.type(cell, { note: (event.target as HTMLInputElement).value })
  })
  table.addEventListener('change', event => {
    if (begun?.cell === cellOf(event, 'n ')) model.commit(begun.cell, begun.typed)
    const cell = cellOf(event, 'a ')
    if (cell < 0) return
    const reason = (event.target as HTMLSelectElement).value
    model.change([{ cell, typed: reason === '' ? { reason } : { reason, text: '' } }])
  })
}

/** A field beside follows what was undone or taken from elsewhere. */
function follow(field: Element | RadioNodeList | null, value: string): void {
  if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) return
  if (document.activeElement !== field && field.value !== value) field.value = value
}
