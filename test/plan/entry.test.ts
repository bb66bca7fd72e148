import { describe, expect, test } from 'vitest'
import { ABSENCES, absenceOf } from '../../src/measure/absence.ts'
import { readEntry, showEntry, showFigure } from '../../src/plan/entry.ts'

const rate = { decimals: 2, nonNegative: false, unit: '%' }

describe('what is typed where a figure is asked', () => {
  test.each([
    ['-2,7', '-2.7'],
    ['−2,70', '-2.7'],
    ['– 2,7 %', '-2.7'],
    ['+1.234,5', '1234.5'],
  ])('"%s" is %s', (typed, value) => expect(readEntry(typed, rate)).toEqual({ kind: 'value', value }))

  test.each([
    ['-', 'notApplicable'],
    ['…', 'notReported'],
    ['Không công bố', 'withheld'],
    ['(c)', 'withheld'],
    ['withheld', 'withheld'],
    ['chưa đánh giá', 'notAssessed'],
  ])('"%s" says why there is none: %s', (typed, absent) =>
    expect(readEntry(typed, rate)).toEqual({ kind: 'absent', absent }),
  )

  test('every reason that a cell shows is read back, in either language; none is blank and none is nought', () => {
    for (const reason of ABSENCES)
      for (const language of ['vi', 'en'] as const) {
        const shown = showEntry(null, reason, language)
        expect([shown, absenceOf(shown)]).toEqual([shown, reason])
        expect(showFigure(null, reason, language)).toMatch(/\p{L}{3}/u)
      }
  })

  test('a field has the sign of the keyboard, a page the one of print', () => {
    expect([showEntry('-1234.5', null), showFigure('-1234.5', null, 'vi')]).toEqual(['-1.234,5', '−1.234,5'])
  })
})
