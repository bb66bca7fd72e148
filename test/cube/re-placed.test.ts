import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asOf } from '../../src/cube/as-of.ts'
import type { Cube } from '../../src/cube/cube.ts'
import { takeFigure } from '../../src/cube/edit.ts'
import { recastCube } from '../../src/cube/recast-cube.ts'
import { rePlaced } from '../../src/cube/re-placed.ts'
import { rollUp } from '../../src/cube/roll.ts'
import { isAbsent } from '../../src/measure/absence.ts'
import { history } from './histories.ts'
import { cubeFrom, DAY, draw, everyCell, figureOf, indicatorOf, shape, tree } from './world.ts'

const INDICATORS = [
  indicatorOf('sum'),
  indicatorOf('last', { overTime: 'last', sources: ['s', 'other'] }),
  indicatorOf('rate', { unit: '%', overAreas: 'weightedMean', overTime: 'last', weight: 'last' }),
  indicatorOf('met', { overAreas: 'recount', overTime: 'last', decimals: 0 }),
  indicatorOf('share', { unit: '%', overAreas: 'none', formula: 'share([sum]; [last])' }),
]

const shown = (cube: Cube, day: string) => {
  const cast = recastCube(cube, day)
  rollUp(cast)
  return everyCell(cast)
}

const worlds = fc.oneof(
  // Another tree of the same areas, some of which are new and some gone.
  fc.tuple(shape, shape).map(([a, b]) => ({ before: tree(a), after: tree(b), from: DAY, to: DAY })),
  // Another day of one territory: areas of the map become areas of other maps.
  fc.tuple(history, fc.constantFrom('2000-06-01', '2002-06-01', '2009-06-01'), fc.constantFrom('2001-06-01', '2003-06-01')).map(
    ([{ territory }, from, to]) => ({ before: territory, after: territory, from, to }),
  ),
) // prettier-ignore

test('a cube in another tree, or on the map of another day, is as if it were loaded there, and goes on as it would', () => {
  let [dense, sparse] = [0, 0]
  fc.assert(
    fc.property(worlds, fc.array(draw, { minLength: 10, maxLength: 80 }), fc.boolean(), ({ before, after, from, to }, draws, full) => {
      const areas = [...new Set([...before.areas.keys(), ...after.areas.keys()])]
      const whole = (full ? INDICATORS.slice(0, 4) : []).flatMap((indicator, n) =>
        areas.flatMap((_, a) => Array.from({ length: 24 }, (_, m) => figureOf({ area: a, period: m, value: 1 + a * 7 + m * n, kind: 20, source: 1 }, indicator, areas, 1, false))),
      )
      const figures = draws.map((each, i) => figureOf(each, INDICATORS[i % 4] ?? indicatorOf('sum'), areas, 2 + i, true))
      const known = [...whole, ...figures.slice(3)]
      const moved = rePlaced(cubeFrom(before, INDICATORS, known, from), after, to)
      const loaded = cubeFrom(after, INDICATORS, known, to)
      if (!moved) throw new Error('not moved')
      expect(shown(moved, to)).toEqual(shown(loaded, to))
      expect(moved.columns.map(({ on, off }) => [on !== null, off !== null])).toEqual(loaded.columns.map(({ on, off }) => [on !== null, off !== null]))
      for (const { on } of moved.columns) if (on) dense += 1
      else sparse += 1
      const log = Math.floor(figures.length / 2)
      expect(shown(asOf(moved, log), to)).toEqual(shown(asOf(loaded, log), to))
      for (const figure of figures.slice(0, 3)) {
        const value = isAbsent(figure.value) ? figure.value.absent : figure.value
        const one = { ...figure, breakdown: '{}', value, log: 1000 }
        expect(takeFigure(moved, one)).toBe(takeFigure(loaded, one))
      }
      expect(shown(moved, to)).toEqual(shown(loaded, to))
    }),
    { numRuns: 20, endOnFailure: true },
  ) // prettier-ignore
  expect(dense).toBeGreaterThan(10)
  expect(sparse).toBeGreaterThan(10)
})

test('a count of areas that speaks of a map of its own hangs on the tree: such a cube is loaded anew', () => {
  const figure = figureOf({ area: 0, period: 0, value: 10, kind: 20, source: 1 }, INDICATORS[3] ?? indicatorOf('met'), ['p'], 1, false) // prettier-ignore
  const cube = cubeFrom(tree([2]), INDICATORS, [{ ...figure, map: DAY }])
  expect(rePlaced(cube, tree([3]), DAY)).toBeNull()
})
