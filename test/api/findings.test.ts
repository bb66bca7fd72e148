import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { faultContract } from '../../src/api/contract/figures.ts'
import { findingsContract, findingStepsContract } from '../../src/api/contract/findings.ts'
import { actOnFinding, recordFinding } from '../../src/desk/findings/act.ts'
import { findingById } from '../../src/desk/findings/known.ts'
import type { Grant } from '../../src/desk/policy.ts'
import { define } from '../../src/store/definitions.ts'
import { openSite, signedIn, TENANT, type Site } from '../web/site.ts'

const BY = { actor: 'tra@langson.gov.vn' }
let site: Site
let queries = 0
const cookies = new Map<string | null, string>()

/** Findings of two offices: one late, one answered, one closed, and one that still has time. */
beforeAll(async () => {
  site = await openSite({ now: () => new Date('2026-02-20T09:00:00+07:00'), watch: () => (queries += 1) })
  const office = (name: string, area: string) => ({ name, kind: 'office', parent: null, area, head: null })
  const offices = { yte: office('Sở Y tế', site.plan.area), cong: office('Sở Công Thương', 'elsewhere') }
  await define(site.store, TENANT, 'organisation', offices, BY)
  const record = (organisation: string, due: string, found: string, severity: string) =>
    recordFinding(
      site.store,
      TENANT,
      {
        about: { kind: 'organisation', id: organisation, name: organisation },
        severity,
        found,
        demanded: 'Bổ sung.',
        due,
        organisation,
      },
      BY,
    )
  await record('yte', '2026-02-10', 'Số liệu giường bệnh không khớp sổ gốc.', 'serious')
  const answered = await record('yte', '2026-03-10', 'Thiếu nguồn số liệu bác sĩ.', 'remark')
  const closed = await record('cong', '2026-03-20', 'Kim ngạch xuất khẩu ghi hai lần.', 'shortcoming')
  await record('cong', '2026-03-05', 'Chưa gửi báo cáo quý.', 'remark')
  for (const id of [answered, closed]) await does(id, 'answer', 'Đã bổ sung nguồn.')
  await does(closed, 'close', 'Đã khắc phục.')
  const people: Record<string, Grant> = {
    tra: { role: 'inspector', organisation: null, area: null },
    lan: { role: 'leader', organisation: null, area: null },
    hoa: { role: 'reporter', organisation: 'yte', area: null },
    khu: { role: 'leader', organisation: null, area: site.plan.area },
    an: { role: 'administrator', organisation: null, area: null },
  }
  for (const [who, grant] of Object.entries(people))
    cookies.set(who, await signedIn(site.app, site.store, site.auth, `${who}@ls.vn`, [grant]))
})
afterAll(async () => {
  expect(site.faults).toEqual([])
  await site.close()
})

async function does(id: string, verb: 'answer' | 'close', text: string): Promise<void> {
  const found = await findingById(site.store, TENANT, id)
  const refused = await actOnFinding(site.store, TENANT, id, verb, { expected: found?.log ?? 0, text }, BY)
  if (refused) throw new Error(refused.refused)
}

const ask = (who: string | null, path: string) =>
  Promise.resolve(
    site.app.request(`http://localhost/api/findings${path}`, { headers: { Cookie: cookies.get(who) ?? '' } }),
  )
const found = async (query: string, who = 'tra') =>
  findingsContract.strict().parse(await (await ask(who, query)).json())
const ids = async (query: string, who = 'tra') => (await found(query, who)).findings.map(({ id }) => id)
const code = async (who: string | null, path: string) => {
  const answer = await ask(who, path)
  return `${answer.status} ${faultContract.parse(await answer.json()).error.code}`
}

describe('findings as data', () => {
  test('the late first, then what waits by its day, the closed last; with how many there are of each state', async () => {
    const all = await found('')
    expect(all.findings.map(({ id }) => id)).toEqual(['2026-001', '2026-004', '2026-002', '2026-003'])
    expect(all.findings.map(({ overdue }) => overdue)).toEqual([true, false, false, false])
    expect(all.counts).toEqual({ all: 4, overdue: 1, open: 2, answered: 1, closed: 1 })
    expect([all.today, all.next, all.findings[0]?.organisationName]).toEqual(['2026-02-20', null, 'Sở Y tế'])
    expect(JSON.stringify(all)).not.toContain(BY.actor)
  })

  test('are narrowed as on the page: by state, office, severity and words without accents', async () => {
    expect(await ids('?state=overdue')).toEqual(['2026-001'])
    expect(await ids('?state=open')).toEqual(['2026-001', '2026-004'])
    expect(await ids('?organisation=cong')).toEqual(['2026-004', '2026-003'])
    expect(await ids('?severity=remark&organisation=yte')).toEqual(['2026-002'])
    expect(await ids('?text=giuong%20benh')).toEqual(['2026-001'])
    expect(await ids('?text=nothing')).toEqual([])
    // The counts are those of what the other filters leave.
    const { counts } = await found('?state=closed&organisation=cong')
    expect(counts).toEqual({ all: 2, overdue: 0, open: 1, answered: 0, closed: 1 })
    for (const query of ['state=overdue', 'organisation=cong', 'severity=remark', 'text=nguon']) {
      const page = await site.app.request(`http://localhost/findings?${query}`, { headers: { Cookie: cookies.get('tra') ?? '' } }) // prettier-ignore
      const shown = [...(await page.text()).matchAll(/href="\/findings\/(2026-\d+)"/g)].map(match => match[1])
      expect([query, shown]).toEqual([query, await ids(`?${query}`)])
    }
  })

  test('come page by page', async () => {
    const first = await found('?limit=3')
    expect([first.findings.length, first.next, first.counts.all]).toEqual([3, '2026-002', 4])
    const rest = await found(`?limit=3&after=${first.next ?? ''}`)
    expect([rest.findings.map(({ id }) => id), rest.next]).toEqual([['2026-003'], null])
  })

  test('a filter that is not known is refused, not passed over', async () => {
    for (const query of ['?state=late', '?severity=grave', '?limit=none', '?limit=0', '?after=2020-001'])
      expect([query, await code('tra', query)]).toEqual([query, '400 bad-query'])
  })

  test('one has its steps with who and when', async () => {
    const one = findingStepsContract.strict().parse(await (await ask('lan', '/2026-003')).json())
    expect(one.steps.map(({ state, actor, answer, reason }) => [state, actor, answer, reason])).toEqual([
      ['open', BY.actor, '', ''],
      ['answered', BY.actor, 'Đã bổ sung nguồn.', ''],
      ['closed', BY.actor, 'Đã bổ sung nguồn.', 'Đã khắc phục.'],
    ])
    expect(await code('tra', '/2026-099')).toBe('404 no-finding')
  })

  test('each reader gets those of the page: an office its own, a leader of an area that area’s, others none', async () => {
    expect(await ids('', 'hoa')).toEqual(['2026-001', '2026-002'])
    expect(await ids('', 'khu')).toEqual(['2026-001', '2026-002'])
    expect((await found('', 'hoa')).counts.all).toBe(2)
    expect(await code('hoa', '/2026-003')).toBe('404 no-finding')
    expect(await code('hoa', '?after=2026-003')).toBe('400 bad-query')
    for (const path of ['', '/2026-001']) {
      expect(await code(null, path)).toBe('401 sign-in')
      expect(await code('an', path)).toBe('403 not-allowed')
    }
  })

  test('ask the store as often for many as for few', async () => {
    const counted = async () => {
      queries = 0
      await found('')
      return queries
    }
    const few = await counted()
    for (let i = 0; i < 30; i += 1)
      await recordFinding(
        site.store,
        TENANT,
        {
          about: { kind: 'organisation', id: 'yte', name: 'yte' },
          severity: 'remark',
          found: `Thiếu ${i}.`,
          demanded: 'Bổ sung.',
          due: '2026-04-01',
          organisation: 'yte',
        },
        BY,
      )
    expect(await counted()).toBe(few)
    expect((await found('')).counts.all).toBe(34)
  })
})
