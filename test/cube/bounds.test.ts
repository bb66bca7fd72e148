import fc from 'fast-check'
import { expect, test } from 'vitest'
import { estimateAt, type Estimate } from '../../src/cube/bounds.ts'
import type { Column } from '../../src/cube/column.ts'
import { cellAt, read } from '../../src/cube/read.ts'
import { rollUp } from '../../src/cube/roll.ts'
import { isAbsent } from '../../src/measure/absence.ts'
import { dec, type Decimal } from '../../src/measure/decimal.ts'
import { contains, month, type Period } from '../../src/measure/period.ts'
import { compareRatio, type Ratio } from '../../src/measure/ratio.ts'
import type { Observation } from '../../src/plan/observation.ts'
import type { Indicator } from '../../src/plan/plan.ts'
import { cubeFrom, draw, figureOf, indicatorOf, shape, tree } from './world.ts'

const INDICATORS: readonly Indicator[] = [
  indicatorOf('people', { nonNegative: true }),
  indicatorOf('land', { unit: 'km²', overTime: 'last', nonNegative: true }),
  indicatorOf('jobs', { overTime: 'mean', nonNegative: true }),
  indicatorOf('rate', { unit: '%', overAreas: 'weightedMean', overTime: 'mean', weight: 'people', nonNegative: true }),
  indicatorOf('poor', { unit: '%', overAreas: 'weightedMean', overTime: 'last', weight: 'land', nonNegative: true }),
  indicatorOf('density', { unit: 'người/km²', overAreas: 'ratioOfSums', ratio: { numerator: 'people', denominator: 'land' } }),
] // prettier-ignore
const GIVEN = INDICATORS.slice(0, 5)
const MONTHS = [2022, 2023].flatMap(y => Array.from({ length: 12 }, (_, m) => month(y, m + 1)))

const text = (value: Ratio | null) => value && `${value.num}/${value.den}`

/** The months of a period that count for an indicator: of a stock the last. */
const monthsOf = ({ overTime }: Indicator, period: Period): Period[] => {
  const inside = MONTHS.filter(each => contains(period, each))
  return overTime === 'last' ? inside.slice(-1) : inside
}

/** The last word on an indicator, an area and a month; null where nobody said anything. */
const saidOf = (
  figures: readonly Observation[],
  code: string,
  area: string,
  { start }: Period,
): Observation['value'] | null =>
  figures.findLast(f => f.indicator === code && f.area === area && f.period.start === start)?.value ?? null

/** Figures with everything that areas lack of an indicator in a period taken from others of theirs; null where there is none. */
function fillIn(
  figures: readonly Observation[],
  indicator: Indicator,
  areas: readonly string[],
  period: Period,
  which: 'last' | 'smallest' | 'largest' | 'zero',
): Observation[] | null {
  const more: Observation[] = []
  for (const area of areas) {
    const valueAt = (at: Period): Decimal | null => {
      const said = saidOf(figures, indicator.code, area, at)
      return said && !isAbsent(said) ? said : null
    }
    const lacks = monthsOf(indicator, period).filter(at => {
      const said = saidOf(figures, indicator.code, area, at)
      return !said || (isAbsent(said) && said.absent !== 'notDue' && said.absent !== 'notApplicable')
    })
    const [first] = lacks
    if (!first) continue
    const before = MONTHS.filter(at => at.start < first.start).flatMap(at => valueAt(at) ?? []).at(-1) // prettier-ignore
    const ever = MONTHS.flatMap(at => valueAt(at) ?? []).sort((a, b) => Number(a.coefficient - b.coefficient))
    const value = { last: before, smallest: ever[0], largest: ever.at(-1), zero: dec('0') }[which]
    if (!value) return null
    for (const at of lacks) more.push({ ...figureOf({ area: 0, period: 0, value: 0, kind: 20, source: 1 }, indicator, [area], 9999, false), period: at, value }) // prettier-ignore
  }
  return [...figures, ...more]
}

test('what is said of a total that is not whole is what it comes to with such figures in it, by every rule', () => {
  const reached = new Map<string, number>()
  fc.assert(
    fc.property(shape, fc.array(draw, { minLength: 4, maxLength: 40 }), fc.nat({ max: 97 }), (given, draws, seed) => {
      const territory = tree(given)
      const parents = new Set([...territory.areas.values()].map(area => area.facts[0]?.parent))
      const leaves = [...territory.areas.keys()].filter(id => !parents.has(id))
      const start = GIVEN.flatMap((indicator, g) =>
        leaves.flatMap((_, a) => MONTHS.map((_, m) => figureOf({ area: a, period: m, value: 1 + ((a * 77 + m * 13 + g) % 500), kind: 20, source: 1 }, indicator, leaves, 1, false))),
      ).filter((_, i) => (i * 7 + seed) % 11 !== 0 && (i + seed) % 97 > 12)
      const figures = [...start, ...draws.map((each, i) => figureOf({ ...each, value: Math.abs(each.value) % 1000, kind: each.kind % 9 }, GIVEN[i % GIVEN.length] ?? indicatorOf('people'), leaves, 2 + i, false))]
      const cube = cubeFrom(territory, INDICATORS, figures)
      rollUp(cube)
      const told: { column: Column; row: number; period: Period; estimate: Estimate }[] = []
      for (const column of cube.columns)
        for (const row of cube.axis.innerRows)
          column.calendar.periods.forEach((period, index) => {
            const estimate = index < column.calendar.length ? estimateAt(cube, column, row, index) : null
            const { kind } = cellAt(cube, column, row, index)
            if (!column.computed) expect(estimate !== null).toBe(kind === 'partial' && index < column.calendar.length)
            if (estimate) told.push({ column, row, period, estimate })
          })
      const step = Math.max(1, Math.floor(told.length / 12))
      for (const { column, row, period, estimate } of told.filter((_, i) => (i + seed) % step === 0)) {
        const { indicator } = column
        const below = leaves.filter(id => { const at = cube.axis.rows.get(id) ?? -1; return at > row && at < (cube.axis.end[row] ?? 0) }) // prettier-ignore
        const of = (code: string | undefined) => INDICATORS.find(each => each.code === code) ?? null
        const over = of(indicator.ratio?.numerator) ?? indicator
        const under = of(indicator.ratio?.denominator ?? indicator.weight)
        // Two sums are each of all that is due; a figure that is not due is weighed with nothing.
        const due = indicator.ratio ? below : below.filter(area => monthsOf(over, period).some(at => { const said = saidOf(figures, over.code, area, at); return !said || !isAbsent(said) || (said.absent !== 'notDue' && said.absent !== 'notApplicable') })) // prettier-ignore
        const weighed = under ? fillIn(figures, under, due, period, 'last') : figures
        const comes = (which: 'last' | 'smallest' | 'largest' | 'zero') => {
          const filled = weighed && fillIn(weighed, over, below, period, which)
          if (!filled) return null
          const anew = cubeFrom(territory, INDICATORS, filled)
          const cell = read(anew, anew.bySlice.get(`${indicator.code}\n\n{}`) ?? -1, cube.axis.ids[row] ?? '', period)
          return cell.kind === 'value' ? cell.value : null
        }
        const where = `${indicator.code} ${cube.axis.ids[row] ?? ''} ${period.start} ${period.frequency}${period.length}`
        const found = [estimate.lastCarried, estimate.lowest, estimate.highest, ...(estimate.least ? [estimate.least] : [])]
        const expected = [comes('last'), comes('smallest'), comes('largest'), ...(estimate.least ? [comes('zero')] : [])]
        expect([where, ...found.map(text)]).toEqual([where, ...expected.map(text)])
        if (under) expect(estimate.least !== null).toBe(estimate.weights?.assumed.length === 0 && estimate.weights.unknown.length === 0)
        if (estimate.lowest && estimate.highest) {
          expect(compareRatio(estimate.lowest, estimate.highest)).toBeLessThan(1)
          reached.set(indicator.code, (reached.get(indicator.code) ?? 0) + 1)
        }
        if ((estimate.weights?.assumed.length ?? 0) > 0 && estimate.lastCarried) reached.set('assumed', (reached.get('assumed') ?? 0) + 1)
      }
    }),
    { numRuns: 10, endOnFailure: true },
  ) // prettier-ignore
  for (const code of [...INDICATORS.map(each => each.code), 'assumed']) expect([code, (reached.get(code) ?? 0) > 2]).toEqual([code, true])
}) // prettier-ignore
