import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asOf } from '../../src/cube/as-of.ts'
import { takeFigure } from '../../src/cube/edit.ts'
import { isAbsent } from '../../src/measure/absence.ts'
import { everyCell, cubeFrom, draw, figureOf, indicatorOf, shape, tree } from './world.ts'

const INDICATORS = [
  indicatorOf('sum'),
  indicatorOf('last', { overTime: 'last', sources: ['s', 'other'] }),
  indicatorOf('met', { overAreas: 'recount', overTime: 'last', decimals: 0 }),
]

test('a cube as of a number of the log is the cube of what was known then, whether figures came at once or one by one', () => {
  fc.assert(
    fc.property(
      shape,
      fc.array(draw, { minLength: 1, maxLength: 150 }),
      fc.nat(),
      fc.boolean(),
      (given, draws, at, few) => {
        const territory = tree(given)
        const areas = [...territory.areas.keys()].slice(0, few ? 2 : undefined)
        const figures = draws.map((each, i) =>
          figureOf(each, INDICATORS[i % INDICATORS.length] ?? indicatorOf('sum'), areas, 1 + Math.floor(i / 3), true),
        )
        const log = at % (2 + Math.floor(draws.length / 3))
        const known = figures.filter(figure => figure.log <= log)
        const expected = everyCell(cubeFrom(territory, INDICATORS, known))
        const whole = cubeFrom(territory, INDICATORS, figures)
        expect(everyCell(asOf(whole, log)), 'at once').toEqual(expected)
        const grown = cubeFrom(territory, INDICATORS, figures.slice(0, 20))
        let stopped = false
        for (const figure of figures.slice(20)) {
          const value = isAbsent(figure.value) ? figure.value.absent : figure.value
          stopped ||= !takeFigure(grown, { ...figure, breakdown: '{}', value })
        }
        if (!stopped) expect(everyCell(asOf(grown, log)), 'one by one').toEqual(expected)
      },
    ),
    { numRuns: 40 },
  )
})
