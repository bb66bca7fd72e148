import { say } from '../../messages/catalogue.ts'
import { claimSentence, claimsJson } from '../../reading/claims/json.ts'
import { called } from '../arguments.ts'
import type { Command } from '../command.ts'
import { readingOf } from '../read-file.ts'

export const check: Command = {
  name: 'check',
  usage: 'cotmoc check FILE [--json] [--strict]',
  about: 'cli.about-check',
  async run(args, around) {
    const call = called(this, args, around, { json: { type: 'boolean' }, strict: { type: 'boolean' } }, [1, 1])
    if (call?.file === undefined) return 2
    const reading = await readingOf(call.file, around)
    if (!reading) return 2
    const { claims } = reading
    const wrong = claims.filter(claim => claim.verdict === 'wrong')
    if (call.is('json')) around.out(`${JSON.stringify(claimsJson(claims, around.language))}\n`)
    else {
      for (const claim of wrong)
        around.out(
          `${say('cli.claim-wrong', around.language)} ${claimSentence(claim, around.language)}\n    «${reading.text.slice(claim.start, claim.end).replace(/\s+/g, ' ')}»\n`,
        )
      const count = (verdict: string) => String(claims.filter(claim => claim.verdict === verdict).length)
      around.out(
        `${say('cli.claims', around.language, { holds: count('holds'), wrong: count('wrong'), open: count('unverifiable') })}\n`,
      )
    }
    return call.is('strict') && wrong.length > 0 ? 1 : 0
  },
}
