import { Hono } from 'hono'
import { may } from '../../desk/policy.ts'
import { page, viewFor, type Around } from '../around.ts'
import { FOUND_KINDS } from './entries.ts'
import { find } from './index-of.ts'
import { SearchView } from './view.tsx'

/** Search over plans, targets, indicators, areas, organisations, tasks and the words of documents. */
export function searchPages(around: Around): Hono {
  const app = new Hono()
  app.get('/search', async c => {
    const asked = (c.req.query('q') ?? '').normalize('NFC').trim()
    const kind = FOUND_KINDS.find(each => each === c.req.query('kind')) ?? null
    const groups = await find(around, asked, { closed: may(c.get('who').member, 'plan.define'), kind })
    return page(c, <SearchView view={viewFor(c)} asked={asked} kind={kind} groups={groups} />)
  })
  return app
}
