import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { identify } from '../api/access.ts'
import { apiRoutes } from '../api/routes.ts'
import { deliver } from '../api/deliver.ts'
import { Fault, FAULTS } from '../api/faults.ts'
import { Jobs } from '../desk/jobs/jobs.ts'
import { guard } from '../api/guard.ts'
import { kept } from '../api/kept.ts'
import { to } from './frame/address.ts'
import { page, viewFor, type Around } from './around.ts'
import { assets } from './assets/routes.ts'
import { FaultPage } from './fault/view.tsx'
import { accountPages } from './account/routes.tsx'
import { singleSignOn } from './account/single-sign-on.ts'
import { helpPages } from './help/routes.tsx'
import { approvalPages } from './approvals/routes.tsx'
import { deskPages } from './desk/routes.tsx'
import { comparePages } from './compare/routes.tsx'
import { documentPages } from './document/routes.tsx'
import { draftPages } from './draft/routes.tsx'
import { areaPages } from './area/routes.tsx'
import { figurePages } from './figures/routes.tsx'
import { auditPages } from './audit/routes.tsx'
import { findingPages } from './findings/routes.tsx'
import { searchPages } from './search/routes.tsx'
import { memberPages } from './members/routes.tsx'
import { operationPages } from './operations/routes.tsx'
import { jobPages } from './jobs/routes.tsx'
import { mapPages } from './map/routes.tsx'
import { reportPages } from './report/routes.tsx'
import { offlineFiles } from './offline.ts'
import { indicatorPages } from './indicators/routes.tsx'
import { organisationPages } from './organisations/routes.tsx'
import { roundPages } from './rounds/routes.tsx'
import { allocationPages } from './allocations/routes.tsx'
import { territoryPages } from './territory/routes.tsx'
import { planPages } from './plan-pages.tsx'
import { whatIfPages } from './what-if/routes.tsx'

export interface AppOptions extends Omit<Around, 'jobs'> {
  /** Where files are kept that are made for somebody: backups, exports. */
  readonly folder: string
  /** Host names that it answers to; by default only the loopback's own. */
  readonly hosts?: ReadonlySet<string>
}

/** Pages and data that anybody may read and that follow from the log, the day, the address and the language alone. */
const PUBLIC = /^\/(?:$|(?:about|help|figures|map)$|areas(?:\/|$)|(?:api\/)?plans(?:\/|$))/

/** The whole application: pages, data interface, health. The store is open and migrated, the tenant is there. */
export function makeApp(options: AppOptions): Hono {
  const { store, tenant, folder } = options
  const onFault = (error: unknown) => options.onFault?.('job', error)
  const around: Around = { ...options, jobs: new Jobs({ store, tenant, folder, onFault }) }
  const app = new Hono()
  app.use(guard(options.hosts, options.url.startsWith('https:')))
  app.use(kept({ ...options, isPublic: path => PUBLIC.test(path) }))
  app.use(deliver())
  app.use(identify(options.store, options.tenant, options.auth, options.behindProxy ?? false))
  app.route('/', singleSignOn(around))
  app.get('/healthz', c => c.json({ ready: true }))
  app.route('/', assets())
  app.route('/', offlineFiles())
  app.route('/api', apiRoutes(around))
  app.route('/', comparePages(around))
  app.route('/', whatIfPages(around))
  app.route('/', planPages(around))
  app.route('/', documentPages(around))
  app.route('/', draftPages(around))
  app.route('/', figurePages(around))
  app.route('/', mapPages(around))
  app.route('/', areaPages(around))
  app.route('/', accountPages(around))
  app.route('/', deskPages(around))
  app.route('/', reportPages(around))
  app.route('/', approvalPages(around))
  app.route('/', indicatorPages(around))
  app.route('/', roundPages(around))
  app.route('/', organisationPages(around))
  app.route('/', allocationPages(around))
  app.route('/', territoryPages(around))
  app.route('/', helpPages())
  app.route('/', searchPages(around))
  app.route('/', memberPages(around))
  app.route('/', operationPages(around))
  app.route('/', auditPages(around))
  app.route('/', findingPages(around))
  app.route('/', jobPages(around))
  app.notFound(c => answer(c, new Fault('not-found')))
  app.onError((error, c) => {
    if (error instanceof Fault) return answer(c, error)
    const reference = randomUUID().slice(0, 8)
    options.onFault?.(reference, error)
    return answer(c, new Fault('internal', { reference }))
  })
  return app
}

/** A fault as the data interface or as a page says it. */
function answer(c: Parameters<typeof viewFor>[0], fault: Fault): Response {
  const view = viewFor(c)
  const status = FAULTS[fault.code]
  const said = view.t(`web.fault.${fault.code}`, fault.values)
  if (new URL(c.req.url).pathname.startsWith('/api/'))
    return c.json({ error: { code: fault.code, message: said, values: fault.values } }, status)
  if (fault.code === 'sign-in' && c.req.method === 'GET')
    return c.redirect(to(view.address, '/sign-in', { next: new URL(c.req.url).pathname }), 303)
  return page(c, <FaultPage view={view} code={fault.code} said={said} />, status)
}
