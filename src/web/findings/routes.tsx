import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { need } from '../../api/access.ts'
import { Fault } from '../../api/faults.ts'
import { fieldsOf } from '../../api/upload.ts'
import { actOnFinding, findingFaults, recordFinding, type Recorded } from '../../desk/findings/act.ts'
import { ABOUTS, FINDING_VERBS, type FindingVerb } from '../../desk/findings/finding.ts'
import { officesOfFindings } from '../../desk/findings/access.ts'
import { aboutOf, findingById, findingSteps } from '../../desk/findings/known.ts'
import { besidesState, findingsAsked, inState, readableFindings } from '../../desk/findings/search.ts'
import type { Organisation } from '../../desk/organisations/organisation.ts'
import { setupOf } from '../../desk/setup.ts'
import { dayIn } from '../../measure/vietnam-time.ts'
import { definitions } from '../../store/definitions.ts'
import { currentPlan, listPlans } from '../../store/plans.ts'
import { page, viewFor, type Around } from '../around.ts'
import { to } from '../frame/address.ts'
import type { Refused } from '../frame/field.tsx'
import { FindingsView } from './list.tsx'
import { FindingView, type FindingViewProps } from './one.tsx'
import { NewFindingView } from './record.tsx'
import { registerCsv } from './register.ts'

const LARGEST_FORM = 64 * 1024

/** Findings of inspections: the register, recording one, answering it, closing it. */
export function findingPages(around: Around): Hono {
  const { store, tenant, now } = around
  const app = new Hono()
  const limit = bodyLimit({
    maxSize: LARGEST_FORM,
    onError: () => {
      throw new Fault('bad-form')
    },
  })
  const today = () => dayIn(now())

  const officesAndAccess = () => officesOfFindings(around, today())

  const register = async (c: Context) => {
    const who = c.get('who')
    if (!who.user) throw new Fault('sign-in')
    if (!viewFor(c).may('finding.read')) need(c, 'finding.read')
    return {
      ...(await readableFindings(store, tenant, who.member, today())),
      today: today(),
      asked: findingsAsked(name => c.req.query(name)),
    }
  }
  app.get('/findings', async c => page(c, <FindingsView view={viewFor(c)} {...await register(c)} />))
  app.get('/findings/register.csv', async c => {
    const { findings, offices, asked, ...rest } = await register(c)
    const meant = inState(besidesState(findings, asked), asked.state, rest.today)
    return c.body(
      registerCsv(meant, id => offices.get(id) ?? id, rest.today),
      200,
      {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="findings-${rest.today}.csv"`,
      },
    )
  })

  const form = async (c: Context, given: Readonly<Record<string, string>>, refused: Refused | null = null) => {
    const offices = await definitions(store, tenant, 'organisation')
    const plans = await Promise.all((await listPlans(store, tenant)).map(({ id }) => currentPlan(store, tenant, id)))
    const targets = plans.flatMap(version =>
      version ? version.plan.targets.map(({ id, text }) => ({ id: `${version.plan.id}/${id}`, name: text })) : [],
    )
    const content = (
      <NewFindingView
        view={viewFor(c)}
        offices={offices.map(({ id, body }) => ({ id, name: (body as Organisation).name }))}
        targets={targets.slice(0, MOST_LISTED)}
        given={given}
        refused={refused}
        today={today()}
      />
    )
    return page(c, content, refused ? 422 : 200)
  }
  app.get('/findings/new', c => {
    need(c, 'finding.record')
    return form(c, c.req.query())
  })
  app.post('/findings', limit, async c => {
    const { by } = need(c, 'finding.record')
    const fields = Object.fromEntries(
      Object.entries(await fieldsOf(c)).map(([name, value]) => [name, value.normalize('NFC').trim()]),
    )
    const text = (name: string) => fields[name] ?? ''
    const kind = ABOUTS.find(each => each === text('kind')) ?? 'target'
    const setup = await setupOf(store, tenant)
    const version = kind === 'target' ? await currentPlan(store, tenant, text('id').split('/')[0] ?? '') : null
    const recorded: Recorded = {
      about: aboutOf(kind, text('id'), setup, version?.plan ?? null),
      severity: text('severity'),
      found: text('found'),
      demanded: text('demanded'),
      due: text('due'),
      organisation: text('organisation'),
    }
    const messages = findingFaults(recorded, today(), new Set(setup.organisations.keys()))
    if (messages.length > 0) return form(c, fields, { at: 'finding', fields, messages })
    const id = await recordFinding(store, tenant, recorded, by)
    return c.redirect(to(viewFor(c).address, `/findings/${id}`), 303)
  })

  const one = async (c: Context, wrong: FindingViewProps['wrong'] = null, status = 200) => {
    const { member, user } = c.get('who')
    if (!user) throw new Fault('sign-in')
    const id = c.req.param('id') ?? ''
    const found = await findingById(store, tenant, id)
    const { offices, allowed } = await officesAndAccess()
    if (!found || !allowed(member, 'finding.read', found.finding)) throw new Fault('no-finding', { id })
    const { finding, log } = found
    const verbs = VERBS.filter(
      verb => FINDING_VERBS[verb].from === finding.state && allowed(member, FINDING_VERBS[verb].verb, finding),
    )
    const content = (
      <FindingView
        view={viewFor(c)}
        finding={finding}
        log={log}
        office={offices.get(finding.organisation)?.name ?? finding.organisation}
        steps={await findingSteps(store, tenant, id)}
        today={today()}
        verbs={verbs}
        wrong={wrong}
      />
    )
    return page(c, content, status)
  }
  app.get('/findings/:id', c => one(c))
  app.post('/findings/:id', limit, async c => {
    const { user, member, by } = c.get('who')
    if (!user) throw new Fault('sign-in')
    if (!VERBS.some(verb => viewFor(c).may(FINDING_VERBS[verb].verb))) need(c, 'finding.answer')
    const id = c.req.param('id')
    const fields = await fieldsOf(c)
    const verb = VERBS.find(each => each === fields['verb'])
    if (!verb) throw new Fault('bad-form')
    const found = await findingById(store, tenant, id)
    const { allowed } = await officesAndAccess()
    if (!found || !allowed(member, 'finding.read', found.finding)) throw new Fault('no-finding', { id })
    if (!allowed(member, FINDING_VERBS[verb].verb, found.finding))
      throw new Fault('not-allowed', { verb: FINDING_VERBS[verb].verb })
    const text = (fields['text'] ?? '').normalize('NFC').trim()
    const done = await actOnFinding(store, tenant, id, verb, { expected: Number(fields['expected']), text }, by)
    if (!done) return c.redirect(to(viewFor(c).address, `/findings/${id}`), 303)
    const said = viewFor(c).t(`web.finding.wrong-${done.refused}`)
    return one(c, { said, verb, text }, done.refused === 'no-reason' ? 422 : 409)
  })
  return app
}

const VERBS = Object.keys(FINDING_VERBS) as FindingVerb[]
const MOST_LISTED = 1000
