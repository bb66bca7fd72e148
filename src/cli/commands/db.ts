import { say } from '../../messages/catalogue.ts'
import { parsed } from '../arguments.ts'
import type { Command } from '../command.ts'
import { STORE_OPTIONS, withStore } from '../with-store.ts'

export const db: Command = {
  name: 'db',
  usage: 'cotmoc db migrate [--data FOLDER]',
  about: 'cli.about-db',
  async run(args, around) {
    const call = parsed(args, { ...STORE_OPTIONS })
    if (typeof call === 'string' || call.positionals.join(' ') !== 'migrate') {
      around.err(`${say('cli.usage', around.language, { usage: this.usage })}\n`)
      return 2
    }
    const data = typeof call.values['data'] === 'string' ? call.values['data'] : undefined
    return withStore(data, around, () => {
      around.out(`${say('cli.migrated', around.language)}\n`)
      return Promise.resolve(0)
    })
  },
}
