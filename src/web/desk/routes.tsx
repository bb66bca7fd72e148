import { Hono } from 'hono'
import { Fault } from '../../api/faults.ts'
import { page, viewFor, type Around } from '../around.ts'
import { keepable, personOf } from '../offline.ts'
import { loadDesk } from './load.ts'
import { DeskPage } from './view.tsx'

/** The desk of whoever is signed in. */
export function deskPages(around: Around): Hono {
  const app = new Hono()
  app.get('/desk', async c => {
    const who = c.get('who')
    if (!who.user) throw new Fault('sign-in')
    const person = personOf(who)
    keepable(c, person)
    return page(c, <DeskPage view={viewFor(c)} home={await loadDesk(around, who)} person={person} />)
  })
  return app
}
