import { Hono, type Context } from 'hono'
import { need } from '../../api/access.ts'
import { withCode } from '../../api/draft/codes.ts'
import { Fault } from '../../api/faults.ts'
import { limited } from '../../api/sent.ts'
import { fieldsOf, fileOf } from '../../api/upload.ts'
import { decideDay, decisionsOf } from '../../desk/calendar/change.ts'
import { readDecisions, saveDecisions } from '../../desk/calendar/decisions.ts'
import { reportingRates } from '../../desk/late/rates.ts'
import { standings } from '../../desk/late/standing.ts'
import { responsibilityGaps } from '../../desk/organisations/assignment.ts'
import { may } from '../../desk/policy.ts'
import { askedBy } from '../../desk/rounds/asked.ts'
import { defineSchedule, dropSchedule } from '../../desk/rounds/change.ts'
import { extendRound } from '../../desk/rounds/extend.ts'
import { roundById } from '../../desk/rounds/round.ts'
import { readSchedules, writeSchedules } from '../../desk/rounds/schedule.ts'
import { saveSchedules, setupOf } from '../../desk/setup.ts'
import { tableText } from '../../exchange/table-text.ts'
import { addDays } from '../../measure/period.ts'
import { dayIn } from '../../measure/vietnam-time.ts'
import type { Message } from '../../messages/message.ts'
import { page, viewFor, type Around } from '../around.ts'
import { to } from '../frame/address.ts'
import { withTicks, type Refused } from '../frame/field.tsx'
import { RoundPage } from './round.tsx'
import { RoundsPage } from './view.tsx'

/** How far back rounds are shown: a year and a month. */
const DAYS_SHOWN = 400

/** The rounds: which are open, who is late, how reliably each office reports; schedules and the calendar for planners. */
export function roundPages(around: Around): Hono {
  const { store, tenant, now } = around
  const app = new Hono()
  const today = () => dayIn(now())
  const deskOf = (c: Context) => ({ store, tenant, by: need(c, 'round.define').by })
  const signedIn = (c: Context) => {
    const { user, member } = c.get('who')
    if (!user) throw new Fault('sign-in')
    return member
  }
  const show = async (c: Context, refused: Refused | null = null, told: readonly Message[] = []) => {
    const member = signedIn(c)
    const on = today()
    const setup = await setupOf(store, tenant)
    const found = await standings(store, tenant, setup, { on, since: addDays(on, -DAYS_SHOWN) })
    const seen = found.filter(each => may(member, 'read.pending', { organisation: each.organisation }))
    const content = (
      <RoundsPage
        view={viewFor(c)}
        setup={setup}
        on={on}
        standings={seen}
        rates={reportingRates(seen, on)}
        decisions={await decisionsOf(store, tenant)}
        refused={refused}
        told={told}
      />
    )
    return page(c, content, refused || told.length > 0 ? 422 : 200)
  }
  const back = (c: Context, path = '/rounds') => c.redirect(to(viewFor(c).address, path), 303)

  app.use('/rounds', limited())
  app.use('/rounds/*', limited())
  app.get('/rounds', c => show(c))
  app.get('/rounds/schedules.csv', async c => {
    need(c, 'round.define')
    c.header('Content-Disposition', 'attachment; filename="schedules.csv"')
    const { schedules } = await setupOf(store, tenant)
    return c.body(`\uFEFF${writeSchedules(schedules)}`, 200, { 'Content-Type': 'text/csv; charset=utf-8' })
  })
  app.post('/rounds/schedules', async c => {
    const desk = deskOf(c)
    const setup = await setupOf(store, tenant)
    const fields = withTicks(
      withCode(
        await fieldsOf(c),
        setup.schedules.map(each => each.id),
      ),
      'levels',
    )
    if (fields['act'] === 'drop') {
      await dropSchedule(desk, setup, fields['id'] ?? '')
      return back(c)
    }
    const { value, messages } = await defineSchedule(desk, setup, fields)
    return value ? back(c, '/rounds#schedules') : show(c, { at: `schedule.${fields['of'] ?? ''}`, fields, messages })
  })
  app.post('/rounds/calendar', async c => {
    const desk = deskOf(c)
    const fields = await fieldsOf(c)
    const { value, messages } = await decideDay(desk, fields)
    return value ? back(c, '/rounds#calendar') : show(c, { at: 'calendar', fields, messages })
  })
  app.post('/rounds/table', async c => {
    const { by } = deskOf(c)
    const { file, fields } = await fileOf(c)
    const text = await tableText(file.name, file.bytes)
    if (text.value === null) return show(c, null, text.messages)
    if (fields['of'] === 'calendar') {
      const { value, messages } = readDecisions(text.value)
      if (!value) return show(c, null, messages)
      await saveDecisions(store, tenant, value, by)
      return back(c, '/rounds#calendar')
    }
    const { indicators } = await setupOf(store, tenant)
    const { value, messages } = readSchedules(text.value, [...indicators.keys()])
    if (!value) return show(c, null, messages)
    await saveSchedules(store, tenant, value, by)
    return back(c, '/rounds#schedules')
  })

  const one = async (c: Context, refused: Refused | null = null) => {
    const member = signedIn(c)
    const id = c.req.param('round') ?? ''
    const setup = await setupOf(store, tenant)
    const round = roundById(id, setup.schedules, setup.calendar, setup.extensions)
    if (!round) throw new Fault('no-round', { round: id })
    const on = today()
    const found = await standings(store, tenant, setup, { on, since: round.due })
    const asked = askedBy(round, setup.territory, setup.planAreas)
    const sees = (organisation: string) => may(member, 'read.pending', { organisation })
    const gaps = may(member, 'read.pending') ? responsibilityGaps(asked, setup.assignments) : []
    const content = (
      <RoundPage
        view={viewFor(c)}
        setup={setup}
        round={round}
        on={on}
        standings={found.filter(each => each.round.id === id && sees(each.organisation))}
        gaps={gaps}
        refused={refused}
      />
    )
    return page(c, content, refused ? 422 : 200)
  }
  app.get('/rounds/:round', c => one(c))
  app.post('/rounds/:round/extension', async c => {
    const { by } = deskOf(c)
    const id = c.req.param('round')
    const fields = await fieldsOf(c)
    const done = await extendRound(store, tenant, id, fields['due'] ?? '', fields['reason'] ?? '', by)
    if (!('refused' in done)) return back(c, `/rounds/${encodeURIComponent(id)}`)
    if (done.refused === 'no-round') throw new Fault('no-round', { round: id })
    const column = done.refused === 'no-reason' ? 'reason' : 'due'
    const messages = [{ rule: `desk.extension-${done.refused}`, severity: 'error', column } as const]
    return one(c, { at: 'extension', fields, messages })
  })
  return app
}
