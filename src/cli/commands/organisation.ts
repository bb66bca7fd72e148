import { readAssignments, responsibilityGaps } from '../../desk/organisations/assignment.ts'
import { knownNames } from '../../desk/organisations/known.ts'
import { readOrganisations } from '../../desk/organisations/organisation.ts'
import { askedBy } from '../../desk/rounds/asked.ts'
import { roundsOpenedBy } from '../../desk/rounds/round.ts'
import { saveAssignments, saveOrganisations, setupOf } from '../../desk/setup.ts'
import { isDay } from '../../measure/period.ts'
import { dayIn } from '../../measure/vietnam-time.ts'
import { say } from '../../messages/catalogue.ts'
import { actingAs, AS } from '../acting.ts'
import { called } from '../arguments.ts'
import type { Command } from '../command.ts'
import { keepTable } from '../tables.ts'
import { STORE_OPTIONS, TENANT, withStore } from '../with-store.ts'

export const organisation: Command = {
  name: 'organisation',
  usage: 'cotmoc organisation load FILE.csv|list|assign FILE.csv|gaps [--on DAY] [--as EMAIL] [--data FOLDER] [--json]',
  about: 'cli.about-organisation',
  async run(args, around) {
    const options = { on: { type: 'string' }, json: { type: 'boolean' }, ...AS, ...STORE_OPTIONS } as const
    const call = called(this, args, around, options, [1, 2])
    if (!call) return 2
    const [verb, file] = [call.file, call.second]
    const on = call.text('on') ?? dayIn(around.now())
    if (!isDay(on)) {
      around.err(`${say('cli.not-a-day', around.language, { name: '--on', value: on })}\n`)
      return 2
    }
    const wanted = verb === 'load' || verb === 'assign' ? file !== undefined : verb === 'list' || verb === 'gaps'
    if (!wanted) {
      around.err(`${say('cli.usage', around.language, { usage: this.usage })}\n`)
      return 2
    }
    return withStore(call.text('data'), around, async store => {
      const setup = await setupOf(store, TENANT)
      const known = knownNames(setup, on)
      if (verb === 'load' || verb === 'assign') {
        const by = await actingAs('organisation.define', call, store, around)
        if (!by) return 2
        return verb === 'load'
          ? keepTable(
              file ?? '',
              around,
              text => readOrganisations(text, known.area),
              value => saveOrganisations(store, TENANT, value, by),
            )
          : keepTable(
              file ?? '',
              around,
              text => readAssignments(text, known),
              value => saveAssignments(store, TENANT, value, by),
            )
      }
      if (verb === 'list') {
        const listed = [...setup.organisations.values()]
        if (call.is('json')) around.out(`${JSON.stringify(listed)}\n`)
        else for (const { id, name, head } of listed) around.out(`${id}  ${name}  ${head ?? '—'}\n`)
        return 0
      }
      const gaps = roundsOpenedBy(setup.schedules, on, setup.calendar, setup.extensions, on).flatMap(round =>
        responsibilityGaps(askedBy(round, setup.territory, setup.planAreas), setup.assignments).map(gap => ({
          round: round.id,
          ...gap,
        })),
      )
      if (call.is('json')) around.out(`${JSON.stringify(gaps)}\n`)
      else if (gaps.length === 0) around.out(`${say('desk.no-gaps', around.language)}\n`)
      else
        for (const { round, indicator, area, lacks } of gaps)
          around.out(`${round}  ${say(`desk.gap-${lacks}`, around.language, { figure: `${indicator} ${area}` })}\n`)
      return gaps.length === 0 ? 0 : 1
    })
  },
}
