import { Hono } from 'hono'
import { may } from '../../desk/policy.ts'
import { dayIn } from '../../measure/vietnam-time.ts'
import { page, viewFor, type Around } from '../around.ts'
import { officesOfFindings } from '../../desk/findings/access.ts'
import { FOUND_KINDS } from './entries.ts'
import { find } from './index-of.ts'
import { SearchView } from './view.tsx'

/** Search over plans, targets, indicators, areas, organisations, findings, tasks and the words of documents. */
export function searchPages(around: Around): Hono {
  const app = new Hono()
  app.get('/search', async c => {
    const asked = (c.req.query('q') ?? '').normalize('NFC').trim()
    const kind = FOUND_KINDS.find(each => each === c.req.query('kind')) ?? null
    const [{ member }, view] = [c.get('who'), viewFor(c)]
    const access = view.may('finding.read') ? await officesOfFindings(around, dayIn(around.now())) : null
    const groups = await find(around, asked, {
      closed: may(member, 'plan.define'),
      findingsOf: access && (organisation => access.allowed(member, 'finding.read', { organisation })),
      kind,
    })
    return page(c, <SearchView view={view} asked={asked} kind={kind} groups={groups} />)
  })
  return app
}
