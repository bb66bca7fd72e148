import { explainFigures } from '../../desk/figures/explain-figures.ts'
import { say } from '../../messages/catalogue.ts'
import { parseIndicators } from '../../plan/indicator-file.ts'
import { called } from '../arguments.ts'
import type { Command } from '../command.ts'
import { bytesOf } from '../read-file.ts'
import { messageLines } from '../show-messages.ts'
import { loadExample, planOf, STORE_OPTIONS, TENANT, withStore } from '../with-store.ts'

export const indicator: Command = {
  name: 'indicator',
  usage:
    'cotmoc indicator list|check FILE.json|explain CODE [--plan ID] [--area ID] [--period P] [--data FOLDER] [--json]',
  about: 'cli.about-indicator',
  async run(args, around) {
    const text = { type: 'string' } as const
    const options = { plan: text, area: text, period: text, json: { type: 'boolean' } as const, ...STORE_OPTIONS }
    const call = called(this, args, around, options, [1, 2])
    if (!call) return 2
    const { file: verb, second } = call
    const { language } = around
    if (verb === 'list' ? second !== undefined : (verb !== 'check' && verb !== 'explain') || second === undefined) {
      around.err(`${say('cli.usage', language, { usage: this.usage })}\n`)
      return 2
    }
    if (verb === 'check') {
      const bytes = await bytesOf(second ?? '', around)
      if (!bytes) return 2
      const { value, messages } = parseIndicators(jsonOf(new TextDecoder().decode(bytes)))
      around.err(messageLines(messages, language))
      if (value) around.out(`${say('cli.indicators-hold', language, { count: String(value.length) })}\n`)
      return value ? 0 : 1
    }
    return withStore(call.text('data'), around, async store => {
      await loadExample(store)
      const plan = await planOf(store, call.text('plan'), null, around)
      if (!plan) return 2
      if (verb === 'list') {
        if (call.is('json')) around.out(`${JSON.stringify(plan.indicators)}\n`)
        else
          for (const each of plan.indicators)
            around.out(
              `${each.code}  ${each.name.vi}  (${each.unit})${each.formula === undefined ? '' : `  = ${each.formula}`}\n`,
            )
        return 0
      }
      const asked = { indicator: second ?? '', area: call.text('area') ?? plan.area, period: call.text('period') }
      const lines = await explainFigures(store, TENANT, plan, asked, language)
      if (lines.length === 0) {
        around.err(`${say('cli.no-formula', language, { code: second ?? '' })}\n`)
        return 1
      }
      if (call.is('json')) around.out(`${JSON.stringify(lines)}\n`)
      else for (const line of lines) around.out(`${line.period}: ${line.value ?? '—'}  ${line.arithmetic}\n`)
      return 0
    })
  },
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
