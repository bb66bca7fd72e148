import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  absolute,
  add,
  compare,
  dec,
  decimal,
  decimalText,
  divideRounded,
  equal,
  multiply,
  negate,
  normalize,
  parseDecimal,
  roundTo,
  sign,
  subtract,
  sum,
  ZERO,
  type Decimal,
} from '../../src/measure/decimal.ts'
import {
  addRatio,
  approximateRatio,
  compareRatio,
  divideRatio,
  exactDecimal,
  fromDecimal,
  multiplyRatio,
  NOUGHT,
  ONE,
  powerRatio,
  ratio,
  showRatio,
  subtractRatio,
  type Ratio,
} from '../../src/measure/ratio.ts'

const coefficient = fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n })
const anyDecimal: fc.Arbitrary<Decimal> = fc
  .tuple(coefficient, fc.integer({ min: 0, max: 12 }))
  .map(([n, s]) => decimal(n, s))
const anyRatio: fc.Arbitrary<Ratio> = fc
  .tuple(coefficient, fc.bigInt({ min: 1n, max: 10n ** 12n }))
  .map(([n, d]) => ratio(n, d))

describe('decimals', () => {
  test('sums are exact where binary ones are not', () => {
    expect(decimalText(add(dec('0.1'), dec('0.2')))).toBe('0.3')
    expect(equal(sum(Array<Decimal>(10).fill(dec('0.1'))), dec('1'))).toBe(true)
    expect(decimalText(add(dec('9007199254740993'), dec('0.01')))).toBe('9007199254740993.01')
  })

  test('what is written is read back with every digit', () => {
    fc.assert(
      fc.property(anyDecimal, d => {
        expect(parseDecimal(decimalText(d))).toEqual(d)
      }),
    )
  })

  test.each(['', '-', '.5', '5.', '1,5', '1e3', ' 1', '1 ', '0x1', 'NaN', '1.' + '0'.repeat(41)])(
    '"%s" is no decimal',
    text => {
      expect(parseDecimal(text)).toBeNull()
      expect(() => dec(text)).toThrow(RangeError)
    },
  )

  test('scales outside 0 to 40 are a fault', () => {
    for (const scale of [-1, 41, 0.5, Number.NaN]) expect(() => decimal(1n, scale)).toThrow(RangeError)
  })

  test('the laws of sums and products', () => {
    fc.assert(
      fc.property(anyDecimal, anyDecimal, anyDecimal, (a, b, c) => {
        expect(add(a, b)).toEqual(add(b, a))
        expect(equal(add(add(a, b), c), add(a, add(b, c)))).toBe(true)
        expect(equal(subtract(add(a, b), b), a)).toBe(true)
        expect(equal(multiply(a, add(b, c)), add(multiply(a, b), multiply(a, c)))).toBe(true)
        expect(equal(add(a, negate(a)), ZERO)).toBe(true)
        expect(sum([a, b, c])).toEqual(sum([c, a, b]))
      }),
    )
  })

  test('order does not depend on how many digits are printed', () => {
    fc.assert(
      fc.property(anyDecimal, anyDecimal, fc.integer({ min: 0, max: 9 }), (a, b, more) => {
        const wide = roundTo(a, a.scale + more)
        expect(compare(wide, a)).toBe(0)
        expect(compare(wide, b)).toBe(compare(a, b))
        expect(compare(a, b)).toBe(-compare(b, a) + 0)
        expect(compare(a, b)).toBe(sign(subtract(a, b)))
        expect(normalize(wide)).toEqual(normalize(a))
        expect(sign(absolute(a))).toBe(sign(a) === 0 ? 0 : 1)
      }),
    )
  })

  test.each([
    ['0.5', 0, '1'],
    ['-0.5', 0, '-1'],
    ['1.005', 2, '1.01'],
    ['2.675', 2, '2.68'],
    ['-2.675', 2, '-2.68'],
    ['1.0049', 2, '1.00'],
    ['99.95', 1, '100.0'],
    ['0.04', 1, '0.0'],
    ['7', 2, '7.00'],
  ])('%s to %i digits is %s: half away from zero', (value, scale, rounded) => {
    expect(decimalText(roundTo(dec(value), scale))).toBe(rounded)
  })

  test('rounding is at most half a unit of the last digit away, and mirrors at zero', () => {
    fc.assert(
      fc.property(anyDecimal, fc.integer({ min: 0, max: 12 }), (a, scale) => {
        const rounded = roundTo(a, scale)
        expect(compare(absolute(subtract(rounded, a)), decimal(5n, scale + 1))).not.toBe(1)
        expect(roundTo(negate(a), scale)).toEqual(negate(rounded))
        expect(roundTo(rounded, scale)).toEqual(rounded)
      }),
    )
    fc.assert(
      fc.property(coefficient, fc.bigInt({ min: 1n, max: 10n ** 9n }), (n, by) => {
        expect(divideRounded(-n, by)).toBe(-divideRounded(n, by))
      }),
    )
  })
})

describe('quotients', () => {
  test('are in lowest terms with a positive denominator', () => {
    expect(ratio(6n, -4n)).toEqual({ num: -3n, den: 2n })
    expect(ratio(0n, -7n)).toEqual(NOUGHT)
    expect(() => ratio(1n, 0n)).toThrow(RangeError)
    expect(() => divideRatio(ONE, NOUGHT)).toThrow(RangeError)
  })

  test('the laws of sums, products and powers', () => {
    fc.assert(
      fc.property(anyRatio, anyRatio, anyRatio, fc.integer({ min: -6, max: 6 }), (a, b, c, n) => {
        expect(addRatio(a, b)).toEqual(addRatio(b, a))
        expect(addRatio(addRatio(a, b), c)).toEqual(addRatio(a, addRatio(b, c)))
        expect(multiplyRatio(a, addRatio(b, c))).toEqual(addRatio(multiplyRatio(a, b), multiplyRatio(a, c)))
        expect(subtractRatio(addRatio(a, b), b)).toEqual(a)
        if (b.num !== 0n) {
          expect(multiplyRatio(divideRatio(a, b), b)).toEqual(a)
          expect(multiplyRatio(powerRatio(b, n), powerRatio(b, -n))).toEqual(ONE)
          expect(powerRatio(b, 3)).toEqual(multiplyRatio(b, multiplyRatio(b, b)))
        }
        expect(compareRatio(a, b)).toBe(
          Math.sign(Number(subtractRatio(a, b).num > 0n) - Number(subtractRatio(a, b).num < 0n)),
        )
      }),
    )
  })

  test('decimals go there and back', () => {
    fc.assert(
      fc.property(anyDecimal, anyDecimal, (a, b) => {
        const back = exactDecimal(fromDecimal(a))
        expect(back && equal(back, a)).toBe(true)
        expect(compareRatio(fromDecimal(a), fromDecimal(b))).toBe(compare(a, b))
        expect(showRatio(fromDecimal(a), a.scale)).toEqual(a)
      }),
    )
    expect(exactDecimal(ratio(1n, 3n))).toBeNull()
    expect(exactDecimal(ratio(1n, 2n ** 41n))).toBeNull()
    expect(exactDecimal(ratio(7n, 40n))).toEqual(dec('0.175'))
  })

  test('a growth is decided by powers, where the rounded root would say otherwise', () => {
    // 7 % a year over five years, one đồng short in a million million: the root rounds to 1.07, the power does not.
    const promised = powerRatio(ratio(107n, 100n), 5)
    const reached = subtractRatio(promised, ratio(1n, 10n ** 18n))
    expect(approximateRatio(reached) ** (1 / 5)).toBeCloseTo(1.07, 12)
    expect(compareRatio(reached, promised)).toBe(-1)
  })

  test('the nearest binary number is near, whatever the lengths of the two', () => {
    const size = fc.bigInt({ min: 1n, max: 10n ** 15n })
    fc.assert(
      fc.property(size, size, fc.integer({ min: 0, max: 900 }), (n, d, zeros) => {
        const expected = Number(n) / Number(d)
        const [top, bottom] = [ratio(n, d), powerRatio(ratio(10n ** 15n + 1n, 10n ** 15n), 1)]
        expect(Math.abs(approximateRatio(top) / expected - 1)).toBeLessThan(1e-15 * 4)
        expect(approximateRatio({ num: top.num * 3n ** BigInt(zeros), den: top.den * 3n ** BigInt(zeros) })).toBe(
          approximateRatio(top),
        )
        expect(approximateRatio(subtractRatio(NOUGHT, top))).toBe(-approximateRatio(top))
        expect(approximateRatio(bottom)).toBeGreaterThan(1)
      }),
    )
    expect(approximateRatio(ratio(2n ** 1100n, 3n * 2n ** 100n))).toBe(2 ** 1000 / 3)
    expect(approximateRatio(NOUGHT)).toBe(0)
  })
})
