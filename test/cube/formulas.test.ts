import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { amountAt, arithmeticAt, ownAt } from '../../src/cube/amount.ts'
import type { Column } from '../../src/cube/column.ts'
import type { Cube } from '../../src/cube/cube.ts'
import { nothingChanged, takeFigure } from '../../src/cube/edit.ts'
import { formulasIn } from '../../src/cube/kept-rows.ts'
import { rollUp } from '../../src/cube/roll.ts'
import { isAbsent } from '../../src/measure/absence.ts'
import { decimal } from '../../src/measure/decimal.ts'
import { periodCode } from '../../src/measure/period.ts'
import { parseUnit } from '../../src/measure/unit.ts'
import { computedIn } from '../../src/plan/formula/compute.ts'
import type { Observation } from '../../src/plan/observation.ts'
import type { Indicator } from '../../src/plan/plan.ts'
import { cubeFrom, draw, figureOf, indicatorOf, tree } from './world.ts'

const made = (code: string, unit: string, formula: string, more: Partial<Indicator> = {}) =>
  indicatorOf(code, { unit, overAreas: 'none', overTime: 'none', formula, ...more })

const GIVEN: readonly Indicator[] = [
  indicatorOf('people'),
  indicatorOf('land', { unit: 'ha', overTime: 'last', decimals: 2 }),
  indicatorOf('jobs', { overTime: 'mean' }),
  indicatorOf('money', { unit: 'đồng', decimals: 0 }),
  indicatorOf('yearly', { frequency: 'Q' }),
  indicatorOf('pace', { unit: '%', overAreas: 'none', overTime: 'chainedGrowth' }),
  indicatorOf('rate', { unit: '%', overAreas: 'weightedMean', overTime: 'last', weight: 'land' }),
]
const FORMULAS: readonly Indicator[] = [
  indicatorOf('density', { unit: 'người/km²', overAreas: 'ratioOfSums', ratio: { numerator: 'people', denominator: 'land' } }),
  made('share', '%', 'share([people]; [jobs])'),
  made('grown', '%', 'growth([people])'),
  made('change', 'người', '-([people] - previous([people])) * 2'),
  made('back', 'người', 'previous(sameLastYear([jobs]))'),
  made('each', 'triệu đồng/người', '[money] / [people]'),
  made('yield', 'đồng/m²', '[money] / [land]'),
  made('least', 'người', 'min([people]; [jobs] + 3) + max([jobs]; 100)'),
  made('near', 'người', 'round([people] * 1,25; 0) - round([jobs] / 7; 2)'),
  made('unlike', 'người', '[people] + [land]'),
  made('other', 'km²', '[people]'),
  made('crowd', 'người/km²', 'round([density]; 3) + previous([density])'),
  made('points', 'điểm %', '[rate] - sameLastYear([rate]) + [pace] - [pace]'),
  made('square', 'đồng', '[money] * 1000001 / 7'),
  made('mixed', 'người', '[yearly] + [people]'),
  made('all', 'người', '[people] + [jobs]'),
  made('rest', 'người', '[all] - [jobs] * 2', { decimals: 1 }),
  made('further', '%', 'growth([rest]) + share([all]; [rest])'),
  made('constant', 'người', '3 / 7 + 2'),
] // prettier-ignore
const INDICATORS = [...GIVEN, ...FORMULAS]

/** Where a formula's cell is not what its arithmetic, cell by cell, comes to: value, reason and all. */
function unlike(cube: Cube): string[] {
  const found: string[] = []
  for (const column of cube.columns.filter(each => each.computed?.kind === 'formula'))
    for (const row of cube.axis.rows.values())
      for (const [index, period] of column.calendar.periods.entries()) {
        if (ownAt(column, row, index)) continue
        const [ours, theirs] = [said(cube, column, row, index), bySlowWay(cube, column, row, index)]
        if (ours !== theirs)
          found.push(`${column.slice.indicator} ${cube.axis.ids[row] ?? ''} ${periodCode(period)}: ${ours}, not ${theirs}`)
      }
  return found
} // prettier-ignore

function said(cube: Cube, column: Column, row: number, index: number): string {
  const { value, covered, due, why } = amountAt(cube, column, row, index)
  return value ? `${value.num}/${value.den} ${covered} of ${due}` : JSON.stringify(why)
}

function bySlowWay(cube: Cube, column: Column, row: number, index: number): string {
  const computed = arithmeticAt(cube, column, row, index)
  const unit = parseUnit(column.indicator.unit)
  if (!computed || !unit) throw new Error('no arithmetic')
  const value = computedIn(computed, unit)
  return isAbsent(value) ? JSON.stringify(value) : `${value.num}/${value.den} 1 of 1`
}

/** A draw's figure; those of money are near 2^53, so that what is made of them does not fit. */
function figureFrom(each: Parameters<typeof figureOf>[0], i: number, areas: readonly string[], longer: boolean): Observation {
  const indicator = GIVEN[i % GIVEN.length] ?? indicatorOf('people')
  const figure = figureOf(each, indicator, areas, i + 1, longer)
  const wide = indicator.code === 'money' && !isAbsent(figure.value)
  return wide ? { ...figure, value: decimal(BigInt(each.value) * 123_456_789n + 1n) } : figure
} // prettier-ignore

const newFigure = (figure: Observation) => ({
  ...figure,
  breakdown: '{}',
  value: isAbsent(figure.value) ? figure.value.absent : figure.value,
})

describe('formulas over columns', () => {
  for (const longer of [false, true])
    test(`come to what each cell's arithmetic does, and only what hangs on a figure is computed again (${longer ? 'figures of every kind' : 'of leaves and months'})`, () => {
      let [again, all] = [0, 0]
      fc.assert(
        fc.property(fc.constantFrom([2, -1], [1, 0, 3]), fc.array(draw, { minLength: 20, maxLength: 80 }), fc.boolean(), (given, draws, dense) => {
          const territory = tree(given)
          const areas = [...territory.areas.keys()]
          const parents = new Set([...territory.areas.values()].map(area => area.facts[0]?.parent))
          const leaves = areas.filter(id => !parents.has(id))
          const whole = GIVEN.flatMap((_, g) =>
            leaves.flatMap((_, a) =>
              Array.from({ length: 24 }, (_, m) =>
                figureFrom({ area: a, period: m, value: 1 + a * 77 + m * g, kind: 20, source: 1 }, g, leaves, false),
              ),
            ),
          ).map(figure => ({ ...figure, log: 1 }))
          const edits = draws.map((each, i) => ({
            ...figureFrom(each, i, longer ? areas : leaves, longer),
            log: 100 + i,
          }))
          const cube = cubeFrom(territory, INDICATORS, [...(dense ? whole : whole.filter((_, i) => i % 5 === 0)), ...edits.slice(4)])
          if (longer) expect(unlike(cube).slice(0, 5)).toEqual([])
          rollUp(cube)
          if (!longer) expect(unlike(cube).slice(0, 5)).toEqual([])
          for (const edit of edits.slice(0, 4)) {
            const before = formulasIn(cube).computed
            const changed = nothingChanged()
            if (!takeFigure(cube, newFigure({ ...edit, log: edit.log + 100 }), changed)) continue
            expect(unlike(cube).slice(0, 5)).toEqual([])
            const named = changed.columns.filter(number => cube.columns[number]?.computed?.kind === 'formula').length
            expect(formulasIn(cube).computed - before).toBeLessThanOrEqual(named)
            again += formulasIn(cube).computed - before
            all += FORMULAS.length * cube.axis.ids.length * (cube.columns[0]?.calendar.periods.length ?? 0)
          }
        }),
        { numRuns: 2, endOnFailure: true },
      ) // prettier-ignore
      expect(again).toBeGreaterThan(0)
      expect(again).toBeLessThan(all / 10)
    })
})
