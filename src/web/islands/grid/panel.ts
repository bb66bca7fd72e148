import { absenceIn, ABSENCES } from '../../../measure/absence.ts'
import type { HandedReport } from './handed.ts'
import type { Look } from './surface.ts'
import type { Model } from './model.ts'
import type { Typed } from './steps.ts'

/** What a table of many figures has no room for: the chosen one's name, why there is none, its remark, what is wrong. */
export interface Panel {
  readonly element: HTMLElement
  show(cell: number): void
  /** Says something of a block that is chosen. */
  sum(text: string): void
}

export function makePanel({ words, language }: HandedReport, model: Model, lookOf: (cell: number) => Look): Panel {
  const element = document.createElement('div')
  element.className = 'panel idle'
  element.setAttribute('aria-label', words['web.grid.chosen'] ?? '')
  element.setAttribute('role', 'group')
  const name = document.createElement('span')
  const reason = document.createElement('select')
  const note = document.createElement('input')
  const finding = document.createElement('span')
  finding.className = 'finding'
  finding.setAttribute('role', 'status')
  reason.append(
    new Option(words['web.report.reason'] ?? '', ''),
    ...ABSENCES.map(each => new Option(absenceIn(each, language), each)),
  )
  note.maxLength = 2000
  note.autocomplete = 'off'
  note.placeholder = words['web.report.note'] ?? ''
  note.setAttribute('aria-label', words['web.report.note'] ?? '')
  reason.setAttribute('aria-label', words['web.report.reason'] ?? '')
  element.append(name, reason, note, finding)
  let [at, before]: [number, Typed | null] = [-1, null]
  const enable = () => {
    reason.disabled = note.disabled = at < 0
  }
  enable()
  const begin = () => (before = model.typed(at))
  note.addEventListener('focus', begin)
  note.addEventListener('input', () => model.type(at, { note: note.value }))
  note.addEventListener('change', () => {
    if (before) model.commit(at, before)
  })
  reason.addEventListener('change', () =>
    model.change([
      { cell: at, typed: { reason: reason.value, text: reason.value === '' ? model.typed(at).text : '' } },
    ]),
  )
  let summed = ''
  return {
    element,
    show: cell => {
      at = cell
      const figure = model.cells[cell]
      enable()
      if (!figure) return
      element.classList.remove('idle')
      const typed = model.typed(cell)
      const { absent } = model.meant(cell)
      const besides = [figure.yearBefore, figure.previous].filter(each => each !== '').join(' → ')
      name.textContent = `${figure.areaName} · ${figure.indicator.name} (${figure.indicator.shownUnit})${besides === '' ? '' : ` · ${besides}`}${summed === '' ? '' : ` · ${summed}`}`
      if (document.activeElement !== note) note.value = typed.note
      if (document.activeElement !== reason) reason.value = absent ?? ''
      finding.textContent = lookOf(cell).findings.join(' ')
    },
    sum: text => {
      summed = text
    },
  }
}
