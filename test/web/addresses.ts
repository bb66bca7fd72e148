import type { Person, Reporting } from './reporting.ts'

/** An address of a route, and as whom it is read; null: the public. */
export interface Addressed {
  readonly path: string
  readonly as: Person | null
  /** Asked once before it is counted: the index of words takes in each new document once, whoever asks first. */
  readonly after?: 'once'
}

/** The example's plan beside that of the reports. */
export const COUNTED_PLAN = 'lang-son-example'

/** Routes that ask the store nothing, or for one thing under its own name. */
export const NOT_COUNTED: readonly string[] = [
  '/scripts/:file',
  '/icon.svg',
  '/sw.js',
  '/healthz',
  '/api/auth/*',
  '/api/openapi.json',
  '/link/:token',
  '/jobs/:id',
  '/jobs/:id/file',
  '/api/jobs/:id',
  '/reports/:round/:organisation/evidence/:hash',
  '/api/desk/reports/:round/:organisation/evidence/:hash',
]

/** Every other route that answers a GET, with an address that has something to show. */
export async function addressesOf(site: Reporting): Promise<ReadonlyMap<string, Addressed>> {
  const list = await (await site.as('lan', '/documents')).text()
  const found = (pattern: RegExp) => pattern.exec(list)?.[0] ?? ''
  const findings = await (await site.as('tra', '/findings')).text()
  const members = await (await site.as('an', '/members')).text()
  const user = /\/members\/(?!invitations|second-factor)[\w-]{8,}/.exec(members)?.[0] ?? '/members/none'
  const at = (path: string, as: Person | null = null): Addressed => ({ path, as })
  const plan = `/plans/${COUNTED_PLAN}`
  const report = 'reports/thang:2026-03/so-lao-dong'
  return new Map<string, Addressed>([
    ['/', at('/', 'linh')],
    ['/plans/:id', at(`${plan}?on=2024-12-31`, 'linh')],
    ['/plans/:id/targets/:target', at(`${plan}/targets/economy-2?on=2024-12-31`, 'linh')],
    ['/documents', at('/documents', 'lan')],
    ['/documents/:id', at(found(/\/documents\/[0-9a-f]{8,}/), 'lan')],
    ['/drafts/:id', at(found(/\/drafts\/[0-9a-f-]+/), 'lan')],
    ['/drafts/:id/publish', at(`${found(/\/drafts\/[0-9a-f-]+/)}/publish`, 'lan')],
    ['/figures', at(`/figures?plan=${COUNTED_PLAN}`, 'lan')],
    ['/map', at('/map', 'linh')],
    ['/map/boundaries', at('/map/boundaries', 'lan')],
    ['/areas', at('/areas', 'linh')],
    ['/areas/:id', at('/areas/20', 'linh')],
    ['/sign-in', at('/sign-in')],
    ['/sign-in/second', at('/sign-in/second')],
    ['/account', at('/account', 'hoa')],
    ['/members', at('/members', 'an')],
    ['/desk', at('/desk', 'lan')],
    ['/reports/:round/:organisation', at(`/${report}`, 'hoa')],
    ['/approvals', at('/approvals', 'dung')],
    ['/about', at('/about', 'linh')],
    ['/help', at('/help', 'linh')],
    ['/search', { ...at('/search?q=ho%20ngheo', 'linh'), after: 'once' }],
    ['/operations', at('/operations', 'an')],
    ['/members/:user', at(user, 'an')],
    ['/plans/:id/compare', at(`${plan}/compare?on=2024-12-31&on2=2026-02-01`, 'linh')],
    ['/plans/:id/what-if', at(`${plan}/what-if?on=2024-12-31`, 'linh')],
    ['/api/plans/:id/areas', at(`/api${plan}/areas`, 'linh')],
    ['/reports/:round/:organisation/template.xlsx', at(`/${report}/template.xlsx`, 'hoa')],
    ['/audit', at('/audit', 'tra')],
    ['/audit/:number{[0-9]+}', at('/audit/5', 'tra')],
    ['/findings', at('/findings', 'tra')],
    ['/findings/register.csv', at('/findings/register.csv', 'tra')],
    ['/findings/new', at('/findings/new', 'tra')],
    ['/findings/:id', at(/\/findings\/[0-9a-f-]{8,}/.exec(findings)?.[0] ?? '/findings/none', 'tra')],
    ['/plans/:id/allocations', at(`${plan}/allocations`, 'lan')],
    ['/plans/:id/allocations/:measure', at(`${plan}/allocations/economy-1-1`, 'lan')],
    ['/indicators', at('/indicators', 'linh')],
    ['/indicators/new', at('/indicators/new', 'lan')],
    ['/indicators/:code', at('/indicators/cattle', 'lan')],
    ['/rounds', at('/rounds', 'lan')],
    ['/rounds/schedules.csv', at('/rounds/schedules.csv', 'lan')],
    ['/rounds/:round', at('/rounds/thang:2026-03', 'lan')],
    ['/organisations', at('/organisations', 'lan')],
    ['/organisations/:file{(?:organisations|assignments)\\.csv}', at('/organisations/organisations.csv', 'lan')],
    ['/organisations/:id', at('/organisations/so-lao-dong', 'lan')],
    ['/territory', at('/territory', 'linh')],
    ['/territory/:file{(?:areas|events)\\.csv}', at('/territory/areas.csv', 'linh')],
    ['/territory/areas/:id', at('/territory/areas/20', 'linh')],
    ['/territory/days/:date', at('/territory/days/2025-07-01', 'linh')],
    ['/jobs', at('/jobs', 'lan')],
    ['/api/plans', at('/api/plans', 'linh')],
    ['/api/plans/:id', at(`/api${plan}`, 'linh')],
    ['/api/plans/:id/evaluation', at(`/api${plan}/evaluation?on=2024-12-31`, 'linh')],
    ['/api/plans/:id/observations', at(`/api${plan}/observations`, 'linh')],
    ['/api/plans/:id/observations.csv', at(`/api${plan}/observations.csv`, 'linh')],
    ['/api/plans/:id/observations.xlsx', at(`/api${plan}/observations.xlsx`, 'linh')],
    [
      '/api/plans/:id/indicators/:code/arithmetic',
      at(`/api${plan}/indicators/health-insurance/arithmetic?period=2020`, 'linh'),
    ],
    ['/api/desk/organisations', at('/api/desk/organisations', 'lan')],
    ['/api/desk/gaps', at('/api/desk/gaps', 'lan')],
    ['/api/desk/rounds', at('/api/desk/rounds', 'lan')],
    ['/api/desk/standings', at('/api/desk/standings', 'lan')],
    ['/api/desk/notices', at('/api/desk/notices', 'hoa')],
    ['/api/desk/reports/:round/:organisation', at(`/api/desk/${report}`, 'hoa')],
    ['/api/desk/reports/:round/:organisation/evidence', at(`/api/desk/${report}/evidence`, 'hoa')],
    ['/api/plans/:id/compare', at(`/api${plan}/compare?on=2024-12-31&on2=2026-02-01`, 'linh')],
    ['/api/territory/boundaries', at('/api/territory/boundaries?on=2024-12-31', 'linh')],
    ['/api/territory', at('/api/territory?on=2024-12-31', 'linh')],
    [
      '/api/territory/recast/:indicator',
      at('/api/territory/recast/cattle?period=2026-02&from=2026-02-28&to=2026-03-31', 'linh'),
    ],
    ['/api/plans/:id/allocations', at(`/api${plan}/allocations`, 'linh')],
    ['/api/indicators', at('/api/indicators', 'linh')],
    ['/api/indicators/:code', at('/api/indicators/cattle', 'linh')],
    ['/api/drafts', at('/api/drafts', 'lan')],
    ['/api/drafts/:draft', at(`/api${found(/\/drafts\/[0-9a-f-]+/)}`, 'lan')],
    ['/api/rules', at('/api/rules', 'lan')],
    ['/api/audit', at('/api/audit', 'tra')],
    ['/api/audit/:number', at('/api/audit/5', 'tra')],
    ['/api/members', at('/api/members', 'an')],
    ['/api/findings', at('/api/findings', 'tra')],
    ['/api/findings/:id', at(`/api${/\/findings\/[0-9a-f-]{8,}/.exec(findings)?.[0] ?? '/findings/none'}`, 'tra')],
  ])
}
