import { constants, createReadStream } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseMapping, type Mapping } from '../../exchange/layout/mapping.ts'
import type { Defaults } from '../../exchange/layout/guess.ts'
import type { TableFile } from '../../exchange/open-table.ts'
import { takeTable, type Taken } from '../../desk/figures/take-table.ts'
import { parsePeriod } from '../../measure/period.ts'
import { showRange } from '../../measure/show.ts'
import { say } from '../../messages/catalogue.ts'
import { STATUSES } from '../../plan/observation.ts'
import { actingAs, AS } from '../acting.ts'
import { called, type Call } from '../arguments.ts'
import type { Command, ExitCode, Surroundings } from '../command.ts'
import { bytesOf } from '../read-file.ts'
import { messageLines } from '../show-messages.ts'
import { loadExample, planOf, STORE_OPTIONS, TENANT, withStore } from '../with-store.ts'

const SAID = ['indicator', 'area', 'period', 'status', 'unit', 'source'] as const

export const importCommand: Command = {
  name: 'import',
  usage:
    'cotmoc import FILE.csv|.xlsx [--plan ID] [--locale vi|plain] [--sheet NAME] [--show-mapping] [--mapping FILE.json] [--indicator CODE] [--area ID] [--period P] [--status S] [--unit U] [--source S] [--as EMAIL] [--data FOLDER] [--json]',
  about: 'cli.about-import',
  async run(args, around) {
    const text = { type: 'string' } as const
    const flag = { type: 'boolean' } as const
    const said = Object.fromEntries(SAID.map(name => [name, text]))
    const options = { ...said, plan: text, locale: text, sheet: text, mapping: text, 'show-mapping': flag, json: flag }
    const call = called(this, args, around, { ...options, ...AS, ...STORE_OPTIONS }, [1, 1])
    if (call?.file === undefined) return 2
    const { file: path } = call
    const locale = call.text('locale') ?? 'plain'
    const defaults = defaultsOf(call)
    if ((locale !== 'vi' && locale !== 'plain') || !defaults) {
      around.err(`${say('cli.usage', around.language, { usage: this.usage })}\n`)
      return 2
    }
    const file = await tableFile(path, around)
    const mapping = await mappingOf(call.text('mapping'), around)
    if (!file || mapping === null) return 2
    return withStore(call.text('data'), around, async store => {
      await loadExample(store)
      const by = await actingAs('figure.import', call, store, around)
      if (!by) return 2
      const plan = await planOf(store, call.text('plan'), null, around)
      if (!plan) return 2
      const taken = await takeTable({ store, tenant: TENANT, by }, plan, file, {
        locale,
        sheet: call.text('sheet'),
        mapping,
        defaults,
        look: call.is('show-mapping'),
        progress: progressOf(file.size, around),
      })
      return tell(taken, call, around)
    })
  },
}

/** What the call says of the whole file; null where a word of it means nothing. */
function defaultsOf(call: Call): Defaults | null {
  const status = call.text('status')
  const known = STATUSES.find(each => each === status)
  const period = call.text('period')
  if ((status !== undefined && !known) || (period !== undefined && !parsePeriod(period))) return null
  const said = SAID.flatMap(name => {
    const value = call.text(name)
    return value === undefined || name === 'status' ? [] : [[name, value] as const]
  })
  return { ...Object.fromEntries(said), ...(known ? { status: known } : {}) }
}

async function tableFile(path: string, around: Surroundings): Promise<TableFile | null> {
  try {
    const { size } = await stat(path)
    await access(path, constants.R_OK)
    return { name: basename(path), size, bytes: () => createReadStream(path, { highWaterMark: 1 << 18 }) }
  } catch {
    around.err(`${say('cli.no-file', around.language, { path })}\n`)
    return null
  }
}

/** The mapping of a file; undefined where none is named, null after it was told what is wrong with it. */
async function mappingOf(path: string | undefined, around: Surroundings): Promise<Mapping | null | undefined> {
  if (path === undefined) return undefined
  const bytes = await bytesOf(path, around)
  if (!bytes) return null
  let read: Mapping | string
  try {
    const json = JSON.parse(new TextDecoder().decode(bytes)) as unknown
    read = parseMapping(Array.isArray(json) ? json[0] : json)
  } catch (error) {
    read = error instanceof Error ? error.message : String(error)
  }
  if (typeof read !== 'string') return read
  around.err(`${say('cli.bad-mapping', around.language, { path, detail: read })}\n`)
  return null
}

/** A file that takes over a second says how far it is, twice a second at most. */
function progressOf(size: number, around: Surroundings): (bytes: number) => void {
  let next = Date.now() + 1000
  return bytes => {
    const now = Date.now()
    if (now < next) return
    next = now + 500
    const share = String(Math.min(100, Math.floor((100 * bytes) / Math.max(size, 1))))
    around.err(`${say('cli.reading-share', around.language, { share })}\n`)
  }
}

function tell({ imported, unreadable, messages, faults, mappings }: Taken, call: Call, around: Surroundings): ExitCode {
  const { language } = around
  if (call.is('show-mapping')) {
    around.err(messageLines(messages, language))
    around.out(`${JSON.stringify(mappings, null, 2)}\n`)
    return faults > 0 ? 1 : 0
  }
  for (const { sheet, first, last, columns, all } of mappings) {
    const used = columns
      .filter(each => each.is !== 'skip')
      .map(each => `${each.column} = ${each.is === 'value' ? valueText(each, all) : each.is}`)
      .join(', ')
    around.err(`${say('cli.mapped', language, { sheet, lines: showRange(first, last), columns: used })}\n`)
  }
  around.err(messageLines(messages, language))
  const errors = messages.filter(each => each.severity === 'error')
  if (faults > errors.length)
    around.err(`${say('exchange.more-faults', language, { count: String(faults - errors.length) })}\n`)
  if (!imported) {
    around.err(`${say('cli.import-refused', language, { count: String(faults) })}\n`)
    if (call.is('json')) {
      const rejected = errors.map(({ line, column, rule, actual, expected }) => ({
        line,
        column,
        rule,
        actual,
        expected,
      }))
      around.out(`${JSON.stringify({ added: 0, unchanged: 0, log: null, rejected })}\n`)
    }
    return unreadable ? 2 : 1
  }
  const { added, unchanged } = imported
  if (call.is('json')) around.out(`${JSON.stringify({ ...imported, rejected: [] })}\n`)
  else around.out(`${say('cli.imported', language, { added: String(added), unchanged: String(unchanged) })}\n`)
  return 0
}

const valueText = ({ indicator, area, period, status }: Mapping['columns'][number], all: Mapping['all']): string =>
  [indicator, area, period, status ?? all.status].filter(each => each !== undefined).join(' ') || 'value'
