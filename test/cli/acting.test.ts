import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { call, COMMANDS } from '../../src/cli/main.ts'
import { TENANT } from '../../src/cli/with-store.ts'
import { ROLES, type Grant, type Role } from '../../src/desk/policy.ts'
import { auditLines } from '../../src/store/audit-lines.ts'
import { define } from '../../src/store/definitions.ts'
import { openStore } from '../../src/store/open.ts'

const folder = mkdtempSync(join(tmpdir(), 'cotmoc-cli-acting-'))
const data = join(folder, 'data')
const path = join(data, 'cotmoc.db')
const now = () => new Date('2026-01-15T03:00:00Z')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const file = (name: string, text: string) => {
  const at = join(folder, name)
  writeFileSync(at, text)
  return at
}

async function run(args: readonly string[], env: Record<string, string> = {}) {
  const said = { out: '', err: '' }
  const around = {
    language: 'en' as const,
    env,
    out: (text: string) => void (said.out += text),
    err: (text: string) => void (said.err += text),
    now,
  }
  return { code: await call([...args, '--data', data], around), ...said }
}

async function withStore<T>(use: (store: ReturnType<typeof openStore>) => Promise<T>): Promise<T> {
  const store = openStore({ path }, now)
  try {
    return await use(store)
  } finally {
    await store.close()
  }
}
const log = () => withStore(async store => (await auditLines(store, TENANT)).length)

const TERRITORY = resolve(import.meta.dirname, '../../examples/lang-son-territory')
const figures = () => file('f.csv', 'indicator,area,period,value,status,note\n')
const backupFile = () => join(folder, `${randomUUID()}.backup`)

/** Every call that writes or tells what is not published, and the roles that may make it. */
const CALLS: readonly (readonly [string, () => readonly string[], readonly Role[]])[] = [
  ['import', () => ['import', figures()], ['planner']],
  [
    'territory load',
    () => ['territory', 'load', join(TERRITORY, 'areas.csv'), join(TERRITORY, 'reorganisations.csv')],
    ['planner'],
  ],
  ['rule load', () => ['rule', 'load', file('r.json', '[]')], ['planner']],
  [
    'organisation load',
    () => ['organisation', 'load', file('o.csv', 'id,name,kind,parent,area,head\nso-y-te,Sở Y tế,office,,,\n')],
    ['planner', 'administrator'],
  ],
  [
    'organisation assign',
    () => ['organisation', 'assign', file('a.csv', 'indicator,area,organisation,owner,deputy\n')],
    ['planner', 'administrator'],
  ],
  [
    'round load',
    () => ['round', 'load', file('s.csv', 'id,name,rhythm,indicators,levels,from,to,opens,due,remind,head,planner\n')],
    ['planner'],
  ],
  ['round calendar', () => ['round', 'calendar', file('c.csv', 'day,is,basis\n')], ['planner']],
  ['round extend', () => ['round', 'extend', 'x:2026', '--to', '2026-02-01', '--reason', 'vì'], ['planner']],
  ['round notify', () => ['round', 'notify'], ['planner']],
  ['member invite', () => ['member', 'invite', 'x@y.vn', '--role', 'leader'], ['administrator']],
  ['member reset', () => ['member', 'reset', 'planner@langson.gov.vn'], ['administrator']],
  ['member list', () => ['member', 'list'], ['administrator']],
  ['audit verify', () => ['audit', 'verify'], ['inspector', 'administrator']],
  ['audit list', () => ['audit', 'list'], ['inspector', 'administrator']],
  ['backup', () => ['backup', backupFile()], ['administrator']],
]

beforeAll(async () => {
  await run(['evaluate'])
  await withStore(async store => {
    const office: Omit<Grant, 'role'> = { organisation: 'so-y-te', area: null }
    const members = [
      ...ROLES.map(role => [role, { role, organisation: null, area: null }] as const),
      ['planner-of-one-office', { role: 'planner', ...office }] as const,
    ]
    for (const [name, grant] of members) {
      const moment = now().toISOString()
      await store.db
        .insertInto('account_user')
        .values({
          id: name,
          name,
          email: `${name}@langson.gov.vn`,
          emailVerified: 1,
          image: null,
          createdAt: moment,
          updatedAt: moment,
          twoFactorEnabled: 0,
        })
        .execute()
      await define(store, TENANT, 'member', { [name]: { grants: [grant] } }, { actor: 'test' })
    }
  })
})

describe('the command line asks the table of access', () => {
  test.each(CALLS)('%s', async (_, args, may) => {
    for (const who of [...ROLES, 'planner-of-one-office', 'stranger']) {
      const before = await log()
      const { code, err } = await run([...args(), '--as', `${who}@langson.gov.vn`])
      const refused = /may not|is no member/.test(err)
      expect([who, refused]).toEqual([who, !may.includes(who as Role)])
      if (refused) expect([who, code, await log()]).toEqual([who, 2, before])
    }
  })

  test('names every command of which some call takes --as, and none other', () => {
    const named = new Set(CALLS.map(([name]) => name.split(' ')[0]))
    const taking = COMMANDS.filter(command => command.usage.includes('--as EMAIL')).map(command => command.name)
    // The desk has its own verbs, tried in desk.test.ts.
    expect(taking.filter(name => name !== 'desk').sort()).toEqual([...named].sort())
  })

  test('writes who acted: the member, or the operator under the name of the session', async () => {
    const organisations = (name: string) => file('o.csv', `id,name,kind,parent,area,head\nso-y-te,${name},office,,,\n`)
    await run(['organisation', 'load', organisations('A'), '--as', 'Planner@langson.gov.vn'])
    await run(['organisation', 'load', organisations('B')], { USER: 'lan' })
    const actors = (await withStore(store => auditLines(store, TENANT, { kind: 'organisation' }))).map(l => l.actor)
    expect(actors.slice(-2)).toEqual(['planner@langson.gov.vn', 'cli:lan'])
  })

  test('an invitation grants every role that is named, and none where one is no role', async () => {
    const two = ['member', 'invite', 'hai@vai.vn', '--role', 'planner', '--role', 'approver']
    expect((await run(two)).code).toBe(0)
    const [made] = (await withStore(store => auditLines(store, TENANT, { kind: 'invitation' }))).slice(-1)
    expect(made?.after).toMatch(/"planner"/)
    expect(made?.after).toMatch(/"approver"/)
    expect((await run([...two, '--role', 'king'])).code).toBe(2)
  })

  test.skipIf(process.platform === 'win32')('the store and its backups are for their owner alone', async () => {
    const kept = backupFile()
    await run(['backup', kept])
    for (const each of [path, kept]) expect((statSync(each).mode & 0o077).toString(8)).toBe('0')
    expect((statSync(data).mode & 0o077).toString(8)).toBe('0')
    expect(existsSync(`${kept}.part`)).toBe(false)
  })
})
