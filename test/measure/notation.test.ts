import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decimal, decimalText, equal } from '../../src/measure/decimal.ts'
import { NOTATIONS, readNumber } from '../../src/measure/notation.ts'

const read = (text: string) => {
  const value = readNumber(text, 'vi')
  return value && decimalText(value)
}

describe('Vietnamese notation', () => {
  test.each([
    ['7', '7'],
    ['07', '7'],
    ['01', '1'],
    ['000', '0'],
    ['7,5', '7.5'],
    ['7,50', '7.50'],
    ['1,5', '1.5'],
    ['1,234', '1.234'],
    ['12345,678', '12345.678'],
    ['4.400.000', '4400000'],
    ['31.742,5', '31742.5'],
    ['1.876,7', '1876.7'],
    ['1.234', '1234'],
    ['10.000', '10000'],
    ['999.999.999.999.999.999,99', '999999999999999999.99'],
    ['54.5', '54.5'],
    ['8.06', '8.06'],
    ['0.125', '0.125'],
    ['00.125', '0.125'],
    ['1234.567', '1234.567'],
    ['8.0625', '8.0625'],
    ['4,400,000', '4400000'],
    ['1,234.5', '1234.5'],
    ['1,234.567', '1234.567'],
    ['4,400,000.25', '4400000.25'],
    ['4 400 000', '4400000'],
    ['4\u00a0400\u00a0000', '4400000'],
    ['4\u202f400,5', '4400.5'],
    ['4 400.5', '4400.5'],
    ['-1,6', '-1.6'],
    ['−1,6', '-1.6'],
    ['+1,6', '1.6'],
  ])('%s is %s', (text, value) => expect(read(text)).toBe(value))

  test.each([
    '',
    ' ',
    '.',
    ',',
    '-',
    '5.',
    ',5',
    '.5',
    '1, 5',
    '1 5',
    '1.2.3',
    '1.234.56',
    '1.23.456',
    '0.125.000',
    '1,23,456',
    '1.234.567.8',
    '1.234,5,6',
    '1,234.5.6',
    '1 234.567',
    '1.234 567',
    '4.400,000,000',
    '7%',
    '7 - 7,5',
    '7-7,5',
    '--5',
    '5-',
    'bảy',
    '1e3',
    '0x10',
    '٣',
    ' 7',
    '7 ',
  ])('"%s" is no number', text => expect(read(text)).toBeNull())

  test('what is written by the rules is read back, whichever marks were used', () => {
    const groups = (digits: string, mark: string) => digits.replace(/\B(?=(\d{3})+$)/g, mark)
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 18n }),
        fc.integer({ min: 0, max: 6 }),
        fc.boolean(),
        (n, scale, negative) => {
          const value = decimal(negative ? -n : n, scale)
          const [whole = '', fraction] = decimalText(value).replace('-', '').split('.')
          const sign = value.coefficient < 0n ? '-' : ''
          for (const group of ['', '.', ' ', '\u00a0']) {
            const text = sign + groups(whole, group) + (fraction === undefined ? '' : ',' + fraction)
            expect(readNumber(text, 'vi')).toEqual(value)
          }
        },
      ),
    )
  })

  test('reading never throws, and what it gives has the digits of the text', () => {
    const token = fc.string({ unit: fc.constantFrom(...Array.from('0123456789.,  -')), maxLength: 14 })
    fc.assert(
      fc.property(token, text => {
        const value = readNumber(text, 'vi')
        if (!value) return
        const digits = text.replace(/\D/g, '')
        expect(value.coefficient < 0n ? -value.coefficient : value.coefficient).toBe(BigInt(digits))
      }),
      { numRuns: 2000 },
    )
  })
})

describe('plain notation', () => {
  test.each(['1234.50', '-3', '+3', '0.125', '1.234'])('%s is read as programs write it', text => {
    expect(decimalText(readNumber(text, 'plain') ?? decimal(0n, 39))).toBe(text.replace('+', ''))
  })

  test.each(['1,5', '1.234,5', '4.400.000', '4 400', '1e3', '', '--3', '3-'])('"%s" is refused', text => {
    expect(readNumber(text, 'plain')).toBeNull()
  })

  test.each(['-3.5', '−3.5', '–3.5', '- 3.5', '‑3.5'])(
    '%s is below nought, whichever sign a keyboard or a word processor put',
    text => {
      for (const notation of NOTATIONS) expect(decimalText(readNumber(text, notation) ?? decimal(0n, 39))).toBe('-3.5')
    },
  )

  test('"1.234" is another number in each of them', () => {
    const [vi, plain] = [readNumber('1.234', 'vi'), readNumber('1.234', 'plain')]
    expect(vi && plain && equal(vi, plain)).toBe(false)
  })
})
