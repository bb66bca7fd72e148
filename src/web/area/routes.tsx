import { Hono } from 'hono'
import { Fault } from '../../api/faults.ts'
import { questionsOf } from '../../api/judged/question.ts'
import { currentPlan, listPlans } from '../../store/plans.ts'
import { page, viewFor, viewNamingOffices, type Around } from '../around.ts'
import { groundOf } from '../map/ground.ts'
import { AreasPage } from './list.tsx'
import { figuresOf, findAreas, targetsOf } from './load.ts'
import { AreaPage } from './view.tsx'

/** The tree of areas, and the page of each. */
export function areaPages(around: Around): Hono {
  const { store, tenant } = around
  const app = new Hono()
  app.get('/areas', async c => {
    const ground = await groundOf(around, c)
    const text = c.req.query('q')?.trim() ?? ''
    const found = findAreas(ground.chosen.territory, text)
    return page(c, <AreasPage view={viewFor(c)} ground={ground} text={text} found={found} />)
  })
  app.get('/areas/:id', async c => {
    const ground = await groundOf(around, c)
    const id = c.req.param('id')
    const area = ground.chosen.territory.areas.get(id)
    if (!area) throw new Fault('no-area', { id })
    const { asOfLog } = ground.chosen.asked
    const asked = c.req.query('plan') ?? (await listPlans(store, tenant))[0]?.id
    const plan = asked === undefined ? null : ((await currentPlan(store, tenant, asked, asOfLog))?.plan ?? null)
    const questions = plan && (await questionsOf(store, tenant, plan, ground.chosen.asked, ground.chosen))
    const question = questions?.([id])
    const content = (
      <AreaPage
        view={await viewNamingOffices(around, c)}
        ground={ground}
        area={area}
        plan={plan}
        targets={question && id !== question.plan.area ? targetsOf(question, id) : []}
        figures={question ? figuresOf(question.plan, question.observations) : []}
      />
    )
    return page(c, content)
  })
  return app
}
