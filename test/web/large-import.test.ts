import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Jobs } from '../../src/desk/jobs/jobs.ts'
import { takingFigures } from '../../src/desk/jobs/taking-figures.ts'
import { logHead } from '../../src/store/log.ts'
import { EXAMPLE, fileForm, openSite, TENANT, type Site } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(async () => {
  expect(site.faults).toEqual([])
  await site.close()
})

/** More than a megabyte of figures, one a breakdown; the last row as given. */
function table(rows: number, last: string): string {
  const { code } = site.plan.indicators[0] ?? { code: '' }
  const lines = Array.from({ length: rows }, (_, i) => `${code},${site.plan.area},2024,1,provisional,dòng ${i},n=${i}`)
  return ['indicator,area,period,value,status,note,breakdown', ...lines, last].join('\n')
}

const arrived = async (answer: Response): Promise<string> => {
  if (answer.status !== 303) return answer.text()
  const at = answer.headers.get('location') ?? ''
  for (;;) {
    const told = (await (await site.get(`/api${at}`)).json()) as { live: boolean }
    if (!told.live) return site.text(at)
    await new Promise(resolve => setTimeout(resolve, 20))
  }
}

test('a large file is taken as a job, whole or not at all, and the same page says what came of it', async () => {
  const before = await logHead(site.store, TENANT)
  const wrong = await site.post(
    '/figures',
    fileForm('lon.csv', table(20_000, 'nothing,x,2024,1,provisional,,'), { plan: EXAMPLE, locale: 'plain' }),
  )
  expect(await arrived(wrong)).toContain('Tệp chưa được nhận')
  expect(await logHead(site.store, TENANT)).toBe(before)
  const right = await site.post('/figures', fileForm('lon.csv', table(20_000, ''), { plan: EXAMPLE, locale: 'plain' }))
  expect(await arrived(right)).toMatch(/Đã nhận 20\.?000 số liệu mới/)
  expect(await logHead(site.store, TENANT)).toBe(before + 1)
})

test('a job that is cancelled while it writes leaves nothing', async () => {
  const before = await logHead(site.store, TENANT)
  const jobs = new Jobs({
    store: site.store,
    tenant: TENANT,
    folder: join(tmpdir(), `cotmoc-jobs-${process.pid}`),
    onFault: fault => site.faults.push(fault),
  })
  const bytes = new TextEncoder().encode(table(20_000, '').replaceAll(',2024,', ',2023,'))
  const run = takingFigures(site.plan, { name: 'x.csv', bytes }, { locale: 'plain' }, () => undefined)
  const job = await jobs.start({
    kind: 'figures',
    subject: 'x.csv',
    by: { actor: 'lan@ls.vn' },
    run: work =>
      run({
        ...work,
        step: async (doing, done, total) => {
          if (doing === 'writing' && done > 300) jobs.cancel(job?.id ?? '')
          await work.step(doing, done, total)
        },
      }),
  })
  await jobs.idle()
  expect(await jobs.byId(job?.id ?? '')).toMatchObject({ state: 'cancelled' })
  expect(await logHead(site.store, TENANT)).toBe(before)
})
