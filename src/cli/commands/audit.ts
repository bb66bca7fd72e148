import { writeFileSync } from 'node:fs'
import { momentOf } from '../../api/asked.ts'
import { auditCsv, auditCsvHead } from '../../exchange/audit-table.ts'
import { say } from '../../messages/catalogue.ts'
import { verifyAudit } from '../../store/audit.ts'
import { auditLines } from '../../store/audit-lines.ts'
import { actingAs, AS } from '../acting.ts'
import { called } from '../arguments.ts'
import type { Command } from '../command.ts'
import { STORE_OPTIONS, TENANT, withStore } from '../with-store.ts'

export const audit: Command = {
  name: 'audit',
  usage:
    'cotmoc audit verify|list|export [FILE.csv] [--from MOMENT] [--to MOMENT] [--actor NAME] [--kind KIND] [--text WORDS] [--as EMAIL] [--data FOLDER] [--json]',
  about: 'cli.about-audit',
  async run(args, around) {
    const text = { type: 'string' } as const
    const options = {
      from: text,
      to: text,
      actor: text,
      kind: text,
      text,
      json: { type: 'boolean' } as const,
      ...AS,
      ...STORE_OPTIONS,
    }
    const call = called(this, args, around, options, [1, 2])
    const verb = call?.file
    if (!call || (verb !== 'verify' && verb !== 'list' && verb !== 'export')) {
      if (call) around.err(`${say('cli.usage', around.language, { usage: this.usage })}\n`)
      return 2
    }
    const moments: { from?: string; to?: string } = {}
    for (const name of ['from', 'to'] as const) {
      const asked = call.text(name)
      const moment = asked === undefined ? undefined : momentOf(asked)
      if (moment === null) {
        around.err(`${say('cli.not-a-moment', around.language, { value: asked ?? '' })}\n`)
        return 2
      }
      if (moment !== undefined) moments[name] = new Date(moment).toISOString()
    }
    return withStore(call.text('data'), around, async store => {
      if (!(await actingAs('audit.read', call, store, around))) return 2
      if (verb === 'verify') {
        const found = await verifyAudit(store, TENANT)
        if (call.is('json')) around.out(`${JSON.stringify(found)}\n`)
        else if (found.findings.length === 0)
          around.out(
            `${say('audit.holds', around.language, { lines: String(found.lines), figures: String(found.figures) })}\n`,
          )
        else {
          for (const { rule, number, subject } of found.findings)
            around.out(`${say(rule, around.language, { number: String(number), subject })}\n`)
          around.out(`${say('audit.broken', around.language, { count: String(found.findings.length) })}\n`)
        }
        return found.findings.length === 0 ? 0 : 1
      }
      const given = (['actor', 'kind', 'text'] as const).flatMap(name => {
        const value = call.text(name)
        return value === undefined ? [] : [[name, value] as const]
      })
      const lines = await auditLines(store, TENANT, {
        ...moments,
        ...Object.fromEntries(given),
        limit: verb === 'export' ? Number.MAX_SAFE_INTEGER : 1000,
      })
      if (call.is('json')) around.out(`${JSON.stringify(lines)}\n`)
      else if (verb === 'list')
        for (const line of lines)
          around.out(`${line.number}  ${line.moment}  ${line.actor}  ${line.kind}  ${line.subject}\n`)
      else {
        const csv = auditCsvHead() + auditCsv(lines)
        if (call.second === undefined) around.out(csv)
        else writeFileSync(call.second, csv)
      }
      return 0
    })
  },
}
