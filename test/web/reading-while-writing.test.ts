import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importedContract, observationsContract } from '../../src/api/contract/figures.ts'
import { EXAMPLE, openSite, type Site } from './site.ts'

const folder = mkdtempSync(join(tmpdir(), 'cotmoc-reading-'))
let site: Site
beforeAll(async () => {
  site = await openSite({ place: { path: join(folder, 'cotmoc.db') } })
})
afterAll(async () => {
  await site.close()
  rmSync(folder, { recursive: true, force: true })
})

const ROWS = 200_000

/** So many figures of one indicator: sources that never were, by month. */
function manyFigures(): string {
  const rows = ['indicator,area,period,value,status,note,source']
  for (let i = 0; i < ROWS; i += 1)
    rows.push(
      `forest-cover,${site.plan.area},20${20 + (i % 50)},${(i % 1000) / 10},estimated,,nguồn ${Math.floor(i / 50)}`,
    )
  return `${rows.join('\n')}\n`
}

test('pages answer while two hundred thousand rows are taken in, and show none of them before all are', async () => {
  const state = { ended: false }
  const isEnded = (): boolean => state.ended
  const taken = site.post(`/api/plans/${EXAMPLE}/observations`, manyFigures()).then(answer => {
    state.ended = true
    return answer
  })
  const counts: number[] = []
  const pages: number[] = []
  while (!isEnded()) {
    const known = observationsContract.parse(await (await site.get(`/api/plans/${EXAMPLE}/observations`)).json())
    const page = await site.get(`/plans/${EXAMPLE}`)
    if (isEnded()) break
    counts.push(known.observations.length)
    pages.push(page.status)
    await new Promise(done => setTimeout(done, 500))
  }
  expect(importedContract.parse(await (await taken).json())).toMatchObject({ added: ROWS })
  // And after it, with as many figures of one series.
  expect((await site.get(`/plans/${EXAMPLE}`)).status).toBe(200)
  // Several times, not only before the first row was written.
  expect(counts.length).toBeGreaterThan(3)
  expect(new Set(counts).size).toBe(1)
  expect(new Set(pages)).toEqual(new Set([200]))
  expect(site.faults.map(each => (each instanceof Error ? each.stack : each))).toEqual([])
}, 120_000)
