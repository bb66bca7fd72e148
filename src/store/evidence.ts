import type { Kysely } from 'kysely'
import { count } from './integers.ts'
import type { Store } from './open.ts'
import type { Tables } from './schema.ts'

/** Which figure of which report something bears out. */
export interface EvidenceKey {
  readonly round: string
  readonly organisation: string
  readonly indicator: string
  readonly area: string
}

/** A file that stands as evidence of a figure; its bytes are asked for by its hash. */
export interface Evidence extends EvidenceKey {
  /** SHA-256 of its bytes, hexadecimal. */
  readonly hash: string
  /** The name that it came with, and its media type as its content says. */
  readonly name: string
  readonly type: string
  /** Bytes. */
  readonly size: number
  /** The address of who attached it, and the moment (ISO). */
  readonly actor: string
  readonly moment: string
}

/** Keeps the bytes of a file once, as part of a change, under the hash that the caller computed. */
export async function writeFile(
  trx: Kysely<Tables>,
  tenant: string,
  log: number,
  file: { readonly hash: string; readonly type: string; readonly bytes: Uint8Array },
): Promise<void> {
  await trx
    .insertInto('files')
    .values({
      tenant,
      hash: file.hash,
      log,
      type: file.type,
      size: file.bytes.length,
      // Text on every engine and in every backup; a third larger than the bytes.
      body: Buffer.from(file.bytes).toString('base64'),
    })
    .onConflict(conflict => conflict.columns(['tenant', 'hash']).doNothing())
    .execute()
}

/** Says, as part of a change, that a file bears out a figure (`stands`) or no longer does (`withdrawn`). */
export async function writeEvidence(
  trx: Kysely<Tables>,
  tenant: string,
  log: number,
  evidence: Omit<Evidence, 'type' | 'size'> & { readonly state: 'stands' | 'withdrawn' },
): Promise<void> {
  await trx
    .insertInto('evidence')
    .values({ tenant, log, ...evidence })
    .execute()
}

/** What stands as evidence of the reports of some rounds, of one office or of all, in the order it came. */
export async function evidenceOf(
  db: Kysely<Tables>,
  tenant: string,
  rounds: readonly string[],
  organisation?: string,
): Promise<Evidence[]> {
  if (rounds.length === 0) return []
  let query = db
    .selectFrom('evidence as e')
    .innerJoin('files as f', join => join.onRef('f.tenant', '=', 'e.tenant').onRef('f.hash', '=', 'e.hash'))
    .select(['e.round', 'e.organisation', 'e.indicator', 'e.area', 'e.hash', 'e.log', 'e.state', 'e.name', 'e.actor'])
    .select(['e.moment', 'f.type', 'f.size'])
    .where('e.tenant', '=', tenant)
    .where('f.tenant', '=', tenant)
    .where('e.round', 'in', [...rounds])
  if (organisation !== undefined) query = query.where('e.organisation', '=', organisation)
  const latest = new Map<string, Evidence & { readonly state: string }>()
  for (const found of (await query.execute()).sort((a, b) => count(a.log) - count(b.log))) {
    const { round, organisation, indicator, area, hash, state, name, actor, moment, type } = found
    const row = {
      round,
      organisation,
      indicator,
      area,
      hash,
      state,
      name,
      actor,
      moment,
      type,
      size: count(found.size),
    }
    const key = JSON.stringify([row.round, row.organisation, row.indicator, row.area, row.hash])
    latest.delete(key)
    latest.set(key, row)
  }
  return [...latest.values()].flatMap(({ state, ...row }) => (state === 'stands' ? [row] : []))
}

/** The bytes of a file; null where none has that hash. */
export async function fileBytes(
  { db }: Pick<Store, 'db'>,
  tenant: string,
  hash: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const [row] = await db
    .selectFrom('files')
    .select('body')
    .where('tenant', '=', tenant)
    .where('hash', '=', hash)
    .execute()
  return row ? new Uint8Array(Buffer.from(row.body, 'base64')) : null
}

/** Every file of a tenant by its hash, without its bytes. */
export async function listFiles(
  { db }: Pick<Store, 'db'>,
  tenant: string,
): Promise<{ readonly hash: string; readonly log: number }[]> {
  const rows = await db.selectFrom('files').select(['hash', 'log']).where('tenant', '=', tenant).execute()
  return rows.map(row => ({ hash: row.hash, log: count(row.log) }))
}
