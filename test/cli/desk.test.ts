import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call } from '../../src/cli/main.ts'
import { TENANT } from '../../src/cli/with-store.ts'
import type { Role } from '../../src/desk/policy.ts'
import { define } from '../../src/store/definitions.ts'
import { openStore } from '../../src/store/open.ts'

const folder = mkdtempSync(join(tmpdir(), 'cotmoc-cli-desk-'))
const data = join(folder, 'data')
const mails: { to: string[]; text: string }[] = []
/** A real mail server on loopback; one address of it refuses. */
const mail = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  logger: false,
  onRcptTo: (address, _, done) => {
    done(address.address.startsWith('nam') ? new Error('mailbox full') : undefined)
  },
  onData: (stream, session, done) => {
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', () => {
      const text = Buffer.concat(chunks).toString('utf8')
      mails.push({ to: session.envelope.rcptTo.map(each => each.address), text })
      done()
    })
  },
})
let port = 0
beforeAll(async () => {
  await new Promise<void>(ready => mail.listen(0, '127.0.0.1', ready))
  const address = mail.server.address()
  port = typeof address === 'object' && address ? address.port : 0
})
afterAll(async () => {
  await new Promise<void>(done => {
    mail.close(done)
  })
  rmSync(folder, { recursive: true, force: true })
})

const file = (name: string, text: string) => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

async function run(args: readonly string[], now = '2026-01-15T03:00:00Z', env: Record<string, string> = {}) {
  const said = { out: '', err: '' }
  const code = await call([...args, '--data', data], {
    language: 'vi',
    env,
    out: text => void (said.out += text),
    err: text => void (said.err += text),
    now: () => new Date(now),
  })
  return { code, ...said, json: () => JSON.parse(said.out) as unknown }
}

async function people(...list: readonly (readonly [string, Role, string | null])[]) {
  const store = openStore({ path: join(data, 'cotmoc.db') }, () => new Date('2026-01-15T03:00:00Z'))
  for (const [name, role, organisation] of list) {
    const id = randomUUID()
    await store.db
      .insertInto('account_user')
      .values({
        id,
        name,
        email: `${name}@ls.vn`,
        emailVerified: 1,
        image: null,
        createdAt: '',
        updatedAt: '',
        twoFactorEnabled: 0,
      })
      .execute()
    await define(store, TENANT, 'member', { [id]: { grants: [{ role, organisation, area: null }] } }, { actor: 'test' })
  }
  await store.close()
}

const ROUND = 'nam:2025'

test('a province sets its desk up, reports, is reminded and published, all by commands', async () => {
  await run(['evaluate'])
  await people(['hoa', 'reporter', 'so-a'], ['giam', 'approver', 'so-a'], ['lan', 'planner', null])
  expect((await run(['round', 'list'])).out).toContain('Chưa có kỳ báo cáo nào mở')
  const organisations = file(
    'organisations.csv',
    'id,name,kind,parent,area,head\nso-a,Sở Kế hoạch,office,,tỉnh Lạng Sơn,giam@ls.vn\n',
  )
  expect((await run(['organisation', 'load', organisations])).out).toBe('Đã lưu 1 mục thay đổi.\n')
  expect((await run(['organisation', 'load', organisations])).out).toBe('Không có gì thay đổi.\n')
  expect((await run(['organisation', 'list'])).out).toBe('so-a  Sở Kế hoạch  giam@ls.vn\n')
  const wrong = await run([
    'organisation',
    'assign',
    file('wrong.csv', 'indicator,area,organisation,owner,deputy\ngrdp-growt,*,so-a,hoa,\n'),
  ])
  expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining('grdp-growth')])
  const assignments = 'indicator,area,organisation,owner,deputy\ngrdp-growth,tỉnh Lạng Sơn,so-a,hoa@ls.vn,nam@ls.vn\n'
  expect((await run(['organisation', 'assign', file('assignments.csv', assignments)])).code).toBe(0)
  const schedules = file(
    'schedules.csv',
    'id,name,rhythm,indicators,levels,from,to,opens,due,remind,head,planner\nnam,Báo cáo năm,year,grdp-growth forest-cover,province,2025-01-01,,0,ngày 20,5,2,5\n',
  )
  expect((await run(['round', 'load', schedules])).code).toBe(0)
  const gaps = await run(['organisation', 'gaps'])
  expect([gaps.code, gaps.out]).toEqual([
    1,
    expect.stringMatching(/^nam:2025 {2}forest-cover \S+: chưa giao cho ai\n$/),
  ])
  expect((await run(['round', 'list', '--json'])).json()).toMatchObject([
    { id: ROUND, period: '2025', due: '2026-01-20' },
  ])

  const figures = file(
    'figures.csv',
    'indicator,area,period,value,status,note\ngrdp-growth,Lạng Sơn,2025,"8,16",provisional,\n',
  )
  const other = file(
    'other.csv',
    'indicator,area,period,value,status,note\ngrdp-growth,Lạng Sơn,2024,"8,16",provisional,\n',
  )
  const save = (path: string) =>
    run(['desk', 'save', ROUND, 'so-a', '--file', path, '--locale', 'vi', '--as', 'hoa@ls.vn'])
  expect((await save(other)).err).toContain('kỳ 2024 không phải kỳ của đợt báo cáo này (2025)')
  expect((await run(['desk', 'save', ROUND, 'so-a', '--file', figures, '--as', 'kẻ@gian'])).err).toContain(
    'không phải thành viên',
  )
  expect(await save(figures)).toMatchObject({
    code: 0,
    out: expect.stringContaining('bản nháp, bản 1, 1 số liệu') as unknown,
  })
  const does = (verb: string, as: string) => run(['desk', verb, ROUND, 'so-a', '--as', `${as}@ls.vn`, '--json'])
  expect((await does('submit', 'hoa')).json()).toMatchObject({ state: 'submitted', version: 2 })
  expect(await does('approve', 'hoa')).toMatchObject({
    code: 1,
    err: expect.stringContaining('không có quyền') as unknown,
  })
  expect((await does('approve', 'giam')).json()).toMatchObject({ state: 'approved' })
  expect((await does('publish', 'lan')).json()).toMatchObject({ state: 'published', version: 4 })
  expect((await run(['export'])).out).toMatch(/grdp-growth,20,2025,8\.16,provisional,,%,[^\n]*so-a/)
  expect((await run(['desk', 'show', ROUND, 'so-a'])).out).toContain('đã công bố, bản 4')
  expect((await run(['audit', 'verify'])).code).toBe(0)
})

test('who is late is told, and by mail once', async () => {
  const late = '2027-01-29T03:00:00Z'
  const status = await run(['round', 'status', '--since', '2027-01-01'], late)
  expect(status.code).toBe(1)
  expect(status.out).toMatch(/nam:2026 {2}hạn 2027-01-20 {2}Sở Kế hoạch: chưa làm, 1 số liệu, chậm 7 ngày làm việc/)
  expect(await run(['round', 'notify', '--mail'], late)).toMatchObject({
    code: 2,
    err: expect.stringContaining('COTMOC_SMTP') as unknown,
  })
  const env = {
    COTMOC_SMTP: `smtp://127.0.0.1:${port}`,
    COTMOC_MAIL_FROM: 'cot-moc@ls.vn',
    COTMOC_URL: 'https://kh.ls.vn',
  }
  const told = await run(['round', 'notify', '--mail'], late, env)
  expect(told.code).toBe(1)
  expect(told.err).toMatch(/nam@ls\.vn: .*mailbox full/)
  expect(mails.map(each => each.to.join()).sort()).toEqual(['giam@ls.vn', 'hoa@ls.vn', 'lan@ls.vn'])
  const again = await run(['round', 'notify', '--mail'], late, env)
  expect(again.out).toContain('Đã ghi 0 thông báo mới')
  expect(mails).toHaveLength(3)
  const extended = await run(['round', 'extend', 'nam:2026', '--to', '2027-02-10', '--reason', 'Bão số 3'], late)
  expect(extended.out).toBe('Kỳ nam:2026: hạn mới 2027-02-10.\n')
  expect((await run(['round', 'extend', 'nam:2026', '--to', '2027-02-31', '--reason', 'x'], late)).code).toBe(2)
  expect((await run(['round', 'status', '--since', '2027-02-01', '--json'], late)).json()).toMatchObject({
    standings: [
      { organisation: '', lateSince: null },
      { organisation: 'so-a', lateSince: null },
    ],
  })
})

test.each([
  ['round', 'load'],
  ['round', 'dance'],
  ['round', 'list', '--on', 'soon'],
  ['organisation', 'load'],
  ['organisation', 'gaps', '--on', 'soon'],
  ['desk', 'save', ROUND, 'so-a'],
  ['desk', 'sign', ROUND, 'so-a'],
  ['desk', 'show', ROUND],
])('%s %s is a fault of the call', async (...args) => {
  expect((await run(args)).code).toBe(2)
})
