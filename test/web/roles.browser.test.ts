import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addressesOf } from './addresses.ts'
import { isPage } from './tour.ts'
import { openWholeSite, type WholeSite } from './whole-site.ts'

let whole: WholeSite
beforeAll(async () => {
  whole = await openWholeSite()
})
afterAll(() => whole.close())

/** One person of each role, and the public. */
const ROLES = {
  public: null,
  reporter: 'hoa',
  approver: 'dung',
  planner: 'lan',
  leader: 'linh',
  inspector: 'tra',
  administrator: 'an',
} as const
const SEEN = join(import.meta.dirname, 'roles.txt')

test('each role sees the pages that it may, without script; others are sent to sign in or told that they may not', async () => {
  const pages = [...(await addressesOf(whole.site))].filter(([route]) => isPage(route))
  const seen = new Map<string, string[]>()
  const wrong: string[] = []
  for (const [role, person] of Object.entries(ROLES)) {
    const contexts = [
      await whole.contextOf(person, 1440, { javaScriptEnabled: false }),
      await whole.contextOf(person, 390, { javaScriptEnabled: false }),
    ]
    const [wide, narrow] = await Promise.all(contexts.map(context => context.newPage()))
    if (!wide || !narrow) throw new Error('no page')
    for (const [route, { path }] of pages)
      for (const [page, language] of [
        [wide, 'vi'],
        [narrow, 'en'],
      ] as const) {
        const answer = await page.goto(
          `${whole.server.address}${path}${path.includes('?') ? '&' : '?'}lang=${language}`,
        )
        const status = answer?.status() ?? 0
        const signIn = new URL(page.url()).pathname === '/sign-in' && !path.startsWith('/sign-in')
        if (status === 200 && !signIn && page === wide) seen.set(route, [...(seen.get(route) ?? []), role])
        const said = (await page.locator('h1').count()) === 1 && (await page.locator('html').getAttribute('lang'))
        // What is nobody else's business is not there for them.
        if (![200, 403, 404].includes(status) || said !== language)
          wrong.push(`${role} ${path}: ${status} ${String(said)}`)
        // Who has an account is not asked to sign in again, and nobody else is told more than that.
        if (person !== null && signIn) wrong.push(`${role} is asked to sign in for ${path}`)
        if (person === null && status === 403)
          wrong.push(`the public is refused ${path} without being asked to sign in`)
      }
    for (const context of contexts) await context.close()
  }
  expect(wrong).toEqual([])
  const text = pages.map(([route]) => `${route} ${(seen.get(route) ?? []).join(' ')}\n`).join('')
  if (process.env['UPDATE'] === '1') writeFileSync(SEEN, text)
  expect(text).toBe(readFileSync(SEEN, 'utf8'))
}, 600_000)
