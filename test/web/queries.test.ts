import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dec } from '../../src/measure/decimal.ts'
import { month } from '../../src/measure/period.ts'
import { importFigures } from '../../src/store/import-figures.ts'
import { publishPlan } from '../../src/store/plans.ts'
import { addressesOf, COUNTED_PLAN, NOT_COUNTED } from './addresses.ts'
import { LINES, openReporting, type Reporting } from './reporting.ts'
import { examplePlan, fileForm, importExample, RESOLUTION, TENANT } from './site.ts'

const CEILINGS = join(import.meta.dirname, 'queries.txt')
const BY = { actor: 'test' }

let site: Reporting
let asked = 0
beforeAll(async () => {
  site = await openReporting({ watch: () => (asked += 1) })
  await publishPlan(site.store, TENANT, { ...examplePlan(), id: COUNTED_PLAN }, BY)
  await importExample(site.store, examplePlan())
  await more(1)
})
afterAll(() => site.close())

/** More of everything that pages list. */
async function more(round: number): Promise<void> {
  const { store } = site
  for (let i = 0; i < round * 2; i += 1) {
    const name = `nghi-quyet-${round}-${i}.md`
    await site.sends('lan', '/documents', fileForm(name, RESOLUTION.replace('THANH BÌNH', `THANH BÌNH ${round}.${i}`)))
    await site.sends('tra', '/findings', {
      kind: 'organisation',
      id: 'so-lao-dong',
      severity: 'serious',
      found: `Số liệu tháng 3 chưa có nguồn (${round}.${i}).`,
      demanded: 'Bổ sung nguồn.',
      organisation: 'so-lao-dong',
      due: '2026-05-01',
    })
  }
  await importFigures(
    store,
    TENANT,
    Array.from({ length: 12 * round }, (_, i) => ({
      indicator: 'budget',
      method: '',
      area: '20',
      map: null,
      period: month(2024 - Math.floor(i / 12), 1 + (i % 12)),
      breakdown: {},
      source: `so-${round}`,
      value: dec(String(1000 + i)),
      status: 'provisional' as const,
      note: '',
    })),
    { ...BY, subject: `figures-${round}.csv` },
  )
  const report = round === 1 ? await site.does('hoa', 'save', { lines: LINES }) : null
  if (report && 'refused' in report) throw new Error(report.refused)
}

async function counted(): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>()
  const unanswered: string[] = []
  for (const [route, { path, as, after }] of await addressesOf(site)) {
    // The first answer may fill what is kept; what is counted is a page that is made.
    if (after === 'once') await (await site.as(as, path)).arrayBuffer()
    asked = 0
    const answer = await site.as(as, path)
    await answer.arrayBuffer()
    if (answer.status !== 200) unanswered.push(`${path}: ${answer.status}`)
    counts.set(route, asked)
  }
  expect(unanswered).toEqual([])
  return counts
}

test('every page and entrance that answers is counted here', async () => {
  const routes = new Set(site.app.routes.filter(route => route.method === 'GET').map(route => route.path))
  const known = new Set([...(await addressesOf(site)).keys(), ...NOT_COUNTED])
  expect([...routes].filter(route => !known.has(route) && !route.startsWith('/style.'))).toEqual([])
})

test('no page asks more than its ceiling, nor more where there is more to show', async () => {
  const few = await counted()
  await more(5)
  const many = await counted()
  const grown = [...many].filter(([route, count]) => count > (few.get(route) ?? 0))
  expect(grown.map(([route, count]) => `${route}: ${few.get(route)} → ${count}`)).toEqual([])
  const text = [...many].map(([route, count]) => `${route} ${count}\n`).join('')
  if (process.env['UPDATE'] === '1') writeFileSync(CEILINGS, text)
  const ceilings = new Map(
    readFileSync(CEILINGS, 'utf8')
      .trim()
      .split('\n')
      .map(line => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]),
  )
  const above = [...many].filter(([route, count]) => count > (ceilings.get(route) ?? -1))
  expect(above.map(([route, count]) => `${route}: ${count}, held at ${ceilings.get(route)}`)).toEqual([])
})
