import { basename } from 'node:path'
import { readFigures } from '../../exchange/figures.ts'
import { say } from '../../messages/catalogue.ts'
import { knownAreas } from '../../store/known-areas.ts'
import { importFigures } from '../../store/import-figures.ts'
import { called } from '../arguments.ts'
import type { Command } from '../command.ts'
import { bytesOf } from '../read-file.ts'
import { messageLines } from '../show-messages.ts'
import { loadExample, planOf, STORE_OPTIONS, TENANT, withStore } from '../with-store.ts'

export const importCommand: Command = {
  name: 'import',
  usage: 'cotmoc import FILE.csv [--plan ID] [--locale vi|plain] [--data FOLDER] [--json]',
  about: 'cli.about-import',
  async run(args, around) {
    const text = { type: 'string' } as const
    const call = called(
      this,
      args,
      around,
      { plan: text, locale: text, json: { type: 'boolean' }, ...STORE_OPTIONS },
      [1, 1],
    )
    if (call?.file === undefined) return 2
    const { file } = call
    const locale = call.text('locale') ?? 'plain'
    if (locale !== 'vi' && locale !== 'plain') {
      around.err(`${say('cli.usage', around.language, { usage: this.usage })}\n`)
      return 2
    }
    const bytes = await bytesOf(file, around)
    if (!bytes) return 2
    return withStore(call.text('data'), around, async store => {
      await loadExample(store)
      const plan = await planOf(store, call.text('plan'), null, around)
      if (!plan) return 2
      const { value, messages } = readFigures(new TextDecoder().decode(bytes), {
        indicators: plan.indicators,
        areas: await knownAreas(store, TENANT, plan),
        locale,
      })
      if (!value) {
        around.err(messageLines(messages, around.language))
        around.err(`${say('cli.import-refused', around.language, { count: String(messages.length) })}\n`)
        if (call.is('json'))
          around.out(
            `${JSON.stringify({ added: 0, unchanged: 0, log: null, rejected: messages.map(({ line, column, rule, actual, expected }) => ({ line, column, rule, actual, expected })) })}\n`,
          )
        return 1
      }
      const done = await importFigures(store, TENANT, value, { actor: 'cli', origin: 'cli', subject: basename(file) })
      if (call.is('json')) around.out(`${JSON.stringify({ ...done, rejected: [] })}\n`)
      else
        around.out(
          `${say('cli.imported', around.language, { added: String(done.added), unchanged: String(done.unchanged) })}\n`,
        )
      return 0
    })
  },
}
