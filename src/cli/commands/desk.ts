import { memberByEmail } from '../../desk/accounts/members.ts'
import { knownNames } from '../../desk/organisations/known.ts'
import { act } from '../../desk/reports/act.ts'
import { linesOfFile } from '../../desk/reports/file.ts'
import { REPORT_VERBS, reportOf, type Report, type ReportLine } from '../../desk/reports/report.ts'
import { roundById } from '../../desk/rounds/round.ts'
import { setupOf } from '../../desk/setup.ts'
import { say } from '../../messages/catalogue.ts'
import type { Store } from '../../store/open.ts'
import { reportHistory } from '../../store/reports.ts'
import { called, type Call } from '../arguments.ts'
import type { Command, ExitCode, Surroundings } from '../command.ts'
import { bytesOf } from '../read-file.ts'
import { messageLines } from '../show-messages.ts'
import { STORE_OPTIONS, TENANT, withStore } from '../with-store.ts'

export const desk: Command = {
  name: 'desk',
  usage:
    'cotmoc desk show|save|submit|recall|approve|return|publish|revise ROUND ORGANISATION [--file FILE.csv] [--as EMAIL] [--version N] [--reason TEXT] [--locale vi|plain] [--data FOLDER] [--json]',
  about: 'cli.about-desk',
  async run(args, around) {
    const text = { type: 'string' } as const
    const options = {
      file: text,
      as: text,
      version: text,
      reason: text,
      locale: text,
      json: { type: 'boolean' },
      ...STORE_OPTIONS,
    } as const
    const call = called(this, args, around, options, [3, 3])
    if (!call) return 2
    const verb = call.file ?? ''
    const [version, locale] = [call.text('version') ?? '', call.text('locale') ?? 'plain']
    const right =
      (verb === 'show' || REPORT_VERBS.some(each => each === verb)) &&
      (verb === 'save') === (call.text('file') !== undefined) &&
      /^\d{0,9}$/.test(version) &&
      (locale === 'vi' || locale === 'plain')
    if (!right) {
      around.err(`${say('cli.usage', around.language, { usage: this.usage })}\n`)
      return 2
    }
    return withStore(call.text('data'), around, store => run(verb, call, store, around))
  },
}

async function run(verb: string, call: Call, store: Store, around: Surroundings): Promise<ExitCode> {
  const [round, organisation] = [call.second ?? '', call.third ?? '']
  const { last } = await reportHistory(store.db, TENANT, round, organisation)
  const does = REPORT_VERBS.find(each => each === verb)
  if (!does) {
    show(last ? reportOf(last) : null, round, organisation, call, around)
    return 0
  }
  const email = (call.text('as') ?? '').toLowerCase()
  const member = await memberByEmail(store, TENANT, email)
  if (!member) {
    around.err(`${say('desk.no-member', around.language, { email })}\n`)
    return 2
  }
  const lines = does === 'save' ? await linesAsked(round, call, store, around) : undefined
  if (typeof lines === 'number') return lines
  const version = call.text('version')
  const reason = call.text('reason')
  const done = await act({ store, tenant: TENANT }, { member, by: { actor: email, origin: 'cli' } }, does, {
    round,
    organisation,
    expected: version === undefined ? (last?.version ?? 0) : Number(version),
    ...(reason === undefined ? {} : { reason }),
    ...(lines === undefined ? {} : { lines }),
  })
  if ('refused' in done) {
    around.err(messageLines(done.messages, around.language))
    around.err(`${say(`web.fault.${done.refused}`, around.language, done.values)}\n`)
    return 1
  }
  show(done.report, round, organisation, call, around)
  return 0
}

/** The lines of the file; an exit code after it was told what is wrong with them. */
async function linesAsked(
  id: string,
  call: Call,
  store: Store,
  around: Surroundings,
): Promise<readonly ReportLine[] | ExitCode> {
  const bytes = await bytesOf(call.text('file') ?? '', around)
  if (!bytes) return 2
  const setup = await setupOf(store, TENANT)
  const round = roundById(id, setup.schedules, setup.calendar, setup.extensions)
  if (!round) {
    around.err(`${say('web.fault.no-round', around.language, { round: id })}\n`)
    return 2
  }
  const known = knownNames(setup, round.due)
  const { value, messages } = linesOfFile(new TextDecoder().decode(bytes), round.period, {
    indicators: [...setup.indicators.values()],
    areas: text => {
      const area = known.area(text)
      return area === null ? { unknown: true, nearest: [] } : { area }
    },
    locale: call.text('locale') === 'vi' ? 'vi' : 'plain',
  })
  if (value) return value
  around.err(messageLines(messages, around.language))
  around.err(`${say('cli.import-refused', around.language, { count: String(messages.length) })}\n`)
  return 1
}

function show(report: Report | null, round: string, organisation: string, call: Call, around: Surroundings): void {
  if (call.is('json')) {
    around.out(`${JSON.stringify(report)}\n`)
    return
  }
  around.out(
    `${say('desk.report', around.language, {
      round,
      office: organisation,
      state: say(`desk.state-${report?.state ?? 'not-begun'}`, around.language),
      version: String(report?.version ?? 0),
      lines: String(report?.lines.length ?? 0),
    })}\n`,
  )
  for (const { indicator, area, value, absent, status, note } of report?.lines ?? [])
    around.out(`${indicator}  ${area}  ${value ?? absent ?? ''}  ${status}  ${note}\n`)
}
