import { addressesOf, COUNTED_PLAN } from './addresses.ts'
import type { Person, Reporting } from './reporting.ts'

/** A page of the program in a state worth looking at, as somebody sees it; null: the public. */
export interface Stop {
  /** Names its picture. */
  readonly name: string
  readonly path: string
  readonly as: Person | null
}

/** What looks otherwise at every run: an account's sessions, the machine's own state. */
const RESTLESS = new Set([
  '/account',
  '/members',
  '/members/:user',
  '/operations',
  '/jobs',
  '/audit',
  '/audit/:number{[0-9]+}',
])

/** Every page, over the example that ships and a province whose offices report. */
export async function stopsOf(site: Reporting): Promise<readonly Stop[]> {
  const pages = [...(await addressesOf(site))].filter(([route]) => !route.startsWith('/api/') && !RESTLESS.has(route))
  return [
    { name: 'public-scoreboard', path: `/plans/${COUNTED_PLAN}?on=2024-12-31`, as: null },
    { name: 'public-fault', path: '/no-such-page', as: null },
    ...pages
      // What is downloaded is no page.
      .filter(([route]) => !/\.(?:csv|xlsx|json)$|csv\)|:file/.test(route))
      .map(([route, { path, as }]) => ({
        name: route.replace(/\W+/g, '-').replace(/^-|-$/g, '') || 'first',
        path,
        as,
      })),
  ]
}
