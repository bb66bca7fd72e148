import type { Kysely } from 'kysely'
import type { ObservationKey } from '../plan/observation.ts'
import { count } from './integers.ts'
import type { Tables } from './schema.ts'

/** A figure's key without its period. */
export type SeriesKey = Omit<ObservationKey, 'period'>

export interface SeriesRow {
  readonly indicator: string
  readonly method: string
  readonly area: string
  readonly map: string
  readonly breakdown: string
  readonly source: string
}

export const seriesRow = (key: SeriesKey): SeriesRow => ({
  indicator: key.indicator,
  method: key.method,
  area: key.area,
  map: key.map ?? '',
  breakdown: breakdownText(key.breakdown),
  source: key.source,
})

const breakdownText = (breakdown: Readonly<Record<string, string>>): string =>
  JSON.stringify(Object.fromEntries(Object.entries(breakdown).sort(([a], [b]) => (a < b ? -1 : 1))))

/** One text for one line of figures: the same for two keys only where they are the same series. */
export const seriesText = (row: SeriesRow): string =>
  `${row.indicator}\n${row.area}\n${row.map}\n${row.method}\n${row.breakdown}\n${row.source}`

/**
 * The numbers of series inside one transaction that holds the tenant's log: known ones are looked up by indicator, new
 * ones are written with the next number.
 */
export class SeriesNumbers {
  readonly #trx: Kysely<Tables>
  readonly #tenant: string
  readonly #numbers = new Map<string, number>()
  readonly #loaded = new Set<string>()
  readonly #fresh = new Set<number>()
  /** Figures of one file share their breakdowns. */
  readonly #breakdowns = new WeakMap<object, string>()
  #next: number | null = null

  constructor(trx: Kysely<Tables>, tenant: string) {
    this.#trx = trx
    this.#tenant = tenant
  }

  /** The number of each key, in their order. */
  async of(keys: readonly SeriesKey[]): Promise<number[]> {
    for (const { indicator } of keys) if (!this.#loaded.has(indicator)) await this.#load(indicator)
    const texts = keys.map(key => this.#textOf(key))
    const unknown = new Map<string, SeriesRow>()
    keys.forEach((key, i) => {
      const text = texts[i] ?? ''
      if (!this.#numbers.has(text)) unknown.set(text, seriesRow(key))
    })
    await this.#write(unknown)
    return texts.map(text => {
      const number = this.#numbers.get(text)
      if (number === undefined) throw new Error('a series got no number')
      return number
    })
  }

  /** Whether a series began in this transaction, so that no figure of it can stand yet. */
  isFresh(number: number): boolean {
    return this.#fresh.has(number)
  }

  #textOf(key: SeriesKey): string {
    let breakdown = this.#breakdowns.get(key.breakdown)
    if (breakdown === undefined) this.#breakdowns.set(key.breakdown, (breakdown = breakdownText(key.breakdown)))
    return seriesText({ ...key, map: key.map ?? '', breakdown })
  }

  async #load(indicator: string): Promise<void> {
    this.#loaded.add(indicator)
    const rows = await this.#trx
      .selectFrom('series')
      .selectAll()
      .where('tenant', '=', this.#tenant)
      .where('indicator', '=', indicator)
      .execute()
    for (const row of rows) this.#numbers.set(seriesText(row), count(row.id))
  }

  async #write(unknown: ReadonlyMap<string, SeriesRow>): Promise<void> {
    if (unknown.size === 0) return
    if (this.#next === null) {
      const [last] = await this.#trx
        .selectFrom('series')
        .select(eb => eb.fn.max('id').as('id'))
        .where('tenant', '=', this.#tenant)
        .execute()
      const id = last?.id as bigint | string | number | null | undefined
      this.#next = id === null || id === undefined ? 1 : count(id) + 1
    }
    let next = this.#next
    const rows = [...unknown].map(([text, row]) => {
      const id = next
      next += 1
      this.#numbers.set(text, id)
      this.#fresh.add(id)
      return { tenant: this.#tenant, id, ...row }
    })
    this.#next = next
    for (let i = 0; i < rows.length; i += CHUNK)
      await this.#trx
        .insertInto('series')
        .values(rows.slice(i, i + CHUNK))
        .execute()
  }
}

const CHUNK = 1000
