import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { call } from '../../src/cli/main.ts'

const folder = mkdtempSync(join(tmpdir(), 'cotmoc-cli-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const file = (name: string, text: string | Uint8Array) => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}
const data = join(folder, 'data')

async function run(args: readonly string[], now = '2026-01-15T03:00:00Z', language: 'vi' | 'en' = 'vi') {
  const said = { out: '', err: '' }
  const code = await call(args, {
    language,
    env: {},
    out: text => void (said.out += text),
    err: text => void (said.err += text),
    now: () => new Date(now),
  })
  return { code, ...said, json: () => JSON.parse(said.out) as unknown }
}

const PLAN =
  '## Các chỉ tiêu chủ yếu đến năm 2025\n\n- Tỷ lệ hộ nghèo dưới 3%.\n- Đã giải quyết 412/430 đơn, đạt 98,5%.\n'

describe('read', () => {
  test('one JSON document on standard output, as the contract says', async () => {
    const { code, json } = await run(['read', file('plan.md', PLAN), '--json'])
    expect(code).toBe(0)
    const reading = json() as {
      text: string
      targets: {
        text: string
        start: number
        end: number
        measures: { shape: string; bound: unknown; when: unknown }[]
      }[]
    }
    expect(Object.keys(reading)).toEqual([
      'title',
      'issuer',
      'term',
      'text',
      'sections',
      'targets',
      'figures',
      'tasks',
      'messages',
    ])
    const target = reading.targets[0]
    expect(target && reading.text.slice(target.start, target.end)).toBe(target?.text)
    expect(target?.measures[0]).toMatchObject({
      shape: 'level',
      when: { from: 2025, to: 2025 },
      bound: { kind: 'lessThan', low: null, high: 3, highText: '3' },
    })
  })

  test('text for people names each target', async () => {
    const { code, out } = await run(['read', file('plan.md', PLAN)])
    expect(code).toBe(0)
    expect(out).toContain('Tỷ lệ hộ nghèo: dưới 3%')
  })

  test('a file that is not there, and one that cannot be read, exit with 2 and one sentence', async () => {
    expect(await run(['read', join(folder, 'none.md')])).toMatchObject({ code: 2, out: '' })
    const picture = await run(['read', file('a.docx', new Uint8Array([0x89, 0x50, 0x4e, 0x47])), '--json'])
    expect(picture).toMatchObject({ code: 2, out: '' })
    expect(picture.err).toContain('ảnh')
    expect(
      (await run(['read', file('a.docx', new Uint8Array([0x89, 0x50, 0x4e, 0x47]))], undefined, 'en')).err,
    ).toContain('picture')
  })
})

describe('check', () => {
  test('a wrong claim exits with 1 under --strict only', async () => {
    const path = file('plan.md', PLAN)
    const { code, json } = await run(['check', path, '--json'])
    expect(code).toBe(0)
    expect(
      (json() as { checks: { verdict: string; kind: string }[] }).checks.filter(c => c.verdict === 'wrong'),
    ).toMatchObject([{ kind: 'share', stated: ['412', '430', '98,5'], computed: 95.8 }])
    expect((await run(['check', path, '--strict'])).code).toBe(1)
    expect((await run(['check', file('good.md', PLAN.replace('98,5', '95,8')), '--strict'])).code).toBe(0)
  })
})

describe('a store', () => {
  test('evaluate loads the example into an empty store and judges it', async () => {
    const { code, json, err } = await run(['evaluate', '--on', '2025-12-31', '--json', '--data', data])
    expect(code).toBe(0)
    expect(err).toContain('Lạng Sơn')
    const evaluation = json() as {
      plan: string
      on: string
      asOf: string
      summary: Record<string, number>
      judgements: unknown[]
      coherence: unknown[]
    }
    expect(evaluation).toMatchObject({
      plan: 'lang-son-2020-2025',
      on: '2025-12-31',
      asOf: '2026-01-15T10:00:00+07:00',
    })
    expect(evaluation.judgements).toHaveLength(20)
    expect(Object.values(evaluation.summary).reduce((a, b) => a + b, 0)).toBe(20)
  })

  test('figures go in whole or not at all; the same file twice changes nothing; as-of sees what was known', async () => {
    const csv = 'indicator,area,period,value,status,note,source\nrural-communes,20,2025,118,official,,SNN\n'
    const bad = await run(
      ['import', file('bad.csv', `${csv}rural-communes,20,2024,x,official,,SNN\n`), '--data', data, '--json'],
      '2026-02-01T00:00:00Z',
    )
    expect(bad.code).toBe(1)
    expect(bad.json()).toMatchObject({ added: 0, rejected: [{ line: 3, column: 'value', actual: 'x' }] })
    expect(await run(['import', file('good.csv', csv), '--data', data], '2026-02-01T00:00:00Z')).toMatchObject({
      code: 0,
    })
    expect(
      (await run(['import', file('good.csv', csv), '--data', data, '--json'], '2026-02-02T00:00:00Z')).json(),
    ).toMatchObject({ added: 0, unchanged: 1 })
    const status = async (args: string[]) =>
      (
        (await run(['evaluate', '--on', '2025-12-31', '--json', '--data', data, ...args])).json() as {
          judgements: { target: string; status: string }[]
        }
      ).judgements.find(j => j.target === 'society-1')?.status
    expect(await status([])).toBe('exceeded')
    expect(await status(['--as-of', '2026-01-20'])).toBe('noData')
  })

  test('what is exported is imported again without a change', async () => {
    const path = join(folder, 'out.csv')
    expect((await run(['export', path, '--data', data])).code).toBe(0)
    expect(readFileSync(path, 'utf8').split('\r\n').length).toBeGreaterThan(70)
    expect((await run(['import', path, '--data', data, '--json'])).json()).toMatchObject({ added: 0 })
  })

  test('a layer is supposed and compared, in JSON and in words', async () => {
    const layer = '1;Khách tăng;p,tourists,,2025,relative,20'
    const asked = ['evaluate', '--on', '2025-12-31', '--data', data, '--layer', layer]
    const { json } = await run([...asked, '--json'])
    expect(json()).toMatchObject({ layer: 'Khách tăng', area: '20', comparison: { messages: [] } })
    expect((await run(asked)).out).toContain('· Khách tăng')
    const wrong = await run(['evaluate', '--data', data, '--layer', '1;a;v,x'])
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('[4]')])
    expect((await run(['evaluate', '--data', data, '--area', 'nowhere'])).code).toBe(2)
  })

  test('the same question gives the same bytes', async () => {
    const ask = () => run(['evaluate', '--on', '2025-12-31', '--as-of', '2026-01-20', '--json', '--data', data])
    expect((await ask()).out).toBe((await ask()).out)
  })
})

describe('calls that are at fault exit with 2', () => {
  test.each([
    [['fly']],
    [['read']],
    [['read', 'a', 'b']],
    [['check', '--what']],
    [['evaluate', '--on', '31/12/2025']],
    [['evaluate', '--as-of', 'soon']],
    [['serve', '--host', '0.0.0.0']],
    [['serve', '--port', 'x']],
    [['db']],
    [[]],
  ])('%j', async args => {
    const { code } = await run([...args, ...(args[0] === 'evaluate' ? ['--data', data] : [])])
    expect(code).toBe(2)
  })
})

test('help lists every command in both languages', async () => {
  for (const language of ['vi', 'en'] as const)
    expect((await run(['help'], undefined, language)).out).toMatch(/cotmoc read[\s\S]*cotmoc serve/)
})
