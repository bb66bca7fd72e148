import { createHash } from 'node:crypto'
import { guessMapping, type Defaults } from '../../exchange/layout/guess.ts'
import { applyMapping } from '../../exchange/layout/apply.ts'
import type { Mapping } from '../../exchange/layout/mapping.ts'
import type { KnownNames } from '../../exchange/layout/meaning.ts'
import { openTable, type TableFile } from '../../exchange/open-table.ts'
import { mayBeShares, sharesOfOne, type BareColumn } from '../../exchange/shares-of-one.ts'
import type { Sheet } from '../../exchange/sheet.ts'
import { foldedForm } from '../../measure/names.ts'
import { dayIn } from '../../measure/vietnam-time.ts'
import type { Message } from '../../messages/message.ts'
import type { Plan } from '../../plan/plan.ts'
import { define, definition } from '../../store/definitions.ts'
import { importFigures, importStream, type Imported } from '../../store/import-figures.ts'
import { knownAreas, levelsOfAreas } from '../../store/known-areas.ts'
import type { By } from '../../store/log.ts'
import type { Store } from '../../store/open.ts'
import { knownBefore } from './known-before.ts'
import { Percents } from './percents.ts'

export interface TableOptions {
  /** How the long form writes its values. */
  readonly locale: 'vi' | 'plain'
  /** The name of one sheet of a workbook. */
  readonly sheet?: string | undefined
  /** What an officer corrected; it is remembered for forms of this kind. */
  readonly mapping?: Mapping | undefined
  readonly defaults?: Defaults
  /** Only reads and tells how: nothing is written. */
  readonly look?: boolean
  readonly progress?: (bytes: number) => void
}

/** What became of a file: taken whole (`imported`), or not at all with every fault named. */
export interface Taken {
  readonly imported: Imported | null
  /** The file itself cannot be read, whatever its rows say. */
  readonly unreadable: boolean
  readonly messages: readonly Message[]
  /** How many faults there are, where more than are told. */
  readonly faults: number
  /** How each sheet of a form was understood. */
  readonly mappings: readonly Mapping[]
}

/** Takes figures of a plan's indicators from a CSV or Excel file of any layout, whole or not at all. */
export async function takeTable(
  { store, tenant, by }: { readonly store: Store; readonly tenant: string; readonly by: By },
  plan: Plan,
  file: TableFile,
  options: TableOptions,
): Promise<Taken> {
  const areas = await knownAreas(store, tenant, plan)
  const { value: table, messages } = await openTable(file, options.sheet)
  const subject = { ...by, subject: file.name }
  if (!table) return { imported: null, unreadable: true, messages, faults: messages.length, mappings: [] }
  if (table.kind === 'form') {
    const levelOf = await levelsOfAreas(store, tenant)
    const known = { indicators: plan.indicators, areas, whole: plan.area, on: dayIn(store.now()), levelOf }
    return takeForm({ store, tenant, by: subject }, table.sheets, known, options, table.notes)
  }
  const read = table.figures({ indicators: plan.indicators, areas, locale: options.locale }, options.progress)
  const percents = new Percents(plan.indicators)
  const stream = { ...read, batches: percents.watching(read.batches) }
  if (options.look) {
    await emptied(stream.batches)
    stream.settle()
    return told(null, stream.faults, await sharesAmong(store, tenant, percents.columns()))
  }
  const imported = await importStream(store, tenant, stream, subject)
  return told(imported, stream.faults, imported ? await sharesAmong(store, tenant, percents.columns()) : [])
}

/** Columns that look like shares of one: what was known is only asked for where one may be. */
async function sharesAmong(store: Store, tenant: string, bare: readonly BareColumn[]): Promise<Message[]> {
  const columns = bare.filter(mayBeShares)
  return columns.length === 0 ? [] : sharesOfOne(columns, await knownBefore(store, tenant, columns))
}

/** Reads to the end for what it tells on the way. */
async function emptied(batches: AsyncIterable<unknown>): Promise<void> {
  const iterator = batches[Symbol.asyncIterator]()
  while (!(await iterator.next()).done);
}

const told = (
  imported: Imported | null,
  { messages, count }: { readonly messages: readonly Message[]; readonly count: number },
  warnings: readonly Message[],
): Taken => ({ imported, unreadable: false, messages: [...messages, ...warnings], faults: count, mappings: [] })

async function takeForm(
  {
    store,
    tenant,
    by,
  }: { readonly store: Store; readonly tenant: string; readonly by: By & { readonly subject: string } },
  sheets: readonly Sheet[],
  known: KnownNames,
  { mapping: given, defaults = {}, look = false }: TableOptions,
  notes: readonly Message[],
): Promise<Taken> {
  const mappings: Mapping[] = []
  const messages: Message[] = [...notes]
  const figures = []
  for (const sheet of given ? sheets.filter(each => each.name === given.sheet) : sheets) {
    const guessed = guessMapping(sheet, known, defaults)
    const form = formOf(guessed.value ?? given)
    const names = form === null ? {} : await rememberedNames(store, tenant, form)
    const again = Object.keys(names).length > 0 ? guessMapping(sheet, { ...known, names }, defaults) : guessed
    const mapping = given ?? again.value
    if (!mapping) {
      messages.push(...again.messages)
      continue
    }
    mappings.push(mapping)
    const { value, messages: found, bare } = applyMapping(sheet, mapping, known)
    messages.push(...found, ...(await sharesAmong(store, tenant, bare)))
    figures.push(...(value ?? []))
  }
  // A workbook's other sheets may be explanations: only where nothing is understood is that a fault.
  const told = mappings.length > 0 ? messages.filter(each => each.rule !== 'exchange.layout-unknown') : messages
  const faults = told.filter(each => each.severity === 'error').length
  if (given && mappings.length === 0)
    told.push({
      rule: 'exchange.no-sheet',
      severity: 'error',
      actual: given.sheet,
      expected: sheets.map(each => each.name).join(', '),
    })
  if (faults > 0 || look || mappings.length === 0)
    return {
      imported: null,
      unreadable: false,
      messages: told,
      faults: Math.max(faults, Number(!look && mappings.length === 0)),
      mappings,
    }
  const imported = await importFigures(store, tenant, figures, by)
  const form = formOf(given)
  if (given && form !== null && Object.keys(given.names).length > 0)
    await define(store, tenant, 'mapping', { [form]: { names: given.names } }, by)
  return { imported, unreadable: false, messages: told, faults: 0, mappings }
}

/** What identifies a form from one month to the next: the words of its heads, whatever years they name. */
function formOf(mapping: Mapping | null | undefined): string | null {
  if (!mapping) return null
  const heads = mapping.columns.map(({ head }) => foldedForm(head).replace(/\d+/g, '#'))
  return createHash('sha256').update(JSON.stringify(heads)).digest('hex').slice(0, 32)
}

async function rememberedNames(store: Store, tenant: string, form: string): Promise<Record<string, string | null>> {
  const found = await definition(store, tenant, 'mapping', form)
  return found ? (found.body as { readonly names: Record<string, string | null> }).names : {}
}
