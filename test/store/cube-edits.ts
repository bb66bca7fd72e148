import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byteSize, type Cube } from '../../src/cube/cube.ts'
import { recastCube } from '../../src/cube/recast-cube.ts'
import { read } from '../../src/cube/read.ts'
import { rollUp } from '../../src/cube/roll.ts'
import { month, quarter, year, type Period } from '../../src/measure/period.ts'
import { ratio } from '../../src/measure/ratio.ts'
import type { Observation } from '../../src/plan/observation.ts'
import type { Indicator } from '../../src/plan/plan.ts'
import { cubeFor, headOf, keepCubes, loadCube } from '../../src/store/cube.ts'
import { importFigures } from '../../src/store/import-figures.ts'
import { ensureTenant } from '../../src/store/log.ts'
import { migrate } from '../../src/store/migrate.ts'
import type { Store } from '../../src/store/open.ts'
import { currentTerritory, saveTerritory } from '../../src/store/territory.ts'
import type { Area, Reorganisation, Territory } from '../../src/territory/territory.ts'
import { nothingReached, onMap } from '../cube/on-map.ts'
import { DAY, draw, everyCell, figureOf, indicatorOf, TERM, territoryOf, type Draw } from '../cube/world.ts'
import { BY_HAND, wrong } from '../cube/wrong.ts'

const BY = { actor: 'an officer', subject: 'figures.csv' }
const CHANGED_ON = '2022-08-01'
const MOST_AREAS = 9

/** One step: figures that come, or a change of the tree or of the definitions; whole numbers say which. */
interface Step {
  readonly kind: number
  readonly pick: number
  readonly draws: readonly Draw[]
}
const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.nat({ max: 9 }),
  pick: fc.nat({ max: 9999 }),
  draws: fc.array(draw, { minLength: 20, maxLength: 60 }),
})

/** An area as it is in the tree now; `until`: it ended in a reorganisation. */
interface Place {
  readonly id: string
  readonly parent: string | null
  readonly since?: string
  readonly until?: string
}

/** A province with two districts and four communes. */
const FIRST: readonly Place[] = [
  { id: 'p', parent: null },
  { id: 'd0', parent: 'p' },
  { id: 'd1', parent: 'p' },
  ...['c0', 'c1', 'c2', 'c3'].map((id, i) => ({ id, parent: `d${i % 2}` })),
]

interface Tree {
  readonly places: readonly Place[]
  readonly events: readonly Reorganisation[]
}

/** A commune comes into being, moves into another district (a correction), two become one, or one becomes two. */
function changedTree({ places, events }: Tree, pick: number): Tree {
  const living = places.filter(place => place.id.length > 1 && !place.id.startsWith('d') && !place.until)
  const [some, kind] = [living[(pick >> 2) % living.length], [0, 1, 1, 2, 3][pick % 5]]
  if (!some) return { places, events }
  const id = `n${places.length}`
  const other = living.find(each => each.id !== some.id && !each.since)
  const link = (from: string, to: string) => ({ from, to, weights: {} })
  const ended = (...gone: readonly Place[]) =>
    places.map(place => (gone.includes(place) ? { ...place, until: CHANGED_ON } : place))
  const event = (...links: readonly ReturnType<typeof link>[]): Reorganisation => ({
    kind: 'links',
    date: CHANGED_ON,
    links,
    basis: id,
  })
  if (kind === 0 && living.length < MOST_AREAS) return { places: [...places, { id, parent: `d${pick % 2}` }], events }
  if (kind === 1 && other && !some.since)
    return {
      places: [...ended(some, other), { id, parent: some.parent, since: CHANGED_ON }],
      events: [...events, event(link(some.id, id), link(other.id, id))],
    }
  if (kind === 2 && !some.since && living.length < MOST_AREAS)
    return {
      places: [...ended(some), ...['a', 'b'].map(half => ({ id: id + half, parent: some.parent, since: CHANGED_ON }))],
      events: [...events, event(link(some.id, `${id}a`), link(some.id, `${id}b`))],
    }
  const parent = some.parent === 'd0' ? 'd1' : 'd0'
  return { places: places.map(place => (place === some ? { ...place, parent } : place)), events }
}

const territoryFor = ({ places, events }: Tree): Territory =>
  territoryOf(
    places.map(({ id, parent, since = '2000-01-01', until = null }): Area => {
      const type = id === 'p' ? 'tỉnh' : id.startsWith('d') ? 'huyện' : 'xã'
      return { id, facts: [{ from: since, to: until, code: id, name: id, type, parent }] }
    }),
    events,
  )

const FORMULAS = Object.keys(BY_HAND).slice(0, 4)

/** Definitions by a number: which formula, which weight, what is divided, how jobs go over time, whether two more are made. */
function definedBy(n: number): readonly Indicator[] {
  const formula = FORMULAS[n % 4] ?? ''
  const bit = (k: number) => (n >> k) & 1
  const made = { overAreas: 'none', overTime: 'none' } as const
  return [
    indicatorOf('people', { decimals: 1 + bit(9) }),
    indicatorOf('land', { unit: 'km²', overTime: 'last' }),
    indicatorOf('jobs', { overTime: (['mean', 'sum', 'last'] as const)[(n >> 2) % 3] ?? 'sum' }),
    indicatorOf('rate', { unit: '%', overAreas: 'weightedMean', overTime: 'last', weight: bit(4) ? 'people' : 'land' }),
    indicatorOf('density', {
      unit: 'người/km²',
      overAreas: 'ratioOfSums',
      ratio: { numerator: bit(5) ? 'people' : 'jobs', denominator: 'land' },
    }),
    indicatorOf('made', { ...made, unit: /share|growth/.test(formula) ? '%' : 'người', formula }),
    ...(bit(6)
      ? [
          indicatorOf('all', { ...made, formula: '[people] + [jobs]' }),
          indicatorOf('rest', { ...made, formula: '[all] - [jobs]' }),
        ]
      : []),
  ]
}
const GIVEN = 5

/**
 * A stream of edits of figures, of the tree and of the definitions through the store: what `cubeFor` answers is what a cube that is
 * loaded afresh answers, and what the slow way does.
 */
export function cubeEditsSuite(engine: string, open: (now: () => Date) => Promise<Store>, runs: number): void {
  test(`${engine}: after every edit of figures, tree and formulas the cube is as if it were made anew`, async () => {
    const done = { figures: 0, trees: 0, definitions: 0, anew: 0, slow: 0 }
    const reached = nothingReached()
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 40, maxLength: 50 }), async steps => {
        const store = await open(() => new Date('2026-01-01T00:00:00Z'))
        await migrate(store)
        await ensureTenant(store.db, 'LS', 'Lạng Sơn')
        let tree: Tree = { places: FIRST, events: [] }
        let indicators = definedBy(0)
        const figures: Observation[] = []
        await saveTerritory(store, 'LS', territoryFor(tree), BY)
        for (const [n, { kind, pick, draws }] of steps.entries()) {
          if (kind === 0) {
            tree = changedTree(tree, pick)
            await saveTerritory(store, 'LS', territoryFor(tree), BY)
            done.trees += 1
          } else if (kind <= 2) {
            indicators = definedBy(pick)
            done.definitions += 1
          } else {
            const ids = tree.places.map(place => place.id)
            // Of one month what is weighted and its weight of every area, so that means are made where areas become one.
            const month = ids.flatMap((_, area) => [0, 1, 3].map(kind => ({ area, period: pick % 12, value: pick + area, kind: 20, source: kind }))) // prettier-ignore
            const batch = [...draws, ...month].map((each, i) => {
              const of = i < draws.length ? i % GIVEN : each.source
              const indicator = indicators[of] ?? indicatorOf('people')
              return { ...figureOf(each, indicator, ids, 0, pick % 3 === 0), source: 's' }
            })
            const once = [...new Map(batch.map(f => [JSON.stringify([f.indicator, f.area, f.period]), f])).values()]
            await importFigures(store, 'LS', once, BY)
            figures.push(...once)
            done.figures += once.length
          }
          const wanted = { indicators, terms: [TERM], day: DAY }
          const cube = await cubeFor(store, 'LS', wanted)
          if (n % 5 !== 0 && n < steps.length - 1) continue
          const territory = await currentTerritory(store, 'LS')
          const anew = await loadCube(store, 'LS', { territory, ...wanted }, await headOf(store, 'LS'))
          const shown = recastCube(anew, DAY)
          rollUp(shown)
          expect(everyCell(cube)).toEqual(everyCell(shown))
          done.anew += 1
          if (n % 20 !== 0 && n < steps.length - 1) continue
          expect(wrong(cube, onMap(territory, DAY, figures, indicators, reached), indicators).slice(0, 5)).toEqual([])
          done.slow += 1
        }
        await store.close()
      }),
      { numRuns: runs, endOnFailure: true },
    )
    for (const times of Object.values(done)) expect(times).toBeGreaterThan(runs)
    expect([reached.means > 0, reached.cut > 0]).toEqual([true, true])
  })

  const people = indicatorOf('people')
  const wanted = { indicators: [people], terms: [], day: DAY }
  const give = (store: Store, period: Period, value = 70) => {
    const figure = figureOf({ area: 0, period: 0, value, kind: 20, source: 1 }, people, ['c0'], 0, false)
    return importFigures(store, 'LS', [{ ...figure, period }], BY)
  }
  const begun = async () => {
    const store = await open(() => new Date('2026-01-01T00:00:00Z'))
    await migrate(store)
    await ensureTenant(store.db, 'LS', 'Lạng Sơn')
    await saveTerritory(store, 'LS', territoryFor({ places: FIRST, events: [] }), BY)
    return store
  }

  test(`${engine}: a cube takes in what is new once, however many ask; a year that it has not makes it anew`, async () => {
    const store = await begun()
    await give(store, month(2022, 1))
    await cubeFor(store, 'LS', wanted)
    await give(store, month(2022, 2))
    const [cube] = await Promise.all([1, 2, 3].map(() => cubeFor(store, 'LS', wanted)))
    if (!cube) throw new Error('no cube')
    expect(read(cube, 0, 'c0', quarter(2022, 1))).toMatchObject({ kind: 'partial', coverage: { covered: 2, due: 3 } })
    expect(cube.columns[0]?.history.count).toBe(0)
    await give(store, month(2024, 5))
    const longer = await cubeFor(store, 'LS', wanted)
    expect(read(longer, 0, 'p', year(2024))).toMatchObject({ kind: 'partial', coverage: { covered: 1, due: 48 } })
    await store.close()
  })

  test(`${engine}: a snapshot of figures that stood in another store, or before a restore, is not taken for these`, async () => {
    for (const value of [70, 90]) {
      const store = await begun()
      await give(store, month(2022, 1), value)
      const cube = await cubeFor(store, 'LS', wanted)
      expect(read(cube, 0, 'c0', month(2022, 1))).toMatchObject({ kind: 'value', value: ratio(BigInt(value), 10n) })
      await store.close()
    }
  })

  test(`${engine}: cubes of many tenants stay within their room, those not asked for longest leave, and none answers for another`, async () => {
    const store = await begun()
    const tenants = ['T1', 'T2', 'T3', 'T4']
    for (const [n, tenant] of tenants.entries()) {
      await ensureTenant(store.db, tenant, tenant)
      await saveTerritory(store, tenant, territoryFor({ places: FIRST, events: [] }), BY)
      const figure = figureOf(
        { area: 0, period: 0, value: 10 * (n + 1), kind: 20, source: 1 },
        people,
        ['c0'],
        0,
        false,
      )
      const months = Array.from({ length: 12 }, (_, m) => ({ ...figure, period: month(2022, m + 1) }))
      await importFigures(store, tenant, months, BY)
    }
    const ask = (tenant: string) => cubeFor(store, tenant, wanted)
    const one = byteSize(await ask('T1')).all
    const kept = keepCubes(store, 2.5 * one)
    const held: Cube[] = []
    for (const [n, tenant] of [...tenants, ...tenants].entries()) {
      const cube = await ask(tenant)
      expect(cube.tenant).toBe(tenant)
      const value = ratio(BigInt((n % tenants.length) + 1))
      expect(read(cube, 0, 'c0', month(2022, 12))).toMatchObject({ kind: 'value', value })
      expect(kept.size).toBeLessThanOrEqual(2)
      held.push(cube)
    }
    // The last two are at hand; what left is made anew.
    expect(await ask('T4')).toBe(held.at(-1))
    expect(await ask('T3')).toBe(held.at(-2))
    expect(await ask('T1')).not.toBe(held.at(-4))
    // A tenant whose cube has no room by itself is answered and takes nobody else's place.
    const small = keepCubes(store, 0.5 * one)
    expect((await ask('T2')).tenant).toBe('T2')
    expect(small.size).toBe(0)
    await store.close()
  })
}
