import { sql, type Kysely } from 'kysely'
import { periodCode } from '../measure/period.ts'
import { OBS_STATUS } from '../plan/observation.ts'
import { Digest } from './digest.ts'
import { contentOf, type Content, type NewObservation } from './figures.ts'
import { count, integer } from './integers.ts'
import { loggedIfChanged, NOTHING, type By } from './log.ts'
import type { Store } from './open.ts'
import type { Tables } from './schema.ts'
import { seriesRow, SeriesNumbers } from './series.ts'

export interface Imported {
  /** Null where nothing was new: no line of the log is spent on it. */
  readonly log: number | null
  readonly added: number
  readonly unchanged: number
}

/** Figures as they arrive; `settle` is asked after the last and says whether the file as a whole is taken. */
export interface FigureSource {
  readonly batches: AsyncIterable<readonly NewObservation[]> | Iterable<readonly NewObservation[]>
  readonly settle?: () => boolean
}

/**
 * Takes figures in, all or none, in one transaction. A figure that says what the store already knows of its key changes
 * nothing, so the same file twice changes nothing. Throws a RangeError on a value beyond the store's integers.
 */
export const importFigures = async (
  store: Store,
  tenant: string,
  figures: readonly NewObservation[],
  by: By & { readonly subject: string },
): Promise<Imported> =>
  (await importStream(store, tenant, { batches: [figures] }, by)) ?? { log: null, added: 0, unchanged: 0 }

/** The same for figures that arrive batch by batch, in bounded memory. Null where the source, at its end, is not taken. */
export async function importStream(
  store: Store,
  tenant: string,
  source: FigureSource,
  by: By & { readonly subject: string },
): Promise<Imported | null> {
  const ended = { taken: true, unchanged: 0 }
  const done = await loggedIfChanged<Written>(
    store,
    tenant,
    written => ({ by, kind: 'figures', subject: by.subject, after: { ...written } }),
    async (trx, log) => {
      const writer = new FigureWriter(trx, tenant, log)
      for await (const batch of source.batches) await writer.write(batch)
      ended.taken = source.settle?.() ?? true
      ended.unchanged = writer.unchanged
      const written = writer.written()
      return ended.taken && written.rows > 0 ? written : NOTHING
    },
  )
  if (!ended.taken) return null
  return { log: done?.log ?? null, added: done?.value.rows ?? 0, unchanged: ended.unchanged }
}

/** What was written: how many rows, and the digest that covers them. */
export interface Written {
  readonly rows: number
  readonly digest: string
}

const CHUNK = 500

/** Writes figures under one number of the log, as part of a larger change where need be. */
export class FigureWriter {
  readonly #trx: Kysely<Tables>
  readonly #tenant: string
  readonly #log: number
  readonly #series: SeriesNumbers
  readonly #digest = new Digest()
  #rows = 0
  unchanged = 0

  constructor(trx: Kysely<Tables>, tenant: string, log: number) {
    this.#trx = trx
    this.#tenant = tenant
    this.#log = log
    this.#series = new SeriesNumbers(trx, tenant)
  }

  async write(figures: readonly NewObservation[]): Promise<void> {
    for (let i = 0; i < figures.length; i += CHUNK) await this.#chunk(figures.slice(i, i + CHUNK))
  }

  written(): Written {
    return { rows: this.#rows, digest: this.#digest.hex() }
  }

  async #chunk(figures: readonly NewObservation[]): Promise<void> {
    const numbers = await this.#series.of(figures.map(seriesRow))
    const rows = figures.map((figure, i) => ({
      series: numbers[i] ?? 0,
      period: periodCode(figure.period),
      content: contentOf(figure),
      obs_status: 'absent' in figure.value ? 'O' : OBS_STATUS[figure.status],
    }))
    const known = await this.#known(rows.filter(row => !this.#series.isFresh(row.series)))
    const fresh = rows.filter(row => known.get(`${row.series} ${row.period}`) !== rowText(row))
    this.unchanged += rows.length - fresh.length
    if (fresh.length === 0) return
    for (const row of fresh) this.#digest.add(rowText(row))
    this.#rows += fresh.length
    await this.#trx
      .insertInto('observations')
      .values(fresh.map(({ content, ...row }) => ({ tenant: this.#tenant, log: this.#log, ...row, ...content })))
      .execute()
  }

  /** What stands of the keys of these rows. */
  async #known(rows: readonly { readonly series: number; readonly period: string }[]): Promise<Map<string, string>> {
    if (rows.length === 0) return new Map()
    const keys = sql.join(rows.map(row => sql`(${sql.lit(row.series)}, ${row.period})`))
    const found = await this.#trx
      .selectFrom('observations as o')
      .select(['o.series', 'o.period', 'o.units', 'o.scale', 'o.absent', 'o.status', 'o.note'])
      .where('o.tenant', '=', this.#tenant)
      .where(sql<boolean>`(o.series, o.period) in (values ${keys})`)
      .where('o.log', '=', eb =>
        eb
          .selectFrom('observations as n')
          .select(n => n.fn.max('n.log').as('log') as never)
          .where('n.tenant', '=', this.#tenant)
          .whereRef('n.series', '=', 'o.series')
          .whereRef('n.period', '=', 'o.period'),
      )
      .execute()
    return new Map(
      found.map(row => {
        const content = {
          units: row.units === null ? null : integer(row.units),
          scale: row.scale === null ? null : count(row.scale),
          absent: row.absent,
          status: row.status,
          note: row.note,
        }
        return [
          `${count(row.series)} ${row.period}`,
          rowText({ series: count(row.series), period: row.period, content }),
        ]
      }),
    )
  }
}

/** A row as its digest covers it and as two rows are compared. */
export const rowText = ({
  series,
  period,
  content,
}: {
  readonly series: number
  readonly period: string
  readonly content: Content
}): string =>
  JSON.stringify([
    series,
    period,
    content.units === null ? null : String(content.units),
    content.scale,
    content.absent,
    content.status,
    content.note,
  ])
