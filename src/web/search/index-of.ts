import type { Shelf } from '../../api/draft/desk.ts'
import { count } from '../../store/integers.ts'
import { logHead } from '../../store/log.ts'
import {
  areaEntries,
  documentEntries,
  findingEntries,
  FOUND_KINDS,
  organisationEntries,
  plansEntries,
  type Entry,
  type FoundKind,
} from './entries.ts'
import { queryOf, rankOf } from './rank.ts'

/** A part of the index: made anew when the number of the log under which it was written has changed. */
interface Part {
  readonly version: string
  readonly entries: readonly Entry[]
  /** Published, or only for who works on plans. */
  readonly open: boolean
}

interface Index {
  head: number
  parts: ReadonlyMap<string, Part>
}

/** One index for each store and tenant, in memory: the same on either engine, and never older than the log. */
const indexes = new WeakMap<object, Map<string, Index>>()

/** So many documents are looked through, the newest. */
const MOST_DOCUMENTS = 300

/**
 * The index as the log stands. While nothing was written it is one question; after a change what changed is read anew, and
 * that alone.
 */
async function indexOf(shelf: Shelf): Promise<Index> {
  const { store, tenant } = shelf
  let known = indexes.get(store)
  if (!known) indexes.set(store, (known = new Map<string, Index>()))
  const index = known.get(tenant) ?? { head: -1, parts: new Map<string, Part>() }
  known.set(tenant, index)
  const head = await logHead(store, tenant)
  if (head === index.head) return index
  const parts = new Map<string, Part>()
  for (const { key, version, open, make } of await wanted(shelf)) {
    const stands = index.parts.get(key)
    const entries = stands?.version === version ? stands.entries : await make()
    parts.set(key, { version, open, entries })
  }
  const fresh = { head, parts }
  known.set(tenant, fresh)
  return fresh
}

interface Wanted {
  readonly key: string
  readonly version: string
  readonly open: boolean
  readonly make: () => Promise<readonly Entry[]>
}

/** What there is, with the number of the log of each: four questions. */
async function wanted(shelf: Shelf): Promise<Wanted[]> {
  const { store, tenant } = shelf
  const plans = await store.db
    .selectFrom('plan_versions')
    .select(['plan', eb => eb.fn.max('log').as('log')])
    .where('tenant', '=', tenant)
    .groupBy('plan')
    .execute()
  const defined = await store.db
    .selectFrom('definitions')
    .select(['kind', eb => eb.fn.max('log').as('log')])
    .where('tenant', '=', tenant)
    .where('kind', 'in', ['territory', 'organisation', 'finding'])
    .groupBy('kind')
    .execute()
  const drafts = await store.db
    .selectFrom('drafts')
    .select(['id', eb => eb.fn.max('log').as('log'), eb => eb.fn.max('plan').as('plan')])
    .where('tenant', '=', tenant)
    .groupBy('id')
    .execute()
  const versionOf = (kind: string) => String(defined.find(each => each.kind === kind)?.log ?? '')
  const newest = drafts
    .map(draft => ({ ...draft, log: count(draft.log) }))
    .sort((a, b) => b.log - a.log)
    .slice(0, MOST_DOCUMENTS)
  return [
    ...plans.map(({ plan, log }) => ({
      key: `plan ${plan}`,
      version: String(log),
      open: true,
      make: () => plansEntries(shelf, plan),
    })),
    { key: 'areas', version: versionOf('territory'), open: true, make: () => areaEntries(shelf) },
    { key: 'organisations', version: versionOf('organisation'), open: true, make: () => organisationEntries(shelf) },
    { key: 'findings', version: versionOf('finding'), open: true, make: () => findingEntries(shelf) },
    ...newest.map(({ id, log, plan }) => ({
      key: `draft ${id}`,
      version: String(log),
      open: plan !== '',
      make: () => documentEntries(shelf, id),
    })),
  ]
}

export interface FoundGroup {
  readonly kind: FoundKind
  readonly count: number
  readonly entries: readonly Entry[]
}

/** So many of a kind are shown at once. */
export const MOST_SHOWN = 12

export interface Looking {
  /** Also what is not published. */
  readonly closed: boolean
  /** Whether the findings of an office may be read; null: of none. */
  readonly findingsOf: ((office: string) => boolean) | null
  /** One kind alone; null: every kind. */
  readonly kind: FoundKind | null
}

/** What answers a question, by kind, the best first; null where it asks nothing. */
export async function find(
  shelf: Shelf,
  text: string,
  { closed, findingsOf, kind }: Looking,
): Promise<FoundGroup[] | null> {
  const query = queryOf(text)
  if (!query) return null
  const { parts } = await indexOf(shelf)
  const found = new Map<FoundKind, { entry: Entry; rank: number }[]>()
  for (const { entries, open } of parts.values()) {
    if (!open && !closed) continue
    for (const entry of entries) {
      const rank = kind === null || kind === entry.kind ? rankOf(entry, query) : 0
      if (rank === 0 || (entry.office !== undefined && !findingsOf?.(entry.office))) continue
      const group = found.get(entry.kind)
      if (group) group.push({ entry, rank })
      else found.set(entry.kind, [{ entry, rank }])
    }
  }
  const groups = [...found].map(([each, hits]) => {
    hits.sort(
      (a, b) =>
        b.rank - a.rank || a.entry.title.length - b.entry.title.length || (a.entry.folded < b.entry.folded ? -1 : 1),
    )
    const shown = hits.slice(0, kind === null ? MOST_SHOWN : MOST_OF_ONE).map(hit => hit.entry)
    return { kind: each, count: hits.length, entries: shown, best: hits[0]?.rank ?? 0 }
  })
  // The kind with the best answer first; kinds alike in their own order.
  return groups.sort((a, b) => b.best - a.best || FOUND_KINDS.indexOf(a.kind) - FOUND_KINDS.indexOf(b.kind))
}

const MOST_OF_ONE = 200
