import { afterAll, beforeAll, expect, test } from 'vitest'
import { openReporting, type Reporting } from './reporting.ts'

let site: Reporting
beforeAll(async () => {
  site = await openReporting()
})
afterAll(() => site.close())

test.each(['/areas/20', '/map?indicator=forest'])('%s says who gave a figure by the name of the office', async path => {
  const page = await (await site.as('lan', path)).text()
  expect(page).toMatch(/Sở (?:Nội vụ|Nông nghiệp)/)
  expect(page).not.toMatch(/so-lao-dong|so-nong-nghiep/)
})

test('the list of rounds names periods as people do', async () => {
  const page = await (await site.as('lan', '/rounds')).text()
  expect(page).toContain('tháng 3/2026')
  expect(page).not.toContain('2026-03<')
})
