import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { questionsOf } from '../../src/api/judged/question.ts'
import { loadExample, TENANT } from '../../src/cli/with-store.ts'
import { areasAskedFor } from '../../src/evaluation/allocation/plan-for.ts'
import { answerJson } from '../../src/evaluation/answer-json.ts'
import { answerOf } from '../../src/evaluation/answer.ts'
import { withDerived } from '../../src/cube/derive.ts'
import { assume } from '../../src/evaluation/bulk/assume.ts'
import { bulkOf, statusIn } from '../../src/evaluation/bulk/bulk.ts'
import type { Question } from '../../src/evaluation/evaluate.ts'
import { pack, unpack } from '../../src/evaluation/what-if/packed.ts'
import { sentenceOf } from '../../src/evaluation/sentence.ts'
import { absent } from '../../src/measure/absence.ts'
import { boundOf } from '../../src/measure/bound.ts'
import { add, dec } from '../../src/measure/decimal.ts'
import { year } from '../../src/measure/period.ts'
import type { Layer } from '../../src/plan/layer.ts'
import type { Indicator, Plan } from '../../src/plan/plan.ts'
import { observations, type NewObservation } from '../../src/store/figures.ts'
import { importFigures } from '../../src/store/import-figures.ts'
import { ensureTenant, logHead } from '../../src/store/log.ts'
import { migrate } from '../../src/store/migrate.ts'
import { openStore, type Store } from '../../src/store/open.ts'
import { currentPlan, listPlans, publishPlan } from '../../src/store/plans.ts'
import { currentTerritory } from '../../src/store/territory.ts'
import { mapOn } from '../../src/territory/map.ts'

const BY = { actor: 'test', subject: 'figures.csv' }
const DAYS = ['2020-12-31', '2021-12-31', '2022-06-30', '2023-12-31', '2024-12-31', '2025-09-30', '2026-02-01']
const MAPS = [null, '2020-01-01', '2025-07-01']

/** The example with its territory, as it ships. */
async function example(): Promise<{ readonly store: Store; readonly plan: Plan }> {
  const store = openStore({ path: ':memory:' }, () => new Date('2026-02-01T09:00:00+07:00'))
  await migrate(store)
  await ensureTenant(store.db, TENANT, TENANT)
  await loadExample(store)
  const [listed] = await listPlans(store, TENANT)
  const plan = (await currentPlan(store, TENANT, listed?.id ?? ''))?.plan
  if (!plan) throw new Error('the example has a plan')
  return { store, plan }
}

const figureOf = (
  indicator: string,
  area: string,
  when: number,
  value: string,
  more: Partial<NewObservation> = {},
) => ({
  indicator,
  method: '',
  area,
  map: null,
  period: year(when),
  breakdown: {},
  source: 'Sở',
  value: dec(value),
  status: 'official' as const,
  note: '',
  ...more,
})

describe('what is judged by the cube', () => {
  let site: Awaited<ReturnType<typeof example>>
  beforeAll(async () => {
    site = await example()
    const { store, plan } = site
    const known = await observations(store, TENANT, { areas: [plan.area] })
    // Revisions, other sources, what is taken back, and what was said before it: some figures in each of four files.
    for (const round of [1, 2, 3, 4])
      await importFigures(
        store,
        TENANT,
        known
          .filter((_, i) => i % 4 === round - 1 || i % 7 === round)
          .map(({ log: _, ...figure }, i) => ({
            ...figure,
            status: i % 3 === 0 ? ('official' as const) : figure.status,
            source: i % 5 === 0 ? 'Niên giám thống kê' : figure.source,
            value:
              i % 11 === 0 || 'absent' in figure.value ? absent('withheld') : add(figure.value, dec(String(round))),
          })),
        BY,
      )
  })
  afterAll(() => site.store.close())

  test('is, byte for byte, what the store’s figures of the plan’s own area are judged to be, on any day and as of any number of the log', async () => {
    const { store, plan } = site
    const head = await logHead(store, TENANT)
    const said = (question: Question) => JSON.stringify(answerJson(answerOf(question), '2026-02-01T00:00:00+07:00'))
    for (const asOfLog of [null, ...Array.from({ length: head }, (_, i) => i + 1)]) {
      const rows = await observations(store, TENANT, {
        asOf: asOfLog,
        indicators: plan.indicators.map(each => each.code),
        areas: [...areasAskedFor(plan, plan.area)],
      })
      for (const map of MAPS) {
        const on = DAYS[(asOfLog ?? 0) % DAYS.length] ?? ''
        const byCube = (await questionsOf(store, TENANT, plan, { on, asOfLog, map }))()
        expect(byCube.observations).toEqual(rows.map(each => ({ ...each, note: '' })))
        const byRows: Question = { plan, observations: rows, on, asOfLog: asOfLog ?? undefined, map: map ?? undefined }
        expect(said(byCube)).toBe(said(byRows))
      }
    }
    for (const on of DAYS) {
      const byCube = (await questionsOf(store, TENANT, plan, { on, asOfLog: null, map: null }))()
      const rows = await observations(store, TENANT, { areas: [plan.area] })
      expect(said(byCube)).toBe(said({ plan, observations: rows, on }))
    }
  }, 120_000)

  test('of areas below: a whole total is judged, one of which a district is missing is told with its coverage', async () => {
    const { store, plan } = await example()
    const territory = await currentTerritory(store, TENANT)
    const districts = mapOn(territory, plan.map ?? '').children.get(plan.area) ?? []
    expect(districts.length).toBe(11)
    const give = (when: number, areas: readonly string[]) =>
      importFigures(store, TENANT, areas.map(area => figureOf('tourists', area, when, '100000')), BY) // prettier-ignore
    await give(2021, districts)
    await give(2022, districts.slice(1))
    const asked = { on: '2022-12-31', asOfLog: null, map: null }
    const judged = async () => {
      const question = (await questionsOf(store, TENANT, plan, asked))()
      const measures = answerOf(question).evaluation.judgements.flatMap(each => each.measures)
      return {
        question,
        told: measures.find(each => each.indicators.some(({ indicator }) => indicator === 'tourists')),
      }
    }
    const before = await judged()
    const added = before.question.observations.filter(each => each.indicator === 'tourists' && each.source === 'cube')
    expect(added).toMatchObject([{ period: year(2021), value: dec('1100000'), status: 'official', area: plan.area }])
    expect(before.question.partials).toMatchObject([{ indicator: 'tourists', period: year(2022) }])
    const sentences = before.told?.explanation.map(reason => sentenceOf(reason, 'en')).join(' ') ?? ''
    expect(sentences).toMatch(/For 2022, \d+ of \d+ figures that are due are there and make/)
    // The cube that is at hand takes in what was missing; the past stays as it was known then.
    const then = await logHead(store, TENANT)
    await give(2022, districts.slice(0, 1))
    const after = await judged()
    expect(after.question.partials).toBeUndefined()
    expect(after.question.observations.filter(each => each.source === 'cube')).toMatchObject([
      { period: year(2021), value: dec('1100000') },
      { period: year(2022), value: dec('1100000') },
    ])
    const past = (await questionsOf(store, TENANT, plan, { ...asked, asOfLog: then }))()
    expect(past.partials).toEqual(before.question.partials)
    expect(past.observations).toEqual(before.question.observations)
    // The area's own word stands over any sum.
    await importFigures(store, TENANT, [figureOf('tourists', plan.area, 2022, '7')], BY)
    const own = await judged()
    expect(own.question.observations.filter(each => each.source === 'cube')).toHaveLength(1)
    await store.close()
  })
})

test('a formula over a weighted mean computes with the mean itself, not with its rounded figure, in a page’s script too', async () => {
  const { store, plan: shipped } = await example()
  const own = (code: string, more: Partial<Indicator>): Indicator => ({
    ...{ code, name: { vi: code }, unit: '%', decimals: 2, direction: 'up', frequency: 'A', overTime: 'last' },
    ...{ overAreas: 'none', methods: [], ...more },
  })
  const indicators = [
    own('rate', { overAreas: 'weightedMean', weight: 'households' }),
    own('households', { unit: 'hộ', decimals: 0, overAreas: 'sum' }),
    own('hundredfold', { formula: '100 * [rate]' }),
  ]
  const plan: Plan = { ...shipped, id: 'means', indicators, targets: [], groups: [] }
  await publishPlan(store, TENANT, plan, { actor: 'test' })
  const districts = mapOn(await currentTerritory(store, TENANT), plan.map ?? '').children.get(plan.area) ?? []
  // 1 to 11 per cent, the first of two households: 67 / 12 = 5,58333 …
  const figures = districts.flatMap((area, i) => [
    figureOf('rate', area, 2021, String(i + 1)),
    figureOf('households', area, 2021, i === 0 ? '2' : '1'),
  ])
  await importFigures(store, TENANT, figures, BY)
  const { observations: known } = (
    await questionsOf(store, TENANT, plan, { on: '2021-12-31', asOfLog: null, map: null })
  )()
  for (const figures of [known, unpack(pack(known))]) {
    const mean = figures.find(each => each.indicator === 'rate')
    expect(mean).toMatchObject({ value: dec('5.58'), exact: { num: 67n, den: 12n } })
    const made = withDerived(
      indicators,
      figures.filter(each => each.indicator !== 'hundredfold'),
    )
    expect(made.find(each => each.indicator === 'hundredfold')?.value).toEqual(dec('558.33'))
  }
  await store.close()
})

test('a layer on another map judges figures that were brought over to it', async () => {
  const { store, plan: shipped } = await example()
  const territory = await currentTerritory(store, TENANT)
  // A commune of the map of 2025 and those that it was made of.
  const [made, parts] = territory.reorganisations.flatMap(event => {
    if (event.kind !== 'links') return []
    const into = event.links.map(each => each.to).find(id => event.links.filter(l => l.to === id).length > 1)
    const from = event.links.filter(each => each.to === into).map(each => each.from)
    // Whole communes only: what was divided is split by nothing that is known.
    const whole = from.every(id => event.links.filter(each => each.from === id).length === 1)
    return event.date === '2025-07-01' && into && whole ? [[into, from] as const] : []
  })[0] ?? ['', []]
  expect(parts.length).toBeGreaterThan(1)
  const bound = boundOf('atLeast', dec('100'), null)
  if (!bound) throw new Error('a bound of a test must stand')
  const targets = shipped.targets.map(target => ({
    ...target,
    measures: target.measures.map(each =>
      each.indicators.includes('tourists')
        ? { ...each, allocations: [{ area: made, when: null, bound, within: null }] }
        : each,
    ),
  }))
  const plan: Plan = { ...shipped, id: 'made-anew', targets }
  for (const when of [2020, 2021, 2022, 2023, 2024])
    await importFigures(store, TENANT, parts.map(area => figureOf('tourists', area, when, '60')), BY) // prettier-ignore
  const asked = { on: '2024-12-31', asOfLog: null, map: null }
  const layer: Layer = { name: 'Địa giới mới', assumptions: [{ kind: 'map', day: '2025-07-01' }] }
  const question = (await questionsOf(store, TENANT, plan, asked, { layers: [layer] }))([plan.area, made])
  const { compared } = answerOf(question, made, [layer])
  const [, under] = compared?.rows[0]?.columns ?? []
  // On the plan's own map the commune does not exist yet, so nothing is known of it; on the new one it has what it was made of.
  expect(compared?.rows[0]?.columns.map(each => each.status)).toEqual(['noData', 'onTrack'])
  expect(under?.judgement?.used.every(each => each.source === 'cube')).toBe(true)
  expect(statusIn(assume(bulkOf(question), layer).bulk, plan.targets.findIndex(t => t.id === compared?.rows[0]?.target), 1)).toBe(under?.status) // prettier-ignore
  await store.close()
})

test('what is supposed of a district comes to what it would come to, had it been reported', async () => {
  const { store, plan: shipped } = await example()
  const [bound, rateBound] = [boundOf('atLeast', dec('1000000'), null), boundOf('atLeast', dec('5'), null)]
  if (!bound || !rateBound) throw new Error('a bound of a test must stand')
  const [tourists] = shipped.indicators.filter(each => each.code === 'tourists')
  const [target] = shipped.targets.filter(({ measures }) => measures.some(each => each.indicators.includes('tourists')))
  const [measure] = target?.measures.filter(each => each.indicators.includes('tourists')) ?? []
  if (!tourists || !target || !measure) throw new Error('the example has tourists')
  const level = { kind: 'level', when: year(2023) } as const
  const plan: Plan = {
    ...shipped,
    id: 'catching-up',
    groups: [],
    indicators: [
      { ...tourists, code: 'visitors' },
      { ...tourists, code: 'spent', unit: 'triệu đồng', decimals: 1, overAreas: 'weightedMean', weight: 'visitors' },
    ],
    targets: [
      {
        ...target,
        group: null,
        measures: [
          { ...measure, indicators: ['visitors'], shape: level, bound },
          { ...measure, id: 'spent', indicators: ['spent'], unit: 'triệu đồng', shape: level, bound: rateBound },
        ],
      },
    ],
  }
  await publishPlan(store, TENANT, plan, { actor: 'test' })
  const districts = mapOn(await currentTerritory(store, TENANT), plan.map ?? '').children.get(plan.area) ?? []
  const [first = '', ...rest] = districts
  await importFigures(
    store,
    TENANT,
    [2021, 2022, 2023].flatMap(when =>
      (when === 2023 ? rest : districts).flatMap((area, i) => [
        figureOf('visitors', area, when, String(1000 * (i + 1) + when)),
        figureOf('spent', area, when, `${String(i + 1)}.${String(when % 10)}`),
      ]),
    ),
    BY,
  )
  const asked = { on: '2023-12-31', asOfLog: null, map: null }
  const layer: Layer = {
    name: 'Bắt kịp',
    assumptions: [
      { kind: 'value', indicator: 'visitors', area: first, period: year(2023), value: dec('987654') },
      { kind: 'value', indicator: 'spent', area: first, period: year(2023), value: dec('7.7') },
    ],
  }
  // The plan names no district: their figures come along because the layer does.
  const question = (await questionsOf(store, TENANT, plan, asked, { layers: [layer] }))([plan.area])
  expect(question.partials?.map(each => each.indicator)).toEqual(['visitors', 'spent'])
  const { evaluation, compared } = answerOf(question, plan.area, [layer])
  const supposed = evaluation.judgements.flatMap(each => each.measures)
  expect(supposed.map(each => each.used.at(-1)?.source)).toEqual(['what-if-added', 'what-if-added'])
  expect(compared?.supposed[0]?.messages).toEqual([])
  await importFigures(
    store,
    TENANT,
    [figureOf('visitors', first, 2023, '987654'), figureOf('spent', first, 2023, '7.7')],
    BY,
  )
  const reported = answerOf((await questionsOf(store, TENANT, plan, asked))())
  const known = reported.evaluation.judgements.flatMap(each => each.measures)
  expect(known.map(each => each.used.at(-1)?.source)).toEqual(['cube', 'cube'])
  expect(supposed.map(each => [each.status, each.value])).toEqual(known.map(each => [each.status, each.value]))
  await store.close()
})
