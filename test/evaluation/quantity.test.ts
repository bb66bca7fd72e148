import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dec, decimal, decimalText } from '../../src/measure/decimal.ts'
import { addRatio, compareRatio, fromDecimal, powerRatio, ratio, subtractRatio } from '../../src/measure/ratio.ts'
import { safely } from '../../src/evaluation/pace/safely.ts'
import {
  compareQuantity,
  exactQuantity,
  roundQuantity,
  shownQuantity,
  type Quantity,
} from '../../src/evaluation/quantity.ts'
import { exactRoot, integerRoot } from '../../src/evaluation/root.ts'

const rate: fc.Arbitrary<Quantity> = fc
  .record({
    num: fc.bigInt({ min: 0n, max: 10n ** 12n }),
    den: fc.bigInt({ min: 1n, max: 10n ** 12n }),
    periods: fc.integer({ min: 1, max: 12 }),
    change: fc.constantFrom('up' as const, 'down' as const),
  })
  .map(({ num, den, periods, change }) => ({ kind: 'meanRate', factor: ratio(num, den), periods, change }))

describe('roots', () => {
  test('the integer root is the largest whose power does not pass the value', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 60n }), fc.integer({ min: 1, max: 30 }), (value, n) => {
        const root = integerRoot(value, n)
        expect(root ** BigInt(n) <= value && (root + 1n) ** BigInt(n) > value).toBe(true)
      }),
    )
  })

  test('an exact root is found where there is one, and only there', () => {
    expect(exactRoot(ratio(1331n, 1000n), 3)).toEqual(ratio(11n, 10n))
    expect(exactRoot(ratio(2n), 2)).toBeNull()
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 999n }),
        fc.bigInt({ min: 1n, max: 999n }),
        fc.integer({ min: 1, max: 9 }),
        (a, b, n) => {
          expect(exactRoot(powerRatio(ratio(a, b), n), n)).toEqual(ratio(a, b))
        },
      ),
    )
  })
})

describe('mean rates', () => {
  test('what is shown is never more than half a unit of its last digit away, by comparing powers', () => {
    fc.assert(
      fc.property(rate, fc.integer({ min: 0, max: 6 }), (q, scale) => {
        const shown = roundQuantity(q, scale)
        if (!shown) throw new Error('a factor that is not negative has a root')
        const half = ratio(1n, 2n * 10n ** BigInt(scale))
        expect(compareQuantity(q, subtractRatio(fromDecimal(shown), half))).toBeGreaterThanOrEqual(0)
        expect(compareQuantity(q, addRatio(fromDecimal(shown), half))).toBeLessThanOrEqual(0)
      }),
    )
  })

  test('a rate for the safe side holds its limit, and one unit less does not', () => {
    fc.assert(
      fc.property(
        rate,
        fc.integer({ min: 0, max: 4 }),
        fc.constantFrom('low' as const, 'high' as const),
        (q, scale, side) => {
          const value = safely(q, { side, limit: { strict: false } }, scale)
          if (!value) throw new Error('a factor that is not negative has a root')
          const sense = side === 'low' ? 1 : -1
          expect(compareQuantity(q, fromDecimal(value)) * sense).toBeLessThanOrEqual(0)
          const less = decimal(value.coefficient - BigInt(sense), scale)
          expect(compareQuantity(q, fromDecimal(less)) * sense).toBeGreaterThan(0)
        },
      ),
    )
  })

  test('from 1.937 to 2.900 in five years is 8,41% a year, from 1.937 to 3.000 it is 9,14%', () => {
    const to = (value: bigint): Quantity => ({
      kind: 'meanRate',
      factor: ratio(value, 1937n),
      periods: 5,
      change: 'up',
    })
    const text = (q: Quantity) => {
      const shown = shownQuantity(q, 2)
      return shown && [decimalText(shown.value), shown.rounded]
    }
    expect(text(to(2900n))).toEqual(['8.41', true])
    expect(text(to(3000n))).toEqual(['9.14', true])
    expect(exactQuantity(to(2900n))).toBeNull()
    expect(compareQuantity(to(2900n), fromDecimal(dec('7.5')))).toBe(1)
  })

  test('halves go away from zero, on both sides', () => {
    const of = (num: bigint, den: bigint): Quantity => ({
      kind: 'meanRate',
      factor: ratio(num, den),
      periods: 1,
      change: 'up',
    })
    expect(decimalText(roundQuantity(of(1005n, 1000n), 0) ?? dec(9))).toBe('1')
    expect(decimalText(roundQuantity(of(995n, 1000n), 0) ?? dec(9))).toBe('-1')
    expect(compareRatio(exactQuantity(of(995n, 1000n)) ?? ratio(9n), ratio(-1n, 2n))).toBe(0)
  })
})
