import type { Outcome } from '../../messages/message.ts'
import type { Plan } from '../../plan/plan.ts'
import { readThreaded } from '../../reading/threaded.ts'
import type { Reading } from '../../reading/result.ts'
import type { SourceFile } from '../../reading/source/open.ts'
import { EVIDENCE_TYPES } from '../../desk/evidence/kind.ts'
import { fileBytes } from '../../store/evidence.ts'
import { draftLinks } from '../../store/documents.ts'
import { draftVersions, loadDocument, saveDocument, saveDraft, type StoredDocument } from '../../store/drafts.ts'
import type { By } from '../../store/log.ts'
import type { Store } from '../../store/open.ts'
import { publishPlan } from '../../store/plans.ts'
import { Fault } from '../faults.ts'
import { carriedOver, withKnownIds } from './carry.ts'
import { comparedWith } from './compared.ts'
import { onceEachAfter } from './codes.ts'
import { eventOf, eventText, type DraftEvent, type ReadEvent } from './event.ts'
import { publicationOf, type Publication } from './publication.ts'
import { stateOf, type DraftState } from './state.ts'
import { withoutText } from './without-text.ts'

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
  /** So many things have been done to it. */
  readonly step: number
  readonly document: StoredDocument
  readonly state: DraftState
  /** What was read, with its text. */
  readonly reading: Reading
}

/**
 * Reads a file and keeps its text and a draft of it. The same text again opens the draft that is still open; where the
 * program reads it differently now, the draft is read anew with what was corrected kept. Null with messages where the file
 * cannot be read. `step`: told what is being done while a long file is read.
 */
export async function openDraft(
  desk: Desk,
  file: SourceFile,
  step?: Parameters<typeof readThreaded>[1],
): Promise<Outcome<{ readonly id: string } | null>> {
  const { value: reading, messages } = await readThreaded(file, step)
  if (!reading) return { value: null, messages }
  const { store, tenant } = desk
  const document = await keptDocument(desk, file, reading)
  const links = await draftLinks(store, tenant)
  const open = links.find(link => link.document === document.id && link.state === 'open')
  if (open) {
    const draft = await loadOpenDraft(desk, open.draft)
    const known = withKnownIds(reading, draft.state.reading.targets)
    if (readingText(known) !== readingText(draft.state.reading)) await readOver(desk, draft, document, known)
    return { value: { id: open.draft }, messages }
  }
  const id = onceEachAfter(links.map(link => link.draft))(document.id)
  await append(desk, { id, document: document.id }, { kind: 'read', reading: withoutText(reading) })
  return { value: { id }, messages }
}

/** With its file, but for plain text, which is the file itself. */
const keptDocument = (
  { store, tenant, by }: Desk,
  { name, bytes }: SourceFile,
  { text }: Reading,
): Promise<StoredDocument> => {
  const format = formatOf(name)
  const source = READ_FROM_TEXT.has(format) ? null : { type: TYPES[format] ?? 'application/octet-stream', bytes }
  return saveDocument(store, tenant, { name, format, text }, by, source)
}

const TYPES: Readonly<Record<string, string>> = {
  docx: EVIDENCE_TYPES.docx,
  pdf: EVIDENCE_TYPES.pdf,
  html: 'text/html',
  htm: 'text/html',
}

const readingText = (reading: Omit<Reading, 'text'>): string =>
  eventText({ kind: 'read', reading: { ...reading, text: undefined } as Omit<Reading, 'text'> })

/** The formats whose text is the file itself, so that a document can be read again from what is kept. */
const READ_FROM_TEXT = new Set(['md', 'markdown', 'txt'])
export const canReadAgain = ({ document }: Pick<OpenDraft, 'document'>): boolean =>
  document.file !== '' || READ_FROM_TEXT.has(document.format)

/**
 * Reads a draft's document again, or a newer file of the same plan (null: the file or text that is kept). What was corrected is kept
 * for targets whose words are the same, and what no longer fits is named. Of a published draft a new one begins, which
 * becomes a new version of its plan. Null with messages where the file cannot be read.
 */
export async function readDraftAgain(
  desk: Desk,
  draft: OpenDraft,
  file: SourceFile | null,
  step?: Parameters<typeof readThreaded>[1],
): Promise<Outcome<{ readonly id: string } | null>> {
  const { name, text, file: kept } = draft.document
  const bytes = kept === '' ? null : await fileBytes(desk.store, desk.tenant, kept)
  const source = file ?? { name, bytes: bytes ?? new TextEncoder().encode(text) }
  const { value, messages } = await readThreaded(source, step)
  if (!value) return { value: null, messages }
  const document = await keptDocument(desk, source, value)
  const reading = withKnownIds(value, draft.state.reading.targets)
  if (draft.state.plan === null) {
    await readOver(desk, draft, document, reading)
    return { value: { id: draft.id }, messages }
  }
  const links = await draftLinks(desk.store, desk.tenant)
  const id = onceEachAfter(links.map(link => link.draft))(document.id)
  const event = { ...readEvent(draft, document, reading), revises: draft.state.plan }
  await append(desk, { id, document: document.id }, event)
  return { value: { id }, messages }
}

const readOver = (desk: Desk, draft: OpenDraft, document: StoredDocument, reading: Reading) =>
  append(desk, { id: draft.id, document: document.id }, readEvent(draft, document, reading))

const readEvent = ({ state }: OpenDraft, document: StoredDocument, reading: Reading): ReadEvent => ({
  kind: 'read',
  reading: withoutText(reading),
  document: document.id,
  ...carriedOver(state, reading),
  compared: comparedWith(state.reading.targets, reading.targets),
})

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
  const which = state?.document ?? versions.at(-1)?.document
  const document = which === undefined ? null : await loadDocument(store, tenant, which)
  if (!state || !document) throw new Fault('no-draft', { id })
  return { id, step: versions.length, document, state, reading: { ...state.reading, text: document.text } }
}

/** Adds a correction. Throws `no-draft`, `draft-published`. */
export async function correctDraft(desk: Desk, draft: OpenDraft, event: DraftEvent): Promise<void> {
  if (draft.state.plan !== null) throw new Fault('draft-published', { id: draft.id })
  if (event.kind === 'undo' && draft.state.undoable === 0) throw new Fault('nothing-to-undo')
  await append(desk, { id: draft.id, document: draft.document.id }, event)
}

/**
 * Publishes the draft as a plan of its own, or as a new version of the plan that it revises; null with messages where
 * something is still missing. Throws `draft-published`.
 */
export async function publishDraft(
  desk: Desk,
  draft: OpenDraft,
  incomplete: 'refuse' | 'leaveOut' = 'refuse',
): Promise<Outcome<Plan | null>> {
  if (draft.state.plan !== null) throw new Fault('draft-published', { id: draft.id })
  const { value, messages } = await publicationOf(desk, draft, incomplete)
  if (!value) return { value: null, messages }
  await publishPublication(desk, draft, value)
  return { value: value.plan, messages: [] }
}

/** The same of what somebody has looked at. */
export async function publishPublication(desk: Desk, draft: OpenDraft, { plan }: Publication): Promise<void> {
  if (draft.state.plan !== null) throw new Fault('draft-published', { id: draft.id })
  await publishPlan(desk.store, desk.tenant, plan, desk.by)
  await append(
    desk,
    { id: draft.id, document: draft.document.id, plan: plan.id, state: 'published' },
    { kind: 'published', plan: plan.id },
  )
}
