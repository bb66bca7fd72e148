import { parseDecimal, sign, subtract, sum, type Decimal } from '../../../measure/decimal.ts'
import { readNumber } from '../../../measure/notation.ts'
import { showDecimal } from '../../../measure/show.ts'
import type { Language } from '../../../messages/message.ts'

/** The sum line follows as shares are typed, with the same exact decimals as the server's. */
interface Given {
  readonly language: Language
  readonly whole: Readonly<Record<string, { readonly coefficient: string; readonly scale: number } | null>>
  readonly adds: string
  readonly over: string
  readonly under: string
}

const text = document.getElementById('allocations')?.textContent
const form = document.querySelector<HTMLFormElement>('form[data-shares]')
if (text && form) {
  const { language, whole, ...words } = JSON.parse(text) as Given
  const read = (typed: string): Decimal | null =>
    language === 'vi' ? readNumber(typed, 'vi') : parseDecimal(typed.replace(/,(?=\d{3}(?!\d))/g, ''))

  const count = () => {
    for (const cell of form.querySelectorAll<HTMLElement>('[data-sum]')) {
      const end = cell.dataset['sum'] ?? ''
      const asked = whole[end]
      if (!asked) continue
      const fields = [...form.querySelectorAll<HTMLInputElement>(`input[data-end=${end}]`)].filter(
        field => field.value.trim() !== '',
      )
      const values = fields.map(field => read(field.value.trim()))
      fields.forEach((field, i) => {
        if (values[i]) field.removeAttribute('aria-invalid')
        else field.setAttribute('aria-invalid', 'true')
      })
      const total = sum(values.filter(value => value !== null))
      const gap = subtract(total, { coefficient: BigInt(asked.coefficient), scale: asked.scale })
      const strong = document.createElement('b')
      strong.textContent = showDecimal(total, language)
      const said = document.createElement('span')
      const size = { ...gap, coefficient: gap.coefficient < 0n ? -gap.coefficient : gap.coefficient }
      said.className = sign(gap) === 0 ? '' : 'overdue'
      said.textContent =
        sign(gap) === 0
          ? words.adds
          : (sign(gap) > 0 ? words.over : words.under).replace('{gap}', showDecimal(size, language))
      cell.replaceChildren(strong, document.createElement('br'), said)
    }
  }
  form.addEventListener('input', count)
  // Enter goes to the next share, as in a sheet; the whole is sent by its button.
  form.addEventListener('keydown', event => {
    const at = event.target
    if (!(at instanceof HTMLInputElement) || at.dataset['end'] === undefined) return
    const step = event.key === 'Enter' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const column = [...form.querySelectorAll<HTMLInputElement>(`input[data-end=${at.dataset['end']}]`)]
    const next = column[column.indexOf(at) + step]
    next?.focus()
    next?.select()
  })
}
