import fc from 'fast-check'
import { dec } from '../../src/measure/decimal.ts'
import type { Area, Link, Reorganisation } from '../../src/territory/territory.ts'
import { territoryOf } from './world.ts'

export const area = (id: string, from: string, to: string | null, parent: string | null = null): Area => ({
  id,
  facts: [{ from, to, code: id, name: id, type: 'xã', parent }],
})
export const link = (from: string, to: string, population?: string): Link => ({
  from,
  to,
  weights: population === undefined ? {} : { population: dec(population) },
})

const JANUARIES = ['2001-01-01', '2002-01-01', '2003-01-01', '2004-01-01']

/** A random history: at each of four dates some areas merge, some split, with or without weights. */
export const history = historyIn(null)

/** The same inside an area that stays, on these dates. */
export function historyIn(whole: string | null, dates: readonly string[] = JANUARIES) {
  return fc
    .record({
      first: fc.integer({ min: 2, max: 8 }),
      choices: fc.array(fc.array(fc.nat(), { minLength: 16, maxLength: 16 }), { minLength: 1, maxLength: 4 }),
    })
    .map(({ first, choices }) => {
      const begun = new Map<string, string>()
      const ended = new Map<string, string>()
      let living = Array.from({ length: first }, (_, i) => `s${i}`)
      for (const id of living) begun.set(id, '2000-01-01')
      const events: Reorganisation[] = []
      choices.forEach((draws, turn) => {
        const date = dates[turn] ?? ''
        const links: Link[] = []
        const next: string[] = []
        let draw = 0
        const pick = (n: number) => (draws[draw++ % draws.length] ?? 0) % n
        for (let i = 0; i < living.length;) {
          const id = living[i] ?? ''
          const choice = pick(4)
          const other = living[i + 1]
          if (choice === 0 && other !== undefined) {
            const made = `m${turn}${id}`
            links.push(link(id, made, String(1 + pick(9))), link(other, made, String(1 + pick(9))))
            next.push(made)
            i += 2
          } else if (choice === 1) {
            const weighted = pick(2) === 0
            const parts = Array.from({ length: 2 + pick(3) }, (_, k) => `p${turn}${k}${id}`)
            links.push(...parts.map(part => link(id, part, weighted ? String(1 + pick(99)) : undefined)))
            next.push(...parts)
            i += 1
          } else {
            next.push(id)
            i += 1
          }
        }
        for (const { from, to } of links) {
          ended.set(from, date)
          begun.set(to, date)
        }
        if (links.length > 0) events.push({ kind: 'links', date, links, basis: String(turn) })
        living = next
      })
      const territory = territoryOf(
        [
          ...(whole === null ? [] : [area(whole, '2000-01-01', null)]),
          ...[...begun].map(([id, from]) => area(id, from, ended.get(id) ?? null, whole)),
        ],
        events,
      )
      return { territory, first: Array.from({ length: first }, (_, i) => `s${i}`), last: living, dates: choices.length }
    })
}
