import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { COMMUNES, openReporting, EVERYBODY, OFFICE, pathOf, WIDE, type Reporting } from './reporting.ts'
import { excelSheets } from '../../src/exchange/excel/read.ts'
import { writeXlsx } from 'hucre/xlsx'

let site: Reporting
beforeAll(async () => {
  site = await openReporting()
})
afterAll(async () => {
  expect(site.faults).toEqual([])
  await site.close()
})

const text = async (answer: Response | Promise<Response>) => (await answer).text()
const version = (html: string) => /name="expected" value="(\d+)"/.exec(html)?.[1] ?? ''
const typed = (values: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(values).map(([code, text]) => [`v ${code} 20`, text]))
const ALL = typed({ poor: '3,4', jobs: '1.200', trained: '61,8', budget: '15,5' })
const PATH = pathOf(OFFICE)
const current = async () => version(await text(site.as('hoa', PATH)))

describe('the desk', () => {
  test('asks the public to sign in, and shows each what is theirs', async () => {
    const answer = await site.as(null, '/desk')
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sign-in?next=%2Fdesk'])
    expect(await text(site.as('hoa', '/desk'))).toMatch(/Báo cáo phải nộp[^]*Báo cáo lao động tháng/)
    expect(await text(site.as('lan', '/desk'))).toMatch(/Cơ quan chậm báo cáo/)
    expect(await text(site.as('an', '/desk'))).toMatch(/Không có việc nào đang chờ/)
    expect(await text(site.as('hoa', '/desk'))).not.toMatch(/Cơ quan chậm báo cáo/)
    expect(await text(site.as('hoa', '/desk?lang=en'))).toMatch(/Reports that are due/)
  })
})

describe('the form', () => {
  test('is for those who report there; others of the office see it, other offices do not', async () => {
    const seen: Record<string, string> = {}
    for (const person of EVERYBODY) {
      const answer = await site.as(person, PATH)
      const edits = (await answer.text()).includes('name="v poor 20"')
      seen[person] = answer.status === 200 ? (edits ? 'edits' : 'reads') : String(answer.status)
    }
    expect(seen).toEqual({
      hoa: 'edits',
      nam: 'edits',
      dung: 'edits',
      xuan: '403',
      binh: '403',
      tke: '403',
      lan: 'reads',
      linh: 'reads',
      tra: 'reads',
      an: '403',
    })
    expect((await site.as(null, PATH)).status).toBe(303)
    expect((await site.sends('lan', PATH, { ...ALL, expected: '0', do: 'save' })).status).toBe(403)
    expect((await site.as('hoa', '/reports/thang:2026-03/khong-co')).status).toBe(404)
    expect((await site.as('hoa', '/reports/thang:2026-M3/so-lao-dong')).status).toBe(404)
    // A round that has not opened yet can be looked at and not filled in.
    expect(await text(site.as('hoa', '/reports/thang:2027-03/so-lao-dong'))).not.toMatch(/name="v poor 20"/)
  })

  test('shows what stood before beside each figure, and asks in Vietnamese notation in both languages', async () => {
    for (const language of ['vi', 'en'])
      expect(await text(site.as('hoa', `${PATH}?lang=${language}`))).toMatch(/4,15[^]*3,42[^]*1\.215[^]*1\.180/)
  })

  test('saves what can be read and says of the rest what is wrong, keeping what was typed', async () => {
    const answer = await site.sends('hoa', PATH, {
      ...typed({ poor: '3,456', jobs: '1.200', trained: 'nhiều', budget: '-1' }),
      'n jobs 20': 'theo báo cáo của trung tâm',
      expected: '0',
      do: 'save',
    })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toMatch(/Chỉ giữ 2 chữ số thập phân/)
    expect(html).toMatch(/value="nhiều"[^]*Không phải số/)
    expect(html).toMatch(/Số này không thể âm/)
    expect(version(html)).toBe('1')
    const again = await text(site.as('hoa', PATH))
    expect(again).toMatch(/name="v jobs 20" value="1.200"/)
    expect(again).toMatch(/value="theo báo cáo của trung tâm"/)
    expect(again).toMatch(/name="v poor 20" inputmode/)
  })

  test('what somebody else saved meanwhile stands beside what was typed, and nothing is overwritten', async () => {
    const expected = await current()
    const first = await site.sends('nam', PATH, { ...typed({ poor: '3,3' }), expected, do: 'save' })
    expect([first.status, first.headers.get('location')]).toEqual([303, `${PATH}?did=saved`])
    const answer = await site.sends('hoa', PATH, { ...typed({ poor: '3,4', jobs: '1.200' }), expected, do: 'save' })
    expect(answer.status).toBe(409)
    const html = await answer.text()
    expect(html).toMatch(/nam@langson.gov.vn saved|nam@langson.gov.vn đã lưu báo cáo này/)
    expect(html).toMatch(/name="v poor 20" value="3,4"[^]*đang lưu: 3,3/)
    expect(await text(site.as('hoa', PATH))).toMatch(/name="v poor 20" value="3,3"/)
    const chosen = await site.sends('hoa', PATH, { ...typed({ poor: '3,4' }), expected: version(html), do: 'save' })
    expect(chosen.status).toBe(303)
    expect(await text(site.as('hoa', PATH))).toMatch(/name="v poor 20" value="3,4"/)
  })

  test('a submission that lacks figures or breaks a rule says where; a remark lets it pass', async () => {
    const lacking = await site.sends('hoa', PATH, { expected: await current(), do: 'submit' })
    expect(lacking.status).toBe(422)
    expect(await lacking.text()).toMatch(/Tỷ lệ lao động qua đào tạo: chưa có số, cũng chưa có lý do/)
    const jump = { ...ALL, 'v jobs 20': '1.600', 'n jobs 20': '' }
    const broken = await site.sends('hoa', PATH, { ...jump, expected: await current(), do: 'submit' })
    expect(broken.status).toBe(422)
    const said = await broken.text()
    expect(said).toMatch(/Thay đổi 1\.180 → 1\.600 vượt mức ± 20% \(không đổi quá 20%\)\. Hãy sửa, hoặc ghi rõ lý do/)
    const remarked = { ...jump, 'n jobs 20': 'khai trương khu công nghiệp', status: 'official' }
    const sent = await site.sends('hoa', PATH, { ...remarked, expected: version(said), do: 'submit' })
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `${PATH}?did=submitted`])
    const html = await text(site.as('hoa', `${PATH}?did=submitted`))
    expect(html).toMatch(/Đã gửi\. Báo cáo đang chờ duyệt/)
    expect(html).not.toMatch(/name="v poor 20"/)
    expect(html).toMatch(/Rút lại để sửa/)
  })
})

test('a page that was made for somebody else changes nothing', async () => {
  const before = await current()
  const form = await site.sends('hoa', PATH, { ...ALL, expected: before, person: 'somebody-else', do: 'save' })
  expect(form.status).toBe(401)
  const api = await site.as('hoa', `/api/desk${PATH}/save`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Cotmoc-Person': 'somebody-else' },
    body: JSON.stringify({ expected: 0, lines: [] }),
  })
  expect(api.status).toBe(401)
})

describe('who decides', () => {
  const choice = (seen: string) => ({ [`r ${OFFICE.round} ${OFFICE.organisation}`]: seen })
  const seen = async () =>
    /name="r thang:2026-03 so-lao-dong" value="(\d+)"/.exec(await text(site.as('dung', '/approvals')))?.[1] ?? ''

  test('the queue is theirs alone, with what differs, warnings and remarks', async () => {
    const got: Record<string, number> = {}
    for (const person of EVERYBODY) got[person] = (await site.as(person, '/approvals')).status
    expect(got).toEqual({
      hoa: 403,
      nam: 403,
      dung: 200,
      xuan: 403,
      binh: 200,
      tke: 403,
      lan: 200,
      linh: 403,
      tra: 403,
      an: 403,
    })
    const html = await text(site.as('dung', '/approvals'))
    expect(html).toMatch(/1 cảnh báo/)
    expect(html).toMatch(/\+420[^]*\+35,6%[^]*khai trương khu công nghiệp/)
    expect(await text(site.as('binh', '/approvals'))).toMatch(/Không có báo cáo nào chờ/)
    expect(await text(site.as('dung', '/desk'))).toMatch(/Chờ duyệt/)
  })

  test('a return needs a reason, which the reporter reads on the desk and on the form', async () => {
    const bare = await site.sends('dung', '/approvals', { ...choice(await seen()), do: 'return' })
    // What was chosen stays chosen.
    expect(await bare.clone().text()).toMatch(/name="r thang:2026-03 so-lao-dong" value="\d+" checked/)
    expect([bare.status, (await bare.text()).includes('phải ghi lý do')]).toEqual([409, true])
    const answer = await site.sends('dung', '/approvals', {
      ...choice(await seen()),
      do: 'return',
      reason: 'Kiểm tra lại số việc làm',
    })
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      `/approvals?did=return&count=1&of=${encodeURIComponent('thang:2026-03 so-lao-dong')}`,
    ])
    expect(await text(site.as('hoa', '/desk'))).toMatch(/Bị trả lại, cần sửa[^]*Kiểm tra lại số việc làm/)
    expect(await text(site.as('hoa', PATH))).toMatch(/dung@langson.gov.vn trả lại[^]*Kiểm tra lại số việc làm/)
  })

  test('whoever entered it does not approve it, and is told so in words', async () => {
    const corrected = { ...ALL, 'n jobs 20': '', expected: await current(), do: 'submit' }
    expect((await site.sends('dung', PATH, corrected)).status).toBe(303)
    expect(await text(site.as('dung', '/approvals'))).toMatch(/Theo nguyên tắc bốn mắt/)
    const answer = await site.sends('dung', '/approvals', { ...choice(await seen()), do: 'approve' })
    expect([answer.status, (await answer.text()).includes('Theo nguyên tắc bốn mắt')]).toEqual([409, true])
    const back = await site.sends('dung', '/approvals', {
      ...choice(await seen()),
      do: 'return',
      reason: 'nhờ Hoa gửi',
    })
    expect(back.status).toBe(303)
  })

  test('from a corrected report to published figures', async () => {
    // Whoever had their hands in it since it was last published is out: another approver of the office is needed.
    const { invite, acceptInvitation } = await import('../../src/desk/accounts/members.ts')
    const grants = [{ role: 'approver' as const, organisation: 'so-lao-dong', area: null }]
    const email = 'pho@langson.gov.vn'
    const made = await invite(site.store, 'lang-son', { kind: 'invite', email, grants }, { actor: 'test' })
    if ('refused' in made) throw new Error(made.refused)
    await acceptInvitation(
      site.store,
      'lang-son',
      site.auth,
      { token: made.token, email, name: 'Phó', password: 'mùa thu lá bay vàng' },
      {},
    )
    expect((await site.sends('hoa', PATH, { ...ALL, expected: await current(), do: 'submit' })).status).toBe(303)
    const signIn = await site.app.request('http://localhost/sign-in', {
      method: 'POST',
      body: new URLSearchParams({ email, password: 'mùa thu lá bay vàng' }),
    })
    const cookie = signIn.headers
      .getSetCookie()
      .map(each => each.split(';')[0])
      .join('; ')
    const approved = await site.app.request('http://localhost/approvals', {
      method: 'POST',
      headers: { Cookie: cookie },
      body: new URLSearchParams({ ...choice(await seen()), do: 'approve', back: PATH }),
    })
    expect([approved.status, approved.headers.get('location')]).toEqual([303, PATH])
    expect(await text(site.as('lan', '/desk'))).toMatch(/Chờ công bố/)
    const queue = await text(site.as('lan', '/approvals'))
    const stands = /name="r thang:2026-03 so-lao-dong" value="(\d+)"/.exec(queue)?.[1] ?? ''
    const published = await site.sends('lan', '/approvals', { ...choice(stands), do: 'publish' })
    expect([published.status, published.headers.get('location')]).toEqual([
      303,
      `/approvals?did=publish&count=1&of=${encodeURIComponent('thang:2026-03 so-lao-dong')}`,
    ])
    expect(await text(site.as('hoa', PATH))).toMatch(/đã công bố/)
    const revise = await site.sends('lan', PATH, {
      expected: String(Number(stands) + 1),
      do: 'revise',
      reason: 'Cục Thống kê thông báo số chính thức',
    })
    expect(revise.status).toBe(303)
    expect(await text(site.as('hoa', PATH))).toMatch(/Đính chính theo yêu cầu[^]*số chính thức/)
  })
})

describe('evidence', () => {
  const PDF = new TextEncoder().encode('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n')
  const form = (name: string, bytes: Uint8Array<ArrayBuffer>, indicator = 'poor') => {
    const data = new FormData()
    data.set('indicator', indicator)
    data.set('area', '20')
    data.set('file', new File([bytes], name))
    return data
  }

  test('is attached, found, downloaded as it was and taken back; only by whom the report is', async () => {
    const sent = await site.sends('hoa', `${PATH}/evidence`, form('../Quyết định "số 5".pdf', PDF))
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `${PATH}?did=attached#evidence`])
    const html = await text(site.as('hoa', PATH))
    const path = /href="(\/reports\/[^"]*\/evidence\/[0-9a-f]{64})"/.exec(html)?.[1] ?? ''
    expect(html).toContain('Quyết định _số 5_.pdf')
    const got = await site.as('tra', path)
    expect(got.status).toBe(200)
    expect(got.headers.get('content-type')).toBe('application/pdf')
    expect(got.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''Quy%E1/)
    expect(got.headers.get('x-content-type-options')).toBe('nosniff')
    expect(new Uint8Array(await got.arrayBuffer())).toEqual(PDF)
    expect((await site.as('xuan', path)).status).toBe(403)
    expect((await site.as(null, path)).status).toBe(303)
    expect((await site.as('hoa', `${PATH}/evidence/${'0'.repeat(64)}`)).status).toBe(404)
    expect((await site.sends('lan', `${PATH}/evidence`, form('a.pdf', PDF))).status).toBe(403)
    expect((await site.sends('hoa', `${PATH}/evidence`, form('a.pdf', PDF, 'cattle'))).status).toBe(404)
    const back = await site.sends('hoa', path, { indicator: 'poor', area: '20' })
    expect([back.status, back.headers.get('location')]).toEqual([303, `${PATH}?did=withdrawn#evidence`])
    expect((await site.as('tra', path)).status).toBe(404)
  })

  test('is what its bytes are, whatever its name says, and bounded', async () => {
    const bytes = (content: string) => new TextEncoder().encode(content)
    for (const [name, content] of [
      ['trang.pdf', '<html><script>alert(1)</script>'],
      ['anh.png', 'GIF89a'],
      ['may.exe', 'MZ\u0090'],
      ['bang.xlsx', 'PK\u0003\u0004 nothing'],
    ] as const)
      expect([name, (await site.sends('hoa', `${PATH}/evidence`, form(name, bytes(content)))).status]).toEqual([
        name,
        422,
      ])
    const large = new Uint8Array(10 * 1024 * 1024 + 1)
    large.set(PDF)
    expect((await site.sends('hoa', `${PATH}/evidence`, form('to.pdf', large))).status).toBe(413)
  })
})

describe('the workbook', () => {
  const EXCEL = pathOf(COMMUNES)
  const template = async () => new Uint8Array(await (await site.as('xuan', `${EXCEL}/template.xlsx`)).arrayBuffer())
  /** The template with cells filled in by their places, as Excel leaves it. */
  const filled = async (cells: Readonly<Record<string, string | number>>, percents: readonly string[] = []) => {
    const [sheet] = await excelSheets(await template())
    const rows = (sheet?.rows ?? []).map((row, r) =>
      Array.from({ length: 8 }, (_, c) => cells[`${r},${c}`] ?? (row[c]?.text === '' ? null : (row[c]?.text ?? null))),
    )
    const styles = new Map(percents.map(cell => [cell, { style: { numFmt: '0%' } }]))
    return new Uint8Array(await writeXlsx({ sheets: [{ name: 'Báo cáo', rows, cells: styles }] }))
  }
  const file = (bytes: Uint8Array<ArrayBuffer>, name = 'bao-cao.xlsx') => {
    const data = new FormData()
    data.set('file', new File([bytes], name))
    return data
  }
  const hidden = (html: string, name: string) =>
    (new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '').replaceAll('&quot;', '"')

  test('holds exactly what is asked, with what stood before, its codes hidden and all but the answers locked', async () => {
    const bytes = await template()
    const [sheet] = await excelSheets(bytes)
    expect(sheet?.rows[3]?.map(cell => cell.text).slice(1)).toEqual([
      'Đơn vị',
      'Chỉ tiêu',
      'Đơn vị tính',
      'Cùng kỳ (tháng 3/2025)',
      'Kỳ trước (tháng 2/2026)',
      'Kỳ này',
      'Ghi chú',
    ])
    expect(sheet?.rows).toHaveLength(4 + 65 * 3)
    expect(sheet?.rows[4]?.slice(1, 6).map(cell => cell.text)).toEqual([
      'Đông Kinh',
      'Diện tích rừng trồng mới',
      'ha',
      '',
      '0.5',
    ])
    const { unzipSync, strFromU8 } = await import('fflate')
    const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    expect(xml).toMatch(/<sheetProtection[^>]*sheet="1"/)
    expect(xml).toMatch(/<col [^>]*hidden="(?:1|true)"/)
    expect(xml).toMatch(/state="frozen"/)
  })

  test('filled in it shows what it would change, and is taken once confirmed', async () => {
    const answer = await site.sends(
      'xuan',
      `${EXCEL}/file`,
      file(await filled({ '4,6': 12.5, '5,6': '13', '6,6': '-', '4,7': 'đã nghiệm thu' })),
    )
    const html = await answer.text()
    expect([answer.status, html.includes('Đọc được 3 số liệu; 3 số khác')]).toEqual([200, true])
    expect(html).toMatch(/số ở cột G, ghi chú ở cột H/)
    expect(html).toMatch(/12,5[^]*đã nghiệm thu/)
    expect(await text(site.as('xuan', EXCEL))).not.toMatch(/value="12,5"/)
    const confirmed = await site.sends('xuan', `${EXCEL}/file/confirm`, {
      changes: hidden(html, 'changes'),
      expected: hidden(html, 'expected'),
    })
    expect([confirmed.status, confirmed.headers.get('location')]).toEqual([303, `${EXCEL}?did=saved`])
    expect(await text(site.as('xuan', EXCEL))).toMatch(/value="12,5"/)
  })

  test('one wrong cell refuses the whole, named by its line and column; another report’s workbook is known as that', async () => {
    const wrong = await site.sends('xuan', `${EXCEL}/file`, file(await filled({ '4,6': 20, '5,6': 'nhiều' })))
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toMatch(/Dòng 6, cột G[^]*nhiều/)
    expect(await text(site.as('xuan', EXCEL))).toMatch(/value="12,5"/)
    const other = new Uint8Array(await (await site.as('hoa', `${PATH}/template.xlsx`)).arrayBuffer())
    const answer = await site.sends('xuan', `${EXCEL}/file`, file(other))
    expect([answer.status, (await answer.text()).includes('biểu mẫu của báo cáo khác')]).toEqual([422, true])
    expect((await site.sends('lan', `${EXCEL}/file`, file(other))).status).toBe(403)
  })

  test('shares of one under % are told where the period before was a hundred times as much; a percent format is read', async () => {
    const sent = async (bytes: Uint8Array<ArrayBuffer>) => {
      const answer = await site.sends('xuan', `${EXCEL}/file?lang=vi`, file(bytes))
      return [answer.status, (await answer.text()).replace(/<[^>]+>/g, ' ')] as const
    }
    // The last third of the lines is in %: 70,0 and 77,1 in the month before.
    const [status, told] = await sent(await filled({ '4,6': 12.5, '134,6': 0.7, '135,6': 0.8 }))
    expect(status).toBe(200)
    expect(told).toContain('Cột G, từ dòng 135: cả 2 số liệu tính bằng % đều từ 0 đến 1')
    const [, formatted] = await sent(await filled({ '134,6': 0.7, '135,6': 0.8 }, ['134,6', '135,6']))
    expect(formatted).not.toContain('tỷ lệ so với 1')
    expect(formatted).toMatch(/70[^]*80/)
    const [wrong, why] = await sent(await filled({ '4,6': 0.5 }, ['4,6']))
    expect([wrong, why.includes('đơn vị “%” không đổi được sang ha')]).toEqual([422, true])
  })

  test('columns moved since are found where they are; a lost one is told, and no other takes its place', async () => {
    const [sheet] = await excelSheets(await filled({ '4,6': 12.5, '5,6': 14 }))
    const emptied = (text: string | undefined) => (text === '' ? null : (text ?? null))
    const rows = (sheet?.rows ?? []).map(row => Array.from({ length: 8 }, (_, c) => emptied(row[c]?.text)))
    const sent = async (change: (row: (string | null)[], r: number) => (string | null)[]) => {
      const bytes = new Uint8Array(await writeXlsx({ sheets: [{ name: 'Báo cáo', rows: rows.map(change) }] }))
      const answer = await site.sends('xuan', `${EXCEL}/file`, file(bytes))
      return [answer.status, await answer.text()] as const
    }
    const inserted = await sent((row, r) => [row[0] ?? null, r === 3 ? 'Ghi chú riêng' : null, ...row.slice(1)])
    // The period before stands where this one stood: it is not taken for it.
    expect([inserted[0], inserted[1].includes('Đọc được 3 số liệu')]).toEqual([200, true])
    expect(inserted[1]).toMatch(/số ở cột H, ghi chú ở cột I/)
    const lost = await sent(row => row.filter((_, c) => c !== 6))
    expect([lost[0], lost[1].includes('Biểu mẫu đã mất cột')]).toEqual([422, true])
    const keyless = await sent(row => row.slice(1))
    expect([keyless[0], keyless[1].includes('Đọc được 3 số liệu')]).toEqual([200, true])
  })

  test('a sheet titled for another month, or with figures of others alone, is told once; a date or a lost point is named', async () => {
    const sent = async (rows: (string | number)[][]) => {
      const bytes = new Uint8Array(await writeXlsx({ sheets: [{ name: 'Biểu 1', rows }] }))
      const answer = await site.sends('xuan', `${EXCEL}/file`, file(bytes))
      return [answer.status, await answer.text()] as const
    }
    const table = [
      ['Xã, phường', 'Đàn trâu, bò (con)'],
      ['Tam Thanh', 1500],
    ]
    const [status, html] = await sent([['BÁO CÁO THÁNG 2/2026'], ...table])
    expect([status, html]).toEqual([
      422,
      expect.stringMatching(/“Biểu 1”: tiêu đề ghi kỳ 2026-02, còn báo cáo này là của kỳ 2026-03/),
    ])
    const others = await sent([
      ['Xã, phường', 'Đàn trâu, bò (con) tháng 1/2026', 'Đàn trâu, bò (con) tháng 2/2026'],
      ['Tam Thanh', 1500, 1510],
      ['Đông Kinh', 900, 910],
    ])
    expect(others[1]).toMatch(/Tệp có 1 chỗ phải sửa[^]*chỉ có số liệu của kỳ 2026-01, 2026-02/)
    const misread = await site.sends('xuan', `${EXCEL}/file`, file(await filled({ '70,6': 1.05 })))
    expect(await misread.text()).toMatch(/Dòng 71, cột G: “1[.,]05”[^]*dấu chấm hàng nghìn/)
  })

  test('a table of the office’s own is understood too, and how is shown', async () => {
    const rows = [
      ['BÁO CÁO THÁNG 3/2026'],
      ['STT', 'Xã, phường', 'Diện tích rừng trồng mới (ha)', 'Đàn trâu, bò (con)'],
      [1, 'Tam Thanh', 33.5, 1500],
      [2, 'Đông Kinh', 14, 1600],
    ]
    const bytes = new Uint8Array(await writeXlsx({ sheets: [{ name: 'Biểu 1', rows }] }))
    const html = await text(site.sends('xuan', `${EXCEL}/file`, file(bytes)))
    expect(html).toMatch(/Biểu 1/)
    expect(html).toMatch(/Đọc được 4 số liệu/)
    expect(html).toMatch(/Tam Thanh: Diện tích rừng trồng mới[^]*33,5/)
  })
})

test('a report of 194 communes and 60 indicators is handed over by what is filled, not by what is empty', async () => {
  const html = await text(site.as('tke', pathOf(WIDE)))
  const handed = /<script type="application\/json" id="handed">(.*?)<\/script>/s.exec(html)?.[1] ?? ''
  expect(html.length).toBeLessThan(200_000)
  expect(handed.length).toBeLessThan(40_000)
})

test('no page asks the store more for many figures than for few', async () => {
  const asks = (person: 'hoa' | 'xuan' | 'tke' | 'lan' | 'dung', path: string) =>
    site.queries(async () => expect((await site.as(person, path)).status).toBe(200))
  const few = await asks('hoa', PATH)
  expect(await asks('xuan', pathOf(COMMUNES))).toBe(few)
  // 11,640 figures.
  expect(await asks('tke', pathOf(WIDE))).toBeLessThanOrEqual(few)
  expect(few).toBeLessThanOrEqual(26)
  const desk = await asks('hoa', '/desk')
  // A planner has the drafts in hand beside.
  expect(await asks('lan', '/desk')).toBeLessThanOrEqual(desk + 2)
  expect(desk).toBeLessThanOrEqual(20)
  const queue = await asks('dung', '/approvals')
  expect(queue).toBeLessThanOrEqual(26)
})
