import { addressesOf, COUNTED_PLAN } from './addresses.ts'
import { COMMUNES, OFFICE, pathOf, type Person, type Reporting } from './reporting.ts'

/** A page of the program in a state worth looking at, as somebody sees it; null: the public. */
export interface Stop {
  /** Names its picture. */
  readonly name: string
  readonly path: string
  readonly as: Person | null
  /** Whether it looks the same at every run, so that a picture can be kept of it. */
  readonly still: boolean
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

const PLAN = `/plans/${COUNTED_PLAN}`
/** States of pages beside the plainest, and what others see of them. */
const STATES: readonly (readonly [name: string, path: string, as: Person | null])[] = [
  ['public-scoreboard', `${PLAN}?on=2024-12-31`, null],
  ['public-fault', '/no-such-page', null],
  ['scoreboard-warning', `${PLAN}?on=2024-12-31&sort=warning`, 'linh'],
  ['present-overview', `${PLAN}?on=2024-12-31&present=1`, 'linh'],
  ['present-target', `${PLAN}/targets/economy-2?on=2024-12-31&present=1`, 'linh'],
  ['desk-reporter', '/desk', 'hoa'],
  ['desk-approver', '/desk', 'binh'],
  ['approvals-waiting', '/approvals', 'binh'],
  ['report-inspected', pathOf(OFFICE), 'tra'],
  ['report-communes', pathOf(COMMUNES), 'xuan'],
  ['job-running', '/jobs/live', 'lan'],
  ['area-former', '/territory/areas/06040-dai-dong-2020', 'lan'],
  ['territory-before', '/territory?map=2024-12-31&find=binh', 'lan'],
  ['allocations-table', `${PLAN}/allocations/environment-1-1?to=table`, 'lan'],
  ['allocations-years', `${PLAN}/allocations/environment-1-1?to=years`, 'lan'],
]

/** What is downloaded is no page. */
export const isPage = (route: string): boolean =>
  !route.startsWith('/api/') && !/\.(?:csv|xlsx|json)$|csv\)|:file/.test(route)

/** Every page, over the example that ships and a province whose offices report. */
export async function stopsOf(site: Reporting): Promise<readonly Stop[]> {
  const pages = [...(await addressesOf(site))].filter(([route]) => isPage(route))
  return [
    ...STATES.map(([name, path, as]) => ({ name, path, as, still: true })),
    ...pages.map(([route, { path, as }]) => ({
      name: route.replace(/\W+/g, '-').replace(/^-|-$/g, '') || 'first',
      path,
      as,
      still: !RESTLESS.has(route),
    })),
  ]
}
