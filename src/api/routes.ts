import { Hono, type Context } from 'hono'
import { writeExcel } from '../exchange/excel/write.ts'
import { writeFigures } from '../exchange/figures.ts'
import { parseMapping, type Mapping } from '../exchange/layout/mapping.ts'
import { isAbsent } from '../measure/absence.ts'
import { decimalText } from '../measure/decimal.ts'
import { periodCode } from '../measure/period.ts'
import { say } from '../messages/catalogue.ts'
import { planFile } from '../plan/plan-file.ts'
import type { SourceFile } from '../reading/source/open.ts'
import { observations } from '../store/figures.ts'
import { currentPlan, listPlans } from '../store/plans.ts'
import type { Jobs } from '../desk/jobs/jobs.ts'
import { need } from './access.ts'
import { askedOf } from './asked.ts'
import { auditRoutes } from './audit/routes.ts'
import type { Shelf } from './draft/desk.ts'
import { Fault, FAULTS } from './faults.ts'
import { deskRoutes } from './desk/routes.ts'
import { findingRoutes } from './findings/routes.ts'
import { EXCEL } from './endpoints.ts'
import { momentsOf } from './moments.ts'
import { openApi } from './openapi.ts'
import { judgedRoutes } from './judged/routes.ts'
import { rowJson } from './rows.ts'
import { allocationRoutes } from './planning/allocations.ts'
import { draftRoutes } from './planning/drafts.ts'
import { indicatorRoutes } from './planning/indicators.ts'
import { takeFigures } from './take-figures.ts'
import { limited } from './sent.ts'
import { territoryRoutes } from './territory/routes.ts'
import { memberRoutes } from './members/routes.ts'
import { methodRoutes } from './method/routes.ts'
import { fileOf } from './upload.ts'

/** The file of a request: its body, or a form with `file` and, to correct how it is understood, `mapping`. Throws `bad-body`. */
async function sentTable(c: Context): Promise<{ readonly file: SourceFile; readonly mapping: Mapping | undefined }> {
  if (!c.req.header('content-type')?.startsWith('multipart/'))
    return {
      file: { name: c.req.query('name') ?? 'api.csv', bytes: new Uint8Array(await c.req.arrayBuffer()) },
      mapping: undefined,
    }
  const { file, fields } = await fileOf(c)
  if (fields['mapping'] === undefined) return { file, mapping: undefined }
  let read: Mapping | string
  try {
    read = parseMapping(JSON.parse(fields['mapping']))
  } catch (error) {
    read = error instanceof Error ? error.message : String(error)
  }
  if (typeof read === 'string') throw new Fault('bad-body', { detail: `mapping: ${read}` })
  return { file, mapping: read }
}

/** The data interface, mounted under /api. Its answers are held to src/api/contract by a test. */
export function apiRoutes(
  around: Shelf & { readonly now: () => Date; readonly jobs: Jobs; readonly url: string },
): Hono {
  const { store, tenant } = around
  const app = new Hono()
  const asked = (c: Context) =>
    askedOf(store, tenant, around.now(), { on: c.req.query('on'), asOf: c.req.query('asOf'), map: c.req.query('map') })
  const known = async (c: Context) => {
    const when = await asked(c)
    const id = c.req.param('id') ?? ''
    const version = await currentPlan(store, tenant, id, when.asOfLog)
    if (!version) throw new Fault('no-plan', { id })
    return { ...when, plan: version.plan }
  }
  const figures = async (c: Context) => {
    const { plan, ...when } = await known(c)
    const asked = { asOf: when.asOfLog, indicators: plan.indicators.map(i => i.code) }
    return { ...when, plan, found: await observations(store, tenant, asked) }
  }
  app.get('/openapi.json', c => c.json(openApi()))
  app.get('/plans', async c => c.json({ plans: await listPlans(store, tenant) }))
  app.get('/plans/:id', async c => c.json(planFile((await known(c)).plan)))
  app.route('/plans', judgedRoutes(around))
  app.get('/plans/:id/observations', async c => {
    const { plan, found, asOf } = await figures(c)
    const units = new Map(plan.indicators.map(i => [i.code, i.unit]))
    return c.json({
      plan: plan.id,
      asOf,
      observations: found.map(o => ({
        ...o,
        period: periodCode(o.period),
        value: isAbsent(o.value) ? null : decimalText(o.value),
        absent: isAbsent(o.value) ? o.value.absent : null,
        unit: units.get(o.indicator) ?? '',
      })),
    })
  })
  app.get('/plans/:id/observations.csv', async c => {
    const { plan, found } = await figures(c)
    return c.body(writeFigures(found, plan.indicators), 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${plan.id.replace(/[^\w.-]/g, '_')}.csv"`,
    })
  })
  app.get('/plans/:id/observations.xlsx', async c => {
    const { plan, found } = await figures(c)
    const moments = await momentsOf(
      store,
      tenant,
      found.map(figure => figure.log),
    )
    const bytes = await writeExcel(found, plan.indicators, new Date([...moments.values()].sort().at(-1) ?? 0))
    return c.body(new Uint8Array(bytes), 200, {
      'Content-Type': EXCEL,
      'Content-Disposition': `attachment; filename="${plan.id.replace(/[^\w.-]/g, '_')}.xlsx"`,
    })
  })
  app.post('/plans/:id/observations', limited(), async c => {
    const { by } = need(c, 'figure.import')
    const sent = await sentTable(c)
    const { imported, messages, faults, mappings } = await takeFigures(
      { ...around, by },
      c.req.param('id'),
      sent.file,
      {
        locale: c.req.query('locale') === 'vi' ? 'vi' : 'plain',
        mapping: sent.mapping,
        look: c.req.query('look') === 'true',
      },
    )
    const warnings = messages.map(rowJson)
    if (imported) return c.json({ ...imported, mappings, warnings })
    if (faults === 0) return c.json({ log: null, added: 0, unchanged: 0, mappings, warnings })
    const count = { count: String(faults) }
    const error = {
      code: 'rows-refused',
      message: say('web.fault.rows-refused', 'en', count),
      values: count,
      rows: messages.map(rowJson),
    }
    return c.json({ error }, FAULTS['rows-refused'])
  })
  app.route('/desk', deskRoutes(around))
  app.route('/territory', territoryRoutes(around))
  app.route('/audit', auditRoutes(around))
  app.route('/findings', findingRoutes(around))
  app.route('/members', memberRoutes(around))
  app.route('/', methodRoutes(around))
  app.route('/', allocationRoutes(around))
  app.route('/', indicatorRoutes(around))
  app.route('/', draftRoutes(around))
  return app
}
