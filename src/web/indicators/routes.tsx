import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { need } from '../../api/access.ts'
import type { Fields } from '../../api/draft/correct.ts'
import { Fault } from '../../api/faults.ts'
import { momentsOf } from '../../api/moments.ts'
import { fieldsOf } from '../../api/upload.ts'
import { indicatorCatalogue } from '../../desk/indicators/catalogue.ts'
import { defineIndicator } from '../../desk/indicators/define.ts'
import { saveRules } from '../../desk/reports/rules.ts'
import { parseRules } from '../../plan/rules/rule.ts'
import type { Indicator } from '../../plan/plan.ts'
import { definitionHistory, definitions } from '../../store/definitions.ts'
import { page, viewFor, type Around } from '../around.ts'
import { to } from '../frame/address.ts'
import type { Refused } from '../frame/field.tsx'
import { indicatorOfFields, inField } from './fields.ts'
import { IndicatorPage } from './indicator.tsx'
import { IndicatorsPage } from './list.tsx'
import { ruleOfFields, rulesAbout } from './rule-fields.ts'

const LARGEST_FORM = 64 * 1024

/** The indicators: what is measured, how, by whom; every version is kept. Everybody reads them, planners define them. */
export function indicatorPages(around: Around): Hono {
  const { store, tenant } = around
  const app = new Hono()
  const limit = bodyLimit({
    maxSize: LARGEST_FORM,
    onError: () => {
      throw new Fault('bad-form')
    },
  })
  app.use('/indicators', limit)
  app.use('/indicators/*', limit)
  app.get('/indicators', async c => {
    const catalogue = await indicatorCatalogue(store, tenant)
    return page(
      c,
      <IndicatorsPage view={viewFor(c)} catalogue={[...catalogue.values()]} find={c.req.query('find') ?? ''} />,
    )
  })
  const show = async (c: Context, code: string | null, refused: Refused | null = null) => {
    const catalogue = await indicatorCatalogue(store, tenant)
    const found = code === null ? null : catalogue.get(code)
    if (found === undefined) throw new Fault('not-found')
    const history = code === null ? [] : await definitionHistory(store, tenant, 'indicator', code)
    const moments = await momentsOf(
      store,
      tenant,
      history.map(each => each.log),
    )
    const organisations = await definitions(store, tenant, 'organisation')
    const rules = (await definitions(store, tenant, 'rule')).map(each => each.body)
    const content = (
      <IndicatorPage
        view={viewFor(c)}
        found={found}
        codes={[...catalogue.values()].map(each => each.indicator)}
        history={history.flatMap(({ body, log }) =>
          body === null ? [] : [{ indicator: body as Indicator, log, moment: moments.get(log) ?? '' }],
        )}
        organisations={organisations.map(({ id, body }) => ({ id, name: (body as { name: string }).name }))}
        rules={code === null ? [] : rulesAbout(code, rules)}
        refused={refused}
      />
    )
    return page(c, content, refused ? 422 : 200)
  }
  const save = async (c: Context, fields: Fields, code: string | null) => {
    const { by } = need(c, 'indicator.define')
    const catalogue = await indicatorCatalogue(store, tenant)
    const known = catalogue.get(code ?? (fields['code'] ?? '').trim())
    if (code === null && known) {
      const messages = [
        { rule: 'plan.twice', severity: 'error', column: 'code', actual: fields['code'] ?? '' } as const,
      ]
      return show(c, null, { at: 'indicator', fields, messages })
    }
    const sent = indicatorOfFields(code === null ? fields : { ...fields, code }, known?.indicator)
    const { value, messages } = await defineIndicator(store, tenant, sent, by)
    if (!value) return show(c, code, { at: 'indicator', fields, messages: messages.map(inField) })
    return c.redirect(to(viewFor(c).address, `/indicators/${encodeURIComponent(value.code)}`), 303)
  }
  app.get('/indicators/new', c => {
    need(c, 'indicator.define')
    return show(c, null)
  })
  app.post('/indicators/new', async c => save(c, await fieldsOf(c), null))
  app.get('/indicators/:code', c => show(c, c.req.param('code')))
  app.post('/indicators/:code', async c => save(c, await fieldsOf(c), c.req.param('code')))
  app.post('/indicators/:code/rules', async c => {
    const { by } = need(c, 'indicator.define')
    const code = c.req.param('code')
    const fields = await fieldsOf(c)
    const standing = (await definitions(store, tenant, 'rule')).map(each => each.body as { readonly id: string })
    const rules =
      fields['act'] === 'drop'
        ? standing.filter(rule => rule.id !== fields['id'])
        : [...standing, ruleOfFields(code, fields, new Set(standing.map(rule => rule.id)), viewFor(c).language)]
    const { value, messages } = parseRules(rules)
    if (!value) {
      const said = messages.map(each => ({
        ...each,
        column: (each.column ?? '').replace(/^\[\d+\]\.?/, '').split(/[.[]/)[0] ?? '',
      }))
      return show(c, code, { at: 'rule', fields, messages: said })
    }
    await saveRules(store, tenant, rules, by)
    return c.redirect(to(viewFor(c).address, `/indicators/${encodeURIComponent(code)}#rules`), 303)
  })
  return app
}
