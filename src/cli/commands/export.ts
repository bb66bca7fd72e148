import { writeFileSync } from 'node:fs'
import { momentOf } from '../../api/asked.ts'
import { writeExcel } from '../../exchange/excel/write.ts'
import { writeFigures } from '../../exchange/figures.ts'
import { say } from '../../messages/catalogue.ts'
import { observations } from '../../store/figures.ts'
import { momentsOf } from '../../api/moments.ts'
import { logAt } from '../../store/log.ts'
import { called } from '../arguments.ts'
import type { Command } from '../command.ts'
import { loadExample, planOf, STORE_OPTIONS, TENANT, withStore } from '../with-store.ts'

export const exportCommand: Command = {
  name: 'export',
  usage: 'cotmoc export [FILE.csv|.xlsx] [--plan ID] [--as-of MOMENT] [--data FOLDER]',
  about: 'cli.about-export',
  async run(args, around) {
    const text = { type: 'string' } as const
    const call = called(this, args, around, { plan: text, 'as-of': text, ...STORE_OPTIONS }, [0, 1])
    if (!call) return 2
    const asked = call.text('as-of')
    const moment = asked === undefined ? null : momentOf(asked)
    if (asked !== undefined && moment === null) {
      around.err(`${say('cli.not-a-moment', around.language, { value: asked })}\n`)
      return 2
    }
    return withStore(call.text('data'), around, async store => {
      await loadExample(store)
      const asOf = moment === null ? null : await logAt(store, TENANT, moment)
      const plan = await planOf(store, call.text('plan'), asOf, around)
      if (!plan) return 2
      const figures = await observations(store, TENANT, {
        asOf,
        indicators: plan.indicators.map(indicator => indicator.code),
      })
      const { file } = call
      const moments = await momentsOf(
        store,
        TENANT,
        figures.map(figure => figure.log),
      )
      // The moment of the last figure, so that the same figures are the same file.
      const made = new Date([...moments.values()].sort().at(-1) ?? 0)
      const content =
        file !== undefined && /\.xlsx$/i.test(file)
          ? await writeExcel(figures, plan.indicators, made)
          : writeFigures(figures, plan.indicators)
      if (file === undefined) around.out(String(content))
      else
        try {
          writeFileSync(file, content)
        } catch (error) {
          const detail = error instanceof Error ? error.message : String(error)
          around.err(`${say('store.cannot-write', around.language, { file, detail })}\n`)
          return 2
        }
      return 0
    })
  },
}
