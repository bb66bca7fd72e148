import './older.ts'
import { exactQuantity, shownQuantity, type Quantity } from '../../../evaluation/quantity.ts'
import { STATUS_WORDS, type MeasureJudgement, type StatusWord } from '../../../evaluation/judgement.ts'
import { leversOf, moved, settingOf, setTo, type Lever } from '../../../evaluation/what-if/lever.ts'
import { unpack, type Packed } from '../../../evaluation/what-if/packed.ts'
import { live } from '../../../evaluation/what-if/live.ts'
import type { Counts } from '../../../evaluation/what-if/shares.ts'
import { approximate, decimalText, normalize } from '../../../measure/decimal.ts'
import { readNumber } from '../../../measure/notation.ts'
import { showDecimal, typeDecimal } from '../../../measure/show.ts'
import type { Language } from '../../../messages/message.ts'
import { fill } from '../../../messages/sentence.ts'
import type { Layer } from '../../../plan/layer.ts'
import { layersText, parseLayers } from '../../../plan/layer-text.ts'
import { parsePlanFile } from '../../../plan/plan-file.ts'

/** What the page hands over. */
interface Given {
  readonly plan: unknown
  readonly figures: Packed
  readonly on: string
  readonly map: string | null
  /** Areas, each with the one that it lies in. */
  readonly inside: readonly (readonly [string, string])[]
  readonly area: string
  readonly layers: string
  readonly at: number
  readonly language: Language
  readonly words: Readonly<Record<StatusWord, string>>
  /** "{count} đơn vị {status}". */
  readonly counted: string
  /** "{area}: {value} ({status})", of the plan's own area, and its name. */
  readonly ofWhole: string
  readonly whole: string
  readonly slide: string
  readonly reset: string
}

const source = document.getElementById('what-if')
const form = document.querySelector<HTMLFormElement>('#suppose')
if (source && form) start(JSON.parse(source.textContent) as Given, form)

/** So many milliseconds of a frame may go to what is made ready. */
const SLICE = 8

/** Sliders beside the fields: every move is answered by the same evaluation that the server runs, and kept in the address. */
function start(given: Given, suppose: HTMLFormElement): void {
  const { value: plan } = parsePlanFile(given.plan)
  const layers = [...(parseLayers(given.layers).value ?? [])]
  if (!plan) return
  const { language, area, on, at } = given
  const { map, figures } = given
  const question = {
    plan,
    observations: unpack(figures),
    on,
    map: map ?? undefined,
    inside: new Map(given.inside),
  }
  const hand = live(question, area)
  const nameField = suppose.querySelector<HTMLInputElement>('[name="name"]')
  let layer: Layer = layers[at] ?? { name: nameField?.value ?? '1', assumptions: [] }

  const readText = (text: string) =>
    readNumber(
      language === 'en' ? text.replace(/,(?=\d{3}(\D|$))/g, '') : text.trim(),
      language === 'vi' ? 'vi' : 'plain',
    )

  const levers = leversOf(question, area)
  for (const lever of levers) {
    const field = suppose.querySelector<HTMLInputElement>(`[data-lever="${CSS.escape(lever.indicator.code)}"]`)
    if (field) attach(lever, field)
  }
  nameField?.addEventListener('input', () => {
    if (nameField.value.trim() === '') return
    layer = { ...layer, name: nameField.value.trim() }
    keep()
  })
  // What the form would send to the server is on the page already.
  suppose.addEventListener('submit', event => {
    if (suppose.querySelector('[aria-invalid="true"]')) return
    event.preventDefault()
    location.href = address()
  })

  function attach(lever: Lever, field: HTMLInputElement): void {
    const slider = document.createElement('input')
    slider.type = 'range'
    slider.min = String(lever.low)
    slider.max = String(lever.high)
    slider.step = String(lever.step)
    const set = setTo(layer, lever, area)
    slider.value = String(set ? approximate(set) : lever.start)
    slider.setAttribute('aria-label', `${given.slide}: ${field.getAttribute('aria-label') ?? ''}`)
    const back = document.createElement('button')
    back.type = 'button'
    back.className = 'plain'
    back.textContent = given.reset
    back.hidden = set === null
    field.after(slider, back)
    const take = (value: ReturnType<typeof readText>) => {
      layer = moved(layer, lever, area, value)
      back.hidden = value === null
      ask()
    }
    slider.addEventListener('input', () => {
      const value = settingOf(slider.valueAsNumber, lever)
      field.value = typeDecimal(value, language)
      field.removeAttribute('aria-invalid')
      take(value)
    })
    field.addEventListener('input', () => {
      const value = field.value.trim() === '' ? null : readText(field.value)
      const wrong = value === null && field.value.trim() !== ''
      field.toggleAttribute('aria-invalid', wrong)
      if (wrong) field.setAttribute('aria-invalid', 'true')
      else {
        slider.value = String(value ? approximate(value) : lever.start)
        take(value)
      }
    })
    back.addEventListener('click', () => {
      field.value = ''
      field.removeAttribute('aria-invalid')
      slider.value = String(lever.start)
      take(null)
      field.focus()
    })
  }

  // Moves that come faster than the screen are answered once a picture.
  let waiting = false
  // Until all areas are made ready no move waits for them; one that had no counts is answered again.
  let [open, ready] = [false, false]
  function ask(): void {
    if (waiting) return
    waiting = true
    requestAnimationFrame(() => {
      waiting = false
      const began = performance.now()
      show()
      performance.measure('what-if', { start: began, end: performance.now() })
    })
  }

  // What the first move of each lever needs of all areas is made ready piece by piece, when the browser has nothing else to do.
  function* readied(): Generator<undefined, void> {
    for (const lever of levers)
      yield* hand.ready(moved({ name: '', assumptions: [] }, lever, area, settingOf(lever.start, lever)))
  }
  const pieces = readied()
  const { requestIdleCallback: whenIdle } = window as Partial<Pick<Window, 'requestIdleCallback'>>
  const later = (): void => {
    if (whenIdle) whenIdle(goOn)
    else setTimeout(goOn, SLICE)
  }
  function goOn(idle?: IdleDeadline): void {
    const began = performance.now()
    let done: boolean | undefined
    do done = pieces.next().done
    while (done !== true && performance.now() - began < Math.min(SLICE, idle?.timeRemaining() ?? SLICE))
    performance.measure('what-if-piece', { start: began, end: performance.now() })
    ready = done === true
    if (open) ask()
    if (ready) performance.mark('what-if-ready')
    else later()
  }
  later()

  interface Cells {
    readonly value: HTMLElement | null
    readonly state: HTMLElement | null
    said: string | null
    counted: string
  }
  const cells = new Map<string, Cells>()
  for (const state of suppose.querySelectorAll<HTMLElement>('[data-state]')) {
    const id = state.dataset['state'] ?? ''
    const counted = state.querySelector('.counted:not(.whole)')?.textContent ?? ''
    cells.set(id, { state, counted, value: suppose.querySelector(`[data-value="${CSS.escape(id)}"]`), said: null })
  }

  let writing = 0
  function show(): void {
    const { measures, whole, counts, open: still } = hand.under(layer, ready)
    open = still
    for (const [id, cell] of cells) {
      const judged = measures.get(id)
      const value = judged ? valueText(judged.value, judged.decimals) : ''
      const counted = open ? cell.counted : countsText(counts?.get(id))
      const above = wholeText(whole?.get(id))
      // Only rows that say something else are drawn again.
      const said = `${value}\n${judged?.status ?? ''}\n${above}\n${counted}`
      if (cell.said === said) continue
      cell.said = said
      cell.counted = counted
      if (cell.value) cell.value.textContent = value
      cell.state?.replaceChildren(
        ...statusNodes(judged?.status ?? null),
        ...smallNodes(above, 'counted whole'),
        ...smallNodes(counted, 'counted'),
      )
    }
    // Browsers refuse an address that changes with every picture.
    clearTimeout(writing)
    writing = setTimeout(keep, 250)
  }

  const valueText = (value: Quantity | null, decimals: number): string => {
    const shown = value && shownQuantity(value, decimals)
    if (!shown) return '–'
    const exact = exactQuantity(value)
    return showDecimal(
      !shown.rounded && exact && decimalText(shown.value).includes('.') ? normalize(shown.value) : shown.value,
      language,
    )
  }

  function statusNodes(status: StatusWord | null): readonly Node[] {
    if (!status) return []
    const span = document.createElement('span')
    span.className = `status ${status}`
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
    for (const [name, value] of [
      ['class', `mark ${status}`],
      ['width', '12'],
      ['height', '12'],
      ['aria-hidden', 'true'],
    ] as const)
      svg.setAttribute(name, value)
    const use = document.createElementNS('http://www.w3.org/2000/svg', 'use')
    use.setAttribute('href', `#m-${status}`)
    svg.append(use)
    span.append(svg, given.words[status])
    return [span]
  }

  const countsText = (counts: Counts | undefined): string =>
    counts
      ? STATUS_WORDS.filter(word => counts[word] > 0)
          .map(word => fill(given.counted, { count: String(counts[word]), status: given.words[word] }))
          .join(' · ')
      : ''

  const wholeText = (judged: MeasureJudgement | undefined): string =>
    judged?.value
      ? fill(given.ofWhole, {
          area: given.whole,
          value: valueText(judged.value, judged.decimals),
          status: given.words[judged.status],
        })
      : ''

  function smallNodes(text: string, className: string): readonly Node[] {
    if (text === '') return []
    const small = document.createElement('small')
    small.className = className
    small.textContent = text
    return [small]
  }

  function address(): string {
    const next = new URL(location.href)
    for (const name of [...next.searchParams.keys()])
      if (name === 'do' || name === 'name' || name.startsWith('v.')) next.searchParams.delete(name)
    const all = layers.length === 0 ? [layer] : layers.map((each, i) => (i === at ? layer : each))
    next.searchParams.set('layers', layersText(all))
    return `${next.pathname}${next.search}`
  }

  /** The layer in the address, in the link to share, and in what the other forms send along. */
  function keep(): void {
    const next = address()
    history.replaceState(null, '', next)
    document.getElementById('share')?.setAttribute('href', next)
    const text = new URL(next, location.href).searchParams.get('layers') ?? ''
    for (const field of document.querySelectorAll<HTMLInputElement>('input.carried')) field.value = text
    // Links that change the layers were written for what stood when the page was made.
    for (const link of document.querySelectorAll<HTMLAnchorElement>('main a[href*="/what-if?"]')) {
      const url = new URL(link.href)
      url.searchParams.set('layers', text)
      link.href = `${url.pathname}${url.search}`
    }
  }
}
