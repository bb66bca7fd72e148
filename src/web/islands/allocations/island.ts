/**
 * The table of shares as a spreadsheet: keyboard, clipboard and undo are the grid's, and the sum lines follow what is typed
 * with the same exact decimals as the server's. What is typed is sent by the form's own buttons.
 */
import { sumLines, type SumLine } from '../../../evaluation/allocation/sum-lines.ts'
import { absolute, parseDecimal, type Decimal } from '../../../measure/decimal.ts'
import { readTyped } from '../../../measure/notation.ts'
import { showDecimal, typeDecimal } from '../../../measure/show.ts'
import { makeKeys } from '../grid/keys.ts'
import { placedFields } from '../grid/placed.ts'
import { say } from '../grid/say.ts'
import { BLANK, makeSteps } from '../grid/steps.ts'
import type { HandedShares } from './handed.ts'
import { gapsInWords, standingOf, type Saying } from './lines.ts'

const data = document.getElementById('allocations')?.textContent
const form = document.querySelector<HTMLFormElement>('form[data-shares]')
const table = document.querySelector<HTMLTableElement>('#shares')
if (data && form && table) start(form, table, JSON.parse(data) as HandedShares)

function start(form: HTMLFormElement, table: HTMLTableElement, handed: HandedShares): void {
  const { language, words } = handed
  const fields = new Map<number, HTMLInputElement>()
  const spots = new Map<number, { row: number; column: number }>()
  const byName = new Map<string, number>()
  ;[...table.tBodies]
    .flatMap(body => [...body.rows])
    .forEach((line, row) => {
      line.querySelectorAll<HTMLInputElement>('input[data-at]').forEach(field => {
        const cell = fields.size
        fields.set(cell, field)
        byName.set(field.name, cell)
        spots.set(cell, { row, column: Number(field.dataset['at']) })
      })
    })
  const start = [...fields.values()].map(field => field.value)
  const current = start.map(text => ({ ...BLANK, text }))
  const valueOf = (cell: number): Decimal | null => readTyped(current[cell]?.text.trim() ?? '', language)
  const shown = (cell: number): string => {
    const value = valueOf(cell)
    return value ? typeDecimal(value, language) : (current[cell]?.text ?? '')
  }
  const steps = makeSteps(current, shown)
  const paint = (cell: number, field: HTMLInputElement) => {
    const text = current[cell]?.text ?? ''
    const rest = document.activeElement === field ? text : shown(cell)
    if (field.value !== rest && !(document.activeElement === field && field.value === text)) field.value = rest
    if (text.trim() !== '' && !valueOf(cell)) field.setAttribute('aria-invalid', 'true')
    else field.removeAttribute('aria-invalid')
    field.closest('td')?.classList.toggle('changed', text.trim() !== (start[cell] ?? '').trim())
  }
  const surface = placedFields(table, fields, spots, paint)
  makeKeys(surface, steps, () => undefined, false)
  document.querySelector('.keys')?.removeAttribute('hidden')

  const outside = (name: string) => parseDecimal(handed.outside[name] ?? '')
  const saying: Saying = {
    say: (code, values) => say(words, code, values),
    number: value => showDecimal(value, language),
    unit: handed.unit,
    nameOf: ({ over, of, end }) =>
      [(over === 'areas' ? handed.years : handed.areas)[of] ?? of, handed.ends[end]].filter(Boolean).join(' '),
  }
  const draw = () => {
    const lines = sumLines(handed.table, (key, end) => {
      const cell = byName.get(`${end}.${key}`)
      return cell === undefined ? outside(`${end}.${key}`) : valueOf(cell)
    })
    for (const line of lines) show(line)
    const gaps = document.querySelector('#gaps')
    const told = gapsInWords(lines, saying, {
      adds: words['web.allocations.all-add'] ?? '',
      none: words['web.allocations.none-yet'] ?? '',
    })
    gaps?.replaceChildren(
      ...told.map(text => {
        const item = document.createElement('li')
        item.textContent = text
        return item
      }),
    )
  }
  const show = (line: SumLine) => {
    const box = table.querySelector(`[data-line="${CSS.escape(`${line.over} ${line.of} ${line.end}`)}"]`)
    if (!box) return
    const strong = document.createElement('b')
    const gap = document.createElement('span')
    strong.textContent = line.count === 0 ? '' : showDecimal(line.sum, language)
    const standing = standingOf(line)
    if (line.count > 0 && standing !== 'open') {
      gap.className = standing === 'adds' ? '' : 'overdue'
      gap.textContent = say(words, `web.allocations.short-${standing}`, {
        gap: line.difference ? showDecimal(absolute(line.difference), language) : '',
      })
    }
    box.replaceChildren(strong, ' ', gap)
  }
  let asked = false
  steps.listen(cells => {
    for (const cell of cells) surface.paint(cell)
    if (asked) return
    asked = true
    requestAnimationFrame(() => {
      asked = false
      draw()
    })
  })

  // What was typed is not lost by a slip: the browser asks before the page is left.
  let sent = false
  form.addEventListener('submit', () => (sent = true))
  addEventListener('pageshow', () => (sent = false))
  addEventListener('beforeunload', event => {
    if (!sent && current.some(({ text }, cell) => text.trim() !== (start[cell] ?? '').trim())) event.preventDefault()
  })
}
