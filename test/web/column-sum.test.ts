import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ABSENCES } from '../../src/measure/absence.ts'
import { say } from '../../src/messages/catalogue.ts'
import { minus, NOTHING_YET, plus, sumInWords, type Entered } from '../../src/web/islands/grid/column-sum.ts'

const entered = (value: string | null, absent: Entered['absent'] = null): Entered => ({ value, absent })
const template = '{sum} (mới {count}/{due} số)'
const shown = (all: readonly Entered[]) => sumInWords(all.reduce(plus, NOTHING_YET), template, 'vi')

test('a sum under a form says of how many figures it is while some are missing, and nothing while none is there', () => {
  expect(say('web.report.sum-of', 'vi', { sum: '1', count: '2', due: '3' })).toBe('1 (mới 2/3 số)')
  expect(shown([entered('1050'), entered('1234'), entered('1100')])).toBe('3.384')
  expect(shown([entered('1050'), entered(null), entered('1100')])).toBe('2.150 (mới 2/3 số)')
  expect(shown([entered('1050'), entered(null, 'withheld')])).toBe('1.050 (mới 1/2 số)')
  // Of what does not apply, or is not due, nothing is missing.
  expect(shown([entered('1050'), entered(null, 'notApplicable'), entered(null, 'notDue')])).toBe('1.050')
  expect(shown([entered(null), entered(null)])).toBe('')
  expect(shown([entered('0')])).toBe('0')
})

test('kept up change by change it is what it would be counted anew', () => {
  const one = fc.oneof(
    fc.integer({ min: -999, max: 999 }).map(n => entered(String(n / 10))),
    fc.constantFrom(null, ...ABSENCES).map(reason => entered(null, reason)),
  )
  fc.assert(
    fc.property(fc.array(one, { minLength: 1 }), fc.array(fc.tuple(fc.nat(), one)), (before, changes) => {
      const now = [...before]
      let kept = before.reduce(plus, NOTHING_YET)
      for (const [at, to] of changes) {
        const place = at % now.length
        kept = plus(minus(kept, now[place] ?? entered(null)), to)
        now[place] = to
      }
      expect(sumInWords(kept, template, 'vi')).toBe(shown(now))
    }),
  )
})
