import type { Kysely } from 'kysely'
import { Digest } from './digest.ts'
import { observationRow, type NewObservation } from './figures.ts'
import { loggedIfChanged, NOTHING, type By } from './log.ts'
import { observationTable, rowText, type ObservationTable } from './observation-rows.ts'
import type { Store } from './open.ts'
import type { Tables } from './schema.ts'
import { SeriesNumbers } from './series.ts'

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
      const writer = new FigureWriter(store, trx, tenant, log)
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
  readonly #table: ObservationTable
  readonly #series: SeriesNumbers
  readonly #digest = new Digest()
  #rows = 0
  unchanged = 0

  constructor(store: Store, trx: Kysely<Tables>, tenant: string, log: number) {
    this.#table = observationTable(store, trx, tenant, log)
    this.#series = new SeriesNumbers(trx, tenant)
  }

  async write(figures: readonly NewObservation[]): Promise<void> {
    for (let i = 0; i < figures.length; i += CHUNK) await this.#chunk(figures.slice(i, i + CHUNK))
  }

  written(): Written {
    return { rows: this.#rows, digest: this.#digest.hex() }
  }

  async #chunk(figures: readonly NewObservation[]): Promise<void> {
    const numbers = await this.#series.of(figures)
    const rows = figures.map((figure, i) => observationRow(numbers[i] ?? 0, figure))
    const old = rows.filter(row => !this.#series.isFresh(row.series))
    const standing = await this.#table.standing(old)
    const same = new Set(old.filter((row, i) => standing[i] === rowText(row)))
    const fresh = same.size === 0 ? rows : rows.filter(row => !same.has(row))
    this.unchanged += same.size
    this.#rows += fresh.length
    for (const row of fresh) this.#digest.add(rowText(row))
    await this.#table.insert(fresh)
  }
}
