import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { comparisonContract } from '../../src/api/contract/evaluation.ts'
import { readFigures } from '../../src/exchange/figures.ts'
import { importFigures } from '../../src/store/import-figures.ts'
import { EXAMPLE, openSite, signedIn, TENANT, type Site } from './site.ts'

let asked = 0
let site: Site
beforeAll(async () => {
  site = await openSite({ watch: () => (asked += 1) })
})
afterAll(async () => {
  expect(site.faults).toEqual([])
  await site.close()
})

const PLAN = `/plans/${EXAMPLE}`

describe('early warning', () => {
  test('what needs the most beyond its best pace stands first, with the word for it', async () => {
    const html = await site.text('/?on=2024-12-31&sort=warning&lang=vi')
    expect(html.match(/<td class="no"/g)).toHaveLength(20)
    expect(html).toContain('Còn mở, chưa đủ số liệu để so nhịp')
    expect(html).toContain('Đã ngã ngũ, hoặc chưa có gì để tính')
    expect(html).toContain('đang tốt lên')
    // Each says in one sentence what it needs beside the best that was ever made.
    expect(html).toMatch(/Mỗi kỳ cần [^<]+; tốt nhất từng có là [^<]+, tức phải gấp [\d,]+ lần\./)
    expect(html.match(/<small class="warned-why">Mỗi kỳ [^<]+\.<\/small>/g)?.length).toBeGreaterThan(4)
    // What asks for a fall says so as a floor, never as what is allowed.
    expect(html).toMatch(/Mỗi kỳ cần giảm /)
    expect(html).not.toMatch(/chỉ được giảm/)
  })
})

describe('a show', () => {
  test('goes through every target by links alone, keeping the order, the day and the filter', async () => {
    let path = '/?on=2024-12-31&sort=status&present=1&lang=vi'
    const seen: string[] = []
    for (let turn = 0; turn < 30; turn += 1) {
      const html = await site.text(path)
      expect(html).toContain('<body class="present">')
      expect(html).not.toContain('<header class="head">')
      // Every picture says as of which day it is, and the foot is the same on all of them.
      expect(html).toContain('Đánh giá đến ngày 31/12/2024, theo số liệu nhận đến')
      expect(html.match(/<footer class="turn">/g)).toHaveLength(1)
      expect((html.match(/<p class="reason">/g) ?? []).length).toBeLessThanOrEqual(3)
      const next = /<a rel="next" href="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
      if (next === undefined) break
      expect(next).toContain('on=2024-12-31')
      expect(next).toContain('sort=status')
      seen.push(next.split('?')[0] ?? '')
      path = next
    }
    expect(new Set(seen).size).toBe(20)
    expect(seen).toHaveLength(20)
    expect(await site.text(path)).toMatch(/20 trên 20/)
    const end = /<a rel="up" href="([^"]+)"/.exec(await site.text(path))?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect(await site.text(end)).toContain('<header class="head">')
  })
})

test('a picture of a target names its sources', async () => {
  const html = await site.text(`${PLAN}/targets/economy-4?on=2024-12-31&present=1&lang=vi`)
  expect(html).toContain('Nguồn: Báo cáo chính trị 2020; CafeF, 11/2024.')
  expect(html).toMatch(/<p class="reason">Đang chậm so với lộ trình\.<\/p>/)
})

describe('two dates', () => {
  test('what turned for the worse stands first, with the figure that did it', async () => {
    const html = await site.text(`${PLAN}/compare?on=2024-12-31&on2=2026-02-01&lang=vi`)
    const rows = [
      ...html.matchAll(/<tr><td class="turn-no">[^<]*<\/td><th scope="row"><a[^>]*>([^<]*)<\/a><\/th>(.*?)<\/tr>/gs),
    ]
    const turned = rows.map(m => (m[2]?.includes('xấu đi') ? 'worse' : m[2]?.includes('tốt lên') ? 'better' : 'other'))
    expect(turned.filter(each => each === 'worse').length).toBeGreaterThan(2)
    expect(turned.lastIndexOf('worse')).toBeLessThan(turned.indexOf('better'))
    expect(html).toContain('thêm số năm 2025: 4.500 (Dân trí, 01/01/2026, sơ bộ)')
    expect(html).toMatch(/\d+ mức cam kết không thay đổi/)
  })

  test('the same day twice has nothing to tell', async () => {
    expect(await site.text(`${PLAN}/compare?on=2024-12-31&on2=2024-12-31&lang=vi`)).toContain('Không có gì thay đổi')
  })

  test.each([
    [
      'vi',
      'không công bố số năm 2023, trước đó là 3.900.000 (CafeF, 11/2024, ',
      'công bố số năm 2023 trước đó không công bố: 3.950.000 (CafeF',
    ],
    [
      'en',
      '2023 is withheld, 3,900,000 before (CafeF, 11/2024, ',
      '2023, withheld before, is published: 3,950,000 (CafeF',
    ],
  ] as const)(
    'a figure that is withheld is named as the cause, and so is its release (%s)',
    async (language, hidden, shown) => {
      let clock = new Date('2026-02-01T09:00:00+07:00')
      const other = await openSite({ now: () => clock })
      const take = async (day: string, value: string) => {
        clock = new Date(`${day}T09:00:00+07:00`)
        const csv = `indicator,area,period,value,status,note,unit,breakdown,map,method,source\ntourists,20,2023,${value},revised,,,,,,"CafeF, 11/2024"\n`
        const read = readFigures(csv, { indicators: other.plan.indicators, areas: [other.plan.area], locale: 'plain' })
        if (!read.value) throw new Error(JSON.stringify(read.messages))
        await importFigures(other.store, TENANT, read.value, { actor: 'hoa@ls.vn', subject: 'sua.csv' })
      }
      await take('2026-03-01', 'withheld')
      await take('2026-03-10', '3950000')
      const between = (before: string, after: string) =>
        `compare?on=2024-12-31&asOf=${before}&on2=2024-12-31&asOf2=${after}&lang=${language}`
      expect(await other.text(`${PLAN}/${between('2026-02-15', '2026-03-05')}`)).toContain(hidden)
      expect(await other.text(`${PLAN}/${between('2026-03-05', '2026-03-15')}`)).toContain(shown)
      const wire = comparisonContract.parse(
        await (await other.get(`/api${PLAN}/${between('2026-02-15', '2026-03-05')}`)).json(),
      )
      const causes = wire.measures.flatMap(each => each.causes)
      expect(causes).toContainEqual(expect.objectContaining({ kind: 'withheld', beforeText: '3900000' }))
      await other.close()
    },
  )

  test('two moments of knowledge: a revision is told with what stood before', async () => {
    let clock = new Date('2026-02-01T09:00:00+07:00')
    const other = await openSite({ now: () => clock })
    const csv =
      'indicator,area,period,value,status,note,unit,breakdown,map,method,source\ntourists,20,2023,4100000,revised,,,,,,"CafeF, 11/2024"\n'
    const plan = other.plan
    clock = new Date('2026-03-01T09:00:00+07:00')
    const { value } = readFigures(csv, { indicators: plan.indicators, areas: [plan.area], locale: 'plain' })
    await importFigures(other.store, TENANT, value!, { actor: 'hoa@ls.vn', subject: 'sua.csv' })
    const html = await other.text(`${PLAN}/compare?on=2024-12-31&asOf=2026-02-15&on2=2024-12-31&lang=vi`)
    expect(html).toContain('số năm 2023 sửa từ 3.900.000 thành 4.100.000')
    // The page of the target tells it too: to whoever works here with the name, to the public without.
    const own = await other.text(`${PLAN}/targets/economy-4?lang=vi&on=2024-12-31`)
    expect(own).toContain('đã sửa 1 lần')
    expect(own).toContain('hoa@ls.vn')
    const open = await (
      await other.app.request(`http://localhost${PLAN}/targets/economy-4?lang=vi&on=2024-12-31`)
    ).text()
    expect(open).toContain('đã sửa 1 lần')
    expect(open).not.toContain('hoa@ls.vn')
    await other.close()
  })
})

test('a target tells what is still needed, by which methods it is projected, and what the growth ratio would say', async () => {
  const html = await site.text(`${PLAN}/targets/economy-4?on=2024-12-31&lang=vi`)
  expect(html).toContain('Còn cần gì')
  expect(html).toContain('Từ nay mỗi kỳ cần ít nhất')
  expect(html).toContain('tỷ số tăng trưởng (cách của Open SDG)')
  expect(html).toMatch(/Cách này kết luận<\/dt><dd>/)
})

describe('what if', () => {
  const layer = '1;Thử;v,tourists,20,2025,4500000'
  const at = (layers: string, more = '') =>
    `${PLAN}/what-if?on=2024-12-31&lang=vi&layers=${encodeURIComponent(layers)}${more}`
  const cell = (html: string, measure: string) =>
    new RegExp(`data-value="${measure}">([^<]*)</td>.*?</svg>([^<]*)<`, 's').exec(html)?.slice(1)

  test('says that its figures are simulated, and answers for what is supposed and nothing else', async () => {
    const html = await site.text(at(layer))
    expect(html).toContain('Số liệu giả định.')
    const measure = site.plan.targets.flatMap(t => t.measures).find(m => m.indicators.includes('tourists'))!
    expect(cell(html, measure.id)).toEqual(['4.500.000', 'vượt'])
    expect(html.match(/<td class="live" data-state="[^"]*"><span/g)).toHaveLength(1)
    // Nothing was kept: the scoreboard stands as it did.
    expect(await site.text('/?on=2024-12-31&lang=vi')).not.toContain('4.500.000')
  })

  test('without script a form does the same: typed as Vietnamese write it, it becomes the address', async () => {
    const answer = await site.get(at('', '&do=set&name=A&v.tourists=4.600.000&v.share-services='))
    expect(answer.status).toBe(303)
    const address = new URL(answer.headers.get('location') ?? '', 'http://localhost')
    expect(address.searchParams.get('layers')).toBe('1;A;v,tourists,20,2025,4600000')
    expect(address.searchParams.get('on')).toBe('2024-12-31')
    expect([...address.searchParams.keys()].filter(name => name.startsWith('v.') || name === 'do')).toEqual([])
    const wrong = await site.get(at('', '&do=set&name=A&v.tourists=nhi%E1%BB%81u'))
    expect(wrong.status).toBe(422)
    const html = await wrong.text()
    expect(html).toContain('aria-invalid="true"')
    expect(html).toContain('value="nhiều"')
  })

  test('layers are added, copied, dropped and compared side by side', async () => {
    const two = `${layer}|1;Khác;v,tourists,20,2025,3000000`
    const html = await site.text(at(two, '&at=1'))
    expect(html).toContain('<th scope="col" colspan="2">Thử</th><th scope="col" colspan="2">Khác</th>')
    const go = async (more: string) =>
      new URL((await site.get(at(two, more))).headers.get('location') ?? '', 'http://localhost').searchParams.get(
        'layers',
      ) ?? ''
    expect((await go('&do=new')).split('|')).toHaveLength(3)
    expect((await go('&do=copy&at=0')).split('|')[2]).toContain('v,tourists,20,2025,4500000')
    expect(await go('&do=drop&at=0')).toBe('1;Kh%C3%A1c;v,tourists,20,2025,3000000')
    expect(await go('&do=remove&at=0&index=0')).toBe('1;Th%E1%BB%AD|1;Kh%C3%A1c;v,tourists,20,2025,3000000')
    expect(await go('&do=add&kind=pace&indicator=tourists&where=&from=2025&basis=relative&by=12,5&at=0')).toContain(
      'p,tourists,,2025,relative,12.5',
    )
    expect((await site.get(at(two, '&do=add&kind=pace&indicator=tourists&from=x&by=1'))).status).toBe(422)
  })

  test('an address that holds no layer is refused in words', async () => {
    const answer = await site.get(at('2;x'))
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('bad-layer')
    expect(await site.text(at('1;<img src=x>'))).not.toContain('<img')
  })
})

test('each is for everybody to read: every role and the public', async () => {
  const paths = [
    `${PLAN}/compare`,
    `${PLAN}/what-if`,
    '/?present=1',
    '/?sort=warning',
    `${PLAN}/targets/economy-2?present=1`,
  ]
  for (const role of ['leader', 'reporter', 'inspector'] as const) {
    const cookie = await signedIn(site.app, site.store, site.auth, `${role}@ls.vn`, [
      { role, organisation: null, area: null },
    ])
    for (const path of paths)
      expect([role, path, (await site.app.request(`http://localhost${path}`, { headers: { cookie } })).status]).toEqual(
        [role, path, 200],
      )
  }
  for (const path of paths) expect((await site.app.request(`http://localhost${path}`)).status).toBe(200)
})

test('no page of a leader asks the store more than a few questions, however many figures there are', async () => {
  const paths = [
    '/',
    '/?sort=warning',
    '/?present=1',
    `${PLAN}/compare`,
    `${PLAN}/what-if`,
    `${PLAN}/targets/economy-4`,
  ]
  const count = async (path: string) => {
    const before = asked
    expect((await site.get(path)).status).toBe(200)
    return asked - before
  }
  await count(PLAN)
  const few: number[] = []
  for (const path of paths) few.push(await count(path))
  const rows = Array.from(
    { length: 300 },
    (_, i) => `tourists,20,${2000 + (i % 20)}-${String((i % 12) + 1).padStart(2, '0')},${i},estimated,,,,,,nguon ${i}`,
  )
  const csv = `indicator,area,period,value,status,note,unit,breakdown,map,method,source\n${rows.join('\n')}\n`
  const { value, messages } = readFigures(csv, {
    indicators: site.plan.indicators,
    areas: [site.plan.area],
    locale: 'plain',
  })
  expect(messages).toEqual([])
  await importFigures(site.store, TENANT, value!, { actor: 'test', subject: 'nhieu.csv' })
  // New sources: the cube is loaded anew, once for whoever comes first.
  expect(await count(PLAN)).toBeLessThanOrEqual(16)
  const many: number[] = []
  for (const path of paths) many.push(await count(path))
  expect(many).toEqual(few)
  expect(Math.max(...many)).toBeLessThanOrEqual(18)
})
