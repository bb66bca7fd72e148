import type { Message, Outcome } from '../../messages/message.ts'
import { parsePlanFile, planFile } from '../../plan/plan-file.ts'
import type { Plan } from '../../plan/plan.ts'
import { readDocument } from '../../reading/read.ts'
import type { Reading } from '../../reading/result.ts'
import type { SourceFile } from '../../reading/source/open.ts'
import { draftLinks } from '../../store/documents.ts'
import { draftVersions, loadDocument, saveDocument, saveDraft, type StoredDocument } from '../../store/drafts.ts'
import type { By } from '../../store/log.ts'
import type { Store } from '../../store/open.ts'
import { listPlans, publishPlan } from '../../store/plans.ts'
import { Fault } from '../faults.ts'
import { codeOf, onceEach } from './codes.ts'
import { eventOf, eventText, type DraftEvent } from './event.ts'
import { planOfDraft } from './plan-of-draft.ts'
import { wordsOf } from './plain-words.ts'
import { stateOf, type DraftState } from './state.ts'

/** Where drafts are kept and whose they are. */
export interface Desk {
  readonly store: Store
  readonly tenant: string
  /** Who acts, and from where. */
  readonly by: By
}

/** The same for who only reads. */
export type Shelf = Omit<Desk, 'by'>

/** A draft as a page shows it. */
export interface OpenDraft {
  readonly id: string
  readonly document: StoredDocument
  readonly state: DraftState
  /** What was read, with its text. */
  readonly reading: Reading
}

/**
 * Reads a file and keeps its text and a draft of it; the same text again opens the draft that is still open. Null with
 * messages where the file cannot be read.
 */
export async function openDraft(desk: Desk, file: SourceFile): Promise<Outcome<{ readonly id: string } | null>> {
  const { value: reading, messages } = await readDocument(file)
  if (!reading) return { value: null, messages }
  const { store, tenant, by } = desk
  const { text, ...rest } = reading
  const document = await saveDocument(store, tenant, { name: file.name, format: formatOf(file.name), text }, by)
  const links = await draftLinks(store, tenant)
  const open = links.find(link => link.document === document.id && link.state === 'open')
  if (open) return { value: { id: open.draft }, messages }
  const id = onceEachAfter(links.map(link => link.draft))(document.id)
  await append(desk, { id, document: document.id }, { kind: 'read', reading: rest })
  return { value: { id }, messages }
}

/** A code that none of these is. */
function onceEachAfter(taken: readonly string[]): (code: string) => string {
  const once = onceEach()
  for (const code of taken) once(code)
  return once
}

const formatOf = (name: string): string => /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? 'txt'

function append(
  { store, tenant, by }: Desk,
  {
    id,
    document,
    plan = '',
    state = 'open',
  }: { id: string; document: string; plan?: string; state?: 'open' | 'published' },
  event: DraftEvent,
) {
  return saveDraft(store, tenant, { id, document, plan, body: eventText(event), state }, by)
}

/** The draft as it stands. Throws `no-draft`. */
export async function loadOpenDraft({ store, tenant }: Shelf, id: string): Promise<OpenDraft> {
  const versions = await draftVersions(store, tenant, id)
  const state = stateOf(versions.map(version => eventOf(version.body)).reverse())
  const document = versions[0] && (await loadDocument(store, tenant, versions[0].document))
  if (!state || !document) throw new Fault('no-draft', { id })
  return { id, document, state, reading: { ...state.reading, text: document.text } }
}

/** Adds a correction. Throws `no-draft`, `draft-published`. */
export async function correctDraft(desk: Desk, draft: OpenDraft, event: DraftEvent): Promise<void> {
  if (draft.state.plan !== null) throw new Fault('draft-published', { id: draft.id })
  if (event.kind === 'undo' && draft.state.corrections === 0) throw new Fault('nothing-to-undo')
  await append(desk, { id: draft.id, document: draft.document.id }, event)
}

/** Publishes the draft as a plan of its own; null with messages where something is still missing. */
export async function publishDraft(
  desk: Desk,
  draft: OpenDraft,
  incomplete: 'refuse' | 'leaveOut' = 'refuse',
): Promise<Outcome<Plan | null>> {
  if (draft.state.plan !== null) throw new Fault('draft-published', { id: draft.id })
  const { store, tenant, by } = desk
  const known = await listPlans(store, tenant)
  const { facts } = draft.state
  const id = onceEachAfter(known.map(plan => plan.id))(
    `${codeOf(facts.name.slice(0, 36))}-${facts.from ?? 0}-${facts.to ?? 0}`,
  )
  const { value: plan, messages } = planOfDraft(draft.state, { id, incomplete, words: wordsOf(draft.document.format) })
  if (!plan) return { value: null, messages }
  const refused = refusedAsFile(plan)
  if (refused.length > 0) return { value: null, messages: refused }
  await publishPlan(store, tenant, plan, by)
  await append(
    desk,
    { id: draft.id, document: draft.document.id, plan: plan.id, state: 'published' },
    { kind: 'published', plan: plan.id },
  )
  return { value: plan, messages: [] }
}

/** What the plan's own file would be refused for: the store must be able to read back what it keeps. */
const refusedAsFile = (plan: Plan): readonly Message[] =>
  parsePlanFile(JSON.parse(JSON.stringify(planFile(plan)))).messages
