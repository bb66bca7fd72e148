import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { areasOf, planFor } from '../../src/evaluation/allocation/plan-for.ts'
import { assume } from '../../src/evaluation/bulk/assume.ts'
import { bulkOf, statusIn } from '../../src/evaluation/bulk/bulk.ts'
import { evaluate, type Question } from '../../src/evaluation/evaluate.ts'
import { answer, groundOf } from '../../src/evaluation/what-if/answer.ts'
import { EVERYWHERE } from '../../src/evaluation/what-if/lever.ts'
import { live } from '../../src/evaluation/what-if/live.ts'
import { countsIn } from '../../src/evaluation/what-if/shares.ts'
import { compareLayers, suppose } from '../../src/evaluation/what-if/what-if.ts'
import { boundOf } from '../../src/measure/bound.ts'
import { dec, decimal, decimalText } from '../../src/measure/decimal.ts'
import { year } from '../../src/measure/period.ts'
import { say } from '../../src/messages/catalogue.ts'
import { LANGUAGES } from '../../src/messages/message.ts'
import type { Assumption, Layer } from '../../src/plan/layer.ts'
import { layersText, layerText, parseLayer, parseLayers } from '../../src/plan/layer-text.ts'
import type { Allocation, Plan } from '../../src/plan/plan.ts'
import { indicator, level, meanGrowth, periodOf, planWith, seen, target } from './plans.ts'

const AREAS = ['x', 'n', 's', 'e'] as const
/** Two of the districts have communes; one district, and what lies in another, has no share. */
const ALL = [...AREAS, 'w', 'n1', 'n2', 'w1', 'w2'] as const
const inside = new Map([
  ...['n', 's', 'e', 'w'].map(area => [area, 'x'] as const),
  ...['n1', 'n2'].map(area => [area, 'n'] as const),
  ...['w1', 'w2'].map(area => [area, 'w'] as const),
])
const shares = (low: string): readonly Allocation[] =>
  ['n', 's', 'e'].map((area): Allocation => {
    const bound = boundOf('atLeast', dec(low), null)
    if (!bound) throw new Error('a bound of a test must stand')
    return { area, when: null, bound, within: null }
  })

/** A plan of five shapes, shared out to three areas; the last indicator is computed from two others. */
const plan: Plan = planWith(
  [
    indicator('roads', 'km', { overTime: 'sum', overAreas: 'sum', decimals: 1, nonNegative: true }),
    indicator('schools', 'xã', { overTime: 'last', overAreas: 'sum', decimals: 1 }),
    indicator('output', 'tỷ đồng', { overTime: 'last', overAreas: 'sum', decimals: 1 }),
    indicator('both', 'xã', { overTime: 'last', decimals: 1, formula: '[schools] + [schools]' }),
    indicator('rate', '%', { overTime: 'last', overAreas: 'weightedMean', weight: 'people', decimals: 1, direction: 'down' }),
    indicator('covered', '%', { overTime: 'last', overAreas: 'ratioOfSums', ratio: { numerator: 'insured', denominator: 'people' }, decimals: 1 }),
    indicator('insured', 'người', { overTime: 'last', overAreas: 'sum', decimals: 1 }),
    indicator('people', 'người', { overTime: 'last', overAreas: 'sum', decimals: 1, nonNegative: true }),
  ],
  [
    target('sum', 'roads', { kind: 'cumulative', when: periodOf('2021/2025') }, ['atLeast', '100', null], 'km', { allocations: shares('25') }),
    target('lvl', 'schools', level('2025'), ['atLeast', '40', null], 'xã', { allocations: shares('10') }),
    target('grw', 'output', meanGrowth('2021/2025'), ['atLeast', '8', null], '%', { allocations: shares('7') }),
    target('each', 'roads', { kind: 'eachPeriod', when: periodOf('2021/2025') }, ['atLeast', '5', null], 'km', { allocations: shares('4') }),
    target('frm', 'both', level('2025'), ['atLeast', '80', null], 'xã', { allocations: shares('20') }),
    target('cov', 'covered', level('2025'), ['atLeast', '50', null], '%', { allocations: shares('50') }),
    target('rte', 'rate', level('2025'), ['atMost', null, '20'], '%', { allocations: shares('20') }),
  ],
) // prettier-ignore

const figures = fc
  .array(
    fc.record({
      indicator: fc.constantFrom('roads', 'schools', 'output', 'rate', 'people', 'insured', 'covered'),
      area: fc.constantFrom(...ALL),
      year: fc.integer({ min: 2017, max: 2025 }),
      value: fc.integer({ min: -50, max: 600 }),
    }),
    { minLength: 100, maxLength: 360 },
  )
  .map(list =>
    [...new Map(list.map(f => [`${f.indicator} ${f.area} ${String(f.year)}`, f])).values()].map((f, i) =>
      seen(f.indicator, String(f.year), decimalText(decimal(BigInt(f.value), 1)), { area: f.area, log: i + 1 }),
    ),
  )

const name = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }).filter(s => s.trim() !== '')
const assumption: fc.Arbitrary<Assumption> = fc.oneof(
  fc.record({
    kind: fc.constant('value' as const),
    indicator: fc.constantFrom('roads', 'schools', 'output', 'both', 'rate', 'people', 'insured', 'covered'),
    area: fc.constantFrom(...ALL),
    period: fc.integer({ min: 2015, max: 2025 }).map(year),
    value: fc.integer({ min: -50, max: 900 }).map(v => decimal(BigInt(v), 1)),
  }),
  fc.record({
    kind: fc.constant('pace' as const),
    indicator: fc.constantFrom('roads', 'schools', 'output', 'rate', 'people', 'insured', 'covered'),
    area: fc.option(fc.constantFrom(...ALL)),
    from: fc.integer({ min: 2019, max: 2025 }).map(year),
    basis: fc.constantFrom('relative' as const, 'absolute' as const),
    by: fc.integer({ min: -40, max: 80 }).map(v => decimal(BigInt(v), 1)),
  }),
  fc
    .record({
      measure: fc.constantFrom('sum-m', 'lvl-m', 'grw-m'),
      area: fc.option(fc.constantFrom('n', 's')),
      low: fc.integer({ min: -20, max: 700 }),
    })
    .map(({ measure, area, low }): Assumption => {
      const bound = boundOf('atLeast', decimal(BigInt(low), 1), null)
      if (!bound) throw new Error('a bound of a test must stand')
      return { kind: 'bound', measure, area, bound }
    }),
  fc.record({ kind: fc.constant('map' as const), day: fc.constantFrom('2020-01-01', '2025-07-01') }),
)
const layer: fc.Arbitrary<Layer> = fc.record({
  name: name.map(n => n.normalize('NFC')),
  assumptions: fc.array(assumption, { minLength: 1, maxLength: 4 }),
})

const big = (_: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value)

const statuses = (question: Question) =>
  AREAS.map(area => evaluate({ ...question, plan: planFor(question.plan, area) }).judgements.map(j => j.status))

describe('what-if', () => {
  test('what hangs on a layer judged again = everything judged anew = every area judged in full', () => {
    let [moved, spared, raised] = [0, 0, 0]
    fc.assert(
      fc.property(figures, layer, fc.constantFrom('2023-12-31', '2025-12-31'), (observations, what, on) => {
        const question: Question = { plan, observations, on, inside }
        const base = bulkOf(question, AREAS)
        const { bulk, judged, of, changed } = assume(base, what)
        const { question: anew, added } = suppose(question, what)
        const full = statuses(anew)
        AREAS.forEach((_, row) => {
          expect(plan.targets.map((__, t) => statusIn(bulk, t, row))).toEqual(full[row])
        })
        expect(bulkOf(anew, AREAS).statuses).toEqual(bulk.statuses)
        moved += changed.length
        raised += added.length
        if (judged < of) spared += 1
      }),
      { numRuns: 150 },
    )
    expect(moved).toBeGreaterThan(20)
    expect(spared).toBeGreaterThan(20)
    expect(raised).toBeGreaterThan(100)
  })

  test('one after the other, layers of different indicators add up, in any order; the first bulk stays what it was', () => {
    const values = fc.array(assumption.filter(a => a.kind === 'value'), { minLength: 2, maxLength: 5 })
    fc.assert(
      fc.property(figures, values, (observations, all) => {
        const question: Question = { plan, observations, on: '2025-12-31', inside }
        const base = bulkOf(question, AREAS)
        const before = base.statuses.map(s => s.slice())
        const keyOf = (a: Extract<Assumption, { kind: 'value' }>) => `${a.indicator} ${a.area} ${a.period.start}`
        const list = [...new Map(all.map(each => [keyOf(each), each])).values()]
        // What makes or weighs another goes with it.
        const together = [['people', 'rate', 'insured', 'covered'], ['roads'], ['schools'], ['output'], ['both']]
        const layers = together.map(codes => ({
          name: codes.join(),
          assumptions: list.filter(each => codes.includes(each.indicator)),
        }))
        const once = assume(base, { name: 'a', assumptions: list }).bulk.statuses
        expect(layers.reduce((bulk, each) => assume(bulk, each).bulk, base).statuses).toEqual(once)
        expect(assume(base, { name: 'a', assumptions: list.toReversed() }).bulk.statuses).toEqual(once)
        const told = (assumptions: readonly Assumption[]) =>
          new Set(suppose(question, { name: 'a', assumptions }).question.observations.map(o => JSON.stringify(o, big)))
        expect(told(list.toReversed())).toEqual(told(list))
        expect(base.statuses).toEqual(before)
      }),
      { numRuns: 150 },
    )
  }) // prettier-ignore

  test('a hand on the levers is answered as if every layer were judged anew, whatever was moved before', () => {
    let [kept, unready] = [0, 0]
    const moves = fc.array(fc.array(fc.nat(5), { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 6 })
    fc.assert(
      fc.property(figures, fc.array(assumption, { minLength: 6, maxLength: 6 }), moves, fc.constantFrom(...AREAS, EVERYWHERE), (observations, pool, picks, area) => {
        const question: Question = groundOf({ plan, observations, on: '2023-12-31', inside })
        const own = area === EVERYWHERE ? plan.area : area
        const hand = live(question, area)
        // As far as the browser came with what it makes ready.
        const work = hand.ready({ name: 'a', assumptions: pool.slice(0, 1) })
        for (let i = 0; i < picks.length * 5; i += 1) work.next()
        let before = new Map<string, unknown>()
        for (const pick of picks) {
          const what: Layer = { name: 'a', assumptions: [...new Set(pick)].flatMap(i => pool[i] ?? []) }
          const atOnce = hand.under(what, false)
          const said = hand.under(what)
          expect([atOnce.measures, atOnce.open ? null : said.counts]).toEqual([said.measures, atOnce.counts])
          expect(said.open).toBe(false)
          if (atOnce.open) unready += 1
          const anew = answer(question, what, own)
          expect(said.on).toBe(anew.on)
          expect(said.whole).toEqual(own === plan.area ? null : answer(question, what).measures)
          expect(said.measures).toEqual(anew.measures)
          const counted = countsIn(bulkOf({ ...suppose(question, what).question, on: anew.on }, areasOf(plan)))
          expect(said.counts).toEqual(new Map([...counted].filter(([id]) => anew.measures.has(id))))
          for (const [id, each] of said.measures) if (before.get(id) === each) kept += 1
          before = new Map(said.measures)
        }
      }),
      { numRuns: 50 },
    ) // prettier-ignore
    expect(kept).toBeGreaterThan(5)
    expect(unready).toBeGreaterThan(5)
  })

  test('a pace goes on from the last figure to the end of the term, and its figures say that they are assumed', () => {
    const observations = [seen('output', '2020', '100'), seen('output', '2023', '120')]
    const what: Layer = {
      name: 'Tăng 10%',
      assumptions: [
        { kind: 'pace', indicator: 'output', area: 'x', from: year(2024), basis: 'relative', by: dec('10') },
      ],
    }
    const question: Question = { plan, observations, on: '2025-12-31' }
    const made = suppose(question, what).question
    expect(
      made.observations.filter(o => o.status === 'simulated').map(o => 'absent' in o.value || decimalText(o.value)),
    ).toEqual(['132.0', '145.2'])
    const row = compareLayers(question, [what]).rows.find(r => r.measure === 'grw-m')
    expect(row?.columns.map(c => [c.layer, c.status, c.changed])).toEqual([
      [null, 'noData', false],
      ['Tăng 10%', 'missed', true],
    ])
    expect(row?.columns[1]?.judgement?.explanation.map(r => r.code)).toContain('evaluation.not-final')
    expect(question.observations).toBe(observations)
  })

  test('an assumption that says nothing here is told, with what is near', () => {
    const what: Layer = {
      name: 'a',
      assumptions: [
        { kind: 'value', indicator: 'raods', area: 'x', period: year(2024), value: dec('1') },
        { kind: 'pace', indicator: 'roads', area: 'x', from: year(2024), basis: 'absolute', by: dec('1') },
        { kind: 'bound', measure: 'sum', area: null, bound: { kind: 'atLeast', low: dec('1'), high: null } },
        { kind: 'bound', measure: 'sum-m', area: 'q', bound: { kind: 'atLeast', low: dec('1'), high: null } },
      ],
    }
    const { messages } = suppose({ plan, observations: [], on: '2025-12-31' }, what)
    expect(messages.map(m => [m.rule, m.start, m.expected])).toEqual([
      ['layer.no-indicator', 1, 'roads, rate, both'],
      ['layer.no-figure', 2, '2024'],
      ['layer.no-measure', 3, 'sum-m, lvl-m, grw-m'],
      ['layer.no-share', 4, 'n, s, e'],
    ])
  })
})

describe('a layer in an address', () => {
  test('comes back as it was, alone and beside others', () => {
    fc.assert(
      fc.property(fc.array(layer, { minLength: 1, maxLength: 3 }), layers => {
        for (const each of layers) expect(parseLayer(layerText(each)).value).toEqual(each)
        expect(parseLayers(layersText(layers)).value).toEqual(layers)
        expect(layersText(layers)).toMatch(/^[\w;,|.!~*'()%-]+$/)
      }),
      { numRuns: 500 },
    )
  })

  test.each([
    ['2;a', 'layer.version', 0, 1],
    ['1;', 'layer.name', 2, 2],
    ['1;a;q,x', 'layer.form', 4, 7],
    ['1;a;v,x,y', 'layer.fields', 4, 9],
    ['1;a;v,,n,2025,1', 'layer.no-name', 6, 6],
    ['1;a;v,x,n,soon,1', 'layer.period', 10, 14],
    ['1;a;v,x,n,2025,1e5', 'layer.decimal', 15, 18],
    ['1;a;p,x,,2025,often,1', 'layer.one-of', 14, 19],
    ['1;a;b,x,,between,5,1', 'layer.bound', 4, 20],
    ['1;a;m,2025-13-01', 'layer.day', 6, 16],
    ['1;%E0%A4', 'layer.encoding', 2, 8],
    [`1;a;${'m,2025-01-01;'.repeat(300)}`, 'layer.too-long', 0, 3904],
  ])('or says where it is wrong: %s', (text, rule, start, end) => {
    const { value, messages } = parseLayer(text)
    expect(value).toBeNull()
    expect(messages[0]).toMatchObject({ rule, start, end })
    for (const m of messages)
      for (const language of LANGUAGES)
        expect(
          say(m.rule, language, { start: String(m.start), actual: m.actual ?? '', expected: m.expected ?? '' }),
        ).toMatch(/[.)]$/)
  })

  test('the place is that of the whole text', () => {
    expect(parseLayers('1;a|1;b;m,x').messages[0]).toMatchObject({ rule: 'layer.day', start: 10, end: 11 })
  })

  test('whatever is read never throws', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        expect(parseLayers(text).messages.length > 0).toBe(parseLayers(text).value === null)
      }),
      { numRuns: 500 },
    )
  })
})
