import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Bound } from '../../src/measure/bound.ts'
import { add, dec, decimal, multiply, subtract, type Decimal } from '../../src/measure/decimal.ts'
import { compareRatio, multiplyRatio, ratio, type Ratio } from '../../src/measure/ratio.ts'
import { lastYear } from '../../src/measure/period.ts'
import type { Direction } from '../../src/measure/aggregation.ts'
import type { StatusWord } from '../../src/evaluation/judgement.ts'
import { goodOfChange, limitsOf, mapLimits, standing } from '../../src/evaluation/limits.ts'
import { compareQuantity, exactQuantity } from '../../src/evaluation/quantity.ts'
import { LANGUAGES } from '../../src/messages/message.ts'
import { evaluate } from '../../src/evaluation/evaluate.ts'
import { evaluationJson } from '../../src/evaluation/json.ts'
import { sentenceOf } from '../../src/evaluation/sentence.ts'
import { areRates, figure, isRelative, judge, observationsOf, planOf, world, type World } from './world.ts'

/** From best to worst; what is not known stands between what goes well and what goes badly. */
const RANK: Readonly<Record<StatusWord, number>> = {
  exceeded: 0,
  met: 1,
  onTrack: 2,
  notDue: 3,
  noData: 4,
  notComputable: 4,
  atRisk: 5,
  missed: 6,
}
const RUNS = { numRuns: 3000 }

/** The good direction of the number that the bound bounds. */
const good = (w: World): Direction => ('change' in w.shape ? goodOfChange(w.direction, w.shape.change) : w.direction)
const limits = (w: World) => limitsOf(w.bound, good(w))

/** Raises the low end or lowers the high end by `by`; null where that end is not there or would pass the other. */
function tighten(bound: Bound, end: 'low' | 'high', by: Decimal): Bound | null {
  switch (bound.kind) {
    case 'atLeast':
    case 'moreThan':
      return end === 'low' ? { ...bound, low: add(bound.low, by) } : null
    case 'atMost':
    case 'lessThan':
      return end === 'high' ? { ...bound, high: subtract(bound.high, by) } : null
    case 'exactly': {
      const at = end === 'low' ? add(bound.low, by) : subtract(bound.high, by)
      return { ...bound, low: at, high: at }
    }
    case 'about':
    case 'between': {
      const [low, high] = end === 'low' ? [add(bound.low, by), bound.high] : [bound.low, subtract(bound.high, by)]
      return low.coefficient > high.coefficient ? null : { ...bound, low, high }
    }
    default:
      return bound satisfies never
  }
}

/** Which ends a tighter promise may move: the one that binds; either, where both do. */
function endsToTighten(w: World): readonly ('low' | 'high')[] {
  const { low, high } = limits(w)
  // A single number that binds on both sides has no tighter form: another number is another promise.
  if (low && high && w.bound.kind === 'exactly') return []
  return [...(low ? (['low'] as const) : []), ...(high ? (['high'] as const) : [])]
}

describe('laws of judgement', () => {
  test('a tighter bound never makes a status better', () => {
    let compared = 0
    fc.assert(
      fc.property(world, fc.integer({ min: 1, max: 80 }), (w, step) => {
        for (const end of endsToTighten(w)) {
          const bound = tighten(w.bound, end, decimal(BigInt(step), 1))
          if (!bound) continue
          compared += 1
          expect(RANK[judge({ ...w, bound }).status]).toBeGreaterThanOrEqual(RANK[judge(w).status])
        }
      }),
      RUNS,
    )
    expect(compared).toBeGreaterThan(1500)
  })

  test('a better latest value, all else equal, never makes a status worse', () => {
    let [compared, moved] = [0, 0]
    fc.assert(
      fc.property(world, fc.integer({ min: 1, max: 120 }), (w, step) => {
        const known = [...w.figures.keys()].filter(y => `${y}-12-31` <= w.on)
        const latest = Math.max(...known)
        fc.pre(latest >= 2021)
        const before = judge(w)
        for (const sense of [1n, -1n]) {
          const value = add(w.figures.get(latest) ?? dec(0), decimal(BigInt(step) * sense, 1))
          if (w.nonNegative && value.coefficient <= 0n) continue
          const after = judge({ ...w, figures: new Map([...w.figures, [latest, value]]) })
          if (!isBetter(w, sense, before, after)) continue
          compared += 1
          if (after.status !== before.status) moved += 1
          expect(RANK[after.status]).toBeLessThanOrEqual(RANK[before.status])
        }
      }),
      RUNS,
    )
    expect(compared).toBeGreaterThan(1500)
    expect(moved).toBeGreaterThan(100)
  })

  test('scaling the unit of figures and bound changes nothing', () => {
    fc.assert(
      fc.property(world, fc.constantFrom('10', '1000', '3', '0.001', '7.5'), (w, by) => {
        fc.pre(!areRates(w))
        const c = dec(by)
        const figures = new Map([...w.figures].map(([y, v]) => [y, multiply(v, c)]))
        const term = w.term && multiply(w.term, c)
        const bound = isRelative(w) ? w.bound : scaled(w.bound, c)
        const [before, after] = [judge(w), judge({ ...w, figures, term, bound })]
        expect(after.status).toBe(before.status)
        expect(after.projected === null).toBe(before.projected === null)
      }),
      RUNS,
    )
  })

  test('what a target is said to still need, once delivered, is met', () => {
    const delivered = new Map<string, number>()
    fc.assert(
      fc.property(world, w => {
        // A figure for the whole term that came with the last year would answer in their place.
        const now: World = { ...w, term: null, figures: new Map([...w.figures].filter(([y]) => `${y}-12-31` <= w.on)) }
        const before = judge(now)
        fc.pre(before.needed !== null)
        const more = before.needed.map((n, i) => figure(n.period, n.value, 200 + i))
        const after = judge({ ...now, on: '2026-01-01' }, more)
        delivered.set(w.shape.kind, (delivered.get(w.shape.kind) ?? 0) + 1)
        expect(['met', 'exceeded']).toContain(after.status)
      }),
      RUNS,
    )
    expect(delivered.size).toBe(8)
    for (const count of delivered.values()) expect(count).toBeGreaterThan(30)
  })

  test('the need of a floor or a ceiling can always be told while nothing is decided', () => {
    fc.assert(
      fc.property(world, w => {
        fc.pre(w.shape.kind === 'level' || w.shape.kind === 'eachPeriod')
        fc.pre(w.direction !== 'none')
        const judged = judge({ ...w, term: null })
        fc.pre(!['met', 'exceeded', 'missed'].includes(judged.status))
        expect(judged.needed).not.toBeNull()
      }),
      RUNS,
    )
  })

  test('figures of periods that end after the day judged change neither status nor value', () => {
    fc.assert(
      fc.property(world, w => {
        const early: World = {
          ...w,
          term: null,
          figures: new Map([...w.figures].filter(([y]) => `${y}-12-31` <= w.on)),
        }
        const [all, known] = [judge({ ...w, term: null }), judge(early)]
        expect(all.status).toBe(known.status)
        expect(all.value).toEqual(known.value)
      }),
      RUNS,
    )
  })

  test('the order in which figures come changes nothing', () => {
    fc.assert(
      fc.property(world, w => {
        const reversed: World = { ...w, figures: new Map([...w.figures].reverse()) }
        expect(observationsOf(reversed)).toHaveLength(observationsOf(w).length)
        const { status, value, needed } = judge(reversed)
        expect({ status, value, needed }).toEqual(
          (({ status, value, needed }) => ({ status, value, needed }))(judge(w)),
        )
      }),
      { numRuns: 500 },
    )
  })

  test('every explanation is whole in both languages, and every number survives JSON', () => {
    const said = new Set<string>()
    fc.assert(
      fc.property(world, w => {
        const evaluation = evaluate({ plan: planOf(w), observations: observationsOf(w), on: w.on })
        for (const reason of evaluation.judgements[0]?.measures[0]?.explanation ?? []) {
          said.add(reason.code)
          for (const language of LANGUAGES) expect(sentenceOf(reason, language)).toMatch(/^[^{}]+[.]$/u)
        }
        const json = evaluationJson(evaluation, null)
        expect(JSON.parse(JSON.stringify(json))).toEqual(json)
      }),
      RUNS,
    )
    expect(said.size).toBeGreaterThan(30)
  })

  test('no figure of a later year than the day judged is used', () => {
    fc.assert(
      fc.property(world, w => {
        for (const used of judge(w).used) expect(lastYear(used.period)).toBeLessThanOrEqual(Number(w.on.slice(0, 4)))
      }),
      { numRuns: 500 },
    )
  })
})

const scaled = (bound: Bound, c: Decimal): Bound =>
  ({ ...bound, low: bound.low && multiply(bound.low, c), high: bound.high && multiply(bound.high, c) }) as Bound

/**
 * Whether a move of the latest figure is for the better: towards a floor, away from a ceiling. Where both ends bind,
 * only a move that brings the judged value nearer to the range without passing through it.
 */
function isBetter(w: World, sense: bigint, before: ReturnType<typeof judge>, after: ReturnType<typeof judge>): boolean {
  const { low, high } = limits(w)
  const falls = 'change' in w.shape && w.shape.change === 'down'
  const seen = falls ? -sense : sense
  if (!low || !high) return low ? seen > 0n : seen < 0n
  if (!before.value || !after.value) return false
  // Of a sum that still runs, so many years are held against so many shares of the whole.
  const running = w.shape.kind === 'cumulative' && w.on < '2025-12-31'
  const years = [...w.figures.keys()].filter(y => y > 2020 && `${y}-12-31` <= w.on).length
  const part = ratio(BigInt(running ? years : 5), 5n)
  const asked = mapLimits(limits(w), at => multiplyRatio(at, part))
  const [from, to] = [standing(before.value, asked), standing(after.value, asked)]
  const order = compare(before.value, after.value)
  // A part that proves and a mean so far are two different values: only like is compared with like.
  if (seen > 0n !== order < 0) return false
  if (from === 'below') return order < 0 && to !== 'above'
  if (from === 'above') return order > 0 && to !== 'below'
  return false
}

function compare(a: Parameters<typeof compareQuantity>[0], b: Parameters<typeof compareQuantity>[0]): number {
  const [x, y]: (Ratio | null)[] = [exactQuantity(a), exactQuantity(b)]
  if (x && y) return compareRatio(x, y)
  if (y) return compareQuantity(a, y)
  if (x) return -compareQuantity(b, x)
  if (a.kind === 'meanRate' && b.kind === 'meanRate' && a.periods === b.periods)
    return a.change === 'up' ? compareRatio(a.factor, b.factor) : compareRatio(b.factor, a.factor)
  return 0
}
