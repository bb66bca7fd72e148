import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { apportion } from '../../src/measure/apportion.ts'
import { compare, dec, decimal, decimalText, equal, sign, sum, type Decimal } from '../../src/measure/decimal.ts'
import { compareRatio, fromDecimal, multiplyRatio, divideRatio, ratio, subtractRatio } from '../../src/measure/ratio.ts'
import { isMessage } from '../../src/measure/unit.ts'

const split = (whole: Decimal, weights: readonly Decimal[], scale?: number): Decimal[] => {
  const parts = apportion(whole, weights, scale)
  if (isMessage(parts)) throw new Error(parts.rule)
  return parts
}
const texts = (whole: string, weights: string[], scale?: number) =>
  split(dec(whole), weights.map(dec), scale).map(decimalText)

describe('apportionment by largest remainder', () => {
  test.each<[string, string[], number | undefined, string[]]>([
    ['100', ['1', '1', '1'], 0, ['34', '33', '33']],
    ['100', ['1', '1', '1'], 2, ['33.34', '33.33', '33.33']],
    ['200', ['12.5', '30', '57.5'], undefined, ['25', '60', '115']],
    ['10', ['0', '1', '2'], undefined, ['0', '3', '7']],
    ['-10', ['1', '2'], undefined, ['-3', '-7']],
    ['0.01', ['1', '1'], undefined, ['0.01', '0.00']],
    ['5', ['1', '1', '1', '1', '1', '1', '1'], 0, ['1', '1', '1', '1', '1', '0', '0']],
    ['0', ['3', '4'], 1, ['0.0', '0.0']],
    ['1.50', ['1', '2'], 1, ['0.5', '1.0']],
  ])('%s by %j', (whole, weights, scale, parts) => expect(texts(whole, weights, scale)).toEqual(parts))

  test.each([[[]], [['0', '0']], [['1', '-1']], [['5', '-1']]])('weights %j split nothing', weights =>
    expect(apportion(dec('10'), weights.map(dec))).toEqual({ rule: 'measure.no-weights', severity: 'error' }),
  )

  test('parts too coarse for the whole are a fault of the program', () => {
    expect(() => apportion(dec('1.5'), [dec('1')], 0)).toThrow(RangeError)
  })

  const whole = fc
    .tuple(fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }), fc.integer({ min: 0, max: 4 }))
    .map(([n, s]) => decimal(n, s))
  const weight = fc
    .tuple(fc.bigInt({ min: 0n, max: 10n ** 8n }), fc.integer({ min: 0, max: 3 }))
    .map(([n, s]) => decimal(n, s))
  const weights = fc.array(weight, { minLength: 1, maxLength: 40 }).filter(all => all.some(w => sign(w) > 0))

  test('the parts sum to the whole to the last digit', () => {
    fc.assert(
      fc.property(whole, weights, fc.integer({ min: 0, max: 3 }), (total, all, more) => {
        const parts = split(total, all, total.scale + more)
        expect(equal(sum(parts), total)).toBe(true)
        expect(parts.every(part => part.scale === total.scale + more)).toBe(true)
      }),
    )
  })

  test('no part is a whole unit of the last digit away from its exact share, and no weight gets nothing', () => {
    fc.assert(
      fc.property(whole, weights, (total, all) => {
        const parts = split(total, all)
        parts.forEach((part, i) => {
          const own = fromDecimal(all[i] ?? dec('0'))
          const share = divideRatio(multiplyRatio(fromDecimal(total), own), fromDecimal(sum(all)))
          const away = subtractRatio(fromDecimal(part), share)
          const size = ratio(away.num < 0n ? -away.num : away.num, away.den)
          expect(compareRatio(size, ratio(1n, 10n ** BigInt(total.scale)))).toBe(-1)
          if (own.num === 0n) expect(part.coefficient).toBe(0n)
        })
      }),
    )
  })

  test('a larger weight never gets less; equal weights in their order', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 9n }), weights, (n, all) => {
        const parts = split(decimal(n), all)
        for (let i = 1; i < all.length; i += 1) {
          const [a, b] = [all[i - 1] ?? dec('0'), all[i] ?? dec('0')]
          const [p, q] = [parts[i - 1] ?? dec('0'), parts[i] ?? dec('0')]
          if (compare(a, b) >= 0) expect(compare(p, q)).toBeGreaterThanOrEqual(0)
          else expect(compare(p, q)).toBeLessThanOrEqual(0)
        }
      }),
    )
  })

  test('the unit that the weights are written in changes nothing', () => {
    fc.assert(
      fc.property(whole, weights, fc.integer({ min: 1, max: 10 ** 6 }), (total, all, by) => {
        const scaled = all.map(w => decimal(w.coefficient * BigInt(by), w.scale))
        expect(split(total, scaled)).toEqual(split(total, all))
      }),
    )
  })
})
