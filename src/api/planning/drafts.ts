import { Hono, type Context } from 'hono'
import type { Jobs } from '../../desk/jobs/jobs.ts'
import type { Outcome } from '../../messages/message.ts'
import { readBoundJson } from '../../reading/json.ts'
import type { SourceFile } from '../../reading/source/open.ts'
import { need } from '../access.ts'
import { sentCorrectionContract, sentPublicationContract } from '../contract/planning.ts'
import { documentEntries } from '../documents.ts'
import { actOnGroup, actOnMeasure, actOnTarget, actOnTargets, targetOfWords } from '../draft/act.ts'
import { beginReading } from '../draft/begin-reading.ts'
import { correctFacts } from '../draft/correct.ts'
import { correctDraft, loadOpenDraft, publishDraft, type OpenDraft, type Shelf } from '../draft/desk.ts'
import type { Correction } from '../draft/event.ts'
import { withArea } from '../draft/plan-area.ts'
import { readingAgain, readingDocument } from '../draft/reading-job.ts'
import { Fault } from '../faults.ts'
import { bodyOf, limited, refusedRows } from '../sent.ts'
import { optionalFileOf } from '../upload.ts'

/** Drafts of plans, for planners: read from documents, corrected, published. Mounted under /api. */
export function draftRoutes({ store, tenant, jobs }: Shelf & { readonly jobs: Jobs }): Hono {
  const app = new Hono()
  app.use('/drafts', limited())
  app.use('/drafts/*', limited())
  const deskOf = (c: Context) => ({ store, tenant, by: need(c, 'plan.define').by })
  const draftOf = (c: Context) => loadOpenDraft(deskOf(c), c.req.param('draft') ?? '')
  const stands = async (c: Context, id: string) => {
    const { corrections, undoable } = (await loadOpenDraft(deskOf(c), id)).state
    return c.json({ draft: id, corrections, undoable })
  }
  app.get('/drafts', async c => {
    const drafts = (await documentEntries(deskOf(c))).flatMap(({ id, name, format, draft, plan }) =>
      draft === null ? [] : [{ id: draft, document: { id, name, format }, plan }],
    )
    return c.json({ drafts })
  })
  app.get('/drafts/:draft', async c => c.json(draftJson(await draftOf(c))))
  app.post('/drafts', async c => {
    need(c, 'plan.define')
    const file = await sentFile(c)
    if (!file) throw new Fault('no-file')
    return begun(c, file.name, told => readingDocument(file, told))
  })
  app.post('/drafts/:draft/read', async c => {
    const { id, document } = await draftOf(c)
    const file = await sentFile(c)
    return begun(c, file?.name ?? document.name, told => readingAgain({ id, name: document.name }, file, told))
  })
  app.post('/drafts/:draft/corrections', async c => {
    const draft = await draftOf(c)
    const { value, messages } = await asked({ store, tenant }, draft, await bodyOf(c, sentCorrectionContract))
    if (!value) return refusedRows(c, messages)
    await correctDraft(deskOf(c), draft, value)
    return stands(c, draft.id)
  })
  app.post('/drafts/:draft/undo', async c => {
    const draft = await draftOf(c)
    await correctDraft(deskOf(c), draft, { kind: 'undo' })
    return stands(c, draft.id)
  })
  app.post('/drafts/:draft/publish', async c => {
    const draft = await draftOf(c)
    const { incomplete } = await bodyOf(c, sentPublicationContract)
    const { value, messages } = await publishDraft(deskOf(c), draft, incomplete)
    return value ? c.json({ plan: value.id }) : refusedRows(c, messages)
  })

  async function begun(c: Context, subject: string, runOf: Parameters<typeof beginReading>[3]): Promise<Response> {
    const { job, opened } = await beginReading(jobs, deskOf(c).by, subject, runOf)
    if (opened?.value === null) throw new Fault('not-readable', { name: subject })
    return c.json({ draft: opened?.value.id ?? null, job })
  }
  return app
}

/** The file of a request: its body under the name that the address gives, or `file` of a form; null where there is none. */
async function sentFile(c: Context): Promise<SourceFile | null> {
  if (c.req.header('content-type')?.startsWith('multipart/')) return optionalFileOf(c)
  const bytes = new Uint8Array(await c.req.arrayBuffer())
  return bytes.length === 0 ? null : { name: c.req.query('name') ?? 'api.md', bytes }
}

type Sent = ReturnType<typeof sentCorrectionContract.parse>

/** The correction that is asked for, in plain notation. Throws `no-measure`. */
async function asked(
  shelf: Shelf,
  draft: OpenDraft,
  { of, target = '', measure, fields }: Sent,
): Promise<Outcome<Correction | null>> {
  const { state } = draft
  const found = () => {
    const known = state.targets.find(each => each.target.id === target)
    if (!known) throw new Fault('no-measure', { id: target })
    return known
  }
  switch (of) {
    case 'plan': {
      const read = correctFacts(fields, 'en')
      const { value: facts, messages } = read.value ? await withArea(shelf, read.value) : read
      return facts ? { value: { kind: 'plan', facts }, messages } : { value: null, messages }
    }
    case 'group':
      return actOnGroup(state, fields)
    case 'targets':
      return actOnTargets(state, fields)
    case 'words':
      return targetOfWords(state, draft.reading, fields)
    case 'target':
      return actOnTarget(state, found(), fields)
    case 'measure':
      return actOnMeasure(found(), measure ?? -1, fields, 'en')
    default:
      return of satisfies never
  }
}

function draftJson({ id, document, state }: OpenDraft) {
  const { facts, groups, corrections, undoable, plan, revises, reread, conflicts } = state
  return {
    id,
    document: { id: document.id, name: document.name, format: document.format },
    plan,
    revises,
    facts,
    groups,
    corrections,
    undoable,
    targets: state.targets.map(({ target, dropped, measures }) => ({
      id: target.id,
      scope: target.scope,
      group: target.group,
      number: target.number,
      text: target.text,
      start: target.start,
      end: target.end,
      dropped,
      measures: measures.map(({ index, corrected, dropped, measure }) => ({
        index,
        dropped,
        corrected,
        ...measure,
        bound: readBoundJson(measure.bound),
      })),
    })),
    reread,
    conflicts: conflicts.map(({ why, words }) => ({ why, words })),
  }
}
