import { afterAll, beforeAll, expect, test } from 'vitest'
import { faultContract } from '../../src/api/contract/figures.ts'
import {
  allocationsContract,
  cataloguedContract,
  correctedContract,
  definedContract,
  draftContract,
  draftsContract,
  publishedContract,
  readingBegunContract,
  sharesSavedContract,
} from '../../src/api/contract/planning.ts'
import { boundOf } from '../../src/measure/bound.ts'
import { dec } from '../../src/measure/decimal.ts'
import { publishPlan } from '../../src/store/plans.ts'
import { EXAMPLE, fileForm, openSite, RESOLUTION, signedIn, TENANT, type Site } from '../web/site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(async () => {
  expect(site.faults).toEqual([])
  await site.close()
})
const send = (path: string, body: unknown) =>
  site.post(path, JSON.stringify(body), { 'content-type': 'application/json' })
const fault = async (answer: Response) => [answer.status, faultContract.parse(await answer.json()).error.code]

test('shares are read with what they come to, changed one by one, and refused where somebody changed the same', async () => {
  const { plan } = site
  const [first] = plan.targets
    .flatMap(target => target.measures)
    .filter(each => each.indicators.includes('new-members'))
  if (!first) throw new Error('the example promises new members')
  const at = `/api/plans/${EXAMPLE}/allocations`
  const now = async () => allocationsContract.parse(await (await site.get(at)).json())
  const { log } = await now()
  const saved = await send(`${at}/${first.id}`, {
    expected: log,
    shares: [
      { area: '180', low: '900' },
      { area: '181', low: '800' },
      { area: '180', year: 2023, low: '90.5' },
    ],
  })
  const done = sharesSavedContract.parse(await saved.json())
  expect([saved.status, done.changed]).toEqual([200, 3])
  const mine = (await now()).measures.find(each => each.measure === first.id)
  expect(mine?.shares.map(({ area, year, bound }) => [area, year, bound.low])).toEqual([
    ['180', null, '900'],
    ['181', null, '800'],
    ['180', 2023, '90.5'],
  ])
  expect(mine?.sums).toContainEqual({
    over: 'areas',
    area: null,
    year: null,
    end: 'low',
    shares: 2,
    sum: '1700',
    whole: first.bound?.low && '2000',
    difference: '-300',
  })
  // The same again changes nothing; an older version that somebody changed since is refused with both values.
  const same = await send(`${at}/${first.id}`, { expected: done.log, shares: [{ area: '180', low: '900' }] })
  expect(sharesSavedContract.parse(await same.json())).toEqual({ log: null, changed: 0 })
  const late = await send(`${at}/${first.id}`, { expected: log, shares: [{ area: '180', low: '1000' }] })
  expect(late.status).toBe(409)
  const { error } = faultContract.parse(await late.json())
  expect([error.code, error.conflicts?.map(({ area, mine, theirs }) => [area, mine?.low, theirs?.low])]).toEqual([
    'shares-changed',
    [['180', '1000', '900']],
  ])
  const gone = await send(`${at}/${first.id}`, { expected: done.log, shares: [{ area: '180', year: 2023 }] })
  expect(sharesSavedContract.parse(await gone.json()).changed).toBe(1)
  expect(await fault(await send(`${at}/${first.id}`, { expected: 0, shares: [{ area: '180', high: '1' }] }))).toEqual([
    422,
    'rows-refused',
  ])
  expect(await fault(await send(`${at}/none`, { expected: 0, shares: [] }))).toEqual([404, 'no-measure'])
  expect(boundOf('atLeast', dec('1'), null)).not.toBeNull()
})

test('an indicator is read, defined anew, and refused field by field', async () => {
  const { indicator, plans } = cataloguedContract.parse(await (await site.get('/api/indicators/new-members')).json())
  expect(plans).toContain(EXAMPLE)
  const named = await send('/api/indicators', { ...indicator, name: { vi: 'Đàn gia súc', en: 'Cattle herd' } })
  expect(definedContract.parse(await named.json()).code).toBe('new-members')
  const again = cataloguedContract.parse(await (await site.get('/api/indicators/new-members')).json())
  expect(again.indicator.name.vi).toBe('Đàn gia súc')
  expect(await fault(await send('/api/indicators', { ...indicator, unit: 'không-có' }))).toEqual([422, 'rows-refused'])
  expect(await fault(await site.get('/api/indicators/none'))).toEqual([404, 'not-found'])
})

test('a draft is made of a file, corrected, taken back, read again and published', async () => {
  const begun = readingBegunContract.parse(await (await site.post('/api/drafts', fileForm('nq.md', RESOLUTION))).json())
  const at = `/api/drafts/${begun.draft}`
  const now = async () => draftContract.parse(await (await site.get(at)).json())
  const first = await now()
  const [target] = first.targets
  if (!target) throw new Error('nothing was read')
  expect(draftsContract.parse(await (await site.get('/api/drafts')).json()).drafts.map(each => each.id)).toContain(
    begun.draft,
  )
  const drop = { of: 'measure', target: target.id, measure: 0, fields: { act: 'drop' } }
  const corrected = correctedContract.parse(await (await send(`${at}/corrections`, drop)).json())
  expect(corrected).toMatchObject({ corrections: 1, undoable: 1 })
  expect((await now()).targets[0]?.measures[0]?.dropped).toBe(true)
  expect(await fault(await send(`${at}/corrections`, { ...drop, target: 'none' }))).toEqual([404, 'no-measure'])
  const wrong = { of: 'plan', fields: { name: 'X', from: 'năm nào' } }
  expect(await fault(await send(`${at}/corrections`, wrong))).toEqual([422, 'rows-refused'])
  readingBegunContract.parse(await (await site.post(`${at}/read`, '')).json())
  const again = await now()
  expect(again.reread).toMatchObject({ added: [], changed: [], gone: [], carried: 1 })
  await site.post(`${at}/undo`, '')
  await site.post(`${at}/undo`, '')
  expect((await now()).targets[0]?.measures[0]?.dropped).toBe(false)
  expect(await fault(await site.post(`${at}/undo`, ''))).toEqual([409, 'nothing-to-undo'])
  const facts = {
    name: 'Nghị quyết Thanh Bình',
    issuer: '',
    from: '2021',
    to: '2025',
    area: '20',
    adopted: '2020-08-01',
  }
  expect((await send(`${at}/corrections`, { of: 'plan', fields: facts })).status).toBe(200)
  const published = await send(`${at}/publish`, { incomplete: 'leaveOut' })
  const { plan } = publishedContract.parse(await published.json())
  expect((await site.get(`/api/plans/${plan}`)).status).toBe(200)
  expect(await fault(await send(`${at}/publish`, {}))).toEqual([409, 'draft-published'])
  expect(await fault(await site.post('/api/drafts', ''))).toEqual([400, 'no-file'])
})

test('only a planner writes; drafts are for planners, what is published for everyone', async () => {
  await publishPlan(site.store, TENANT, { ...site.plan, id: 'other' }, { actor: 'test' })
  const as = (cookie: string) => async (method: 'GET' | 'POST', path: string) =>
    (
      await site.app.request(`http://localhost${path}`, {
        method,
        ...(method === 'POST' ? { body: '{}' } : {}),
        headers: { cookie, 'content-type': 'application/json' },
      })
    ).status
  const leader = await signedIn(site.app, site.store, site.auth, 'linh@ls.vn', [
    { role: 'leader', organisation: null, area: null },
  ])
  for (const [who, refused] of [
    [as(''), 401],
    [as(leader), 403],
  ] as const) {
    for (const path of ['/api/plans/other/allocations', '/api/indicators'])
      expect([path, await who('GET', path)]).toEqual([path, 200])
    expect(await who('GET', '/api/drafts')).toBe(refused)
    for (const path of ['/api/plans/other/allocations/m1', '/api/indicators', '/api/drafts', '/api/drafts/x/publish'])
      expect([path, await who('POST', path)]).toEqual([path, refused])
  }
})
