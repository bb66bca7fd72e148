import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { auditLines } from '../../src/store/audit-lines.ts'
import { EXAMPLE, fileForm, openSite, signedIn, TENANT, type Site } from '../web/site.ts'

/** Doors that the public may knock on, each with its reason; whoever adds one says why here. */
const OPEN: Readonly<Record<string, string>> = {
  'POST /sign-in': 'who has an account comes in here',
  'POST /sign-in/second': 'the second factor of the same',
  'POST /sign-in/single': 'the way to the office’s own sign-in',
  'POST /sign-out': 'ends a session, if there is one',
  'POST /link/:token': 'whoever holds a one-time link',
}

/** What everyone with an account does to that account alone. */
const OWN: Readonly<Record<string, string>> = {
  'POST /account/password': 'asks for the old one',
  'POST /account/sessions/:id': 'only a session of one’s own is ended',
  'POST /jobs/:id/cancel': 'only a job that one asked for, or that whoever keeps the store sees',
  'POST /account/second-factor/:act': 'asks for the password or a code',
}

let site: Site
let stranger = ''
beforeAll(async () => {
  site = await openSite()
  // An account without any role: what is refused to it is refused by the table of access, not for want of a session.
  stranger = await signedIn(site.app, site.store, site.auth, 'nobody@langson.gov.vn', [])
})
afterAll(() => site.close())

const WRITING = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

/** Every route that takes a change, as the app has it: nobody lists them by hand, so none is forgotten. */
const doors = () =>
  [...new Set(site.app.routes.map(route => `${route.method} ${route.path}`))].filter(door =>
    WRITING.has(door.split(' ')[0] ?? ''),
  )

const ADDRESS: Readonly<Record<string, string>> = { plan: EXAMPLE }

async function knock(door: string, cookie: string): Promise<Response> {
  const [method = '', path = ''] = door.split(' ')
  const address = path
    .replace(/\/plans\/:id/, `/plans/${EXAMPLE}`)
    .replace(/:(\w+)(?:\{[^}]*\})?\??/g, (_, name: string) => ADDRESS[name] ?? 'x')
    .replace('*', 'x')
  return site.app.request(`http://localhost${address}`, {
    method,
    body: fileForm('x.csv', 'indicator,area,period,value,status,note\n'),
    headers: cookie === '' ? {} : { Cookie: cookie },
  })
}

const log = async () => (await auditLines(site.store, TENANT)).length

describe('every entrance that changes something', () => {
  test('is one of those that are known to be open, or asks the table of access', async () => {
    const known = doors()
    expect(known.length).toBeGreaterThan(20)
    expect(known.filter(door => door.includes('*'))).toEqual([])
    for (const door of [...Object.keys(OPEN), ...Object.keys(OWN)]) expect(known).toContain(door)
    const before = await log()
    const wrong: string[] = []
    for (const door of known) {
      if (door in OPEN) continue
      const asPublic = await knock(door, '')
      if (asPublic.status !== 401) wrong.push(`${door}: ${asPublic.status} for the public`)
      if (door in OWN) continue
      const asStranger = await knock(door, stranger)
      if (asStranger.status !== 403) wrong.push(`${door}: ${asStranger.status} for an account without a role`)
    }
    expect(wrong).toEqual([])
    expect(await log()).toBe(before)
  })

  test('is closed to a page of another site, whoever is signed in', async () => {
    const wrong: string[] = []
    for (const door of doors()) {
      const [method = '', path = ''] = door.split(' ')
      const answer = await site.app.request(`http://localhost${path.replaceAll(/:\w+/g, 'x')}`, {
        method,
        body: new URLSearchParams(),
        headers: { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://elsewhere.example' },
      })
      if (answer.status !== 403 || !(await answer.text()).includes('cross-site'))
        wrong.push(`${door}: ${answer.status}`)
    }
    expect(wrong).toEqual([])
  })

  test('reading never changes anything: no route of a change answers to GET', async () => {
    const before = await log()
    for (const door of doors()) await site.get(door.split(' ')[1]?.replaceAll(/:\w+/g, 'x') ?? '')
    expect(await log()).toBe(before)
  })
})
