import { readTemplate, type FilledTemplate, type TemplateColumns } from '../../exchange/excel/template.ts'
import type { ReadFigure } from '../../exchange/figures.ts'
import { applyMapping } from '../../exchange/layout/apply.ts'
import { guessMapping } from '../../exchange/layout/guess.ts'
import type { Mapping } from '../../exchange/layout/mapping.ts'
import { openTable, type TableFile } from '../../exchange/open-table.ts'
import { sharesOfOne, type BareColumn, type KnownBefore } from '../../exchange/shares-of-one.ts'
import { isAbsent } from '../../measure/absence.ts'
import { decimalText, parseDecimal, type Decimal } from '../../measure/decimal.ts'
import { lastDay, parsePeriod, periodCode, samePeriod, type Period } from '../../measure/period.ts'
import type { Message } from '../../messages/message.ts'
import { readEntry } from '../../plan/entry.ts'
import { mapOn } from '../../territory/map.ts'
import { resolveArea, type Resolved } from '../../territory/names.ts'
import { levelOf } from '../../territory/territory.ts'
import type { Setup } from '../setup.ts'
import type { EnteredFigure } from './entries.ts'
import type { FormFigure, ReportForm } from './form.ts'

/** What a filled file says of a report: its figures by their keys, or every fault; and how it was understood. */
export interface Filled {
  readonly entered: ReadonlyMap<string, EnteredFigure> | null
  readonly messages: readonly Message[]
  /** How the sheets of a form of the office's own were understood; none for the template. */
  readonly mappings: readonly Mapping[]
  /** The columns that were read of the template; null for any other file. */
  readonly template: TemplateColumns | null
}

const refused = (messages: readonly Message[], mappings: readonly Mapping[] = []): Filled => ({
  entered: null,
  messages,
  mappings,
  template: null,
})

export const reportName = ({ round, organisation }: ReportForm): string => `${round.id} ${organisation.id}`

/** Reads a filled file, whole or not at all: the template of the report, or any table whose layout can be understood. */
export async function readFilled(form: ReportForm, setup: Setup, file: TableFile): Promise<Filled> {
  const { value: table, messages } = await openTable(file)
  if (!table) return refused(messages)
  const map = mapOn(setup.territory, lastDay(form.round.period))
  const known = new Set(form.areas.map(each => each.id))
  const areas = (text: string, on: string): Resolved =>
    known.has(text) ? { area: text } : resolveArea(mapOn(setup.territory, on), text)
  if (table.kind === 'form') {
    const template = readTemplate(table.sheets, reportName(form))
    if (template && 'other' in template) return otherReport(template.other, form)
    if (template && 'moved' in template) return refused([{ rule: 'desk.template-columns', severity: 'error' }])
    if (template) return fromTemplate(form, template)
    const [only] = form.areas
    const names = {
      indicators: form.indicators,
      areas,
      whole: form.organisation.area ?? only?.id ?? '',
      on: lastDay(form.round.period),
      levelOf: (id: string) => {
        const area = map.areas.get(id)
        return area ? levelOf(area.type) : ''
      },
    }
    const mappings: Mapping[] = []
    const figures: ReadFigure[] = []
    const told: Message[] = [...table.notes]
    const { period } = form.round
    for (const sheet of table.sheets) {
      // A title that names another month is no report of this one, though nothing else in the sheet says so.
      const titled = parsePeriod(guessMapping(sheet, names, {}).value?.all.period ?? '')
      if (titled?.frequency === period.frequency && titled.length === period.length && !samePeriod(titled, period))
        told.push(otherPeriod('desk.titled-otherwise', [titled], form, sheet.name))
      const guessed = guessMapping(sheet, names, { period: periodCode(period) })
      if (!guessed.value) {
        told.push(...guessed.messages)
        continue
      }
      mappings.push(guessed.value)
      const applied = applyMapping(sheet, guessed.value, names)
      told.push(...applied.messages, ...sharesOfOne(applied.bare, besideIn(form)))
      figures.push(...(applied.value ?? []))
    }
    const said = mappings.length > 0 ? told.filter(each => each.rule !== 'exchange.layout-unknown') : told
    if (mappings.length === 0 || said.some(each => each.severity === 'error')) return refused(said, mappings)
    const read = fromSheets(form, figures)
    return { ...read, messages: [...read.messages, ...said], mappings }
  }
  const stream = table.figures({ indicators: form.indicators, areas, locale: 'vi' })
  const figures: ReadFigure[] = []
  for await (const batch of stream.batches) figures.push(...batch)
  return stream.settle() ? fromFigures(form, figures) : refused(stream.faults.messages)
}

const otherReport = (other: string, form: ReportForm): Filled =>
  refused([{ rule: 'desk.other-report', severity: 'error', actual: other, expected: reportName(form) }])

function fromTemplate(
  form: ReportForm,
  { rows, columns }: Extract<FilledTemplate, { readonly rows: unknown }>,
): Filled {
  const figures = new Map(form.figures.map(figure => [figure.key, figure]))
  const entered = new Map<string, EnteredFigure>()
  const messages: Message[] = []
  const bare: { readonly line: number; readonly figure: BareColumn['figures'][number] }[] = []
  for (const { line, key, value, note } of rows) {
    const fault = (rule: string, column: string, actual: string, expected = '') =>
      messages.push({ rule, severity: 'error', line, column, actual, expected })
    const figure = figures.get(key)
    if (!figure) {
      fault('desk.not-asked', columns.key, key)
      continue
    }
    // An empty cell says nothing: what stands stays.
    if (value.text === '') continue
    const { indicator } = figure
    const percent = value.kind === 'percent'
    if (percent && indicator.unit !== '%') {
      fault('exchange.unit-does-not-fit', columns.value, '%', indicator.unit)
      continue
    }
    const entry = readEntry(value.kind === 'text' ? value.text : value.text.replace('.', ','), indicator)
    if (entry.kind === 'fault')
      fault(
        FAULTS[entry.fault],
        columns.value,
        value.kind === 'text' ? value.text : value.text.replace('.', ','),
        entry.fault === 'too-many-decimals' ? String(indicator.decimals) : '1.234,5',
      )
    else if (entry.kind !== 'empty') {
      const number = parseDecimal(entry.kind === 'value' ? entry.value : '')
      if (number && indicator.unit === '%' && !percent && !value.text.endsWith('%'))
        bare.push({ line, figure: bareOf(form, figure, number) })
      entered.set(key, {
        value: entry.kind === 'value' ? entry.value : null,
        absent: entry.kind === 'absent' ? entry.absent : null,
        note,
      })
    }
  }
  if (messages.length > 0) return refused(messages)
  const [first] = bare
  const column = first && { column: columns.value, line: first.line, figures: bare.map(each => each.figure) }
  return { entered, messages: column ? sharesOfOne([column], besideIn(form)) : [], mappings: [], template: columns }
}

const bareOf = (form: ReportForm, { indicator, area }: FormFigure, value: Decimal) => ({
  indicator: indicator.code,
  area: area.id,
  period: form.round.period,
  breakdown: {},
  value,
})

/** What stands beside a figure in its form: the period before, else the year before. */
function besideIn(form: ReportForm): KnownBefore {
  const figures = new Map(form.figures.map(figure => [figure.key, figure]))
  return ({ indicator, area }) => {
    const figure = figures.get(`${indicator} ${area}`)
    return parseDecimal(figure?.previous?.value ?? figure?.yearBefore?.value ?? '')
  }
}

const FAULTS = {
  'not-a-number': 'exchange.not-a-number',
  'too-many-decimals': 'desk.too-many-decimals',
  'too-large': 'exchange.too-large',
  'below-zero': 'desk.below-zero',
} as const

/** Of a sheet with several periods side by side the one that is asked counts; what stands beside it stays what it is. */
function fromSheets(form: ReportForm, found: readonly ReadFigure[]): Filled {
  const own = found.filter(figure => samePeriod(figure.period, form.round.period))
  if (own.length > 0 || found.length === 0) return fromFigures(form, own)
  return refused([
    otherPeriod(
      'desk.only-other-periods',
      found.map(each => each.period),
      form,
    ),
  ])
}

const otherPeriod = (rule: string, periods: readonly Period[], { round }: ReportForm, column?: string): Message => ({
  rule,
  severity: 'error',
  ...(column === undefined ? {} : { column }),
  actual: [...new Set(periods.map(periodCode))].slice(0, 3).join(', '),
  expected: periodCode(round.period),
})

function fromFigures(form: ReportForm, found: readonly ReadFigure[]): Filled {
  const asked = new Set(form.figures.map(figure => figure.key))
  const entered = new Map<string, EnteredFigure>()
  const messages = found.flatMap((figure, i): Message[] => {
    const key = `${figure.indicator} ${figure.area}`
    if (!samePeriod(figure.period, form.round.period))
      return [
        {
          rule: 'desk.other-period',
          severity: 'error',
          line: i + 2,
          column: 'period',
          actual: periodCode(figure.period),
          expected: periodCode(form.round.period),
        },
      ]
    if (!asked.has(key) || Object.keys(figure.breakdown).length > 0)
      return [{ rule: 'desk.not-asked', severity: 'error', line: i + 2, column: 'indicator', actual: key }]
    entered.set(
      key,
      isAbsent(figure.value)
        ? { value: null, absent: figure.value.absent, note: figure.note }
        : { value: decimalText(figure.value), absent: null, note: figure.note },
    )
    return []
  })
  return messages.length > 0 ? refused(messages) : { entered, messages, mappings: [], template: null }
}
