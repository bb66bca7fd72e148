import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { need } from '../../api/access.ts'
import { actOnGroup, actOnMeasure, actOnTarget, actOnTargets, targetOfWords } from '../../api/draft/act.ts'
import { correctFacts, type Fields } from '../../api/draft/correct.ts'
import { correctDraft, loadOpenDraft, publishPublication, type OpenDraft } from '../../api/draft/desk.ts'
import { publicationOf } from '../../api/draft/publication.ts'
import { readingAgain } from '../../api/draft/reading-job.ts'
import type { DraftTarget } from '../../api/draft/draft.ts'
import type { Correction } from '../../api/draft/event.ts'
import { planArea, withArea } from '../../api/draft/plan-area.ts'
import { Fault } from '../../api/faults.ts'
import { fieldsOf, LARGEST_FILE, LARGEST_MB, optionalFileOf } from '../../api/upload.ts'
import type { Message, Outcome } from '../../messages/message.ts'
import { page, viewFor, type Around } from '../around.ts'
import { beginReading } from '../document/begin-reading.ts'
import { to } from '../frame/address.ts'
import type { Refused } from '../frame/field.tsx'
import type { View } from '../frame/view.ts'
import { PublishView } from './publish.tsx'
import { DraftView } from './view.tsx'

const LARGEST_FORM = 64 * 1024

/** The draft of a plan: see it beside its words, correct it in plain forms, read it again, take a step back, publish it. */
export function draftPages(around: Around): Hono {
  const app = new Hono()
  const limit = bodyLimit({
    maxSize: LARGEST_FORM,
    onError: () => {
      throw new Fault('bad-form')
    },
  })
  const fileLimit = bodyLimit({
    maxSize: LARGEST_FILE,
    onError: () => {
      throw new Fault('too-large', { size: String(LARGEST_MB) })
    },
  })
  const show = async (c: Context, draft: OpenDraft, refused: Refused | null = null) => {
    const area = await planArea(around, draft.state.facts)
    const at = c.req.query('at') ?? null
    const content = <DraftView view={viewFor(c)} draft={draft} refused={refused} at={at} area={area} />
    return page(c, content, refused ? 422 : 200)
  }
  const back = (c: Context, draft: string, place = '') =>
    c.redirect(to(viewFor(c).address, `/drafts/${draft}${place}`), 303)
  const deskOf = (c: Context) => ({ ...around, by: need(c, 'plan.define').by })
  const draftOf = (c: Context) => loadOpenDraft(deskOf(c), c.req.param('id') ?? '')
  /** Takes a correction that a form asks for, or shows the form again with what is wrong. */
  const take = async (
    c: Context,
    draft: OpenDraft,
    asked: { readonly fields: Fields; readonly at: string; readonly place?: string },
    { value, messages }: Outcome<Correction | null>,
  ) => {
    if (!value) {
      const said = messages.map(message => inWords(message, viewFor(c)))
      return show(c, draft, { at: asked.at, fields: asked.fields, messages: said })
    }
    await correctDraft(deskOf(c), draft, value)
    return back(c, draft.id, asked.place ?? '')
  }

  app.post('/drafts/:id/read', fileLimit, async c => {
    const draft = await draftOf(c)
    const file = await optionalFileOf(c)
    const which = { id: draft.id, name: draft.document.name }
    const subject = file?.name ?? which.name
    const { value, messages } = await beginReading(c, around, subject, told => readingAgain(which, file, told))
    return value ?? show(c, draft, { at: 'read', fields: {}, messages })
  })
  app.use('/drafts/:id/*', limit)
  app.get('/drafts/:id', async c => show(c, await draftOf(c)))
  app.post('/drafts/:id/plan', async c => {
    const draft = await draftOf(c)
    const fields = await fieldsOf(c)
    const read = correctFacts(fields, viewFor(c).language)
    const { value: facts, messages } = read.value ? await withArea(around, read.value) : read
    return take(c, draft, { fields, at: 'plan' }, { value: facts && { kind: 'plan', facts }, messages })
  })
  app.post('/drafts/:id/undo', async c => {
    const draft = await draftOf(c)
    await correctDraft(deskOf(c), draft, { kind: 'undo' })
    return back(c, draft.id)
  })
  /** What would become public; with `seen` it does, where that is what was looked at. */
  const publishing = async (c: Context, fields: Fields, sent: boolean) => {
    const draft = await draftOf(c)
    if (draft.state.plan !== null) throw new Fault('draft-published', { id: draft.id })
    const leaveOut = fields['incomplete'] === 'leave-out'
    const { value: publication, messages } = await publicationOf(deskOf(c), draft, leaveOut ? 'leaveOut' : 'refuse')
    if (sent && publication && fields['seen'] === publication.seen) {
      await publishPublication(deskOf(c), draft, publication)
      return c.redirect(to(viewFor(c).address, `/plans/${encodeURIComponent(publication.plan.id)}`), 303)
    }
    const why = sent && publication ? (fields['seen'] === undefined ? 'look-first' : 'meanwhile') : null
    const content = (
      <PublishView
        view={viewFor(c)}
        draft={draft}
        publication={publication}
        messages={messages}
        leaveOut={leaveOut}
        why={why}
      />
    )
    return page(c, content, !sent ? 200 : publication ? 409 : 422)
  }
  app.get('/drafts/:id/publish', c => publishing(c, c.req.query(), false))
  app.post('/drafts/:id/publish', async c => publishing(c, await fieldsOf(c), true))
  app.post('/drafts/:id/conflicts/:conflict', async c => {
    const draft = await draftOf(c)
    const conflict = Number(c.req.param('conflict'))
    if (!draft.state.conflicts[conflict]) throw new Fault('no-measure', { id: c.req.param('conflict') })
    await correctDraft(deskOf(c), draft, { kind: 'dismiss', conflict })
    return back(c, draft.id)
  })
  app.post('/drafts/:id/groups', async c => {
    const draft = await draftOf(c)
    const fields = await fieldsOf(c)
    const at = `group.${draft.state.groups.indexOf(fields['group'] ?? '')}`
    return take(c, draft, { fields, at }, actOnGroup(draft.state, fields))
  })
  app.post('/drafts/:id/targets', async c => {
    const draft = await draftOf(c)
    const fields = await fieldsOf(c)
    if (fields['act'] !== 'add') return take(c, draft, { fields, at: 'targets' }, actOnTargets(draft.state, fields))
    const made = targetOfWords(draft.state, draft.reading, fields)
    const id = made.value?.kind === 'addTarget' ? made.value.target.id : ''
    return take(c, draft, { fields, at: 'add', place: `#${id}` }, made)
  })
  app.post('/drafts/:id/targets/:target', async c => {
    const draft = await draftOf(c)
    const found = targetOf(draft, c.req.param('target'))
    const { id } = found.target
    const fields = await fieldsOf(c)
    const made = actOnTarget(draft.state, found, fields)
    const place = made.value?.kind === 'mergeTargets' ? made.value.into : id
    return take(c, draft, { fields, at: id, place: `#${place}` }, made)
  })
  app.post('/drafts/:id/targets/:target/:index', async c => {
    const draft = await draftOf(c)
    const found = targetOf(draft, c.req.param('target'))
    const index = Number(c.req.param('index'))
    if (!found.measures.some(each => each.index === index)) throw new Fault('no-measure', { id: c.req.param('index') })
    const { id } = found.target
    const fields = await fieldsOf(c)
    const made = actOnMeasure(found, index, fields, viewFor(c).language)
    return take(c, draft, { fields, at: `${id}.${index}`, place: `#${id}` }, made)
  })
  return app
}

/** The kind of a bound is named in the reader's words. */
const inWords = (message: Message, { t }: View): Message =>
  message.rule === 'web.draft.fault-bound'
    ? { ...message, actual: t(`web.bound.${message.actual ?? ''}` as 'web.bound.exactly') }
    : message

function targetOf({ state }: OpenDraft, id: string): DraftTarget {
  const found = state.targets.find(t => t.target.id === id)
  if (!found) throw new Fault('no-measure', { id })
  return found
}
