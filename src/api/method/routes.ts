import { Hono } from 'hono'
import { explainFigures } from '../../desk/figures/explain-figures.ts'
import { saveRules } from '../../desk/reports/rules.ts'
import { parseRules } from '../../plan/rules/rule.ts'
import { definitions } from '../../store/definitions.ts'
import { currentPlan } from '../../store/plans.ts'
import { need } from '../access.ts'
import { askedOf } from '../asked.ts'
import { sentRulesContract } from '../contract/method.ts'
import type { Shelf } from '../draft/desk.ts'
import { Fault } from '../faults.ts'
import { bodyOf, limited, taken } from '../sent.ts'

/** How figures are made and what they are held against. Mounted under /api. */
export function methodRoutes({ store, tenant, now }: Shelf & { readonly now: () => Date }): Hono {
  const app = new Hono()
  app.get('/plans/:id/indicators/:code/arithmetic', async c => {
    const { id, code } = c.req.param()
    const { asOfLog } = await askedOf(store, tenant, now(), { on: undefined, asOf: c.req.query('asOf') })
    const version = await currentPlan(store, tenant, id, asOfLog)
    if (!version) throw new Fault('no-plan', { id })
    const area = c.req.query('area') ?? version.plan.area
    const asked = { indicator: code, area, period: c.req.query('period'), asOf: asOfLog }
    const language = c.req.query('lang') === 'en' ? 'en' : 'vi'
    return c.json({
      indicator: code,
      area,
      figures: await explainFigures(store, tenant, version.plan, asked, language),
    })
  })
  app.get('/rules', async c => c.json({ rules: (await definitions(store, tenant, 'rule')).map(each => each.body) }))
  app.post('/rules', limited(), async c => {
    const { by } = need(c, 'indicator.define')
    const { rules } = await bodyOf(c, sentRulesContract)
    const { value, messages } = parseRules(rules)
    return taken(c, { value: value && rules, messages }, sent => saveRules(store, tenant, sent, by))
  })
  return app
}
