import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { numberWords, readNumberWords, wholeNumberWords } from '../../src/measure/number-words.ts'

const read = (text: string) => {
  const found = readNumberWords(text)
  return found && [Number(found.value), text.slice(0, found.length)]
}

describe('number words at the start of a text', () => {
  test.each([
    ['hai mươi mốt xã', 21, 'hai mươi mốt'],
    ['Một trăm linh năm tổ chức', 105, 'Một trăm linh năm'],
    ['MỘT TRĂM LẺ BẢY', 107, 'MỘT TRĂM LẺ BẢY'],
    ['mười lăm', 15, 'mười lăm'],
    ['mười', 10, 'mười'],
    ['mười bốn', 14, 'mười bốn'],
    ['hai mươi tư giờ', 24, 'hai mươi tư'],
    ['hai mươi bốn', 24, 'hai mươi bốn'],
    ['ba mươi nhăm', 35, 'ba mươi nhăm'],
    ['ba lăm', 35, 'ba lăm'],
    ['hai mươi một', 21, 'hai mươi một'],
    ['hai chục hộ', 20, 'hai chục'],
    ['hai vạn năm nghìn', 25_000, 'hai vạn năm nghìn'],
    ['một nghìn không trăm linh năm', 1005, 'một nghìn không trăm linh năm'],
    ['một ngàn linh năm', 1005, 'một ngàn linh năm'],
    ['một nghìn hai mươi', 1020, 'một nghìn hai mươi'],
    ['một nghìn năm trăm đồng', 1500, 'một nghìn năm trăm'],
    ['một trăm hai mươi ba nghìn bốn trăm', 123_400, 'một trăm hai mươi ba nghìn bốn trăm'],
    ['hai tỷ ba trăm triệu', 2_300_000_000, 'hai tỷ ba trăm triệu'],
    ['ba tỉ', 3_000_000_000, 'ba tỉ'],
    ['một nghìn tỷ đồng', 1e12, 'một nghìn tỷ'],
    ['hai triệu rưỡi người', 2_500_000, 'hai triệu rưỡi'],
    ['năm trăm', 500, 'năm trăm'],
    ['năm mươi lăm', 55, 'năm mươi lăm'],
    ['một trăm năm mươi', 150, 'một trăm năm mươi'],
    ['bốn\nmươi  hai', 42, 'bốn\nmươi  hai'],
  ])('%s', (text, value, words) => expect(read(text)).toEqual([value, words]))

  test.each([
    ['hai năm', 2, 'hai'],
    ['năm năm 2021 - 2025', 5, 'năm'],
    ['mười năm qua', 10, 'mười'],
    ['hai mươi năm qua', 20, 'hai mươi'],
    ['một trăm năm ngày sinh', 100, 'một trăm'],
    ['một nghìn năm', 1000, 'một nghìn'],
    ['hai tỷ lệ khác nhau', 2, 'hai'],
    ['hai mươi tư nhân', 20, 'hai mươi'],
    ['ba phần trăm', 3, 'ba'],
    ['một phần trăm', 1, 'một'],
    ['một trăm, hai nghìn', 100, 'một trăm'],
    ['hai triệu một số nơi', 2_000_000, 'hai triệu'],
    ['sáu không', 6, 'sáu'],
  ])('%s: a neighbour that is no number ends it', (text, value, words) => expect(read(text)).toEqual([value, words]))

  test.each([
    'năm',
    'năm 2025',
    'năm nhiệm vụ',
    'năm hai nghìn không trăm hai mươi',
    'không',
    'không quá 5%',
    'không trăm',
    'tư nhân',
    'một số xã',
    'một trong những',
    'Hai là: tiếp tục',
    'một phần',
    'một phần ba',
    'hai phần ba',
    'nghìn tỷ',
    'triệu đồng',
    'tỷ lệ',
    'trăm',
    'mươi',
    'linh',
    'lăm',
    'rưỡi',
    'trăm phần trăm',
    'hằng năm',
    '',
    ' hai',
    '12',
    'haimươi',
    'bang',
  ])('"%s" begins with no number', text => expect(read(text)).toBeNull())

  test.each(['một nghìn hai', 'một trăm hai', 'hai triệu ba', 'hai tỷ tám', 'ba bốn xã', 'hai nghìn ba triệu'])(
    '"%s" has two readings and is not read',
    text => expect(read(text)).toBeNull(),
  )

  test('decomposed letters are the same words, their length is that of the text', () => {
    const text = 'hai mươi mốt'.normalize('NFD')
    expect(readNumberWords(text + ' xã')).toEqual({ value: 21n, length: text.length })
  })

  test('a long text costs no more than its beginning', () => {
    expect(readNumberWords('hai mươi ' + 'rất dài '.repeat(200_000))).toEqual({ value: 20n, length: 8 })
  })
})

describe('numbers written in words', () => {
  test.each([
    [0n, 'không'],
    [5n, 'năm'],
    [10n, 'mười'],
    [15n, 'mười lăm'],
    [21n, 'hai mươi mốt'],
    [101n, 'một trăm linh một'],
    [1_000_005n, 'một triệu không trăm linh năm'],
    [1_005_000n, 'một triệu không trăm linh năm nghìn'],
    [10n ** 12n, 'một nghìn tỷ'],
    [2_000_000_000_015n, 'hai nghìn tỷ không trăm mười lăm'],
  ])('%s is "%s"', (n, words) => expect(numberWords(n)).toBe(words))

  test('reading is the inverse of writing, for every number to ten thousand', () => {
    for (let n = 0n; n <= 10_000n; n += 1n) expect(wholeNumberWords(numberWords(n))).toBe(n)
  })

  test('reading is the inverse of writing, and nothing behind the number is taken', () => {
    const any = fc.oneof(fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.bigInt({ min: 0n, max: 10n ** 18n - 1n }))
    fc.assert(
      fc.property(any, fc.constantFrom('', ' xã', ' tổ chức', ' đồng', ' năm', ', hai', '.'), (n, behind) => {
        const words = numberWords(n)
        expect(wholeNumberWords(words)).toBe(n)
        // The two words that are more often something else are numbers only where the whole text is one.
        if (n === 0n || (n === 5n && behind !== ' năm')) expect(readNumberWords(words + behind)).toBeNull()
        else expect(readNumberWords(words + behind)).toEqual({ value: n, length: words.length })
      }),
      { numRuns: 2000 },
    )
  })

  test('what cannot be written is refused', () => {
    expect(() => numberWords(-1n)).toThrow(RangeError)
    expect(() => numberWords(10n ** 18n)).toThrow(RangeError)
  })
})
