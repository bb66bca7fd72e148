import { writeFileSync } from 'node:fs'
import { momentOf } from '../../api/asked.ts'
import { writeFigures } from '../../exchange/figures.ts'
import { say } from '../../messages/catalogue.ts'
import { observations } from '../../store/figures.ts'
import { logAt } from '../../store/log.ts'
import { parsed } from '../arguments.ts'
import type { Command } from '../command.ts'
import { loadExample, planOf, STORE_OPTIONS, TENANT, withStore } from '../with-store.ts'

export const exportCommand: Command = {
  name: 'export',
  usage: 'cotmoc export [FILE.csv] [--plan ID] [--as-of MOMENT] [--data FOLDER]',
  about: 'cli.about-export',
  async run(args, around) {
    const text = { type: 'string' } as const
    const call = parsed(args, { plan: text, 'as-of': text, ...STORE_OPTIONS })
    if (typeof call === 'string' || call.positionals.length > 1) {
      around.err(`${say('cli.usage', around.language, { usage: this.usage })}\n`)
      return 2
    }
    const given = (name: string) => (typeof call.values[name] === 'string' ? call.values[name] : undefined)
    const asked = given('as-of')
    const moment = asked === undefined ? null : momentOf(asked)
    if (asked !== undefined && moment === null) {
      around.err(`${say('cli.not-a-moment', around.language, { value: asked })}\n`)
      return 2
    }
    return withStore(given('data'), around, async store => {
      await loadExample(store)
      const asOf = moment === null ? null : await logAt(store, TENANT, moment)
      const plan = await planOf(store, given('plan'), asOf, around)
      if (!plan) return 2
      const figures = await observations(store, TENANT, {
        asOf,
        indicators: plan.indicators.map(indicator => indicator.code),
      })
      const csv = writeFigures(figures, plan.indicators)
      const file = call.positionals[0]
      if (file === undefined) around.out(csv)
      else writeFileSync(file, csv)
      return 0
    })
  },
}
