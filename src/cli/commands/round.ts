import { readDecisions, saveDecisions } from '../../desk/calendar/decisions.ts'
import { reportingRates } from '../../desk/late/rates.ts'
import { standings, type Standing } from '../../desk/late/standing.ts'
import { notify, sendNotices } from '../../desk/notices/notify.ts'
import { extendRound } from '../../desk/rounds/extend.ts'
import { roundsOpenedBy } from '../../desk/rounds/round.ts'
import { readSchedules } from '../../desk/rounds/schedule.ts'
import { saveSchedules, setupOf, type Setup } from '../../desk/setup.ts'
import { isDay, periodCode } from '../../measure/period.ts'
import { dayIn } from '../../measure/vietnam-time.ts'
import { noticeIn } from '../../desk/notices/said.ts'
import { say } from '../../messages/catalogue.ts'
import type { By } from '../../store/log.ts'
import type { Store } from '../../store/open.ts'
import { actingAs, AS } from '../acting.ts'
import { called, type Call } from '../arguments.ts'
import type { Command, ExitCode, Surroundings } from '../command.ts'
import { mailerOf } from '../mail.ts'
import { keepTable } from '../tables.ts'
import { STORE_OPTIONS, TENANT, withStore } from '../with-store.ts'

const VERBS = ['load', 'calendar', 'list', 'status', 'extend', 'notify']
const WITH_ARGUMENT = ['load', 'calendar', 'extend']

export const round: Command = {
  name: 'round',
  usage:
    'cotmoc round load FILE.csv|calendar FILE.csv|list|status|extend ROUND|notify [--on DAY] [--since DAY] [--to DAY] [--reason TEXT] [--mail] [--as EMAIL] [--data FOLDER] [--json]',
  about: 'cli.about-round',
  async run(args, around) {
    const text = { type: 'string' } as const
    const options = {
      on: text,
      since: text,
      to: text,
      reason: text,
      mail: { type: 'boolean' },
      json: { type: 'boolean' },
      ...AS,
      ...STORE_OPTIONS,
    } as const
    const call = called(this, args, around, options, [1, 2])
    if (!call) return 2
    const verb = call.file ?? ''
    if (!VERBS.includes(verb) || WITH_ARGUMENT.includes(verb) !== (call.second !== undefined)) {
      around.err(`${say('cli.usage', around.language, { usage: this.usage })}\n`)
      return 2
    }
    for (const name of ['on', 'since', 'to']) {
      const value = call.text(name)
      if (value === undefined || isDay(value)) continue
      around.err(`${say('cli.not-a-day', around.language, { name: `--${name}`, value })}\n`)
      return 2
    }
    return withStore(call.text('data'), around, store => run(verb, call, store, around))
  },
}

async function run(verb: string, call: Call, store: Store, around: Surroundings): Promise<ExitCode> {
  const file = call.second ?? ''
  if (verb === 'notify') return remind(store, call, around)
  if (verb !== 'list' && verb !== 'status') {
    const by = await actingAs('round.define', call, store, around)
    return by ? define(verb, file, call, store, around, by) : 2
  }
  const setup = await setupOf(store, TENANT)
  return verb === 'list' ? list(setup, call, around) : status(store, setup, call, around)
}

async function define(
  verb: string,
  file: string,
  call: Call,
  store: Store,
  around: Surroundings,
  by: By,
): Promise<ExitCode> {
  if (verb === 'calendar')
    return keepTable(file, around, readDecisions, value => saveDecisions(store, TENANT, value, by))
  if (verb === 'load') {
    const { indicators } = await setupOf(store, TENANT)
    return keepTable(
      file,
      around,
      text => readSchedules(text, [...indicators.keys()]),
      value => saveSchedules(store, TENANT, value, by),
    )
  }
  const done = await extendRound(store, TENANT, file, call.text('to') ?? '', call.text('reason') ?? '', by)
  if ('refused' in done) {
    around.err(`${say(`web.fault.${done.refused}`, around.language, { round: file })}\n`)
    return 2
  }
  around.out(`${say('desk.extended', around.language, { round: done.id, due: done.due })}\n`)
  return 0
}

const dayOf = (call: Call, around: Surroundings) => call.text('on') ?? dayIn(around.now())

function list(setup: Setup, call: Call, around: Surroundings): ExitCode {
  const rounds = roundsOpenedBy(
    setup.schedules,
    dayOf(call, around),
    setup.calendar,
    setup.extensions,
    call.text('since'),
  )
  if (call.is('json'))
    around.out(
      `${JSON.stringify(rounds.map(({ id, schedule, period, opens, due, extended }) => ({ id, name: schedule.name, period: periodCode(period), opens, due, extended })))}\n`,
    )
  else if (rounds.length === 0) around.out(`${say('desk.no-rounds', around.language)}\n`)
  else for (const { id, schedule, opens, due } of rounds) around.out(`${id}  ${schedule.name}  ${opens} → ${due}\n`)
  return 0
}

/** Who is late and since when. Exit 1 where somebody is. */
async function status(store: Store, setup: Setup, call: Call, around: Surroundings): Promise<ExitCode> {
  const on = dayOf(call, around)
  const since = call.text('since')
  const found = await standings(store, TENANT, setup, { on, ...(since === undefined ? {} : { since }) })
  const rates = reportingRates(found, on)
  if (call.is('json')) {
    const json = found.map(({ round: { id, due }, ...rest }) => ({ ...rest, round: id, due }))
    around.out(`${JSON.stringify({ on, standings: json, rates })}\n`)
  } else {
    if (found.length === 0) around.out(`${say('desk.no-rounds', around.language)}\n`)
    const office = (id: string) =>
      id === '' ? say('desk.nobody', around.language) : (setup.organisations.get(id)?.name ?? id)
    for (const each of found) around.out(`${standingLine(each, office(each.organisation), around)}\n`)
    for (const { organisation, asked, onTime, late, missing } of rates)
      around.out(
        `${say('desk.rate', around.language, {
          office: office(organisation),
          asked: String(asked),
          onTime: String(onTime),
          late: String(late),
          missing: String(missing),
        })}\n`,
      )
  }
  return found.some(each => each.lateSince !== null && each.submitted === null) ? 1 : 0
}

const standingLine = (
  { round: { id, due }, state, asked, lateSince, daysLate }: Standing,
  office: string,
  around: Surroundings,
) =>
  say('desk.standing', around.language, {
    round: id,
    due,
    office,
    state: say(`desk.state-${state}`, around.language),
    asked: String(asked),
    late: lateSince === null ? '' : say('desk.days-late', around.language, { days: String(daysLate) }),
  })

async function remind(store: Store, call: Call, around: Surroundings): Promise<ExitCode> {
  const mailer = call.is('mail') ? mailerOf(around) : null
  if (call.is('mail') && !mailer) {
    around.err(`${say('desk.no-mail', around.language)}\n`)
    return 2
  }
  const by = await actingAs('round.define', call, store, around)
  if (!by) return 2
  const fresh = await notify(store, TENANT, by)
  if (call.is('json')) around.out(`${JSON.stringify(fresh)}\n`)
  else {
    around.out(`${say('desk.told', around.language, { count: String(fresh.length) })}\n`)
    for (const notice of fresh) around.out(`${notice.recipient}  ${noticeIn(notice, around.language)}\n`)
  }
  if (!mailer) return 0
  const { sent, failed } = await sendNotices(store, TENANT, by, mailer.send)
  mailer.close()
  for (const { recipient, detail } of failed)
    around.err(`${say('desk.mail-failed', around.language, { recipient, detail })}\n`)
  around.err(`${say('desk.mailed', around.language, { sent: String(sent), failed: String(failed.length) })}\n`)
  return failed.length === 0 ? 0 : 1
}
