import { say } from '../../messages/catalogue.ts'
import { called } from '../arguments.ts'
import type { Command } from '../command.ts'
import { STORE_OPTIONS, withStore } from '../with-store.ts'

export const db: Command = {
  name: 'db',
  usage: 'cotmoc db migrate [--data FOLDER]',
  about: 'cli.about-db',
  async run(args, around) {
    const call = called(this, args, around, { ...STORE_OPTIONS }, [1, 1])
    if (!call) return 2
    if (call.file !== 'migrate') {
      around.err(`${say('cli.usage', around.language, { usage: this.usage })}\n`)
      return 2
    }
    return withStore(call.text('data'), around, () => {
      around.out(`${say('cli.migrated', around.language)}\n`)
      return Promise.resolve(0)
    })
  },
}
