import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { benchOf, taskOf } from '../../src/evaluation/bench.ts'
import { exactQuantity } from '../../src/evaluation/quantity.ts'
import { trialsOf } from '../../src/evaluation/projection/back-test.ts'
import { holt } from '../../src/evaluation/projection/holt.ts'
import { errorRange } from '../../src/evaluation/projection/interval.ts'
import { METHODS } from '../../src/evaluation/projection/method.ts'
import { FEWEST_TRIALS, outlookOf, type Outlook } from '../../src/evaluation/projection/outlook.ts'
import { METHOD_TABLE } from '../../src/evaluation/projection/table.ts'
import { median, theilSen } from '../../src/evaluation/projection/theil-sen.ts'
import type { Point, Track } from '../../src/evaluation/projection/track.ts'
import { sentenceOf } from '../../src/evaluation/sentence.ts'
import { year } from '../../src/measure/period.ts'
import {
  addRatio,
  approximateRatio,
  compareRatio,
  fromDecimal,
  multiplyRatio,
  NOUGHT,
  ratio,
  type Ratio,
} from '../../src/measure/ratio.ts'
import { dec } from '../../src/measure/decimal.ts'
import { LANGUAGES } from '../../src/messages/message.ts'
import { indicator, level, planWith, seen, target } from './plans.ts'
import { judge, observationsOf, planOf, world, type World } from './world.ts'

const points = (values: readonly (number | string)[], from = 0): Point[] =>
  values.map((v, i) => ({ at: from + i, value: fromDecimal(dec(v)), period: year(2010 + i) }))
const r = (text: string | number): Ratio => fromDecimal(dec(text))
const numbers = fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 5, maxLength: 12 })

const outlooksOf = (w: World): Outlook | null => {
  const plan = planOf(w)
  const measure = plan.targets[0]?.measures[0]
  const task = measure && taskOf(benchOf(plan, observationsOf(w), { on: w.on }), measure, 'a').task
  return task ? outlookOf(task) : null
}

describe('methods', () => {
  test('Theil-Sen is the median of all slopes, and one wild figure of five does not carry it', () => {
    expect(median([r(3), r(1), r(2), r(10)])).toEqual(ratio(5n, 2n))
    const straight = theilSen.fit(points([10, 12, 14, 16, 18]), 'change')
    expect(straight?.(6)).toEqual(r(22))
    const wild = theilSen.fit(points([10, 12, 14, 16, 900]), 'change')
    // Ten slopes: six of them 2, so the line still rises by 2.
    expect(wild && compareRatio(addRatio(wild(7), multiplyRatio(wild(6), r(-1))), r(2))).toBe(0)
  })

  test('Holt errs as the textbook recursion does, and picks the pair of weights that erred least', () => {
    fc.assert(
      fc.property(numbers, values => {
        const reference = (a: number, b: number) => {
          let [l, t, e] = [values[1] ?? 0, (values[1] ?? 0) - (values[0] ?? 0), 0]
          for (const y of values.slice(2)) {
            e += Math.abs(y - (l + t))
            const was = l
            l = a * y + (1 - a) * (l + t)
            t = b * (l - was) + (1 - b) * t
          }
          return { e, next: l + t }
        }
        const grid = [0.2, 0.4, 0.6, 0.8].flatMap(a => [0.2, 0.4, 0.6, 0.8].map(b => reference(a, b)))
        const least = Math.min(...grid.map(g => g.e))
        const made = holt.fit(points(values), 'change')?.(values.length)
        expect(made).toBeDefined()
        const near = grid.filter(g => g.e <= least + 1e-6).map(g => Math.abs(g.next - approximateRatio(made ?? NOUGHT)))
        expect(Math.min(...near)).toBeLessThan(1e-6)
      }),
      { numRuns: 300 },
    )
  })

  test.each(METHODS)('%s moves with the figures: shifted, scaled and turned alike', method => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 9 }), fc.integer({ min: -90, max: 90 }), (values, by, more) => {
        const { fit } = METHOD_TABLE[method]
        const [plain, changed] = [values, values.map(v => v * by + more)].map(list =>
          fit(points(list), 'change')?.(list.length + 2),
        )
        if (!plain || !changed) throw new Error('five figures are enough for every method')
        expect(compareRatio(addRatio(multiplyRatio(plain, r(by)), r(more)), changed)).toBe(0)
      }),
      { numRuns: 200 },
    )
  })

  test.each(METHODS)('%s goes on exactly along a straight line', method => {
    const forecast = METHOD_TABLE[method].fit(points([7, 10, 13, 16, 19, 22]), 'change')
    expect(forecast?.(8)).toEqual(r(31))
  })

  test('from fewer figures than it needs a method says nothing', () => {
    const four: World = {
      ...drawn(),
      figures: new Map([2019, 2020, 2021, 2022].map(y => [y, dec(y)])),
    }
    expect(outlooksOf(four)?.methods.map(m => m.method)).toEqual(['lastPace'])
    expect(holt.fit([...points([1, 2, 3]), ...points([4, 5], 4)], 'change')).toBeNull()
  })
})

const drawn = (): World => ({
  shape: level('2025'),
  bound: { kind: 'atLeast', low: dec(100), high: null },
  direction: 'up',
  overTime: 'last',
  nonNegative: false,
  baseYear: null,
  figures: new Map(),
  term: null,
  on: '2022-12-31',
  decimals: 1,
})

describe('back-test', () => {
  const track = (values: readonly number[], to: number): Track => ({
    points: points(values),
    to,
    gathering: 'end',
    goesOn: 'change',
    period: year(2025),
    outcome: ratio => ({ kind: 'ratio', ratio }),
    goal: at => at,
    turned: false,
    nonNegative: false,
    unit: 'xã',
  })

  test('a trial never sees a later figure', () => {
    fc.assert(
      fc.property(numbers, fc.constantFrom(...METHODS), (values, name) => {
        const method = METHOD_TABLE[name]
        const later = values.map((v, i) => (i === values.length - 1 ? v + 1000 : v))
        const [a, b] = [values, later].map(list => trialsOf(method, track(list, values.length)))
        // Only what looks at the changed figure itself has another error, and by just as much.
        expect(a?.length).toBe(b?.length)
        a?.forEach((trial, i) => {
          const other = b?.[i]
          const reaches = trial.known + trial.ahead === values.length
          expect(other && compareRatio(other.error, addRatio(trial.error, r(reaches ? 1000 : 0)))).toBe(0)
        })
      }),
      { numRuns: 200 },
    )
  })

  test('on a straight line nobody errs, on a wild series the errors are those of the arithmetic', () => {
    const line = trialsOf(METHOD_TABLE.lastPace, track([1, 2, 3, 4, 5], 5))
    expect(line.map(t => t.error)).toEqual(line.map(() => NOUGHT))
    const wild = trialsOf(METHOD_TABLE.lastPace, track([1, 2, 5, 5], 4))
    // 1, 2 → 3, truth 5: 2 short; 2, 5 → 8, truth 5: 3 too much.
    expect(wild.map(t => t.error)).toEqual([r(2), r(-3)])
    expect(wild.map(t => t.naive)).toEqual([r(3), NOUGHT])
  })

  test('the range of n errors covers (n + 1 − 2j)/(n + 1), and there is none from two', () => {
    const errors = (n: number) => Array.from({ length: n }, (_, i) => r(i))
    expect(errorRange(errors(2))).toBeNull()
    expect(errorRange(errors(4))).toMatchObject({ low: r(0), high: r(3), coverage: ratio(3n, 5n), errors: 4 })
    expect(errorRange(errors(19))).toMatchObject({ low: r(1), high: r(17), coverage: ratio(4n, 5n) })
  })

  test('the best back-tested is taken, the last pace where there are too few trials', () => {
    const plan = planWith(
      [indicator('a', 'xã', { overTime: 'last' })],
      [target('t', 'a', level('2025'), ['atLeast', '130', null], 'xã')],
    )
    const outlook = (values: readonly number[], on: string) => {
      const figures = values.map((v, i) => seen('a', String(Number(on.slice(0, 4)) - values.length + 1 + i), String(v)))
      const measure = plan.targets[0]?.measures[0]
      const task = measure && taskOf(benchOf(plan, figures, { on }), measure, 'a').task
      return task ? outlookOf(task) : null
    }
    // A steady rise with a stumble every other year: the last pace swings, the median line does not.
    const swinging = outlook([10, 25, 30, 45, 50, 65, 70, 85, 90, 105], '2023-12-31')
    expect(swinging?.chosen).toBe('theilSen')
    expect(swinging?.compared).toBeGreaterThanOrEqual(FEWEST_TRIALS)
    expect(swinging?.explanation.map(reason => sentenceOf(reason, 'en'))[0]).toBe(
      'Of 3 methods, tried 9 times on figures already known, the Theil-Sen line (median of slopes) erred least.',
    )
    const short = outlook([10, 25, 30, 45, 50], '2023-12-31')
    expect(short).toMatchObject({ chosen: 'lastPace', compared: 0 })
    expect(short?.methods.map(m => m.method)).toEqual([...METHODS])
  })
})

test('where no figure can be below zero, no pace leads there', () => {
  const falling: World = {
    ...drawn(),
    nonNegative: true,
    direction: 'down',
    bound: { kind: 'atMost', low: null, high: dec(3) },
    figures: new Map([2018, 2019, 2020, 2021, 2022].map((y, i) => [y, dec(20 - 4 * i)])),
  }
  for (const each of outlooksOf(falling)?.methods ?? []) expect(each.value).toEqual({ kind: 'ratio', ratio: NOUGHT })
  expect(judge(falling).projected?.value).toEqual({ kind: 'ratio', ratio: NOUGHT })
})

describe('outlooks of every shape', () => {
  test('the last pace beside the others is the one that the status rests on', () => {
    let compared = 0
    fc.assert(
      fc.property(world, w => {
        const own = outlooksOf({ ...w, term: null })?.methods.find(m => m.method === 'lastPace')
        const { projected } = judge({ ...w, term: null })
        if (!own || !projected) return
        const [a, b] = [exactQuantity(own.value), exactQuantity(projected.value)]
        if (!a || !b) return
        compared += 1
        expect(compareRatio(a, b)).toBe(0)
      }),
      { numRuns: 2000 },
    )
    expect(compared).toBeGreaterThan(300)
  })

  test('every explanation is whole in both languages, and ends lie in order', () => {
    const said = new Set<string>()
    fc.assert(
      fc.property(world, w => {
        const outlook = outlooksOf({ ...w, term: null })
        for (const reason of outlook?.explanation ?? []) {
          said.add(reason.code)
          for (const language of LANGUAGES) expect(sentenceOf(reason, language)).toMatch(/^[^{}]+[.]$/u)
        }
        for (const { interval } of outlook?.methods ?? []) {
          const ends = interval && [exactQuantity(interval.low), exactQuantity(interval.high)]
          if (ends?.[0] && ends[1]) expect(compareRatio(ends[0], ends[1])).toBeLessThanOrEqual(0)
        }
      }),
      { numRuns: 1500 },
    )
    expect(said.size).toBeGreaterThanOrEqual(8)
  })
})
