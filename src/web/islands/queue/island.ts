/**
 * The queue by keyboard: from report to report, choosing as one goes; how many are chosen stands beside the decision. Without
 * it the same boxes are ticked and the same buttons pressed.
 */
import { say } from '../grid/say.ts'

const queues = [...document.querySelectorAll<HTMLFormElement>('form.queue')]
const reports = queues.flatMap(queue => [...queue.querySelectorAll<HTMLElement>('.waiting')])
const boxOf = (report: HTMLElement) => report.querySelector<HTMLInputElement>('h3 input')

for (const queue of queues) {
  const told = queue.querySelector<HTMLElement>('[data-chosen]')
  const rest = told?.textContent ?? ''
  const count = () => {
    const chosen = queue.querySelectorAll('h3 input:checked').length
    const text = chosen === 0 ? rest : say({ it: told?.dataset['chosen'] ?? '' }, 'it', { count: String(chosen) })
    if (told && told.textContent !== text) told.textContent = text
  }
  queue.addEventListener('change', count)
  addEventListener('pageshow', count)
  queue.querySelector('.keys')?.removeAttribute('hidden')
}

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && /^(?:TEXTAREA|SELECT)$|^INPUT$/.test(target.tagName) && !isBox(target)
const isBox = (target: HTMLElement): boolean => target instanceof HTMLInputElement && target.type === 'checkbox'

addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || typing(event.target)) return
  const at = reports.findIndex(report => report.contains(document.activeElement))
  const report = reports[at]
  const go = (to: number) => {
    const next = reports[Math.max(0, Math.min(reports.length - 1, to))]
    const box = next && boxOf(next)
    if (box?.disabled) next?.querySelector<HTMLElement>('summary, .facts a')?.focus()
    else box?.focus()
    next?.scrollIntoView({ block: 'nearest' })
  }
  const decision = (report?.closest('form') ?? queues[0])?.querySelector<HTMLElement>('.deciding')
  const act: Readonly<Record<string, () => void>> = {
    j: () => go(at + 1),
    ArrowDown: () => go(at + 1),
    k: () => go(at < 0 ? 0 : at - 1),
    ArrowUp: () => go(at < 0 ? 0 : at - 1),
    o: () => report?.querySelector<HTMLElement>('.facts a')?.click(),
    a: () => decision?.querySelector<HTMLElement>('button.main')?.focus(),
    r: () => decision?.querySelector<HTMLElement>('[name="reason"]')?.focus(),
  }
  const pressed = act[event.key]
  // Up and down scroll the page until a report has the focus.
  if (pressed && (at >= 0 || !event.key.startsWith('Arrow'))) {
    event.preventDefault()
    pressed()
  } else if (event.key === 'Enter' && report && event.target === boxOf(report)) {
    event.preventDefault()
    const details = report.querySelector('details')
    if (details) details.open = !details.open
  }
})
