import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { fileOf, LARGEST_FILE, LARGEST_MB } from '../../api/upload.ts'
import { need } from '../../api/access.ts'
import { Fault } from '../../api/faults.ts'
import type { Taken } from '../../desk/figures/take-table.ts'
import { takingFigures } from '../../desk/jobs/taking-figures.ts'
import { observations } from '../../store/figures.ts'
import { currentPlan, listPlans } from '../../store/plans.ts'
import { page, viewFor, type Around } from '../around.ts'
import { to } from '../frame/address.ts'
import { FiguresView, type Told } from './view.tsx'

/** More refused rows than this are counted, not shown: a page is for reading. */
const MOST_SHOWN = 500
/** A file that is taken sooner shows its result at once. */
const SOON_MS = 1000

/** The figures of a plan: its indicators, files in and out. */
export function figurePages(around: Around): Hono {
  const { store, tenant } = around
  const app = new Hono()
  const show = async (c: Context, asked: string | undefined, told: Told | null = null) => {
    const plans = await listPlans(store, tenant)
    const id = asked ?? plans[0]?.id
    if (id === undefined) return page(c, <FiguresView view={viewFor(c)} plans={plans} shown={null} told={told} />)
    const plan = (await currentPlan(store, tenant, id))?.plan
    if (!plan) throw new Fault('no-plan', { id })
    const known = await observations(store, tenant, { indicators: plan.indicators.map(i => i.code) })
    const content = <FiguresView view={viewFor(c)} plans={plans} shown={{ plan, observations: known }} told={told} />
    return page(c, content, told?.kind === 'refused' ? 422 : 200)
  }
  const limit = bodyLimit({
    maxSize: LARGEST_FILE,
    onError: () => {
      throw new Fault('too-large', { size: String(LARGEST_MB) })
    },
  })
  app.get('/figures', c => show(c, c.req.query('plan')))
  app.post('/figures', limit, async c => {
    const { by } = need(c, 'figure.import')
    const { file, fields } = await fileOf(c)
    const plan = fields['plan'] ?? ''
    const version = await currentPlan(store, tenant, plan)
    if (!version) throw new Fault('no-plan', { id: plan })
    const locale = fields['locale'] === 'plain' ? 'plain' : 'vi'
    const ended: { taken?: Taken } = {}
    const run = takingFigures(version.plan, file, { locale }, taken => (ended.taken = taken))
    const job = await around.jobs.start({ kind: 'figures', subject: file.name, by, run })
    if (!job) throw new Fault('jobs-full')
    await around.jobs.settled(job.id, SOON_MS)
    const { taken } = ended
    // What takes longer goes on as a job, which has a page of its own.
    if (!taken) return c.redirect(to(viewFor(c).address, `/jobs/${job.id}`), 303)
    return show(
      c,
      plan,
      taken.imported
        ? { kind: 'taken', ...taken.imported, mappings: taken.mappings, messages: taken.messages }
        : { kind: 'refused', count: taken.faults, messages: taken.messages.slice(0, MOST_SHOWN) },
    )
  })
  return app
}
