import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { call } from '../../src/cli/main.ts'
import { dec } from '../../src/measure/decimal.ts'
import { year } from '../../src/measure/period.ts'
import type { Indicator, Target } from '../../src/plan/plan.ts'
import { TENANT } from '../../src/cli/with-store.ts'
import { openStore } from '../../src/store/open.ts'
import { currentPlan, publishPlan } from '../../src/store/plans.ts'

const folder = mkdtempSync(join(tmpdir(), 'cotmoc-indicator-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const data = join(folder, 'data')
const file = (name: string, content: unknown) => {
  const path = join(folder, name)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}
async function run(...args: readonly string[]) {
  const said = { out: '', err: '' }
  const code = await call([...args, '--data', data], {
    language: 'vi',
    env: {},
    out: text => void (said.out += text),
    err: text => void (said.err += text),
    now: () => new Date('2026-01-15T03:00:00Z'),
  })
  return { code, ...said }
}

test('a computed indicator is judged like a reported one, and shows its arithmetic', async () => {
  expect((await run('indicator', 'list')).out).toContain('grdp-growth')
  expect((await run('indicator', 'explain', 'local-exports')).code).toBe(1)
  const store = openStore({ path: join(data, 'cotmoc.db') }, () => new Date('2026-01-15T03:00:00Z'))
  const plan = (await currentPlan(store, TENANT, 'lang-son-2020-2025'))?.plan
  if (!plan) throw new Error('no example')
  const share: Indicator = {
    code: 'revenue-share',
    name: { vi: 'Tốc độ tăng thu ngân sách' },
    unit: '%',
    decimals: 1,
    direction: 'up',
    frequency: 'A',
    overAreas: 'none',
    overTime: 'last',
    methods: [],
    formula: 'growth([budget-revenue])',
  }
  const target: Target = {
    id: 't-share',
    scope: 'main',
    group: null,
    number: null,
    text: 'Thu ngân sách năm 2024 tăng từ 1%',
    place: null,
    measures: [
      {
        id: 'm-share',
        name: share.name,
        place: null,
        indicators: [share.code],
        shape: { kind: 'level', when: year(2024) },
        bound: { kind: 'atLeast', low: dec('1'), high: null },
        unit: '%',
        base: null,
        partOf: null,
      },
    ],
  }
  const more = { ...plan, indicators: [...plan.indicators, share], targets: [...plan.targets, target] }
  await publishPlan(store, TENANT, more, { actor: 'test' })
  await store.close()
  const shown = await run('indicator', 'explain', 'revenue-share', '--json')
  const lines = JSON.parse(shown.out) as {
    period: string
    value: string
    arithmetic: string
    inputs: { code: string }[]
  }[]
  expect(lines.length).toBeGreaterThan(0)
  const first = lines.find(each => each.period === '2024')
  expect(first?.arithmetic).toMatch(/^growth\(.+ 10\.727,29 tỷ đồng; .+2023.+ 7\.806,6 tỷ đồng\) = ≈ 37,4131%$/)
  expect(first?.inputs.map(each => each.code)).toEqual(['budget-revenue', 'budget-revenue'])
  expect(
    (await run('indicator', 'explain', 'revenue-share', '--period', lines[0]?.period ?? '')).out.split('\n'),
  ).toHaveLength(2)
  const { judgements } = JSON.parse((await run('evaluate', '--on', '2025-12-31', '--json')).out) as {
    judgements: { target: string; status: string; measures: { valueText: string | null }[] }[]
  }
  const value = lines.find(each => each.period === '2024')?.value
  expect(judgements.find(each => each.target === 't-share')).toMatchObject({
    status: 'exceeded',
    measures: [{ valueText: value }],
  })
})

test('files of indicators and rules are checked by path', async () => {
  const indicator = {
    code: 'x',
    name: { vi: 'x' },
    unit: '%',
    decimals: 1,
    direction: 'up',
    frequency: 'A',
    overAreas: 'none',
    overTime: 'last',
  }
  expect(await run('indicator', 'check', file('good.json', [indicator]))).toMatchObject({
    code: 0,
    out: '1 chỉ số, không có lỗi.\n',
  })
  expect(await run('indicator', 'check', file('bad.json', [{ ...indicator, formula: '[y] +' }]))).toMatchObject({
    code: 1,
    err: expect.stringContaining('công thức dừng giữa chừng') as unknown,
  })
  expect((await run('indicator', 'check', file('none.json', '{'))).code).toBe(1)
  const rule = {
    id: 'r',
    name: 'Từ 0 đến 100',
    kind: 'range',
    severity: 'refuse',
    indicators: ['forest-cover'],
    low: '0',
    high: '100',
  }
  expect((await run('rule', 'load', file('rules.json', [rule]))).out).toBe('Đã lưu 1 mục thay đổi.\n')
  expect((await run('rule', 'load', file('rules.json', [rule]))).out).toBe('Không có gì thay đổi.\n')
  expect((await run('rule', 'list')).out).toBe('r  range  refuse  Từ 0 đến 100\n')
  expect((await run('rule', 'load', file('broken.json', '['))).code).toBe(1)
  expect((await run('rule', 'load', file('wrong.json', [{ ...rule, low: 3 }]))).err).toContain('[0].low')
  expect((await run('rule', 'dance')).code).toBe(2)
  expect((await run('indicator', 'explain')).code).toBe(2)
})
