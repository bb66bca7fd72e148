import { say } from '../../messages/catalogue.ts'
import { readingJson } from '../../reading/json.ts'
import type { Reading } from '../../reading/result.ts'
import { showBound } from '../../measure/show.ts'
import { boundOf } from '../../measure/bound.ts'
import { parseUnit } from '../../measure/unit.ts'
import { called } from '../arguments.ts'
import type { Command, Surroundings } from '../command.ts'
import { readingOf } from '../read-file.ts'
import { messageSentence } from '../show-messages.ts'

export const read: Command = {
  name: 'read',
  usage: 'cotmoc read FILE [--json]',
  about: 'cli.about-read',
  async run(args, around) {
    const call = called(this, args, around, { json: { type: 'boolean' } }, [1, 1])
    if (call?.file === undefined) return 2
    const reading = await readingOf(call.file, around)
    if (!reading) return 2
    if (call.is('json'))
      around.out(
        `${JSON.stringify(readingJson(reading, (rule, actual, expected) => messageSentence({ rule, severity: 'info', actual, expected }, around.language)))}\n`,
      )
    else around.out(readable(reading, around))
    return 0
  },
}

/** The reading as text for a person. */
function readable(reading: Reading, { language }: Surroundings): string {
  const lines = [
    reading.title,
    reading.issuer ?? '',
    reading.term ? `${reading.term.from} - ${reading.term.to}` : '',
  ].filter(line => line !== '')
  let group: string | null | undefined
  for (const target of reading.targets) {
    const head = target.scope === 'main' ? target.group : say(`cli.scope-${target.scope}`, language)
    if (head !== group) lines.push('', head ?? say('cli.no-group', language))
    group = head
    lines.push(`${target.number ? `${target.number}. ` : '- '}${target.text.replace(/\s+/g, ' ').trim()}`)
    for (const measure of target.measures) {
      const bound = boundOf(measure.bound.kind, measure.bound.low, measure.bound.high)
      const unit = parseUnit(measure.unit)
      const years = measure.when
        ? measure.when.from === measure.when.to
          ? `${measure.when.to}`
          : `${measure.when.from} - ${measure.when.to}`
        : '?'
      lines.push(
        `    ${measure.name}: ${bound ? (unit ? showBound(bound, unit, language) : reading.text.slice(measure.start, measure.end)) : '—'} · ${measure.shape} · ${years}`,
      )
    }
  }
  return `${lines.join('\n')}\n`
}
