import { Hono } from 'hono'
import { askedOf } from '../../api/asked.ts'
import { page, viewNamingOffices, type Around } from '../around.ts'
import { chosenBy } from '../chosen.ts'
import { knownOf } from '../known.ts'
import { compareQuestions } from '../../evaluation/compare/compare.ts'
import { ComparePage } from './view.tsx'

/** Two days or two moments of knowledge of one plan: `on` and `asOf` against `on2` and `asOf2`. */
export function comparePages(around: Around): Hono {
  const { store, tenant, now } = around
  const app = new Hono()
  app.get('/plans/:id/compare', async c => {
    const id = c.req.param('id')
    const chosen = await chosenBy(around, c)
    // Without a second day today is meant: what has changed since.
    const other = await askedOf(store, tenant, now(), {
      on: c.req.query('on2'),
      asOf: c.req.query('asOf2'),
      map: c.req.query('map'),
    })
    const [before, after] = [await knownOf(around, id, chosen), await knownOf(around, id, { asked: other })]
    return page(
      c,
      <ComparePage
        view={await viewNamingOffices(around, c)}
        compared={{ ...compareQuestions(before, after), sides: [chosen.asked, other] }}
      />,
    )
  })
  return app
}
