import { sha256 } from './chain.ts'
import { writeFile } from './evidence.ts'
import { count } from './integers.ts'
import { logged, type By } from './log.ts'
import type { Store } from './open.ts'

/** A document as it was read: its text, for pages that show its words. */
export interface StoredDocument {
  readonly id: string
  readonly name: string
  readonly format: string
  readonly hash: string
  readonly text: string
  /** The hash of the file that it was taken from; empty where only the text was kept. */
  readonly file: string
  readonly log: number
}

/** What is being made of a document: every correction is a new version, so the one before it can be taken back. */
export interface Draft {
  readonly id: string
  readonly document: string
  /** The plan that it was published as; empty before that. */
  readonly plan: string
  /** JSON of the desk's own making. */
  readonly body: string
  readonly state: 'open' | 'published' | 'dropped'
  readonly log: number
}

/** Keeps a document once by its text, with the file that it was taken from; a file that comes later is added. */
export async function saveDocument(
  store: Store,
  tenant: string,
  document: Pick<StoredDocument, 'name' | 'format' | 'text'>,
  by: By,
  source: { readonly type: string; readonly bytes: Uint8Array } | null = null,
): Promise<StoredDocument> {
  const hash = sha256(document.text)
  const id = hash.slice(0, 16)
  const file = source ? sha256(source.bytes) : ''
  const standing = await loadDocument(store, tenant, id)
  if (standing && (standing.file !== '' || !source)) return standing
  const { name } = document
  const after = { name, ...(standing ? {} : { sha256: hash }), ...(source ? { file } : {}) }
  const { log } = await logged(store, tenant, { by, kind: 'document', subject: id, after }, async (trx, number) => {
    if (source) await writeFile(trx, tenant, number, { hash: file, ...source })
    if (standing)
      await trx.updateTable('documents').set({ file }).where('tenant', '=', tenant).where('id', '=', id).execute()
    else
      await trx
        .insertInto('documents')
        .values({ tenant, id, log: number, hash, file, ...document })
        .execute()
  })
  return standing ? { ...standing, file } : { id, hash, file, log, ...document }
}

export async function loadDocument(store: Store, tenant: string, id: string): Promise<StoredDocument | null> {
  const row = (
    await store.db.selectFrom('documents').selectAll().where('tenant', '=', tenant).where('id', '=', id).execute()
  )[0]
  return row
    ? {
        id: row.id,
        name: row.name,
        format: row.format,
        hash: row.hash,
        text: row.text,
        file: row.file,
        log: count(row.log),
      }
    : null
}

export async function saveDraft(store: Store, tenant: string, draft: Omit<Draft, 'log'>, by: By): Promise<Draft> {
  const entry = { by, kind: 'draft', subject: draft.id, after: { state: draft.state, sha256: sha256(draft.body) } }
  const { log } = await logged(store, tenant, entry, (trx, number) =>
    trx
      .insertInto('drafts')
      .values({ tenant, log: number, ...draft })
      .execute(),
  )
  return { ...draft, log }
}

/** The versions of a draft, the newest first. */
export async function draftVersions(store: Store, tenant: string, id: string): Promise<Draft[]> {
  const rows = await store.db
    .selectFrom('drafts')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .orderBy('log', 'desc')
    .execute()
  return rows.map(row => ({
    id: row.id,
    document: row.document,
    plan: row.plan,
    body: row.body,
    state: row.state as Draft['state'],
    log: count(row.log),
  }))
}

export const loadDraft = async (store: Store, tenant: string, id: string): Promise<Draft | null> =>
  (await draftVersions(store, tenant, id))[0] ?? null

/** The latest version of every draft that is still open, the newest first. */
export async function listDrafts(store: Store, tenant: string): Promise<Draft[]> {
  const rows = await store.db
    .selectFrom('drafts')
    .selectAll()
    .where('tenant', '=', tenant)
    .orderBy('log', 'desc')
    .execute()
  const latest = new Map<string, Draft>()
  for (const row of rows)
    if (!latest.has(row.id))
      latest.set(row.id, {
        id: row.id,
        document: row.document,
        plan: row.plan,
        body: row.body,
        state: row.state as Draft['state'],
        log: count(row.log),
      })
  return [...latest.values()].filter(draft => draft.state === 'open')
}
