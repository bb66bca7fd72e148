import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nothingChanged, takeFigure } from '../../src/cube/edit.ts'
import { rollUp } from '../../src/cube/roll.ts'
import { areasOf } from '../../src/evaluation/allocation/plan-for.ts'
import { bulkOf } from '../../src/evaluation/bulk/bulk.ts'
import { wordOf } from '../../src/evaluation/bulk/code.ts'
import { learn } from '../../src/evaluation/bulk/learn.ts'
import { questionOfCube, type Cubes } from '../../src/evaluation/of-cube.ts'
import { isAbsent } from '../../src/measure/absence.ts'
import { boundOf } from '../../src/measure/bound.ts'
import { dec } from '../../src/measure/decimal.ts'
import type { Observation } from '../../src/plan/observation.ts'
import type { Allocation, Plan, Shape } from '../../src/plan/plan.ts'
import { cubeFrom, draw, figureOf, indicatorOf, shape, tree } from '../cube/world.ts'
import { periodOf, planWith, target } from './plans.ts'

const INDICATORS = [
  indicatorOf('people', { nonNegative: true }),
  indicatorOf('land', { overTime: 'last' }),
  indicatorOf('poor', { unit: '%', overAreas: 'weightedMean', overTime: 'last', weight: 'land', direction: 'down' }),
  indicatorOf('share', { unit: '%', overAreas: 'none', overTime: 'none', formula: 'share([people]; [land])' }),
]
const relative = { change: 'up', basis: 'relative' } as const
const MEASURES: readonly (readonly [string, Shape, string])[] = [
  ['people', { kind: 'level', when: periodOf('2023') }, 'người'],
  ['people', { kind: 'cumulative', when: periodOf('2022/2023') }, 'người'],
  ['people', { kind: 'growth', when: periodOf('2023'), ...relative }, '%'],
  ['people', { kind: 'meanGrowth', when: periodOf('2022/2023'), ...relative, mean: 'geometric' }, '%'],
  ['land', { kind: 'eachPeriod', when: periodOf('2022/2023') }, 'người'],
  ['land', { kind: 'eachChange', when: periodOf('2022/2023'), ...relative }, '%'],
  ['poor', { kind: 'level', when: periodOf('2023') }, '%'],
  ['share', { kind: 'level', when: periodOf('2023') }, '%'],
]

/** Every area of a tree has a share of every measure. */
function planOver(areas: readonly string[], bounds: readonly number[]): Plan {
  const [top = '', ...below] = areas
  const targets = MEASURES.map(([code, of, unit], i) => {
    const at = String(bounds[i % bounds.length] ?? 0)
    const low = boundOf('atLeast', dec(at), null)
    const allocations = below.map((area): Allocation => ({
      area,
      when: null,
      within: null,
      bound: low ?? boundOfNothing(),
    }))
    return target(`t${String(i)}`, code, of, ['atLeast', at, null], unit, { allocations })
  })
  return { ...planWith(INDICATORS, targets, { from: 2022, to: 2023 }), area: top }
}
const boundOfNothing = () => {
  throw new Error('a floor always stands')
}

const newFigure = (figure: Observation) => ({
  ...figure,
  breakdown: JSON.stringify(figure.breakdown),
  value: isAbsent(figure.value) ? figure.value.absent : figure.value,
})

test('after every figure the targets that hang on it are judged again, as if all were judged anew, and what changed is named', () => {
  let [taken, moved, spared] = [0, 0, 0]
  fc.assert(
    fc.property(
      shape,
      fc.array(draw, { minLength: 8, maxLength: 30 }),
      fc.array(fc.integer({ min: -50, max: 200_000 }), { minLength: 1, maxLength: 8 }),
      fc.constantFrom('2022-12-31', '2023-05-31', '2023-12-31'),
      fc.boolean(),
      (given, draws, bounds, on, longer) => {
        const territory = tree(given)
        const areas = [...territory.areas.keys()]
        const plan = planOver(areas, bounds)
        const parents = new Set([...territory.areas.values()].map(area => area.facts[0]?.parent))
        const leaves = areas.filter(id => !parents.has(id))
        const start = INDICATORS.slice(0, 3).flatMap(indicator =>
          leaves.flatMap((_, a) =>
            Array.from({ length: 24 }, (_, m) =>
              figureOf(
                { area: a, period: m, value: 1000 + a * 77 + m, kind: 20, source: 1 },
                indicator,
                leaves,
                1,
                false,
              ),
            ),
          ),
        )
        const cube = cubeFrom(territory, INDICATORS, start)
        rollUp(cube)
        const cubes: Cubes = { given: cube, get log() { return cube.log }, shown: cube } // prettier-ignore
        const anew = () => bulkOf(questionOfCube(cubes, plan, { on }, areasOf(plan)))
        let bulk = anew()
        draws.forEach((each, i) => {
          const indicator = INDICATORS[each.source % 3] ?? indicatorOf('people')
          const changed = nothingChanged()
          const figure = newFigure(figureOf(each, indicator, longer ? areas : leaves, i + 2, longer))
          if (!takeFigure(cube, figure, changed)) return
          taken += 1
          const found = learn(bulk, cubes, changed)
          const whole = anew()
          expect(found.bulk.statuses).toEqual(whole.statuses)
          const differs = bulk.lanes.flatMap((lane, l) =>
            bulk.areas.flatMap((area, row) => {
              const [before, after] = [bulk.statuses[l]?.[row] ?? 0, whole.statuses[l]?.[row] ?? 0]
              return before === after ? [] : [[lane.measure.id, area, wordOf(before), wordOf(after)]]
            }),
          )
          expect(found.changed.map(({ measure, area, before, after }) => [measure, area, before, after])).toEqual(
            expect.arrayContaining(differs),
          )
          expect(found.changed).toHaveLength(differs.length)
          moved += differs.length
          spared += bulk.lanes.length * bulk.areas.length - found.judged
          bulk = found.bulk
        })
      },
    ),
    { numRuns: 8 },
  )
  expect(taken).toBeGreaterThan(60)
  expect(moved).toBeGreaterThan(20)
  expect(spared).toBeGreaterThan(taken)
})
