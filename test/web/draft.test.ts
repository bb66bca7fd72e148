import { afterAll, beforeAll, expect, test } from 'vitest'
import { currentPlan } from '../../src/store/plans.ts'
import { RESOLUTION, TENANT, fileForm, openSite, type Site } from './site.ts'

let site: Site
let draft: string
beforeAll(async () => {
  site = await openSite({ empty: true })
  const response = await site.post('/documents', fileForm('nghi-quyet.md', RESOLUTION))
  expect(response.status).toBe(303)
  draft = response.headers.get('location') ?? ''
})
afterAll(async () => {
  expect(site.faults).toEqual([])
  await site.close()
})

const form = (fields: Record<string, string>) => new URLSearchParams(fields)
const MEASURE = {
  name: 'Thu ngân sách',
  bound: 'atLeast',
  low: '1.300',
  high: '',
  unit: 'tỷ đồng',
  from: '2025',
  to: '2025',
  shape: 'level',
  direction: 'up',
  change: '',
  basis: '',
  mean: '',
  base: '',
  indicators: '1',
}

test('the draft shows every target with its words and its measures', async () => {
  const html = await site.text(draft)
  for (const words of ['1.250,5 tỷ đồng', '55 - 60 triệu đồng', 'dưới 3%', 'ít nhất 8 xã', '60%'])
    expect(html).toContain(words)
  expect(html.match(/<article class="draft"/g)).toHaveLength(4)
})

test('the same file again opens the draft that is open', async () => {
  const again = await site.post('/documents', fileForm('nghi-quyet.md', RESOLUTION))
  expect(again.headers.get('location')).toBe(draft)
})

test('a measure is corrected, refused with reasons beside its fields, and the correction taken back', async () => {
  const at = `${draft}/targets/t1/0`
  const refused = await site.post(at, form({ ...MEASURE, low: 'nhiều', unit: 'a:b', from: '2026', to: '2025' }))
  expect(refused.status).toBe(422)
  const told = await refused.text()
  expect(told).toContain('“nhiều” không phải là số')
  expect(told).toContain('“a:b” không phải là đơn vị tính')
  expect(told).toContain('Năm đầu phải không muộn hơn năm cuối')
  expect(told).toContain('value="nhiều"')
  const before = await site.text(draft)
  expect((await site.post(at, form(MEASURE))).status).toBe(303)
  expect(await site.text(draft)).toContain('ít nhất 1.300 tỷ đồng')
  expect((await site.post(`${draft}/undo`, form({}))).status).toBe(303)
  expect(await site.text(draft)).toBe(before)
  expect((await site.post(`${draft}/undo`, form({}))).status).toBe(409)
})

test('an English page reads numbers as English writes them', async () => {
  const at = `${draft}/targets/t1/0?lang=en`
  expect((await site.post(at, form({ ...MEASURE, low: '1,300.5' }))).status).toBe(303)
  expect(await site.text(`${draft}?lang=vi`)).toContain('ít nhất 1.300,5 tỷ đồng')
  await site.post(`${draft}/undo`, form({}))
})

test('a bound whose ends do not fit its kind is refused', async () => {
  const refused = await site.post(`${draft}/targets/t1/0`, form({ ...MEASURE, bound: 'between', low: '9', high: '3' }))
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('trong khoảng')
})

test('a dropped measure and a dropped target come back', async () => {
  const before = await site.text(draft)
  await site.post(`${draft}/targets/t4/1`, form({ act: 'drop' }))
  await site.post(`${draft}/targets/t2`, form({ act: 'drop' }))
  expect(await site.text(draft)).toContain('3 chỉ tiêu với 3 mức cam kết')
  await site.post(`${draft}/targets/t4/1`, form({ act: 'restore' }))
  await site.post(`${draft}/targets/t2`, form({ act: 'restore' }))
  expect((await site.text(draft)).includes('4 chỉ tiêu với 5 mức cam kết')).toBe(
    before.includes('4 chỉ tiêu với 5 mức cam kết'),
  )
})

test('an unknown measure is no fault of the program', async () => {
  expect((await site.post(`${draft}/targets/t99/0`, form(MEASURE))).status).toBe(404)
  expect((await site.post(`${draft}/targets/t1/9`, form(MEASURE))).status).toBe(404)
})

test('the document shows its words with targets marked, and the way back', async () => {
  const document = /\/documents\/[0-9a-f]+/.exec(await site.text('/documents'))?.[0] ?? ''
  const html = await site.text(document)
  expect(html).toMatch(/<mark class="target" id="t1">/)
  expect(html).toContain(`href="${draft}#t1"`)
  expect(html.replace(/<[^>]+>/g, '')).toContain('Tỷ lệ hộ nghèo đến năm 2025 giảm còn dưới 3%')
})

test('published, it is a plan with a scoreboard, its words, its checks, and it no longer changes', async () => {
  const response = await site.post(`${draft}/publish`, form({}))
  expect(response.status).toBe(303)
  const path = response.headers.get('location') ?? ''
  const id = path.split('/').at(-1) ?? ''
  const plan = (await currentPlan(site.store, TENANT, id))?.plan
  expect(plan?.targets).toHaveLength(4)
  expect(plan?.indicators).toHaveLength(5)
  expect(plan?.indicators.map(i => i.unit)).toEqual(['tỷ đồng', 'triệu đồng', '%', 'xã', '%'])
  expect(plan?.indicators.map(i => i.direction)).toEqual(['up', 'up', 'down', 'up', 'up'])
  const board = await site.text(path)
  expect(board).toContain('1.250,5')
  expect(board).toContain('phép tính mà văn bản tự nêu')
  const target = await site.text(`${path}/targets/t3`)
  expect(target).toMatch(/href="\/documents\/[0-9a-f]+\?section=[^"#]+#t3"/)
  expect((await site.post(`${draft}/targets/t1/0`, form(MEASURE))).status).toBe(409)
  expect((await site.post(`${draft}/publish`, form({}))).status).toBe(409)
})

test('figures for the published plan come in by a file, and every refused row is named', async () => {
  const plan = /name="plan" value="([^"]+)"/.exec(await site.text('/figures'))?.[1] ?? ''
  const area = ((await (await site.get(`/api/plans/${plan}`)).json()) as { area: string }).area
  const code = /<code>(ty-le-ho-ngheo[^<]*)<\/code>/.exec(await site.text('/figures'))?.[1] ?? ''
  const head = 'indicator,area,period,value,status,note\n'
  const wrong = await site.post(
    '/figures',
    fileForm('a.csv', `${head}${code},${area},2024,nhiều,official,\nkhong-co,${area},2024,1,official,\n`, {
      plan,
      locale: 'vi',
    }),
  )
  expect(wrong.status).toBe(422)
  const told = await wrong.text()
  expect(told).toContain('nhiều')
  expect(told).toContain('khong-co')
  expect(await site.text('/figures')).not.toContain('4,25')
  const right = await site.post(
    '/figures',
    fileForm('a.csv', `${head}${code},${area},2024,"4,25",official,\n`, { plan, locale: 'vi' }),
  )
  expect(await right.text()).toContain('Đã nhận 1 số liệu mới')
  expect(await site.text('/figures')).toContain('4,25')
})

test('a file that cannot be read, no file, and too large a file are each said so', async () => {
  const none = await site.post('/documents', new URLSearchParams({ a: 'b' }))
  expect(none.status).toBe(400)
  const large = await site.post('/documents', fileForm('lon.txt', new Uint8Array(25 * 1024 * 1024)))
  expect(large.status).toBe(413)
  expect(await large.text()).toContain('24 MB')
  for (const [name, content] of [
    ['rong.md', new Uint8Array()],
    ['anh.docx', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0])],
  ] as const) {
    const refused = await site.post('/documents', fileForm(name, content))
    expect([name, refused.status]).toEqual([name, 422])
    const told = await refused.text()
    expect(told).toContain(`“${name}”`)
    expect(told).toMatch(/<div class="fault" role="alert"><p>[^<]*<\/p><ul><li>[^<]{20,}/)
  }
  // Without a length in front, the limit is found while the file streams in.
  const form = new Response(fileForm('lon.txt', new Uint8Array(25 * 1024 * 1024)))
  const streamed = await site.app.request('http://localhost/documents', {
    method: 'POST',
    body: form.body,
    headers: { 'content-type': form.headers.get('content-type') ?? '' },
    duplex: 'half',
  })
  expect(streamed.status).toBe(413)
})
