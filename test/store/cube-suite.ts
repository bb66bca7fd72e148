import fc from 'fast-check'
import { expect, test } from 'vitest'
import { givenIn } from '../../src/cube/given.ts'
import { recastCube } from '../../src/cube/recast-cube.ts'
import { rollUp } from '../../src/cube/roll.ts'
import { cubeFor, cubesFor, headOf } from '../../src/store/cube.ts'
import { observations } from '../../src/store/figures.ts'
import { importFigures } from '../../src/store/import-figures.ts'
import { ensureTenant } from '../../src/store/log.ts'
import { migrate } from '../../src/store/migrate.ts'
import type { Store } from '../../src/store/open.ts'
import { saveTerritory } from '../../src/store/territory.ts'
import { historyIn } from '../cube/histories.ts'
import { cubeFrom, draw, everyCell, figureOf, indicatorOf, TERM } from '../cube/world.ts'

const BY = { actor: 'an officer', subject: 'figures.csv' }
const INDICATORS = [
  indicatorOf('sum'),
  indicatorOf('last', { overTime: 'last', sources: ['s', 'other'] }),
  indicatorOf('money', { decimals: 2, overTime: 'mean' }),
  indicatorOf('share', { unit: '%', overAreas: 'none', formula: 'share([sum]; [last])' }),
]
const DAYS = ['2001-06-01', '2005-12-31'] as const

/** A cube from the store against the store's own SQL: random territories, reorganisations, gaps, revisions and moments. */
export function cubeSuite(engine: string, open: (now: () => Date) => Promise<Store>): void {
  test(`${engine}: the cube says what SQL says, on every map and as of every number of the log`, async () => {
    await fc.assert(
      fc.asyncProperty(
        historyIn('w'),
        fc.array(draw, { minLength: 5, maxLength: 120 }),
        fc.array(fc.nat(), { minLength: 3, maxLength: 3 }),
        async ({ territory }, draws, picks) => {
          const store = await open(() => new Date('2026-01-01T00:00:00Z'))
          await migrate(store)
          await ensureTenant(store.db, 'LS', 'Lạng Sơn')
          await saveTerritory(store, 'LS', territory, { actor: 'an officer' })
          const areas = [...territory.areas.keys()]
          const size = Math.ceil(draws.length / 4)
          for (let at = 0; at < draws.length; at += size) {
            const batch = draws.slice(at, at + size).map((each, i) => {
              const indicator = INDICATORS[i % 3] ?? indicatorOf('sum')
              const { log, ...figure } = figureOf(each, indicator, areas, 0, true)
              return { ...figure, note: `${log}` }
            })
            await importFigures(store, 'LS', oneOfEach(batch), BY)
            // A cube that is at hand takes in what comes; one that is not is loaded.
            if (at > 0) await cubeFor(store, 'LS', { indicators: INDICATORS, terms: [TERM], day: DAYS[0] })
          }
          const head = await headOf(store, 'LS')
          for (const pick of picks) {
            const log = pick % (head + 1)
            for (const day of DAYS) {
              const cube = await cubeFor(store, 'LS', { indicators: INDICATORS, terms: [TERM], day, asOf: log })
              const known = await observations(store, 'LS', { asOf: log })
              const stood = log === 0 ? { ...territory, areas: new Map(), reorganisations: [] } : territory
              const bySql = recastCube(cubeFrom(stood, INDICATORS, known, day), day)
              rollUp(bySql)
              expect(everyCell(cube)).toEqual(everyCell(bySql))
              const wanted = { indicators: INDICATORS, terms: [TERM], day, asOf: log }
              const { given, log: until } = await cubesFor(store, 'LS', wanted, 'w')
              for (const area of areas) {
                const rows = await observations(store, 'LS', { asOf: log, areas: [area] })
                const said = rows.filter(each => each.status !== 'simulated').map(each => ({ ...each, note: '' }))
                expect(givenIn(given, area, until)).toEqual(said)
              }
            }
          }
          await store.close()
        },
      ),
      { numRuns: 5 },
    )
  })
}

/** A file holds each key once. */
function oneOfEach<
  T extends { readonly indicator: string; readonly area: string; readonly period: object; readonly source: string },
>(figures: readonly T[]): T[] {
  return [
    ...new Map(
      figures.map(each => [JSON.stringify([each.indicator, each.area, each.period, each.source]), each]),
    ).values(),
  ]
}
