import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { absent } from '../../src/measure/absence.ts'
import { dec } from '../../src/measure/decimal.ts'
import { year } from '../../src/measure/period.ts'
import type { Observation } from '../../src/plan/observation.ts'
import { importFigures } from '../../src/store/import-figures.ts'
import { publishPlan } from '../../src/store/plans.ts'
import { addressesOf, COUNTED_PLAN } from './addresses.ts'
import { OFFICE, openReporting, pathOf, type Reporting } from './reporting.ts'
import { examplePlan, importExample, TENANT } from './site.ts'

let site: Reporting
const plan = examplePlan()
const [losing, hidden] = plan.targets.flatMap(({ measures }) => measures.flatMap(({ indicators }) => indicators))

beforeAll(async () => {
  site = await openReporting()
  await publishPlan(site.store, TENANT, { ...plan, id: COUNTED_PLAN }, { actor: 'test' })
  await importExample(site.store, plan)
  const figure = (code: string, value: Observation['value'], at: number): Omit<Observation, 'log'> => ({
    indicator: code,
    method: '',
    area: plan.area,
    map: null,
    period: year(at),
    breakdown: {},
    source: 'cuc-thong-ke',
    value,
    status: 'official',
    note: '',
  })
  const figures = [
    ...[2021, 2022, 2023, 2024].map((at, i) => figure(losing ?? '', dec(`-${i + 1}`), at)),
    ...[2025, 2026].map(at => figure(hidden ?? '', absent('withheld'), at)),
  ]
  await importFigures(site.store, TENANT, figures, { actor: 'test', subject: 'figures.csv' })
})
afterAll(async () => {
  expect(site.faults).toEqual([])
  await site.close()
})

/** What a reader sees: the page without what only programs read, and without what stands in fields. */
const seen = (html: string): string =>
  html
    .replace(/<(script|style|textarea)\b.*?<\/\1>/gs, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&[a-z]+;|&#\d+;/g, ' ')

describe('a figure below nought', () => {
  test('stands on every page with the sign of a minus, not with a hyphen', async () => {
    // The audit tells what was written down, as it was written.
    const pages = [...(await addressesOf(site)).values()].filter(({ path }) => !/^\/(?:api|audit)\b/.test(path))
    let minus = 0
    for (const { path, as } of pages)
      for (const language of ['vi', 'en']) {
        const answer = await site.as(as, `${path}${path.includes('?') ? '&' : '?'}lang=${language}`)
        if (!(answer.headers.get('content-type') ?? '').startsWith('text/html')) continue
        const text = seen(await answer.text())
        expect([path, text.match(/(?<![\p{L}\d/:.)–-])-\d[\d.,]*/gu)]).toEqual([path, null])
        minus += text.match(/−\d/g)?.length ?? 0
      }
    expect(minus).toBeGreaterThan(5)
  }, 120_000)
})

describe('a figure that is withheld', () => {
  const WORDS = { vi: 'không công bố', en: 'withheld' } as const

  test.each(['vi', 'en'] as const)('says so in words where figures are shown, in %s', async language => {
    const target = plan.targets.find(({ measures }) => measures.some(each => each.indicators.includes(hidden ?? '')))
    for (const path of [
      `/plans/${COUNTED_PLAN}/targets/${target?.id ?? ''}`,
      `/areas/${plan.area}?plan=${COUNTED_PLAN}`,
      `/figures?plan=${COUNTED_PLAN}`,
    ]) {
      const text = seen(await (await site.as('lan', `${path}${path.includes('?') ? '&' : '?'}lang=${language}`)).text())
      expect([path, text.includes(WORDS[language])]).toEqual([path, true])
    }
  })

  test('is handed to programs with its reason, in the interface and in files', async () => {
    const path = `/api/plans/${COUNTED_PLAN}/observations`
    const { observations } = (await (await site.as('lan', path)).json()) as {
      observations: readonly { indicator: string; value: unknown; absent: unknown }[]
    }
    const absences = observations.filter(each => each.indicator === hidden && each.absent !== null)
    expect(absences.map(({ value, absent }) => [value, absent])).toEqual(Array(2).fill([null, 'withheld']))
    const csv = await (await site.as('lan', `${path}.csv`)).text()
    expect(csv).not.toContain('−')
    expect(csv).toMatch(/,-4,/)
    expect(csv).toMatch(/,withheld,/)
  })

  test('is entered by its words, kept in the report, and read by who approves; a choice from the list goes over a mark', async () => {
    const path = pathOf(OFFICE)
    const base = { expected: '0', do: 'save', 'v jobs 20': '1.200', 'v trained 20': '61,8', 'v budget 20': '–1' }
    const wrong = await site.sends('hoa', path, { ...base, 'v poor 20': 'không công bố' })
    // Minus one, whichever sign: a sum of money is not below nought here.
    expect(wrong.status).toBe(422)
    const saved = await site.sends('hoa', path, {
      ...base,
      expected: '1',
      'v budget 20': '…',
      'a budget 20': 'withheld',
      'v poor 20': 'withheld',
      'n poor 20': 'số ít hơn ba hộ',
    })
    expect(saved.status).toBe(303)
    const form = await (await site.as('hoa', path)).text()
    expect(form).toMatch(/name="v poor 20" value="không công bố"/)
    expect(form).toMatch(/name="v budget 20" value="không công bố"/)
    expect(await (await site.as('hoa', `${path}?lang=en`)).text()).toMatch(/name="v poor 20" value="withheld"/)
    expect(await site.does('hoa', 'submit', { expected: 2 })).toHaveProperty('report')
    const queue = seen(await (await site.as('dung', '/approvals?lang=vi')).text())
    expect(queue).toContain('không công bố')
    const read = seen(await (await site.as('dung', `${path}?lang=vi`)).text())
    expect(read).toContain('không công bố')
  })
})
