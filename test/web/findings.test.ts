import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordFinding } from '../../src/desk/findings/act.ts'
import type { Grant, Role } from '../../src/desk/policy.ts'
import { notify } from '../../src/desk/notices/notify.ts'
import { auditLines } from '../../src/store/audit-lines.ts'
import { verifyAudit } from '../../src/store/audit.ts'
import { define } from '../../src/store/definitions.ts'
import { noticesOf } from '../../src/store/notices.ts'
import { EXAMPLE, openSite, signedIn, TENANT, type Site } from './site.ts'

let site: Site
let queries = 0
let moment = Date.parse('2026-02-01T09:00:00+07:00')
type Asks = (path: string, fields?: Record<string, string>) => Promise<Response>
const people: Record<string, Asks> = {}

beforeAll(async () => {
  site = await openSite({ now: () => new Date(moment), watch: () => (queries += 1) })
  const office = (name: string) => ({ name, kind: 'office', parent: null, area: site.plan.area, head: null })
  await define(site.store, TENANT, 'organisation', { yte: office('Sở Y tế'), cong: office('Sở Công') }, { actor: 't' })
  const grant = (role: Role, organisation: string | null = null): Grant => ({ role, organisation, area: null })
  const all = {
    inspector: grant('inspector'),
    leader: grant('leader'),
    administrator: grant('administrator'),
    reporter: grant('reporter', 'yte'),
    other: grant('reporter', 'cong'),
  }
  for (const [name, each] of Object.entries(all)) {
    const cookie = await signedIn(site.app, site.store, site.auth, `${name}@langson.gov.vn`, [each])
    people[name] = (path, fields) =>
      Promise.resolve(
        site.app.request(`http://localhost${path}`, {
          headers: { Cookie: cookie },
          ...(fields ? { method: 'POST', body: new URLSearchParams(fields) } : {}),
        }),
      )
  }
})
afterAll(async () => {
  expect(site.faults).toEqual([])
  await site.close()
})

const asks = (who: string): Asks => people[who] ?? (() => Promise.reject(new Error(who)))
const ENTERED = {
  kind: 'target',
  id: `${EXAMPLE}/economy-2`,
  severity: 'serious',
  organisation: 'yte',
  due: '2026-02-10',
  found: 'Số liệu năm 2024 không khớp sổ gốc.',
  demanded: 'Đối chiếu và gửi lại trước ngày 10/02.',
}
const text = async (who: string, path: string) => (await asks(who)(path)).text()
const expected = (html: string) => /name="expected" value="(\d+)"/.exec(html)?.[1] ?? ''

describe('findings', () => {
  test('are recorded by an inspector, with every fault beside its field and nothing lost', async () => {
    const refused = await asks('inspector')('/findings', {
      ...ENTERED,
      id: `${EXAMPLE}/nothing`,
      due: '2025-01-01',
      organisation: '',
      demanded: '',
    })
    expect(refused.status).toBe(422)
    const html = await refused.text()
    for (const name of ['id', 'due', 'organisation', 'demanded']) expect(html).toContain(`id="finding-${name}-fault"`)
    expect(html).toContain('Số liệu năm 2024 không khớp sổ gốc.')
    const done = await asks('inspector')('/findings', ENTERED)
    expect([done.status, done.headers.get('location')]).toEqual([303, '/findings/2026-001'])
    const page = await text('inspector', '/findings/2026-001')
    expect(page).toContain(`/plans/${EXAMPLE}/targets/economy-2`)
    expect(page).toContain('Nghiêm trọng')
  })

  test.each([
    ['figure', 'x/y/2024'],
    ['report', 'thang:2026-01/yte'],
    ['organisation', 'nobody'],
    ['area', 'nowhere'],
    ['person', 'lan'],
  ])('about a %s that is not there are refused', async (kind, id) => {
    expect((await asks('inspector')('/findings', { ...ENTERED, kind, id })).status).toBe(422)
  })

  test('are recorded by nobody else', async () => {
    for (const who of ['leader', 'reporter', 'administrator']) {
      expect((await asks(who)('/findings/new')).status).toBe(403)
      expect((await asks(who)('/findings', ENTERED)).status).toBe(403)
    }
    expect((await site.app.request('http://localhost/findings')).status).toBe(303)
  })

  test('are read by who looks over everything and by the organisation that answers, by no other', async () => {
    for (const who of ['inspector', 'leader', 'reporter']) {
      expect(await text(who, '/findings')).toContain('2026-001')
      expect((await asks(who)('/findings/2026-001')).status).toBe(200)
    }
    expect(await text('other', '/findings')).not.toContain('2026-001')
    expect((await asks('other')('/findings/2026-001')).status).toBe(404)
    expect((await asks('administrator')('/findings')).status).toBe(403)
    expect((await asks('other')('/findings/2026-001', { verb: 'answer', text: 'x', expected: '1' })).status).toBe(404)
    const leader = await asks('leader')('/findings/2026-001', { verb: 'answer', text: 'x', expected: '1' })
    expect(leader.status).toBe(403)
  })

  test('are overdue once their day has passed without an answer', async () => {
    expect(await text('leader', '/findings?state=overdue')).not.toContain('2026-001')
    moment = Date.parse('2026-02-11T09:00:00+07:00')
    for (const [who] of Object.entries(people)) if (who === 'leader') await asks(who)('/findings')
    expect(await text('leader', '/findings?state=overdue')).toContain('2026-001')
  })

  test('are answered, sent back, answered again, closed and opened again; who comes second is told', async () => {
    const path = '/findings/2026-001'
    const act = async (who: string, verb: string, words: string, seen?: string) =>
      asks(who)(path, { verb, text: words, expected: seen ?? expected(await text(who, path)) })
    const seen = expected(await text('reporter', path))
    expect((await act('reporter', 'answer', ' ')).status).toBe(422)
    expect((await act('reporter', 'answer', 'Đã đối chiếu.', seen)).status).toBe(303)
    const late = await act('reporter', 'answer', 'Người thứ hai trả lời.', seen)
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('Người thứ hai trả lời.')
    expect((await act('reporter', 'close', 'Tự kết thúc')).status).toBe(403)
    expect((await act('inspector', 'refuse', 'Thiếu văn bản kèm theo.')).status).toBe(303)
    expect((await act('reporter', 'answer', 'Kèm công văn 12.')).status).toBe(303)
    expect((await act('inspector', 'close', 'Đã khắc phục.')).status).toBe(303)
    expect((await act('inspector', 'reopen', 'Sai lại ở quý sau.')).status).toBe(303)
    expect((await act('inspector', 'close', 'Chưa trả lời', expected(await text('reporter', path)))).status).toBe(409)
    const html = await text('inspector', path)
    expect(/<ol class="finding-steps">.*<\/ol>/s.exec(html)?.[0].match(/<li>/g)).toHaveLength(6)
    expect(html).toContain('Kèm công văn 12.')
    const lines = await auditLines(site.store, TENANT, { kind: 'finding', subject: '2026-001' })
    expect(lines).toHaveLength(6)
    expect((await verifyAudit(site.store, TENANT)).findings).toEqual([])
  })

  test('are told to whom they concern: the office of what is recorded, the inspector of an answer, nobody of their own step', async () => {
    const told = async (who: string) =>
      (await noticesOf(site.store, TENANT, { recipient: `${who}@langson.gov.vn` })).map(({ kind }) => kind)
    // Recorded, asked again, closed, opened again; and twice answered.
    expect((await told('reporter')).sort()).toEqual([
      'finding-closed',
      'finding-recorded',
      'finding-refused',
      'finding-reopened',
    ])
    expect(await told('inspector')).toEqual(['finding-answered', 'finding-answered'])
    for (const who of ['other', 'leader', 'administrator']) expect(await told(who)).toEqual([])
    const desk = await text('reporter', '/desk')
    expect(desk).toContain('href="/findings/2026-001"')
    expect(desk).toContain('Lý do: Thiếu văn bản kèm theo.')
    expect(await text('other', '/desk')).not.toContain('2026-001')
  })

  test('are reminded of before their day, and once when it has passed: the office and who recorded', async () => {
    const about = { kind: 'organisation', id: 'cong', name: 'Sở Công' } as const
    const by = { actor: 'inspector@langson.gov.vn' }
    await recordFinding(site.store, TENANT, { ...ENTERED, about, organisation: 'cong', due: '2026-03-13' }, by)
    const run = async (day: string) => {
      moment = Date.parse(`${day}T08:00:00+07:00`)
      const fresh = await notify(site.store, TENANT, { actor: 'system' })
      return fresh
        .filter(({ organisation }) => organisation === 'cong')
        .map(({ kind, recipient, detail }) => `${kind} ${recipient.split('@')[0] ?? ''} ${detail['days'] ?? ''}`)
    }
    expect(await run('2026-03-09')).toEqual([])
    expect(await run('2026-03-10')).toEqual(['finding-due other 3'])
    expect(await run('2026-03-11')).toEqual([])
    expect((await run('2026-03-17')).sort()).toEqual(['finding-late inspector 2', 'finding-late other 2'])
    expect(await run('2026-03-18')).toEqual([])
    expect(await text('other', '/desk')).toMatch(/Phát hiện kiểm tra chờ xử lý.*chậm 3 ngày làm việc.*2026-002/s)
  })

  test('are narrowed by state, office, severity and words, and taken away as they are narrowed', async () => {
    const numbers = async (query: string) =>
      [...(await text('leader', `/findings?${query}`)).matchAll(/href="\/findings\/(2026-\d+)"/g)].map(m => m[1])
    expect((await numbers('')).sort()).toEqual(['2026-001', '2026-002'])
    expect(await numbers('organisation=cong')).toEqual(['2026-002'])
    expect(await numbers('state=overdue&text=so%20cong')).toEqual(['2026-002'])
    expect(await numbers('severity=remark')).toEqual([])
    expect(await text('leader', '/findings?severity=remark')).toContain(
      'Không có phát hiện nào đúng các điều kiện này.',
    )
    const csv = await text('leader', '/findings/register.csv?organisation=cong')
    expect(csv.trim().split('\r\n')).toHaveLength(2)
    expect(csv).toContain('2026-002,open,serious,Sở Công,')
    expect(await text('reporter', '/findings/register.csv')).not.toContain('2026-002')
    expect((await asks('administrator')('/findings/register.csv')).status).toBe(403)
  })

  test('are listed with the same few questions, however many there are', async () => {
    const counted = async () => {
      queries = 0
      await asks('leader')('/findings')
      return queries
    }
    const few = await counted()
    const about = { kind: 'organisation', id: 'yte', name: 'Sở Y tế' } as const
    for (let i = 0; i < 100; i += 1)
      await recordFinding(site.store, TENANT, { ...ENTERED, about, due: '2026-03-01' }, { actor: 't' })
    expect(await counted()).toBe(few)
    expect(few).toBeLessThanOrEqual(7)
    expect((await text('leader', '/findings')).match(/href="\/findings\/2026-/g)?.length).toBe(102)
  })
})
