import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bulkOf, statusIn, type Bulk } from '../../src/evaluation/bulk/bulk.ts'
import { UNSURE, wordOf } from '../../src/evaluation/bulk/code.ts'
import { compareProducts } from '../../src/evaluation/bulk/exact.ts'
import { run } from '../../src/evaluation/bulk/program.ts'
import { evaluate } from '../../src/evaluation/evaluate.ts'
import { boundOf } from '../../src/measure/bound.ts'
import { dec, decimal, multiply } from '../../src/measure/decimal.ts'
import { judge, observationsOf, planOf, world, type World } from './world.ts'

/** What the fast judgement says by itself. */
const fastOf = (bulk: Bulk): number => {
  const [lane] = bulk.lanes
  const program = lane?.programs[0]
  return lane && program ? run(program, lane.cells, 0) : UNSURE
}
const bulkOfWorld = (w: World) => bulkOf({ plan: planOf(w), observations: observationsOf(w), on: w.on })

describe('the fast judgement is the full one', () => {
  test('over all shapes, bounds, directions, gaps and days', () => {
    const [sure, seen] = [new Map<string, number>(), new Map<string, number>()]
    fc.assert(
      fc.property(world, w => {
        const bulk = bulkOfWorld(w)
        const code = fastOf(bulk)
        const kind = w.shape.kind
        seen.set(kind, (seen.get(kind) ?? 0) + 1)
        if (code === UNSURE) return
        sure.set(kind, (sure.get(kind) ?? 0) + 1)
        expect(wordOf(code)).toBe(judge(w).status)
      }),
      { numRuns: 3000 },
    )
    // It may ask, but seldom, or it would not be fast: only arithmetic means and relative sums of rates are left to the other.
    for (const [kind, count] of seen) expect((sure.get(kind) ?? 0) / count, kind).toBeGreaterThan(0.7)
  })

  test('where figures lie on the bound or its path, and where they are as long as can be', () => {
    const near = fc.record({ w: world, at: fc.integer({ min: 2021, max: 2025 }), off: fc.constantFrom(0n, 1n, -1n), by: fc.constantFrom('1', '10000000', '1000000000000') }) // prettier-ignore
    let sure = 0
    fc.assert(
      fc.property(near, ({ w, at, off, by }) => {
        const end = w.bound.low ?? w.bound.high
        const figures = new Map([...w.figures].map(([y, v]) => [y, multiply(v, dec(by))]))
        figures.set(at, decimal(end.coefficient * BigInt(by) + off, end.scale))
        const scaled = (d: typeof w.bound.low) => d && multiply(d, dec(by))
        const bound = boundOf(w.bound.kind, scaled(w.bound.low), scaled(w.bound.high)) ?? w.bound
        const big: World = { ...w, figures, bound, term: null }
        const code = fastOf(bulkOfWorld(big))
        if (code === UNSURE) return
        sure += 1
        expect(wordOf(code)).toBe(judge(big).status)
      }),
      { numRuns: 2500 },
    )
    expect(sure).toBeGreaterThan(1200)
  })

  test('what it cannot tell it asks, so that a target stands as evaluate says', () => {
    fc.assert(
      fc.property(world, w => {
        expect(statusIn(bulkOfWorld(w), 0, 0)).toBe(
          evaluate({ plan: planOf(w), observations: observationsOf(w), on: w.on }).judgements[0]?.status,
        )
      }),
      { numRuns: 1500 },
    )
  })
})

test('products are compared exactly, however long', () => {
  const safe = fc.maxSafeInteger()
  fc.assert(
    fc.property(safe, safe, safe, safe, (a, b, c, d) => {
      const exact = BigInt(a) * BigInt(b) - BigInt(c) * BigInt(d)
      expect(Math.sign(compareProducts(a, b, c, d))).toBe(exact < 0n ? -1 : exact > 0n ? 1 : 0)
      // Twins that differ by one.
      expect(Math.sign(compareProducts(a, b, a, b))).toBe(0)
    }),
    { numRuns: 3000 },
  )
})
