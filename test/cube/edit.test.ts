import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cellAt } from '../../src/cube/read.ts'
import { nothingChanged, takeFigure, type Changed } from '../../src/cube/edit.ts'
import { rollUp } from '../../src/cube/roll.ts'
import type { Cube } from '../../src/cube/cube.ts'
import { isAbsent } from '../../src/measure/absence.ts'
import type { Observation } from '../../src/plan/observation.ts'
import type { Indicator } from '../../src/plan/plan.ts'

import { cubeFrom, draw, figureOf, indicatorOf, shape, tree, WEIGHED, type Draw } from './world.ts'
import { wrong } from './wrong.ts'

const INDICATORS: readonly Indicator[] = [
  ...WEIGHED,
  indicatorOf('density', {
    unit: 'người/km²',
    overAreas: 'ratioOfSums',
    ratio: { numerator: 'people', denominator: 'land' },
  }),
  indicatorOf('share', { unit: '%', overAreas: 'none', overTime: 'none', formula: 'share([people]; [jobs])' }),
  indicatorOf('grown', { unit: '%', overAreas: 'none', overTime: 'none', formula: 'growth([people])' }),
  indicatorOf('change', { overAreas: 'none', overTime: 'none', formula: '[people] - previous([people])' }),
]
const GIVEN = INDICATORS.slice(0, 6)

const newFigure = (figure: Observation) => ({
  ...figure,
  breakdown: JSON.stringify(figure.breakdown),
  value: isAbsent(figure.value) ? figure.value.absent : figure.value,
})

/** Everything that a cube says, cell by cell. */
function allOf(cube: Cube): Map<string, string> {
  const cells = new Map<string, string>()
  cube.columns.forEach((column, number) => {
    for (let row = 0; row < cube.axis.onMap; row += 1)
      for (let index = 0; index < column.calendar.length; index += 1) {
        const cell = cellAt(cube, column, row, index)
        cells.set(
          `${number} ${row} ${index}`,
          JSON.stringify(cell, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)),
        )
      }
  })
  return cells
}

const differing = (a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>) =>
  [...b].filter(([key, text]) => withoutStatus(a.get(key) ?? '') !== withoutStatus(text)).map(([key]) => key)
const withoutStatus = (text: string) => text.replace(/"status":"[a-z]+"/, '')
const named = ({ columns, rows, indexes }: Changed) =>
  new Set(columns.map((c, i) => `${c} ${rows[i] ?? 0} ${indexes[i] ?? 0}`))

/** Of two districts one gave its quarter, the other none of its months: of a quotient's six months three are reported. */
const nothing: Draw = { area: 0, period: 0, value: 0, kind: 0, source: 0 }
const QUARTER_BESIDE_MONTHS: [number[], Draw[], boolean] = [
  [0, 0],
  [...Array.from({ length: 6 }, () => nothing), { ...nothing, area: 26, period: 35, kind: 6 }],
  false,
]

describe('one figure at a time', () => {
  for (const longer of [false, true])
    test(`is as all at once, and says what changed (${longer ? 'figures of every kind' : 'of leaves and months'})`, () => {
      fc.assert(
        fc.property(shape, fc.array(draw, { minLength: 5, maxLength: 60 }), fc.boolean(), (given, changes, dense) => {
          const territory = tree(given)
          const areas = [...territory.areas.keys()]
          const parents = new Set([...territory.areas.values()].map(area => area.facts[0]?.parent))
          const leaves = areas.filter(id => !parents.has(id))
          const start = GIVEN.flatMap(indicator =>
            leaves.flatMap((_, a) =>
              Array.from({ length: 24 }, (_, m) =>
                figureOf({ area: a, period: m, value: a * 77 + m, kind: 20, source: 1 }, indicator, leaves, 1, false),
              ),
            ),
          ).filter((_, i) => (dense ? true : i % 5 === 0))
          const edits = changes.map((change, i) =>
            figureOf(change, GIVEN[i % GIVEN.length] ?? indicatorOf('people'), longer ? areas : leaves, i + 2, longer),
          )
          const cube = cubeFrom(territory, INDICATORS, start)
          rollUp(cube)
          const taken: Observation[] = [...start]
          for (const [i, edit] of edits.entries()) {
            const before = i > edits.length - 4 ? allOf(cube) : null
            const changed = nothingChanged()
            if (!takeFigure(cube, newFigure(edit), changed)) continue
            taken.push(edit)
            if (!before) continue
            const said = named(changed)
            expect(differing(before, allOf(cube)).filter(key => !said.has(key))).toEqual([])
          }
          const anew = cubeFrom(territory, INDICATORS, taken)
          rollUp(anew)
          const keyed = (each: Cube) =>
            new Map(
              [...allOf(each)].map(([key, text]) => [
                key.replace(/^\d+/, n => JSON.stringify(each.columns[Number(n)]?.slice)),
                text,
              ]),
            )
          expect(differing(keyed(anew), keyed(cube)).slice(0, 5)).toEqual([])
          expect(wrong(cube, taken, INDICATORS).slice(0, 5)).toEqual([])
        }),
        { numRuns: 4, examples: longer ? [QUARTER_BESIDE_MONTHS] : [] },
      )
    })
})
