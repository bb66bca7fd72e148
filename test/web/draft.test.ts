import { afterAll, beforeAll, expect, test } from 'vitest'
import { year } from '../../src/measure/period.ts'
import { currentPlan, publishPlan } from '../../src/store/plans.ts'
import { fileForm, openSite, publishes, RESOLUTION, TENANT, type Site } from './site.ts'

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
  expect(html.match(/<article class="draft three"/g)).toHaveLength(4)
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

test('measures are split, merged and added, targets merged, moved, added by their words, groups renamed and moved', async () => {
  const does = async (path: string, fields: Record<string, string>) => {
    const response = await site.post(`${draft}${path}`, form(fields))
    expect(response.status).toBe(303)
    return site.text(draft)
  }
  const before = await site.text(draft)
  let steps = 0
  const then = async (path: string, fields: Record<string, string>, ...words: string[]) => {
    const html = await does(path, fields)
    steps += 1
    for (const said of words) expect(html.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ')).toContain(said)
    return html
  }
  await then('/targets/t4/0', { act: 'split', parts: 'Xã đạt chuẩn\nXã nâng cao' }, 'Xã nâng cao · ít nhất 8 xã')
  await then('/targets/t4', { act: 'merge-measures', 'm.0': '1', 'm.2': '1' }, 'Gộp thành mức “Xã đạt chuẩn” (t4)')
  await then('/targets/t4', { act: 'split-target', 'm.1': '1' }, 'Tách a1 khỏi t4')
  await then('/targets/a1', { act: 'merge-before' }, 'Gộp a1 vào t4')
  await then('/targets/t1', { act: 'add-measure' }, '4 chỉ tiêu với 6 mức cam kết')
  await then('/targets', { act: 'merge', 't.t1': '1', 't.t2': '1' }, '3 chỉ tiêu với 6 mức cam kết')
  await then('/targets', { act: 'add', words: 'toàn huyện có 12 xã' }, '4 chỉ tiêu với 7 mức cam kết')
  await then('/targets', { act: 'move', scope: 'forecast', group: 'Nhóm khác', 't.a1': '1' }, 'Dự báo 1', 'Nhóm khác')
  await then('/groups', { group: 'Nhóm khác', act: 'up' }, 'Sắp lại thứ tự nhóm')
  await then('/groups', { group: 'Nhóm khác', name: 'Nhóm mới' }, 'Đổi tên nhóm “Nhóm khác” thành “Nhóm mới”')
  await then('/targets', { act: 'drop', 't.a1': '1', 't.t3': '1' }, 'Bỏ các chỉ tiêu a1, t3')
  for (; steps > 0; steps -= 1) await does('/undo', {})
  expect(await site.text(draft)).toBe(before)
})

test('a step that cannot be taken says why, beside where it was asked', async () => {
  const says = async (path: string, fields: Record<string, string>, words: string) => {
    const refused = await site.post(`${draft}${path}`, form(fields))
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain(words)
  }
  await says('/targets/t4', { act: 'merge-measures', 'm.0': '1' }, 'ít nhất hai mức')
  await says('/targets/t4', { act: 'merge-measures', 'm.0': '1', 'm.1': '1' }, 'đơn vị khác nhau (xã, %)')
  await says('/targets/t4', { act: 'split-target', 'm.0': '1', 'm.1': '1' }, 'không phải tất cả')
  await says('/targets/t1', { act: 'merge-before' }, 'Không có chỉ tiêu nào ở trước')
  await says('/targets/t1/0', { act: 'split', parts: 'một tên' }, 'Có 1 tên; cần 2 – 12 tên')
  await says('/targets', { act: 'merge', 't.t1': '1' }, 'ít nhất hai chỉ tiêu')
  await says('/targets', { act: 'move' }, 'Chưa chọn chỉ tiêu nào')
  await says('/targets', { act: 'add', words: 'không có ở đâu' }, 'Không thấy “không có ở đâu” trong văn bản')
  await says('/groups', { group: 'Chỉ tiêu về xã hội', name: ' ' }, 'Cần có tên')
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
  const response = await publishes(site, draft)
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
  expect((await publishes(site, draft)).status).toBe(409)
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

const NEWER = RESOLUTION.replace('1.250,5 tỷ đồng', '1.400 tỷ đồng').replace('55 - 60', '55 - 65')

test('a newer file of a published plan is a draft that keeps what was corrected and becomes its next version', async () => {
  const loaded = await site.post('/documents', fileForm('moi.md', RESOLUTION.replaceAll('THANH BÌNH', 'AN BÌNH')))
  const first = loaded.headers.get('location') ?? ''
  await site.post(
    `${first}/targets/t3/0`,
    form({ ...MEASURE, name: 'Hộ nghèo', bound: 'atMost', low: '', high: '2,5', unit: '%' }),
  )
  await site.post(`${first}/targets/t2/0`, form({ ...MEASURE, low: '56', unit: 'triệu đồng' }))
  const published = (await publishes(site, first)).headers.get('location') ?? ''
  const id = published.split('/').at(-1) ?? ''
  const before = (await currentPlan(site.store, TENANT, id))?.plan
  const again = await site.post(`${first}/read`, fileForm('moi.md', NEWER.replaceAll('THANH BÌNH', 'AN BÌNH')))
  expect(again.status).toBe(303)
  const second = again.headers.get('location') ?? ''
  expect(second).not.toBe(first)
  const html = await site.text(second)
  expect(html).toContain('không quá 2,5%')
  expect(html).toContain('Chỉnh sửa không còn khớp: 1')
  expect(html).toContain('55 - 60 triệu đồng')
  expect((await site.post(`${second}/conflicts/0`, form({}))).status).toBe(303)
  expect(await site.text(second)).not.toContain('Chỉnh sửa không còn khớp')
  expect((await site.post(`${second}/conflicts/0`, form({}))).status).toBe(404)
  expect((await publishes(site, second)).headers.get('location')).toBe(published)
  const after = (await currentPlan(site.store, TENANT, id))?.plan
  const code = (plan: typeof before, target: string) =>
    plan?.targets.find(each => each.id === target)?.measures[0]?.indicators[0]
  expect(code(after, 't3')).toBe(code(before, 't3'))
  expect(after?.targets.map(each => each.id)).toEqual(['t5', 't6', 't3', 't4'])
  expect(after?.indicators.length).toBe(7)
})

test('what becomes public is looked at first: how much, which version, what is otherwise than in the one in force', async () => {
  const read = await site.post('/documents', fileForm('xem.md', RESOLUTION.replaceAll('THANH BÌNH', 'YÊN BÌNH')))
  const first = read.headers.get('location') ?? ''
  expect(await site.text(first)).toMatch(/<form method="get" action="[^"]*\/publish">/)
  const page = await site.text(`${first}/publish?lang=vi`)
  expect(page).toContain('4 chỉ tiêu với 5 mức cam kết, 5 chỉ số')
  expect(page).toContain('Phiên bản đầu tiên')
  expect(page).toContain('Chỉ tiêu về kinh tế</span>: <b>2</b>')
  expect(await site.text(`${first}/publish?lang=en`)).toContain('4 targets with 5 measures, 5 indicators')
  // Without having been looked at nothing becomes public, and reading it writes nothing.
  const blind = await site.post(`${first}/publish`, form({}))
  expect([blind.status, await blind.text()]).toEqual([409, expect.stringContaining('Chưa công bố gì')])
  // What was looked at is no longer what stands.
  const seen = /name="seen" value="([^"]+)"/.exec(page)?.[1] ?? ''
  await site.post(`${first}/targets/t3/0`, form({ ...MEASURE, name: 'Hộ nghèo', bound: 'atMost', low: '', high: '2,5', unit: '%' })) // prettier-ignore
  const late = await site.post(`${first}/publish`, form({ seen }))
  expect([late.status, await late.text()]).toEqual([409, expect.stringContaining('vừa được người khác sửa')])
  const published = await publishes(site, first)
  const id = (published.headers.get('location') ?? '').split('/').at(-1) ?? ''
  expect(published.status).toBe(303)
  // Shares that were given out since stay with a measure that asks the same way, and lapse where it does not.
  const version = (await currentPlan(site.store, TENANT, id))?.plan
  if (!version) throw new Error(id)
  const shared = new Set(['t3-1', 't4-2'])
  await publishPlan(
    site.store,
    TENANT,
    {
      ...version,
      targets: version.targets.map(target => ({
        ...target,
        measures: target.measures.map(measure =>
          shared.has(measure.id) && measure.bound
            ? { ...measure, allocations: [{ area: null, when: year(2024), bound: measure.bound, within: null }] }
            : measure,
        ),
      })),
    },
    { actor: 'test' },
  )
  const newer = NEWER.replaceAll('THANH BÌNH', 'YÊN BÌNH').replace('tỷ lệ lao động qua đào tạo đạt 60%', 'có 60 hồ')
  const again = await site.post(`${first}/read`, fileForm('xem.md', newer))
  const second = again.headers.get('location') ?? ''
  const changes = await site.text(`${second}/publish?lang=vi`)
  expect(changes).toMatch(/Phiên bản 3, thay phiên bản công bố lúc \d\d:\d\d \d\d\/\d\d\/\d{4}/)
  expect(changes).toContain('1.400 tỷ đồng')
  expect(changes).toContain('Công bố thành phiên bản mới')
  expect((await publishes(site, second)).status).toBe(303)
  const after = (await currentPlan(site.store, TENANT, id))?.plan
  const kept = after?.targets.flatMap(({ measures }) => measures.flatMap(each => (each.allocations ? [each.id] : [])))
  expect(kept).toEqual(['t3-1'])
})

test('what a draft lacks is said before it is published, and whether it can stay out', async () => {
  const bare = RESOLUTION.replaceAll('THANH BÌNH', 'TÂN BÌNH').replace('đào tạo đạt 60%', 'đào tạo đạt 60')
  const begun = await site.post('/documents', fileForm('thieu.md', bare))
  const path = begun.headers.get('location') ?? ''
  const page = await site.text(`${path}/publish?lang=vi`)
  expect(page).toContain('Chưa công bố được')
  expect(page).not.toContain('name="seen"')
  expect((await site.post(`${path}/publish`, form({}))).status).toBe(422)
  const without = await site.text(`${path}/publish?lang=vi&incomplete=leave-out`)
  expect(without).toContain('4 chỉ tiêu với 4 mức cam kết, 4 chỉ số')
  expect(without).toContain('1 mức cam kết chưa đủ mức hoặc đơn vị')
  const seen = /name="seen" value="([^"]+)"/.exec(without)?.[1] ?? ''
  expect((await site.post(`${path}/publish`, form({ seen, incomplete: 'leave-out' }))).status).toBe(303)
  // A plan without a target is none.
  const named = fileForm('khong-con.md', RESOLUTION.replaceAll('THANH BÌNH', 'PHÚ BÌNH'))
  const other = (await site.post('/documents', named)).headers.get('location') ?? ''
  for (const target of ['t1', 't2', 't3', 't4']) await site.post(`${other}/targets/${target}`, form({ act: 'drop' }))
  expect(await site.text(`${other}/publish`)).not.toMatch(/leave-out|name="seen"/)
})

test('the kept text is read again without a file; a Word file must be chosen again', async () => {
  const loaded = await site.post('/documents', fileForm('lai.md', RESOLUTION.replaceAll('THANH BÌNH', 'HÒA BÌNH')))
  const path = loaded.headers.get('location') ?? ''
  await site.post(`${path}/targets/t1/0`, form(MEASURE))
  const empty = new FormData()
  empty.set('file', new File([], ''))
  const again = await site.post(`${path}/read`, empty)
  expect(again.headers.get('location')).toBe(path)
  expect(await site.text(path)).toContain('ít nhất 1.300 tỷ đồng')
  const broken = await site.post(`${path}/read`, fileForm('a.docx', 'no word file'))
  expect(broken.status).toBe(422)
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
