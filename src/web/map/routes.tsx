import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { need } from '../../api/access.ts'
import { Fault } from '../../api/faults.ts'
import { fileOf, LARGEST_FILE, LARGEST_MB } from '../../api/upload.ts'
import { questionsOf } from '../../api/judged/question.ts'
import { readBoundaries } from '../../exchange/boundaries/read.ts'
import { isDay } from '../../measure/period.ts'
import { saveBoundaries } from '../../store/boundaries.ts'
import { currentPlan, listPlans } from '../../store/plans.ts'
import { currentTerritory } from '../../store/territory.ts'
import { mapOn } from '../../territory/map.ts'
import { page, viewFor, viewNamingOffices, type Around } from '../around.ts'
import { BoundariesPage, type Loaded } from './boundaries-view.tsx'
import { groundOf } from './ground.ts'
import { areaPicture } from './load.ts'
import { areaFigures, indicatorsBelow } from './values.ts'
import { MapPage } from './view.tsx'

/** The map of an indicator, and the loading of boundaries. */
export function mapPages(around: Around): Hono {
  const { store, tenant } = around
  const app = new Hono()
  app.get('/map', async c => {
    const ground = await groundOf(around, c)
    const { asOfLog } = ground.chosen.asked
    const plans = await listPlans(store, tenant)
    const asked = c.req.query('plan') ?? plans[0]?.id
    const plan = asked === undefined ? null : ((await currentPlan(store, tenant, asked, asOfLog))?.plan ?? null)
    if (!plan && c.req.query('plan') !== undefined) throw new Fault('no-plan', { id: asked ?? '' })
    const code = c.req.query('indicator')
    const { territory, asked: when } = ground.chosen
    // The cube of the map that is drawn, whatever map the plan is judged on.
    const questions = plan && (await questionsOf(store, tenant, plan, { ...when, map: ground.map.day }, { territory }))
    const figures = questions && areaFigures(questions([...territory.areas.keys()]), true)
    const byArea = plan && figures ? indicatorsBelow(figures, plan.area) : new Set<string>()
    const indicator =
      plan?.indicators.find(each => each.code === code) ??
      plan?.indicators.find(each => byArea.has(each.code)) ??
      plan?.indicators[0]
    const choice = {
      indicator: code,
      period: c.req.query('period'),
      level: c.req.query('level'),
      classing: c.req.query('classes'),
    }
    const shown = plan && indicator && figures ? areaPicture(ground, plan, indicator, figures, choice) : null
    return page(
      c,
      <MapPage
        view={await viewNamingOffices(around, c)}
        ground={ground}
        plans={plans}
        plan={plan}
        byArea={byArea}
        shown={shown}
      />,
    )
  })

  const boundariesPage = async (c: Context, told: Loaded | null = null, status = 200) =>
    page(c, <BoundariesPage view={viewFor(c)} ground={await groundOf(around, c)} told={told} />, status)
  const limit = bodyLimit({
    maxSize: LARGEST_FILE,
    onError: () => {
      throw new Fault('too-large', { size: String(LARGEST_MB) })
    },
  })
  app.get('/map/boundaries', c => {
    need(c, 'territory.define')
    return boundariesPage(c)
  })
  app.post('/map/boundaries', limit, async c => {
    const { by } = need(c, 'territory.define')
    const { file, fields } = await fileOf(c)
    const day = fields['day'] ?? ''
    if (!isDay(day)) throw new Fault('bad-day', { actual: day })
    const territory = await currentTerritory(store, tenant)
    const text = new TextDecoder().decode(file.bytes)
    const { value: read, messages } = readBoundaries(text, mapOn(territory, day))
    if (!read) return boundariesPage(c, { kind: 'refused', messages }, 422)
    const log = await saveBoundaries(store, tenant, day, read.outlines, by)
    return boundariesPage(c, { kind: 'taken', day, read, known: log === null, messages })
  })
  return app
}
