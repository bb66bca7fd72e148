import { resolve } from 'node:path'
import { say } from '../../messages/catalogue.ts'
import { restore } from '../../store/restore.ts'
import { called } from '../arguments.ts'
import type { Command } from '../command.ts'
import { placeOf, STORE_OPTIONS } from '../with-store.ts'

export const restoreCommand: Command = {
  name: 'restore',
  usage: 'cotmoc restore FILE [--replace] [--data FOLDER] [--json]',
  about: 'cli.about-restore',
  async run(args, around) {
    const flag = { type: 'boolean' } as const
    const call = called(this, args, around, { json: flag, replace: flag, ...STORE_OPTIONS }, [1, 1])
    if (call?.file === undefined) return 2
    const file = resolve(call.file)
    try {
      const done = await restore(placeOf(call.text('data'), around), around.now, file, { replace: call.is('replace') })
      if ('refused' in done) {
        around.err(`${say(`store.restore-${done.refused}`, around.language, { file, detail: done.detail })}\n`)
        return 2
      }
      if (call.is('json')) around.out(`${JSON.stringify(done)}\n`)
      else around.out(`${say('store.restored', around.language, { rows: String(done.rows) })}\n`)
      return 0
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error
      around.err(`${say('cli.no-file', around.language, { path: file })}\n`)
      return 2
    }
  },
}
