/**
 * What the browser keeps of a person and has not sent: a page of the desk tells of it, sends it, and asks before a sign-out
 * would delete it.
 */
import { editsOf, forgetEdits, type KeptEdit } from '../kept/database.ts'
import { SUBMIT } from '../kept/edit.ts'
import type { Tiding, Wake } from '../kept/messages.ts'
import { keepThisPage, keptAt } from '../kept/offline.ts'
import { clock, say, type Words } from '../grid/say.ts'

interface Handed {
  readonly person: string
  readonly worker: string
  readonly words: Words
}

const box = document.querySelector<HTMLElement>('#outbox')
const data = document.querySelector('#outbox-of')?.textContent
if (box && data) void start(box, JSON.parse(data) as Handed)

async function start(box: HTMLElement, { person, worker, words }: Handed): Promise<void> {
  void keepThisPage([new URL(worker, location.href).href])
  const at = keptAt()
  if (at) line('cached', say(words, 'web.outbox.cached', { time: clock(at) }))
  const edits = await editsOf(person).catch(() => [] as KeptEdit[])
  askBeforeLeaving(person, words)
  if (edits.length === 0) return
  const reports = new Map<string, KeptEdit[]>()
  for (const edit of edits) {
    const id = `${edit.round} ${edit.organisation}`
    reports.set(id, [...(reports.get(id) ?? []), edit])
  }
  for (const [id, its] of reports) waits(id, its)
  const outbox = new Worker(worker)
  const wake = (now: boolean) => outbox.postMessage({ person, now } satisfies Wake)
  outbox.addEventListener('message', ({ data: tiding }: MessageEvent<Tiding>) => {
    const id = `${tiding.round} ${tiding.organisation}`
    const { title } = tiding
    if (tiding.kind === 'submitted') line(id, say(words, 'web.outbox.submitted', { title }))
    else if (tiding.kind === 'not-submitted') {
      const why = say(words, `web.grid.submit-${tiding.why}`, { reason: tiding.reason })
      line(id, `${title}: ${why}`, tiding)
    } else if (tiding.kind === 'saved' && tiding.left === 0) line(id, say(words, 'web.outbox.sent', { title }))
    else if (tiding.kind === 'signed-out') line(id, words['web.grid.signed-out'] ?? '')
    else if (tiding.kind === 'changed' && tiding.conflicts.length > 0) look(id, title, reports.get(id) ?? [], false)
    else if (tiding.kind === 'closed') look(id, title, reports.get(id) ?? [], true)
    else if (tiding.kind === 'refused') look(id, `${title}: ${tiding.reason}`, reports.get(id) ?? [], true)
  })
  addEventListener('online', () => wake(true))
  wake(true)

  function waits(id: string, its: readonly KeptEdit[]): void {
    const { title = '' } = its[0] ?? {}
    const changes = its.filter(({ key }) => key !== SUBMIT).length
    const code = changes < its.length ? 'web.outbox.submitting' : 'web.outbox.waiting'
    line(id, say(words, code, { title, count: String(changes) }), its[0])
  }

  /** Changes that cannot be sent as they are, with what they are. */
  function look(id: string, title: string, its: readonly KeptEdit[], drop: boolean): void {
    const made = line(id, say(words, 'web.outbox.look', { title }), its[0])
    const list = document.createElement('ul')
    for (const { key, text, note } of its) {
      if (key === SUBMIT) continue
      const item = document.createElement('li')
      item.textContent = `${key}: ${text}${note === '' ? '' : ` (${note})`}`
      list.append(item)
    }
    made.append(list)
    if (!drop) return
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = words['web.outbox.discard'] ?? ''
    button.addEventListener('click', () => {
      const [first] = its
      if (first) void forgetEdits(first, its).then(() => made.remove())
    })
    made.append(button)
  }

  function line(id: string, text: string, of?: Pick<KeptEdit, 'round' | 'organisation'>): HTMLElement {
    let made = [...box.children].find(each => each instanceof HTMLElement && each.dataset['report'] === id)
    if (!(made instanceof HTMLElement)) {
      made = document.createElement('div')
      made.className = 'told'
      ;(made as HTMLElement).dataset['report'] = id
      box.append(made)
    }
    made.textContent = `${text} `
    if (of) {
      const link = document.createElement('a')
      link.href = `/reports/${encodeURIComponent(of.round)}/${encodeURIComponent(of.organisation)}`
      link.textContent = words['web.outbox.open'] ?? ''
      made.append(link)
    }
    return made as HTMLElement
  }
}

/** A sign-out deletes what is kept: asked first where something would be lost. */
function askBeforeLeaving(person: string, words: Words): void {
  const form = document.querySelector<HTMLFormElement>('form[action="/sign-out"]')
  form?.addEventListener('submit', event => {
    event.preventDefault()
    void editsOf(person)
      .catch(() => [])
      .then(edits => {
        const text = say(words, 'web.outbox.leaving', { count: String(edits.length) })
        if (edits.length === 0 || confirm(text)) form.submit()
      })
  })
}
