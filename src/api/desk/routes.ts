import { Hono, type Context } from 'hono'
import { readDecisions, saveDecisions } from '../../desk/calendar/decisions.ts'
import { reportingRates } from '../../desk/late/rates.ts'
import { standings } from '../../desk/late/standing.ts'
import { readAssignments, responsibilityGaps } from '../../desk/organisations/assignment.ts'
import { knownNames } from '../../desk/organisations/known.ts'
import { readOrganisations } from '../../desk/organisations/organisation.ts'
import { may, maySomewhere } from '../../desk/policy.ts'
import { act, type Refused } from '../../desk/reports/act.ts'
import { REPORT_VERBS, reportOf, TRANSITIONS, type ReportVerb } from '../../desk/reports/report.ts'
import { askedBy, askedOfEach } from '../../desk/rounds/asked.ts'
import { extendRound } from '../../desk/rounds/extend.ts'
import { roundById, roundsOpenedBy, type Round } from '../../desk/rounds/round.ts'
import { readSchedules } from '../../desk/rounds/schedule.ts'
import { saveAssignments, saveOrganisations, saveSchedules, setupOf } from '../../desk/setup.ts'
import { isDay, periodCode } from '../../measure/period.ts'
import { dayIn } from '../../measure/vietnam-time.ts'
import { say } from '../../messages/catalogue.ts'
import { noticesOf } from '../../store/notices.ts'
import { reportHistory } from '../../store/reports.ts'
import { need } from '../access.ts'
import { evidenceRoutes } from './evidence.ts'
import { actContract, extensionContract } from '../contract/desk.ts'
import type { Shelf } from '../draft/desk.ts'
import { Fault, FAULTS } from '../faults.ts'
import { rowJson } from '../rows.ts'
import { bodyOf, limited, taken } from '../sent.ts'

/** The desk: rounds, reports, who is late. Mounted under /api/desk. */
export function deskRoutes({ store, tenant, now }: Shelf & { readonly now: () => Date }): Hono {
  const app = new Hono()
  const limit = limited()
  const dayAsked = (c: Context, name = 'on'): string => {
    const asked = c.req.query(name)
    if (asked === undefined || asked === '') return dayIn(now())
    if (!isDay(asked)) throw new Fault('bad-day', { actual: asked })
    return asked
  }

  app.get('/organisations', async c => {
    signedIn(c)
    const { organisations } = await setupOf(store, tenant)
    return c.json({
      organisations: [...organisations.values()].map(({ id, name, kind, parent, area }) => ({
        id,
        name,
        kind,
        parent,
        area,
      })),
    })
  })

  app.post('/organisations', limit, async c => {
    const { by } = need(c, 'organisation.define')
    const setup = await setupOf(store, tenant)
    const read = readOrganisations(await c.req.text(), knownNames(setup, dayIn(now())).area)
    return taken(c, read, value => saveOrganisations(store, tenant, value, by))
  })
  app.post('/assignments', limit, async c => {
    const { by } = need(c, 'organisation.define')
    const read = readAssignments(await c.req.text(), knownNames(await setupOf(store, tenant), dayIn(now())))
    return taken(c, read, value => saveAssignments(store, tenant, value, by))
  })
  app.post('/schedules', limit, async c => {
    const { by } = need(c, 'round.define')
    const { indicators } = await setupOf(store, tenant)
    return taken(c, readSchedules(await c.req.text(), [...indicators.keys()]), value =>
      saveSchedules(store, tenant, value, by),
    )
  })
  app.post('/calendar', limit, async c => {
    const { by } = need(c, 'round.define')
    return taken(c, readDecisions(await c.req.text()), value => saveDecisions(store, tenant, value, by))
  })

  app.get('/gaps', async c => {
    need(c, 'read.pending')
    const on = dayAsked(c)
    const setup = await setupOf(store, tenant)
    const gaps = roundsOpenedBy(setup.schedules, on, setup.calendar, setup.extensions, on).flatMap(round =>
      responsibilityGaps(askedBy(round, setup.territory, setup.planAreas), setup.assignments).map(gap => ({
        round: round.id,
        ...gap,
      })),
    )
    return c.json({ on, gaps })
  })

  app.get('/rounds', async c => {
    signedIn(c)
    const on = dayAsked(c)
    const setup = await setupOf(store, tenant)
    return c.json({
      on,
      rounds: roundsOpenedBy(setup.schedules, on, setup.calendar, setup.extensions).map(roundJson),
    })
  })
  app.post('/rounds/:round/extension', async c => {
    const { by } = need(c, 'round.define')
    const id = c.req.param('round')
    const { due, reason } = await bodyOf(c, extensionContract)
    const done = await extendRound(store, tenant, id, due, reason, by)
    if ('refused' in done) throw new Fault(done.refused, { round: id })
    return c.json(roundJson(done))
  })

  app.get('/standings', async c => {
    const { member } = signedIn(c)
    const on = dayAsked(c)
    const organisation = c.req.query('organisation')
    const since = c.req.query('since') === undefined ? '' : dayAsked(c, 'since')
    const found = await standings(store, tenant, await setupOf(store, tenant), {
      on,
      since,
      ...(organisation === undefined ? {} : { organisation }),
    })
    // Whoever reports for one office sees that office.
    const seen = found.filter(each => may(member, 'read.pending', { organisation: each.organisation }))
    if (seen.length === 0 && found.length > 0) need(c, 'read.pending')
    return c.json({
      on,
      standings: seen.map(({ round, ...rest }) => ({ ...rest, round: round.id, due: round.due })),
      rates: reportingRates(seen, on),
    })
  })

  app.get('/notices', async c => {
    const { user } = signedIn(c)
    const notices = await noticesOf(store, tenant, { recipient: user.email })
    return c.json({
      notices: notices.map(({ id, kind, round, organisation, day, detail }) => ({
        id,
        kind,
        round,
        organisation,
        day,
        text: say(`desk.notice-${kind}`, c.req.query('lang') === 'en' ? 'en' : 'vi', detail),
      })),
    })
  })

  const report = async (c: Context, round: string, organisation: string) => {
    const setup = await setupOf(store, tenant)
    const known = roundById(round, setup.schedules, setup.calendar, setup.extensions)
    if (!known) throw new Fault('no-round', { round })
    if (!setup.organisations.has(organisation)) throw new Fault('no-organisation', { organisation })
    const { steps, last } = await reportHistory(store.db, tenant, round, organisation)
    const asked = askedOfEach(askedBy(known, setup.territory, setup.planAreas), setup.assignments).get(organisation)
    return c.json({
      round,
      organisation,
      version: last?.version ?? 0,
      state: last?.state ?? 'not-begun',
      lines: last ? reportOf(last).lines : [],
      asked: asked ?? [],
      steps: steps.map(({ version, log, verb, state, actor, moment, reason }) => ({
        version,
        log,
        verb,
        state,
        actor,
        moment,
        reason,
      })),
    })
  }
  app.get('/reports/:round/:organisation', async c => {
    const { round, organisation } = c.req.param()
    signedIn(c)
    need(c, 'read.pending', { organisation })
    return report(c, round, organisation)
  })
  const does = (verb: ReportVerb) => async (c: Context<object, '/reports/:round/:organisation'>) => {
    const who = signedIn(c)
    const right = TRANSITIONS[verb].verb
    if (!maySomewhere(who.member, right)) throw new Fault('not-allowed', { verb: right })
    const { round, organisation } = c.req.param()
    const { expected, reason, lines } = await bodyOf(c, actContract)
    const done = await act({ store, tenant }, who, verb, {
      round,
      organisation,
      expected,
      ...(reason === undefined ? {} : { reason }),
      ...(lines === undefined ? {} : { lines }),
    })
    return 'refused' in done ? refusal(c, done) : report(c, round, organisation)
  }
  app.route('/', evidenceRoutes({ store, tenant }))
  for (const verb of REPORT_VERBS) app.post(`/reports/:round/:organisation/${verb}`, limit, does(verb) as never)
  return app
}

/** Whoever has an account. Throws `sign-in` for the public, and where a page says that it was made for somebody else. */
function signedIn(c: Context) {
  const who = c.get('who')
  const made = c.req.header('cotmoc-person')
  if (!who.user || (made !== undefined && made !== who.user.id)) throw new Fault('sign-in')
  return { ...who, user: who.user }
}

const roundJson = ({ id, schedule, period, opens, due, extended }: Round) => ({
  id,
  name: schedule.name,
  period: periodCode(period),
  opens,
  due,
  extended,
})

function refusal(c: Context, { refused, values, messages }: Refused): Response {
  if (messages.length === 0) throw new Fault(refused, values)
  const message = say(`web.fault.${refused}`, 'en', values)
  return c.json({ error: { code: refused, message, values, rows: messages.map(rowJson) } }, FAULTS[refused])
}
