import { rulesOf, saveRules } from '../../desk/reports/rules.ts'
import { say } from '../../messages/catalogue.ts'
import type { Message } from '../../messages/message.ts'
import { parseRules } from '../../plan/rules/rule.ts'
import { actingAs, AS } from '../acting.ts'
import { called } from '../arguments.ts'
import type { Command } from '../command.ts'
import { keepTable } from '../tables.ts'
import { STORE_OPTIONS, TENANT, withStore } from '../with-store.ts'

export const rule: Command = {
  name: 'rule',
  usage: 'cotmoc rule load FILE.json|list [--as EMAIL] [--data FOLDER] [--json]',
  about: 'cli.about-rule',
  async run(args, around) {
    const call = called(this, args, around, { json: { type: 'boolean' }, ...AS, ...STORE_OPTIONS }, [1, 2])
    if (!call) return 2
    if (call.file === 'list' ? call.second !== undefined : call.file !== 'load' || call.second === undefined) {
      around.err(`${say('cli.usage', around.language, { usage: this.usage })}\n`)
      return 2
    }
    return withStore(call.text('data'), around, async store => {
      if (call.file === 'load') {
        const by = await actingAs('indicator.define', call, store, around)
        if (!by) return 2
        return keepTable(call.second ?? '', around, rulesFile, value => saveRules(store, TENANT, value, by))
      }
      const rules = await rulesOf(store, TENANT)
      if (call.is('json'))
        around.out(`${JSON.stringify(rules.map(({ id, name, kind, severity }) => ({ id, name, kind, severity })))}\n`)
      else for (const { id, kind, severity, name } of rules) around.out(`${id}  ${kind}  ${severity}  ${name}\n`)
      return 0
    })
  },
}

/** The rules of a file as they are kept, once they were read and found right. */
function rulesFile(text: string) {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    const actual = error instanceof Error ? error.message : String(error)
    const broken: Message = { rule: 'plan.not-a-list', severity: 'error', column: 'JSON', actual, expected: '[ … ]' }
    return { value: null, messages: [broken] }
  }
  const { value, messages } = parseRules(json)
  return { value: value && (json as { readonly id: string }[]), messages }
}
