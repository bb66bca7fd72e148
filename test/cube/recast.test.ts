import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { carry, recast, recastRatio, recastWeightedMean, type Reported } from '../../src/cube/recast.ts'
import { absent, isAbsent, type Absence } from '../../src/measure/absence.ts'
import { dec, decimal, decimalText, sum, type Decimal } from '../../src/measure/decimal.ts'
import { ratio } from '../../src/measure/ratio.ts'
import { transition } from '../../src/territory/transition.ts'
import { checkTerritory } from '../../src/territory/check.ts'
import { area, history, link } from './histories.ts'
import { territoryOf } from './world.ts'

const values = (given: Readonly<Record<string, string>>): Reported =>
  new Map(Object.entries(given).map(([id, text]) => [id, dec(text)]))
const shown = (value: Decimal | Absence) => (isAbsent(value) ? value.absent : decimalText(value))

const D = ['2020-01-01', '2021-01-01', '2022-01-01'] as const

/** a and b merge into ab; c splits into c1 and c2, which has weights, of which c2 merges with d into e. */
const small = territoryOf(
  [
    area('a', D[0], D[1]),
    area('b', D[0], D[1]),
    area('ab', D[1], null),
    area('c', D[0], D[1]),
    area('c1', D[1], null),
    area('c2', D[1], D[2]),
    area('d', D[0], D[2]),
    area('e', D[2], null),
  ],
  [
    {
      kind: 'links',
      date: D[1],
      basis: 'x',
      links: [link('a', 'ab'), link('b', 'ab'), link('c', 'c1', '2'), link('c', 'c2', '1')],
    },
    { kind: 'links', date: D[2], basis: 'y', links: [link('c2', 'e'), link('d', 'e')] },
  ],
)

describe('recasting', () => {
  test('the small territory is sound', () => {
    expect(checkTerritory(small)).toEqual([])
  })

  test('a merge adds its sources and names them', () => {
    const cast = recast(transition(small, D[0], D[1]), values({ a: '1.5', b: '2', c: '10', d: '4' }))
    expect(cast.of('ab')).toEqual({ how: 'summed', value: dec('3.5'), from: ['a', 'b'] })
    expect(cast.of('d')).toEqual({ how: 'carried', value: dec('4'), from: ['d'] })
  })

  test('a split without a weight is not computable; with one its parts add up, and the weight is told', () => {
    const change = transition(small, D[0], D[1])
    const given = values({ a: '1', b: '2', c: '10', d: '4' })
    expect(recast(change, given).of('c1')).toMatchObject({ how: 'absent', value: { absent: 'notComputable' } })
    const cast = recast(change, given, 'population')
    expect([cast.of('c1'), cast.of('c2')].map(r => [r.how, shown(r.value), 'by' in r ? r.by : ''])).toEqual([
      ['apportioned', '7', 'population'],
      ['apportioned', '3', 'population'],
    ])
    expect(recast(change, given, 'area').of('c1').how).toBe('absent')
    expect(shown(recast(change, given, 'equal').of('c1').value)).toBe('5')
  })

  test('parts that come together are whole again, whatever happened between', () => {
    const change = transition(small, D[0], D[2])
    const cast = recast(change, values({ a: '1', b: '2', c: '10', d: '4' }))
    expect(cast.of('e').how).toBe('absent')
    expect(cast.total(['c1', 'e'])).toMatchObject({ how: 'summed', value: dec('14') })
    expect(shown(cast.total(['ab', 'c1', 'e']).value)).toBe('17')
  })

  test('the old map of a merge is not computable without a weight, never guessed', () => {
    const back = transition(small, D[1], D[0])
    const cast = recast(back, values({ ab: '3', c1: '7', c2: '3', d: '4' }))
    expect(cast.of('a')).toMatchObject({
      how: 'absent',
      value: { absent: 'notComputable', because: 'cube.parts-unknown' },
      from: ['a', 'b'],
    })
    expect(cast.of('c')).toMatchObject({ how: 'summed', value: dec('10') })
    expect(cast.total(['a', 'b'])).toMatchObject({ value: dec('3') })
  })

  test('what was not reported is not zero, and is named', () => {
    const cast = recast(transition(small, D[0], D[1]), values({ a: '1' }))
    expect(cast.of('ab')).toEqual({ how: 'absent', value: absent('notReported'), from: ['b'] })
  })

  test('what is not due is missed by nobody: the sum is that of what is', () => {
    const change = transition(small, D[0], D[1])
    const undue = absent('notDue')
    const b = dec('2')
    const given = new Map<string, Decimal | Absence>([['a', undue], ['b', b]]) // prettier-ignore
    expect(recast(change, given).of('ab')).toEqual({ how: 'summed', value: b, from: ['a', 'b'] })
    expect(recast(change, new Map([...given, ['b', undue]])).of('ab')).toMatchObject({ how: 'absent', value: undue })
    expect(recastWeightedMean(change, given, values({ a: '1', b: '3' }), ['ab'])).toMatchObject({ value: ratio(2n) })
  })

  test('links that nobody states: the sum is known and nothing else', () => {
    const regrouped = territoryOf(
      [area('a', D[0], D[1]), area('b', D[0], D[1]), area('x', D[1], null), area('y', D[1], null)],
      [{ kind: 'regrouping', date: D[1], before: ['a', 'b'], after: ['x', 'y'], basis: 'z' }],
    )
    const cast = recast(transition(regrouped, D[0], D[1]), values({ a: '1', b: '2' }), 'equal')
    expect(cast.of('x').how).toBe('absent')
    expect(shown(cast.total(['x', 'y']).value)).toBe('3')
  })

  test('a ratio comes from its numerator and denominator', () => {
    const change = transition(small, D[0], D[1])
    const found = recastRatio(change, values({ a: '1', b: '2' }), values({ a: '10', b: '5.5' }), ['ab'])
    expect('value' in found && `${found.value.num}/${found.value.den}`).toBe('6/31')
    expect(recastRatio(change, values({ a: '1', b: '2' }), values({ a: '0', b: '0' }), ['ab'])).toMatchObject({
      absent: { absent: 'notComputable', because: 'cube.nothing-below' },
    })
    const mean = recastWeightedMean(change, values({ a: '10', b: '20' }), values({ a: '1', b: '3' }), ['ab'])
    expect('value' in mean && `${mean.value.num}/${mean.value.den}`).toBe('35/2')
  })

  test('a standard that an area met is not carried into a merged one', () => {
    const change = transition(small, D[0], D[1])
    expect(carry(change, values({ d: '1' }), 'd', true)).toMatchObject({ how: 'carried' })
    expect(carry(change, values({ a: '1', b: '1' }), 'ab', true)).toMatchObject({ value: { absent: 'notAssessed' } })
    expect(carry(change, values({ a: '1', b: '1' }), 'ab', false)).toMatchObject({ value: { absent: 'notComputable' } })
  })
})

const LAST = '2009-01-01'
const FIRST = '2000-01-01'
const reportedOf = (ids: readonly string[], seeds: readonly number[]): Reported =>
  new Map(ids.map((id, i) => [id, decimal(BigInt(seeds[i % seeds.length] ?? 0), 2)]))
const seeds = fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { minLength: 1, maxLength: 8 })
const by = fc.constantFrom('population' as const, 'equal' as const, null)

describe('laws', () => {
  test('the histories are sound', () => {
    fc.assert(
      fc.property(history, ({ territory }) => {
        expect(checkTerritory(territory)).toEqual([])
      }),
    )
  })

  test('the total of an additive indicator is the same on every map, to the last digit', () => {
    fc.assert(
      fc.property(history, seeds, by, ({ territory, first, last }, given, weight) => {
        const forward = reportedOf(first, given)
        const total = decimalText(sum(forward.values() as Iterable<Decimal>))
        const cast = recast(transition(territory, FIRST, LAST), forward, weight)
        expect(shown(cast.total(last).value)).toBe(total)
        const back = reportedOf(last, given)
        const old = recast(transition(territory, LAST, FIRST), back, weight)
        expect(shown(old.total(first).value)).toBe(decimalText(sum(back.values() as Iterable<Decimal>)))
      }),
    )
  })

  test('parts that are computed add up to the total', () => {
    fc.assert(
      fc.property(history, seeds, ({ territory, first, last }, given) => {
        const forward = reportedOf(first, given)
        const cast = recast(transition(territory, FIRST, LAST), forward, 'equal')
        const parts = last.map(id => cast.of(id).value)
        expect(parts.some(isAbsent)).toBe(false)
        expect(decimalText(sum(parts as Decimal[]))).toBe(decimalText(sum(forward.values() as Iterable<Decimal>)))
      }),
    )
  })

  test('recast to the same day is the identity', () => {
    fc.assert(
      fc.property(history, seeds, by, ({ territory, last }, given, weight) => {
        const reported = reportedOf(last, given)
        const cast = recast(transition(territory, LAST, LAST), reported, weight)
        for (const id of last) expect(cast.of(id)).toEqual({ how: 'carried', value: reported.get(id), from: [id] })
      }),
    )
  })

  test('no figure is made of one that was not reported, and none without a weight of a part', () => {
    fc.assert(
      fc.property(history, seeds, fc.nat(), ({ territory, first, last }, given, missing) => {
        const reported = new Map(reportedOf(first, given))
        const lacking = first[missing % first.length] ?? ''
        reported.delete(lacking)
        const change = transition(territory, FIRST, LAST)
        expect(recast(change, reported, 'equal').total(last).how).toBe('absent')
        const cast = recast(change, reported)
        for (const id of last) {
          const result = cast.of(id)
          if (result.how === 'absent') continue
          expect(result.from).not.toContain(lacking)
          expect(change.forms.get(id)?.shares).toEqual([])
        }
      }),
    )
  })

  test('in two steps or in one, what is computed without a weight is the same', () => {
    fc.assert(
      fc.property(history, seeds, fc.integer({ min: 1, max: 4 }), ({ territory, first, last }, given, turn) => {
        const between = `200${turn}-06-01`
        const reported = reportedOf(first, given)
        const there = recast(transition(territory, FIRST, between), reported)
        const step = new Map(
          [...transition(territory, FIRST, between).forms.keys()].map(id => [id, there.of(id).value] as const),
        )
        const twice = recast(transition(territory, between, LAST), step)
        const once = recast(transition(territory, FIRST, LAST), reported)
        for (const id of last) {
          const result = twice.of(id)
          if (result.how !== 'absent') expect(shown(once.of(id).value)).toBe(shown(result.value))
        }
      }),
    )
  })
})
