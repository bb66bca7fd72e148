import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { say } from '../../messages/catalogue.ts'
import { backup } from '../../store/backup.ts'
import { actingAs, AS } from '../acting.ts'
import { called } from '../arguments.ts'
import type { Command } from '../command.ts'
import { STORE_OPTIONS, withStore } from '../with-store.ts'

export const backupCommand: Command = {
  name: 'backup',
  usage: 'cotmoc backup FILE [--as EMAIL] [--data FOLDER] [--json]',
  about: 'cli.about-backup',
  async run(args, around) {
    const call = called(this, args, around, { json: { type: 'boolean' }, ...AS, ...STORE_OPTIONS }, [1, 1])
    if (call?.file === undefined) return 2
    const file = resolve(call.file)
    if (existsSync(file)) {
      around.err(`${say('store.backup-exists', around.language, { file })}\n`)
      return 2
    }
    return withStore(call.text('data'), around, async store => {
      if (!(await actingAs('store.keep', call, store, around))) return 2
      try {
        const done = await backup(store, file)
        if (call.is('json')) around.out(`${JSON.stringify({ file, ...done })}\n`)
        else
          around.out(
            `${say('store.backed-up', around.language, { rows: String(done.rows), file, hash: done.sha256 })}\n`,
          )
        return 0
      } catch (error) {
        if (!(error instanceof Error && 'code' in error)) throw error
        around.err(`${say('store.cannot-write', around.language, { file, detail: String(error.code) })}\n`)
        return 2
      }
    })
  },
}
