/**
 * The form of a report as a spreadsheet: what is typed is kept in the browser at once, brought to the server by the outbox,
 * held against the rules as one types. Without it the same form is sent by its buttons.
 */
import { parseDecimal, sum, type Decimal } from '../../../measure/decimal.ts'
import { showDecimal } from '../../../measure/show.ts'
import { TYPED } from '../../../plan/entry.ts'
import { editsOf, forgetEdits } from '../kept/database.ts'
import { STATUS, SUBMIT } from '../kept/edit.ts'
import type { Tiding, Wake } from '../kept/messages.ts'
import { keepThisPage, keptAt } from '../kept/offline.ts'
import { makeCheck } from './check.ts'
import { minus, NOT_ENTERED, NOTHING_YET, plus, sumInWords, type ColumnSum, type Entered } from './column-sum.ts'
import { makeConflicts } from './conflict.ts'
import { fieldsSurface } from './fields.ts'
import type { HandedReport, Line } from './handed.ts'
import { makeKeeper } from './keeper.ts'
import { makeKeys } from './keys.ts'
import { makeModel, type Model } from './model.ts'
import { makePanel } from './panel.ts'
import { clock, say } from './say.ts'
import { sheetSurface } from './sheet.ts'
import { blockOf, type Look } from './surface.ts'

const form = document.querySelector<HTMLFormElement>('#report')
const data = document.querySelector('#handed')?.textContent
if (form && data) void start(form, JSON.parse(data) as HandedReport)

async function start(form: HTMLFormElement, handed: HandedReport): Promise<void> {
  const { words, person, round, organisation } = handed
  const model = makeModel(handed)
  const check = makeCheck(handed, model)
  const status = document.querySelector<HTMLElement>('#kept')
  const tell = (text: string, kind: '' | 'bad' | 'unsent' = '') => {
    if (!status) return
    status.className = `kept ${kind}`
    if (status.textContent !== text) status.textContent = text
  }
  const chosen = form.querySelector<HTMLSelectElement>('#status')
  const found = await editsOf(person, { round, organisation }).catch(() => null)
  const kept = found?.filter(edit => edit.key !== SUBMIT) ?? null
  const wished = found !== null && kept !== null && found.length > kept.length
  const looks = new Map<number, readonly string[]>()
  const lookOf = (cell: number): Look => ({
    text: model.shown(cell),
    typed: model.typed(cell).text,
    wrong: model.meant(cell).fault !== null,
    findings: looks.get(cell) ?? [],
  })
  const sums = makeSums()
  const fits = handed.layout === 'list' || model.cells.length === document.querySelectorAll('input[name^="v "]').length
  const sheet =
    !fits && kept && matchMedia('(min-width: 60.01rem)').matches ? sheetSurface(handed, model, lookOf, sums.of) : null
  const table = document.querySelector('#figures')
  const surface = sheet ?? fieldsSurface(form, handed, model, lookOf)
  if (!surface || !table) return
  const panel = handed.layout === 'matrix' ? makePanel(handed, model, lookOf) : null
  if (sheet) {
    table.replaceWith(sheet.element)
    form.querySelector('.report-parts')?.remove()
  }
  // Beside a table that scrolls with the page it stays in view with the buttons.
  if (panel && sheet) surface.element.before(panel.element)
  else if (panel) form.querySelector('.report-bar')?.prepend(panel.element)
  document.querySelector('.keys')?.removeAttribute('hidden')

  // What rules say and what is added up follows what is typed.
  const asked = new Set<number>()
  let drawn = false
  const after = () => {
    drawn = false
    const cells = new Set([...asked].flatMap(cell => check.touched(cell)))
    asked.clear()
    for (const cell of cells) {
      looks.set(cell, check.of(cell))
      surface.paint(cell)
    }
    panel?.show(current)
    sums.show()
    count()
  }
  model.listen(cells => {
    for (const cell of cells) {
      sums.change(cell)
      asked.add(cell)
    }
    if (drawn) return
    drawn = true
    requestAnimationFrame(after)
  })
  let current = -1
  // It stays until the next key: what is kept and sent meanwhile is said elsewhere.
  const notice = document.createElement('p')
  notice.className = 'fault'
  notice.setAttribute('role', 'alert')
  notice.hidden = true
  surface.element.before(notice)
  const keys = makeKeys(
    surface,
    model,
    cell => {
      current = cell
      panel?.sum('')
      panel?.show(cell)
    },
    handed.layout === 'list',
    count => {
      notice.textContent = say(words, 'web.grid.outside', { count: String(count) })
      notice.hidden = false
    },
  )
  surface.element.addEventListener('keydown', () => (notice.hidden = true))
  surface.element.addEventListener('pointerup', () => sumChosen())
  surface.element.addEventListener('keyup', event => event.shiftKey && sumChosen())

  let version = handed.version
  const outbox = new Worker(form.dataset['outbox'] ?? '')
  const key = { round, organisation }
  const wake = (now = false) => outbox.postMessage({ person, report: key, now } satisfies Wake)
  const first: Wake = {
    person,
    report: key,
    base: { version, state: handed.state, lines: linesOf(handed, model) },
  }
  const keeper = makeKeeper(handed, model, {
    keeping: () => tell(words['web.grid.keeping'] ?? ''),
    kept: () => tell(say(words, 'web.grid.kept-here', { time: clock() })),
    failed: () => tell(words['web.grid.not-kept'] ?? '', 'bad'),
    send: () => wake(),
  })
  const conflicts = makeConflicts(handed, model, (id, theirs, mine) => {
    const cell = model.settle(id, theirs, mine)
    if (mine) keeper.touch([cell])
    else
      void editsOf(person, key).then(all =>
        forgetEdits(
          { person, ...key },
          all.filter(edit => edit.key === id),
        ),
      )
  })
  form.before(conflicts.element)

  // Tidings of the outbox are no changes of one's own.
  let quiet = false
  if (kept) {
    for (const edit of kept) {
      if (edit.key !== STATUS) model.restore(edit)
      else if (chosen) chosen.value = edit.text
    }
    // From here on every change is kept.
    model.listen(cells => quiet || keeper.touch(cells))
  } else tell(words['web.grid.not-kept'] ?? '', 'bad')
  const at = keptAt()
  if (wished) tell(words['web.grid.submit-kept'] ?? '', 'unsent')
  else if (at) tell(say(words, 'web.grid.cached', { time: clock(at) }), 'unsent')
  else if (kept && kept.length > 0) tell(say(words, 'web.grid.restored', { count: String(kept.length) }))
  else if (!navigator.onLine) tell(words['web.grid.offline'] ?? '', 'unsent')
  outbox.postMessage(first)

  chosen?.addEventListener('change', () => kept && keeper.status(chosen.value))
  addEventListener('online', () => {
    // A copy of some time ago, with nothing of one's own in it, gives way to what stands now.
    if (at) void editsOf(person, key).then(all => (all.length === 0 ? location.reload() : wake(true)))
    else wake(true)
  })
  addEventListener('offline', () => tell(words['web.grid.offline'] ?? '', 'unsent'))
  document.addEventListener('visibilitychange', () => void keeper.settled().then(() => wake(true)))

  let submitting = false
  form.addEventListener('submit', event => {
    if (!kept) return
    event.preventDefault()
    const does = (event.submitter as HTMLButtonElement | null)?.value
    ;(document.activeElement as HTMLElement | null)?.blur()
    submitting = does === 'submit'
    void keeper.settled().then(async () => {
      if ((await editsOf(person, key)).some(edit => edit.key !== SUBMIT)) wake(true)
      else if (submitting) await submitOrKeep()
      else tell(say(words, 'web.grid.saved', { time: clock() }))
    })
  })
  /** Without a line the wish is kept, to be sent when it is back. */
  const keepWish = () => {
    submitting = false
    outbox.postMessage({ person, report: key, now: true, submit: handed.title } satisfies Wake)
  }
  const submitOrKeep = async () => {
    const reached = await fetch('/healthz', { cache: 'no-store' }).catch(() => null)
    if (reached?.ok) submit()
    else keepWish()
  }
  /** The last step is the server's: what is submitted is what it holds. */
  const submit = () => {
    const sent = document.createElement('form')
    sent.method = 'post'
    sent.action = form.action
    for (const [name, value] of [
      ['expected', String(version)],
      ['do', 'submit'],
      ['person', person],
    ] as const) {
      const field = document.createElement('input')
      field.type = 'hidden'
      field.name = name
      field.value = value
      sent.append(field)
    }
    document.body.append(sent)
    sent.submit()
  }

  outbox.addEventListener('message', ({ data: tiding }: MessageEvent<Tiding>) => {
    const failed = (text: string, kind: 'bad' | 'unsent') => {
      tell(submitting ? `${text} ${words['web.grid.no-submit'] ?? ''}` : text, kind)
      submitting = false
    }
    switch (tiding.kind) {
      case 'sending':
        tell(words['web.grid.sending'] ?? '')
        return
      case 'saved': {
        version = tiding.version
        const still: number[] = []
        quiet = true
        for (const { key: id, theirs } of tiding.lines) {
          const cell = model.settle(id, theirs, true)
          if (cell >= 0 && model.dirty(cell)) still.push(cell)
        }
        quiet = false
        if (still.length > 0) keeper.touch(still)
        if (tiding.left > 0 && conflicts.waiting() === 0)
          failed(say(words, 'web.grid.wrong', { count: String(tiding.left) }), 'bad')
        else if (conflicts.waiting() === 0) {
          tell(say(words, 'web.grid.saved', { time: clock() }))
          if (submitting) void submitOrKeep()
        } else submitting = false
        return
      }
      case 'offline':
        if (submitting) keepWish()
        else if (tiding.submit) tell(words['web.grid.submit-kept'] ?? '', 'unsent')
        else tell(say(words, 'web.grid.unsent', { count: String(tiding.waiting) }), 'unsent')
        return
      case 'submitted': {
        const shown = new URL(location.href)
        shown.searchParams.set('did', 'submitted')
        location.replace(shown)
        return
      }
      case 'not-submitted':
        tell(say(words, `web.grid.submit-${tiding.why}`, { reason: tiding.reason }), 'bad')
        return
      case 'changed':
        version = tiding.version
        quiet = true
        for (const { key: id, theirs } of tiding.others) model.rebase(id, theirs)
        quiet = false
        conflicts.show(tiding.actor, tiding.conflicts)
        if (tiding.conflicts.length > 0) submitting = false
        if (tiding.others.length > 0)
          tell(say(words, 'web.grid.merged', { actor: tiding.actor, count: String(tiding.others.length) }))
        return
      case 'closed': {
        const text = say(words, 'web.grid.closed', {
          actor: tiding.actor,
          state: words[`desk.state-${tiding.state}`] ?? tiding.state,
          count: String(tiding.lines.length),
        })
        conflicts.closed(text, tiding.lines)
        failed('', 'bad')
        return
      }
      case 'signed-out':
        failed(words['web.grid.signed-out'] ?? '', 'bad')
        return
      case 'refused':
        failed(say(words, 'web.grid.not-taken', { reason: tiding.reason }), 'bad')
        return
      default:
        tiding satisfies never
    }
  })

  void keepThisPage([new URL(form.dataset['outbox'] ?? '', location.href).href])
  idle(0)

  /** The figures that stand are held against the rules while nothing else is to do. */
  function idle(from: number): void {
    const to = Math.min(model.cells.length, from + 50)
    for (let cell = from; cell < to; cell += 1) {
      // An empty figure breaks no rule.
      if (looks.has(cell) || model.typed(cell).text === '') continue
      looks.set(cell, check.of(cell))
      if ((looks.get(cell)?.length ?? 0) > 0) surface?.paint(cell)
    }
    if (to < model.cells.length) setTimeout(() => idle(to), 30)
  }

  function count(): void {
    const box = document.querySelector('#filled')
    const text = say(words, 'web.report.counts', { filled: String(sums.filled()), asked: String(model.cells.length) })
    if (box && box.textContent !== text) box.textContent = text
  }

  function sumChosen(): void {
    const range = keys.range()
    if (!range || !panel || !surface) return
    const { top, bottom, left, right } = blockOf(range)
    const values: Decimal[] = []
    for (let row = top; row <= bottom; row += 1)
      for (let column = left; column <= right; column += 1) {
        const value = parseDecimal(model.meant(surface.cellAt({ row, column })).value ?? '')
        if (value) values.push(value)
      }
    panel.sum(
      values.length < 2
        ? ''
        : say(words, 'web.grid.sum-of', { count: String(values.length), sum: showDecimal(sum(values), TYPED) }),
    )
    panel.show(current)
  }

  /** The sum of each indicator and how many figures there are, kept up change by change. */
  function makeSums() {
    const entered = model.cells.map((_, cell): Entered => model.meant(cell))
    const totals = new Map<string, ColumnSum>()
    let filled = entered.filter(isGiven).length
    const of = (code: string) => totals.get(code) ?? NOTHING_YET
    model.cells.forEach(({ indicator }, cell) => {
      if (indicator.sums) totals.set(indicator.code, plus(of(indicator.code), entered[cell] ?? NOT_ENTERED))
    })
    function isGiven({ value, absent }: Entered): boolean {
      return value !== null || absent !== null
    }
    return {
      of: (code: string) => sumInWords(of(code), words['web.report.sum-of'] ?? '', TYPED),
      filled: () => filled,
      change: (cell: number) => {
        const indicator = model.cells[cell]?.indicator
        if (!indicator) return
        const [before, now] = [entered[cell] ?? NOT_ENTERED, model.meant(cell)]
        entered[cell] = now
        filled += Number(isGiven(now)) - Number(isGiven(before))
        if (indicator.sums) totals.set(indicator.code, plus(minus(of(indicator.code), before), now))
      },
      show: () => {
        if (sheet) {
          sheet.showSums()
          return
        }
        for (const box of document.querySelectorAll<HTMLElement>('[data-sum]')) {
          const code = box.dataset['sum'] ?? ''
          if (totals.has(code)) box.textContent = sumInWords(of(code), words['web.report.sum-of'] ?? '', TYPED)
        }
      },
    }
  }
}

/** The lines that the page was made of. */
function linesOf({ lines, rest }: HandedReport, { cells }: Model): Line[] {
  const stand = lines.map(([at, value, absent, note, status, method]): Line => {
    const cell = cells[at]
    const [indicator, area] = [cell?.indicator.code ?? '', cell?.area ?? '']
    return { indicator, area, breakdown: {}, method, value, absent, status, note }
  })
  return [...stand, ...rest]
}
