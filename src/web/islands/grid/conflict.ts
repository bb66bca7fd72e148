import { showFigure, TYPED } from '../../../plan/entry.ts'
import type { Theirs } from '../kept/messages.ts'
import type { HandedReport, Line } from './handed.ts'
import type { Model } from './model.ts'
import { say } from './say.ts'

/** Figures that two people changed, side by side; each is chosen, none is overwritten. */
export interface Conflicts {
  readonly element: HTMLElement
  /** Figures to choose for; those that are shown already stay with what was chosen. */
  show(actor: string, found: readonly Theirs[]): void
  /** The report was closed: what is kept here, beside what stands, with nothing to choose. */
  closed(text: string, found: readonly Theirs[]): void
  /** How many wait to be chosen. */
  waiting(): number
}

export function makeConflicts(
  { words, language }: HandedReport,
  model: Model,
  settled: (key: string, theirs: Line | null, mine: boolean) => void,
): Conflicts {
  const element = document.createElement('section')
  element.className = 'sides-by'
  element.setAttribute('role', 'alert')
  element.hidden = true
  let open: readonly Theirs[] = []
  const text = (line: Pick<Line, 'value' | 'absent' | 'note'> | null): string => {
    if (!line || (line.value === null && line.absent === null)) return words['web.grid.empty'] ?? ''
    const said = showFigure(line.value, line.absent, language, TYPED)
    return line.note === '' ? said : `${said} (${line.note})`
  }
  const mineOf = (key: string): string => {
    const cell = model.index.get(key) ?? -1
    const { value, absent, fault } = model.meant(cell)
    const { text: typed, note } = model.typed(cell)
    return fault ? typed : text({ value, absent, note })
  }
  const nameOf = (key: string): string => {
    const figure = model.cells[model.index.get(key) ?? -1]
    return figure ? `${figure.areaName}: ${figure.indicator.name}` : key
  }
  const table = (actor: string, found: readonly Theirs[], choose: boolean): HTMLTableElement => {
    const made = document.createElement('table')
    made.className = 'rows'
    const head = made.createTHead().insertRow()
    for (const title of [
      words['web.grid.figure'] ?? '',
      words['web.grid.mine'] ?? '',
      say(words, 'web.grid.theirs', { actor }),
    ]) {
      const th = document.createElement('th')
      th.scope = 'col'
      th.textContent = title
      head.append(th)
    }
    const body = made.createTBody()
    for (const { key, theirs } of found) {
      const row = body.insertRow()
      const th = document.createElement('th')
      th.scope = 'row'
      th.textContent = nameOf(key)
      row.append(th)
      for (const [side, shown] of [
        ['mine', mineOf(key)],
        ['theirs', text(theirs)],
      ] as const) {
        const td = row.insertCell()
        if (!choose) {
          td.textContent = shown
          continue
        }
        const label = document.createElement('label')
        const radio = document.createElement('input')
        radio.type = 'radio'
        radio.name = `choice ${key}`
        radio.value = side
        label.append(radio, ' ', shown)
        td.append(label)
      }
    }
    return made
  }
  const button = (code: string, press: () => void): HTMLButtonElement => {
    const made = document.createElement('button')
    made.type = 'button'
    made.textContent = words[code] ?? ''
    made.addEventListener('click', press)
    return made
  }
  const all = (side: 'mine' | 'theirs') => () => {
    for (const radio of element.querySelectorAll<HTMLInputElement>(`input[value=${side}]`)) radio.checked = true
  }
  const settle = () => {
    const left = open.filter(({ key, theirs }) => {
      const chosen = element.querySelector<HTMLInputElement>(`input[name="${CSS.escape(`choice ${key}`)}"]:checked`)
      if (chosen) settled(key, theirs, chosen.value === 'mine')
      return !chosen
    })
    open = left
    if (left.length === 0) element.hidden = true
    else for (const row of element.querySelectorAll('tbody tr')) if (row.querySelector(':checked')) row.remove()
  }
  const said = (content: string) => {
    const made = document.createElement('p')
    made.textContent = content
    return made
  }
  return {
    element,
    waiting: () => (element.hidden ? 0 : open.length),
    show: (actor, found) => {
      const same = found.length === open.length && found.every(({ key }, i) => open[i]?.key === key)
      open = found
      if (found.length === 0) {
        element.hidden = true
        return
      }
      if (same && !element.hidden) return
      element.hidden = false
      const acts = document.createElement('p')
      acts.append(
        button('web.grid.all-mine', all('mine')),
        ' ',
        button('web.grid.all-theirs', all('theirs')),
        ' ',
        button('web.grid.settle', settle),
      )
      const text = say(words, 'web.grid.conflict', { actor, count: String(found.length) })
      element.replaceChildren(said(text), table(actor, found, true), acts)
    },
    closed: (content, found) => {
      open = []
      element.hidden = false
      element.replaceChildren(said(content), table('', found, false))
    },
  }
}
