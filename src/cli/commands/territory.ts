import type { Recast, SplitBy } from '../../cube/recast.ts'
import { recastFigures, recastJson } from '../../desk/figures/recast-figures.ts'
import { readTerritory } from '../../exchange/territory.ts'
import { absenceIn, isAbsent } from '../../measure/absence.ts'
import { decimalText } from '../../measure/decimal.ts'
import { isDay, parsePeriod } from '../../measure/period.ts'
import { say } from '../../messages/catalogue.ts'
import { currentTerritory, saveTerritory } from '../../store/territory.ts'
import { mapOn } from '../../territory/map.ts'
import { dayIn } from '../../measure/vietnam-time.ts'
import { actingAs, AS } from '../acting.ts'
import { called, type Call } from '../arguments.ts'
import type { Command, ExitCode, Surroundings } from '../command.ts'
import { bytesOf } from '../read-file.ts'
import { messageLines } from '../show-messages.ts'
import { STORE_OPTIONS, TENANT, withStore } from '../with-store.ts'

const text = { type: 'string' } as const

export const territory: Command = {
  name: 'territory',
  usage: [
    'cotmoc territory load AREAS.csv REORGANISATIONS.csv [--as EMAIL] [--data FOLDER]',
    '       cotmoc territory show [--on DATE] [--json] [--data FOLDER]',
    '       cotmoc territory recast INDICATOR --period PERIOD --from DATE --to DATE [--by population|area|equal] [--json] [--data FOLDER]',
  ].join('\n'),
  about: 'cli.about-territory',
  async run(args, around) {
    const call = called(
      this,
      args,
      around,
      { on: text, period: text, from: text, to: text, by: text, json: { type: 'boolean' }, ...AS, ...STORE_OPTIONS },
      [1, 3],
    )
    if (!call) return 2
    const wrong = (): ExitCode => {
      around.err(`${say('cli.usage', around.language, { usage: this.usage })}\n`)
      return 2
    }
    if (call.file === 'load' && call.second !== undefined && call.third !== undefined) return load(call, around)
    if (call.file === 'show') return show(call, around)
    if (call.file === 'recast' && call.second !== undefined) return recastTable(call, around, wrong)
    return wrong()
  },
}

async function load(call: Call, around: Surroundings): Promise<ExitCode> {
  const tables: string[] = []
  for (const file of [call.second, call.third]) {
    const bytes = await bytesOf(file ?? '', around)
    if (!bytes) return 2
    tables.push(new TextDecoder().decode(bytes))
  }
  const { value, messages } = readTerritory(tables[0] ?? '', tables[1] ?? '')
  if (!value) {
    around.err(messageLines(messages, around.language))
    around.err(`${say('cli.import-refused', around.language, { count: String(messages.length) })}\n`)
    return 1
  }
  return withStore(call.text('data'), around, async store => {
    const by = await actingAs('territory.define', call, store, around)
    if (!by) return 2
    const log = await saveTerritory(store, TENANT, value, by)
    const code = log === null ? 'cli.territory-known' : 'cli.territory-loaded'
    const counts = { areas: String(value.areas.size), events: String(value.reorganisations.length) }
    around.out(`${say(code, around.language, counts)}\n`)
    return 0
  })
}

function show(call: Call, around: Surroundings): Promise<ExitCode> {
  const on = call.text('on') ?? dayIn(around.now())
  if (!isDay(on)) {
    around.err(`${say('cli.not-a-day', around.language, { value: on })}\n`)
    return Promise.resolve(2)
  }
  return withStore(call.text('data'), around, async store => {
    const map = mapOn(await currentTerritory(store, TENANT), on)
    const listed = [...map.areas.values()].sort((a, b) => (a.code < b.code ? -1 : 1))
    if (call.is('json'))
      around.out(
        `${JSON.stringify({ on, areas: listed.map(({ id, code, name, type, level, parent }) => ({ id, code, name, type, level, parent })) })}\n`,
      )
    else for (const area of listed) around.out(`${area.code}  ${area.type} ${area.name}  (${area.id})\n`)
    return 0
  })
}

function recastTable(call: Call, around: Surroundings, wrong: () => ExitCode): Promise<ExitCode> {
  const [period, from, to, by] = [
    parsePeriod(call.text('period') ?? ''),
    call.text('from'),
    call.text('to'),
    call.text('by'),
  ]
  const split = by === undefined || by === 'population' || by === 'area' || by === 'equal' ? (by ?? null) : undefined
  if (!period || from === undefined || to === undefined || !isDay(from) || !isDay(to) || split === undefined)
    return Promise.resolve(wrong())
  const indicator = call.second ?? ''
  return withStore(call.text('data'), around, async store => {
    const { rows, total } = await recastFigures(store, TENANT, { indicator, period, from, to, by: split })
    if (call.is('json'))
      around.out(
        `${JSON.stringify({ indicator, from, to, by: split, areas: rows.map(recastJson), total: recastJson(total) })}\n`,
      )
    else {
      for (const row of rows) around.out(`${row.name}\t${shown(row, around, split)}\n`)
      around.out(`${say('cli.total', around.language)}\t${shown(total, around, split)}\n`)
    }
    return 0
  })
}

function shown(row: Recast, around: Surroundings, by: SplitBy): string {
  if (!isAbsent(row.value)) return `${decimalText(row.value)}${row.how === 'apportioned' ? ` (~ ${by ?? ''})` : ''}`
  const why =
    row.value.because === undefined
      ? absenceIn(row.value.absent, around.language)
      : say(row.value.because, around.language)
  return `— ${why} [${row.from.join(', ')}]`
}
