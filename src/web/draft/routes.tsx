import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { correctFacts, correctMeasure } from '../../api/draft/correct.ts'
import { correctDraft, loadOpenDraft, publishDraft, type OpenDraft } from '../../api/draft/desk.ts'
import type { DraftMeasure } from '../../api/draft/state.ts'
import { need } from '../../api/access.ts'
import { Fault } from '../../api/faults.ts'
import { fieldsOf } from '../../api/upload.ts'
import type { Message } from '../../messages/message.ts'
import { page, viewFor, type Around } from '../around.ts'
import { to } from '../frame/address.ts'
import type { Refused } from '../frame/field.tsx'
import type { View } from '../frame/view.ts'
import { DraftView } from './view.tsx'

const LARGEST_FORM = 64 * 1024

/** The draft of a plan: see it, correct it in plain forms, take the last correction back, publish it. */
export function draftPages(around: Around): Hono {
  const app = new Hono()
  const limit = bodyLimit({
    maxSize: LARGEST_FORM,
    onError: () => {
      throw new Fault('bad-form')
    },
  })
  const show = (c: Context, draft: OpenDraft, refused: Refused | null = null) =>
    page(c, <DraftView view={viewFor(c)} draft={draft} refused={refused} />, refused ? 422 : 200)
  const back = (c: Context, draft: string, place = '') =>
    c.redirect(to(viewFor(c).address, `/drafts/${draft}${place}`), 303)
  const deskOf = (c: Context) => ({ ...around, by: need(c, 'plan.define').by })
  const draftOf = (c: Context) => loadOpenDraft(deskOf(c), c.req.param('id') ?? '')

  app.use('/drafts/:id/*', limit)
  app.get('/drafts/:id', async c => show(c, await draftOf(c)))
  app.post('/drafts/:id/plan', async c => {
    const draft = await draftOf(c)
    const fields = await fieldsOf(c)
    const { value: facts, messages } = correctFacts(fields, viewFor(c).language)
    if (!facts) return show(c, draft, { at: 'plan', fields, messages })
    await correctDraft(deskOf(c), draft, { kind: 'plan', facts })
    return back(c, draft.id)
  })
  app.post('/drafts/:id/undo', async c => {
    const draft = await draftOf(c)
    await correctDraft(deskOf(c), draft, { kind: 'undo' })
    return back(c, draft.id)
  })
  app.post('/drafts/:id/publish', async c => {
    const draft = await draftOf(c)
    const leaveOut = (await fieldsOf(c))['incomplete'] === 'leave-out'
    const { value: plan, messages } = await publishDraft(deskOf(c), draft, leaveOut ? 'leaveOut' : 'refuse')
    if (!plan) return show(c, draft, { at: 'publish', fields: {}, messages })
    return c.redirect(to(viewFor(c).address, `/plans/${encodeURIComponent(plan.id)}`), 303)
  })
  app.post('/drafts/:id/targets/:target', async c => {
    const draft = await draftOf(c)
    const { target } = targetOf(draft, c.req.param('target'))
    const kind = (await fieldsOf(c))['act'] === 'restore' ? 'restore' : 'drop'
    await correctDraft(deskOf(c), draft, { kind, target: target.id, index: null })
    return back(c, draft.id, `#${target.id}`)
  })
  app.post('/drafts/:id/targets/:target/:index', async c => {
    const draft = await draftOf(c)
    const { target, measures } = targetOf(draft, c.req.param('target'))
    const { index, measure } = measureOf(measures, c.req.param('index'))
    const fields = await fieldsOf(c)
    const act = fields['act']
    if (act === 'drop' || act === 'restore') {
      await correctDraft(deskOf(c), draft, { kind: act, target: target.id, index })
      return back(c, draft.id, `#${target.id}`)
    }
    const { value, messages } = correctMeasure(measure, fields, viewFor(c).language)
    if (!value) {
      const said = messages.map(message => inWords(message, viewFor(c)))
      return show(c, draft, { at: `${target.id}.${index}`, fields, messages: said })
    }
    await correctDraft(deskOf(c), draft, { kind: 'measure', target: target.id, index, measure: value })
    return back(c, draft.id, `#${target.id}`)
  })
  return app
}

/** The kind of a bound is named in the reader's words. */
const inWords = (message: Message, { t }: View): Message =>
  message.rule === 'web.draft.fault-bound'
    ? { ...message, actual: t(`web.bound.${message.actual ?? ''}` as 'web.bound.exactly') }
    : message

function targetOf({ state }: OpenDraft, id: string) {
  const found = state.targets.find(t => t.target.id === id)
  if (!found) throw new Fault('no-measure', { id })
  return found
}

function measureOf(measures: readonly DraftMeasure[], index: string): DraftMeasure {
  const found = measures.find(m => String(m.index) === index)
  if (!found) throw new Fault('no-measure', { id: index })
  return found
}
