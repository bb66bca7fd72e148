import { describe, expect, test } from 'vitest'
import { absent } from '../../src/measure/absence.ts'
import { dec, decimal, decimalText } from '../../src/measure/decimal.ts'
import { year, years } from '../../src/measure/period.ts'
import { isAbsent } from '../../src/measure/absence.ts'
import type { Plan } from '../../src/plan/plan.ts'
import { draftVersions, listDrafts, loadDocument, saveDocument, saveDraft } from '../../src/store/drafts.ts'
import { history, observations, type NewObservation } from '../../src/store/figures.ts'
import { importFigures } from '../../src/store/import-figures.ts'
import { ensureTenant, logAt, momentOf } from '../../src/store/log.ts'
import { migrate } from '../../src/store/migrate.ts'
import type { Store } from '../../src/store/open.ts'
import { currentPlan, listPlans, publishPlan } from '../../src/store/plans.ts'

const BY = { actor: 'an officer', subject: 'figures.csv' }

export const figure = (
  indicator: string,
  at: number,
  value: string,
  more: Partial<NewObservation> = {},
): NewObservation => ({
  indicator,
  method: '',
  area: 'P',
  map: null,
  period: year(at),
  breakdown: {},
  source: 'office',
  value: dec(value),
  status: 'provisional',
  note: '',
  ...more,
})

export const plan = (id: string, name: string): Plan => ({
  id,
  name: { vi: name },
  issuer: null,
  adopted: '2020-10-27',
  term: { from: 2021, to: 2025 },
  area: 'P',
  map: null,
  groups: [],
  indicators: [
    {
      code: 'poor',
      name: { vi: 'Tỷ lệ hộ nghèo' },
      unit: '%',
      decimals: 2,
      direction: 'down',
      frequency: 'A',
      overAreas: 'none',
      overTime: 'last',
      methods: [],
    },
  ],
  targets: [
    {
      id: 't1',
      scope: 'main',
      group: null,
      number: '1',
      text: 'Hộ nghèo dưới 3%',
      place: null,
      measures: [
        {
          id: 'm1',
          name: { vi: 'Tỷ lệ hộ nghèo' },
          place: null,
          indicators: ['poor'],
          shape: { kind: 'level', when: year(2025) },
          bound: { kind: 'lessThan', low: null, high: dec('3') },
          unit: '%',
          base: null,
          partOf: null,
        },
      ],
    },
  ],
  sources: [],
  note: null,
})

/** What every engine must do alike. `open` gives an empty store whose clock is `tick`'s. */
export function storeSuite(engine: string, open: (now: () => Date) => Promise<Store>): void {
  let moment = Date.parse('2026-01-01T00:00:00Z')
  const clock = () => new Date(moment)
  const fresh = async () => {
    const store = await open(clock)
    expect(await migrate(store)).toEqual({ done: ['0001-first', '0002-chain-series'] })
    await ensureTenant(store.db, 'LS', 'Lạng Sơn')
    return store
  }
  const values = async (store: Store, asOf: number | null = null) =>
    (await observations(store, 'LS', { asOf })).map(
      o => `${o.indicator} ${o.period.start.slice(0, 4)} ${isAbsent(o.value) ? o.value.absent : decimalText(o.value)}`,
    )

  describe(engine, () => {
    test('a second migration does nothing', async () => {
      const store = await fresh()
      expect(await migrate(store)).toEqual({ done: [] })
      await store.close()
    })

    test('a store that a newer program wrote is refused', async () => {
      const store = await fresh()
      await store.db
        .insertInto('kysely_migration' as never)
        .values({ name: '9999-later', timestamp: 'x' })
        .execute()
      expect(await migrate(store)).toEqual({ refused: 'newer', detail: '9999-later' })
      await store.close()
    })

    test('figures come back to the last digit, absences with their reason', async () => {
      const store = await fresh()
      await importFigures(
        store,
        'LS',
        [
          figure('a', 2021, '31742.50'),
          figure('b', 2021, '-0.001'),
          figure('c', 2021, '9007199254740991'),
          figure('d', 2021, '1', { value: absent('notApplicable') }),
        ],
        BY,
      )
      expect(await values(store)).toEqual([
        'a 2021 31742.5',
        'b 2021 -0.001',
        'c 2021 9007199254740991',
        'd 2021 notApplicable',
      ])
      await store.close()
    })

    test('a value beyond the store’s integers is refused, and nothing of its file is kept', async () => {
      const store = await fresh()
      await expect(
        importFigures(
          store,
          'LS',
          [figure('a', 2021, '1'), figure('b', 2021, '1', { value: decimal(9007199254740993n) })],
          BY,
        ),
      ).rejects.toThrow(RangeError)
      expect(await values(store)).toEqual([])
      await store.close()
    })

    test('the same file twice changes nothing; a revision keeps what was known before', async () => {
      const store = await fresh()
      const first = await importFigures(store, 'LS', [figure('a', 2021, '12.20'), figure('a', 2022, '9')], BY)
      expect(first).toEqual({ log: 1, added: 2, unchanged: 0 })
      expect(await importFigures(store, 'LS', [figure('a', 2021, '12.2'), figure('a', 2022, '9')], BY)).toEqual({
        log: null,
        added: 0,
        unchanged: 2,
      })
      moment += 86_400_000
      expect(
        await importFigures(
          store,
          'LS',
          [figure('a', 2021, '12.25', { status: 'revised' }), figure('a', 2022, '9')],
          BY,
        ),
      ).toEqual({ log: 2, added: 1, unchanged: 1 })
      expect(await values(store)).toEqual(['a 2021 12.25', 'a 2022 9'])
      expect(await values(store, 1)).toEqual(['a 2021 12.2', 'a 2022 9'])
      expect((await history(store, 'LS', figure('a', 2021, '0'))).map(o => o.log)).toEqual([1, 2])
      await store.close()
    })

    test('an as-of moment resolves to a number of the log', async () => {
      const store = await fresh()
      const before = new Date(moment - 1).toISOString()
      await importFigures(store, 'LS', [figure('a', 2021, '1')], BY)
      expect(await logAt(store, 'LS', before)).toBe(0)
      expect(await logAt(store, 'LS', clock().toISOString())).toBe(1)
      expect(await momentOf(store, 'LS', 1)).toBe(clock().toISOString())
      expect(await logAt(store, 'other', clock().toISOString())).toBe(0)
      await store.close()
    })

    test('keys differ by method, area, map, period, breakdown and source', async () => {
      const store = await fresh()
      const variants = [
        {},
        { method: 'm' },
        { area: 'Q' },
        { map: '2020-01-01' },
        { period: years(2021, 2025) },
        { breakdown: { sex: 'F' } },
        { source: 'press' },
      ]
      await importFigures(
        store,
        'LS',
        variants.map((more, i) => figure('a', 2021, String(i), more)),
        BY,
      )
      expect(await observations(store, 'LS')).toHaveLength(variants.length)
      await store.close()
    })

    test('writers at the same time take one number of the log each', async () => {
      const store = await fresh()
      const done = await Promise.all(
        Array.from({ length: 8 }, (_, i) => importFigures(store, 'LS', [figure(`i${i}`, 2021, '1')], BY)),
      )
      expect(done.map(d => d.log).sort((a, b) => (a ?? 0) - (b ?? 0))).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
      await store.close()
    })

    test('plans have versions; Vietnamese order and search without accents', async () => {
      const store = await fresh()
      for (const [id, name] of [
        ['b', 'Kế hoạch Đà Nẵng'],
        ['a', 'Kế hoạch Dĩ An'],
        ['c', 'Kế hoạch Ấn Hòa'],
      ] as const)
        await publishPlan(store, 'LS', plan(id, name), BY)
      expect((await listPlans(store, 'LS')).map(p => p.id)).toEqual(['c', 'a', 'b'])
      expect((await listPlans(store, 'LS', 'da nang')).map(p => p.id)).toEqual(['b'])
      const again = await publishPlan(store, 'LS', plan('a', 'Kế hoạch Dĩ An'), BY)
      expect(again.log).toBe(2)
      const changed = await publishPlan(
        store,
        'LS',
        { ...plan('a', 'Kế hoạch Dĩ An'), term: { from: 2021, to: 2024 } },
        BY,
      )
      expect(changed.log).toBe(4)
      expect((await currentPlan(store, 'LS', 'a', 3))?.plan.term.to).toBe(2025)
      expect((await currentPlan(store, 'LS', 'a'))?.plan.term.to).toBe(2024)
      expect(await currentPlan(store, 'XX', 'a')).toBeNull()
      await store.close()
    })

    test('a draft keeps every correction', async () => {
      const store = await fresh()
      const document = await saveDocument(
        store,
        'LS',
        { name: 'nq.md', format: 'markdown', text: 'Tỷ lệ hộ nghèo < 3%' },
        BY,
      )
      expect(await loadDocument(store, 'LS', document.id)).toEqual(document)
      const draft = { id: 'd1', document: document.id, plan: '', body: '{"a":1}', state: 'open' as const }
      await saveDraft(store, 'LS', draft, BY)
      await saveDraft(store, 'LS', { ...draft, body: '{"a":2}' }, BY)
      expect((await draftVersions(store, 'LS', 'd1')).map(d => d.body)).toEqual(['{"a":2}', '{"a":1}'])
      expect(await listDrafts(store, 'LS')).toHaveLength(1)
      await saveDraft(store, 'LS', { ...draft, state: 'published', plan: 'p' }, BY)
      expect(await listDrafts(store, 'LS')).toEqual([])
      await store.close()
    })
  })
}
