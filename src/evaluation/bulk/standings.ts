import { STATUS_WORDS, type StatusWord } from '../judgement.ts'
import { statusIn, type Bulk } from './bulk.ts'

/** Where every target of every area stands, and of each target in how many areas it stands where. */
export interface Standings {
  readonly areas: readonly {
    readonly area: string
    readonly targets: readonly { readonly target: string; readonly status: StatusWord }[]
  }[]
  readonly counts: readonly { readonly target: string; readonly summary: Readonly<Record<StatusWord, number>> }[]
}

/** Areas in the plan's order; a target that an area has no share of is left out of it. */
export function standingsOf(bulk: Bulk): Standings {
  const { targets } = bulk.plan
  const summaries = targets.map(
    () => Object.fromEntries(STATUS_WORDS.map(word => [word, 0])) as Record<StatusWord, number>,
  )
  const areas = bulk.areas.map((area, row) => ({
    area,
    targets: targets.flatMap(({ id }, t) => {
      const status = statusIn(bulk, t, row)
      const summary = summaries[t]
      if (status && summary) summary[status] += 1
      return status ? [{ target: id, status }] : []
    }),
  }))
  return {
    areas,
    counts: targets.flatMap(({ id }, t) => {
      const summary = summaries[t]
      return summary ? [{ target: id, summary }] : []
    }),
  }
}
