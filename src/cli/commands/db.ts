import { say } from '../../messages/catalogue.ts'
import { distribute } from '../../store/distribute.ts'
import { called } from '../arguments.ts'
import type { Command } from '../command.ts'
import { STORE_OPTIONS, withStore } from '../with-store.ts'

export const db: Command = {
  name: 'db',
  usage: 'cotmoc db migrate|distribute [--data FOLDER]',
  about: 'cli.about-db',
  async run(args, around) {
    const call = called(this, args, around, { ...STORE_OPTIONS }, [1, 1])
    if (!call) return 2
    const verb = call.file
    if (verb !== 'migrate' && verb !== 'distribute') {
      around.err(`${say('cli.usage', around.language, { usage: this.usage })}\n`)
      return 2
    }
    return withStore(call.text('data'), around, async store => {
      if (verb === 'migrate') {
        around.out(`${say('cli.migrated', around.language)}\n`)
        return 0
      }
      const done = await distribute(store)
      if ('refused' in done) {
        around.err(`${say(`store.distribute-${done.refused}`, around.language)}\n`)
        return 2
      }
      around.out(`${say('store.distributed', around.language, { count: String(done.done.length) })}\n`)
      return 0
    })
  },
}
