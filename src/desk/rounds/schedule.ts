import { csvCell } from '../../exchange/csv.ts'
import { FileFaults, rowsOf } from '../../exchange/table.ts'
import { nearest } from '../../measure/nearest.ts'
import { isDay } from '../../measure/period.ts'
import type { Message, Outcome } from '../../messages/message.ts'
import type { Level } from '../../territory/territory.ts'

/** How often a round comes: every month, quarter, half, the first nine months, every year. */
export const RHYTHMS = ['month', 'quarter', 'half', 'nine-months', 'year'] as const
export type Rhythm = (typeof RHYTHMS)[number]

export const LEVELS: readonly Level[] = ['nation', 'province', 'district', 'commune']

/**
 * When a report is due: on the nth working day after the period, or on a day of the period's last month (`months` 0) or so
 * many months later; a month that is too short means its last day, a day off the next working day.
 */
export type DueRule = { readonly workingDay: number } | { readonly day: number; readonly months: number }

/** A series of reporting rounds: what is asked, of which areas, how often, until when. */
export interface Schedule {
  readonly id: string
  readonly name: string
  readonly rhythm: Rhythm
  /** Codes of indicators. */
  readonly indicators: readonly string[]
  /** The levels of territory that are asked. */
  readonly levels: readonly Level[]
  /** The first day of the first period, and the last day of the last (null: on and on). */
  readonly from: string
  readonly to: string | null
  /** How many days after the period's last day a round opens; negative: before it. */
  readonly opens: number
  readonly due: DueRule
  /** How many working days before the due day a reminder goes out. */
  readonly remind: readonly number[]
  /** After how many working days late the head of the office is told, and then the planner. */
  readonly toHead: number
  readonly toPlanner: number
}

export const SCHEDULE_COLUMNS = [
  'id',
  'name',
  'rhythm',
  'indicators',
  'levels',
  'from',
  'to',
  'opens',
  'due',
  'remind',
  'head',
  'planner',
] as const
type ColumnName = (typeof SCHEDULE_COLUMNS)[number]

/**
 * The schedules of a CSV file, all or none. `indicators` are codes with blanks between, or `*`; `due` is "ngày làm việc 5"
 * or "working day 5", "ngày 20" or "day 20" (of the month after), "ngày 20 trong kỳ" or "day 20 within".
 */
export function readSchedules(text: string, indicators: readonly string[]): Outcome<readonly Schedule[] | null> {
  const messages: Message[] = []
  const faults = new FileFaults('', messages)
  const ids = new Map<string, number>()
  const found = rowsOf(text, SCHEDULE_COLUMNS, faults).map(({ line, ...row }): Schedule => {
    const cell = (name: ColumnName) => row[name] ?? ''
    const words = (name: ColumnName) =>
      cell(name)
        .split(/[\s,]+/)
        .filter(word => word !== '')
    const number = (name: ColumnName, least: number, most: number, text = cell(name)): number => {
      const value = /^-?\d{1,3}$/.test(text) ? Number(text) : NaN
      if (!(value >= least && value <= most)) faults.add('desk.not-a-number', line, name, text, `${least} … ${most}`)
      return value
    }
    for (const name of ['id', 'name'] as const) if (cell(name) === '') faults.add('desk.empty', line, name, '', name)
    if (/[\s/:]/.test(cell('id'))) faults.add('desk.not-an-id', line, 'id', cell('id'))
    const before = ids.get(cell('id'))
    if (before !== undefined) faults.add('desk.twice', line, 'id', cell('id'), String(before))
    ids.set(cell('id'), line)
    const rhythm = RHYTHMS.find(each => each === cell('rhythm'))
    if (!rhythm) faults.add('desk.not-a-rhythm', line, 'rhythm', cell('rhythm'), RHYTHMS.join(', '))
    const codes = cell('indicators') === '*' ? indicators : words('indicators')
    for (const code of codes)
      if (!indicators.includes(code))
        faults.add('exchange.unknown-indicator', line, 'indicators', code, nearest(code, indicators))
    if (codes.length === 0) faults.add('desk.empty', line, 'indicators', '', 'indicators')
    const levels = words('levels').flatMap(word => {
      const level = LEVELS.find(each => each === word)
      if (!level) faults.add('desk.not-a-level', line, 'levels', word, LEVELS.join(', '))
      return level ? [level] : []
    })
    if (words('levels').length === 0) faults.add('desk.empty', line, 'levels', '', LEVELS.join(', '))
    for (const name of ['from', 'to'] as const)
      if (!isDay(cell(name)) && (name === 'from' || cell(name) !== ''))
        faults.add('exchange.not-a-day', line, name, cell(name), '2026-01-01')
    const due = dueRule(cell('due'))
    if (!due) faults.add('desk.not-a-due-day', line, 'due', cell('due'), 'ngày làm việc 5; ngày 20; ngày 20 trong kỳ')
    return {
      id: cell('id'),
      name: cell('name'),
      rhythm: rhythm ?? 'year',
      indicators: codes,
      levels,
      from: cell('from'),
      to: cell('to') === '' ? null : cell('to'),
      opens: number('opens', -366, 366),
      due: due ?? { workingDay: 1 },
      remind: words('remind').map(word => number('remind', 0, 60, word)),
      toHead: number('head', 1, 250),
      toPlanner: number('planner', 1, 250),
    }
  })
  return messages.length > 0 ? { value: null, messages } : { value: found, messages }
}

function dueRule(text: string): DueRule | null {
  const working = /^(?:ngày làm việc|working day) (\d{1,2})$/i.exec(text)
  if (working) return Number(working[1]) >= 1 ? { workingDay: Number(working[1]) } : null
  const day = /^(?:ngày|day) (\d{1,2})( trong kỳ| within)?$/i.exec(text)
  const number = Number(day?.[1] ?? 0)
  return day && number >= 1 && number <= 31 ? { day: number, months: day[2] === undefined ? 1 : 0 } : null
}

const dueText = (due: DueRule): string =>
  'workingDay' in due ? `ngày làm việc ${due.workingDay}` : `ngày ${due.day}${due.months === 0 ? ' trong kỳ' : ''}`

/** The file that `readSchedules` reads back. */
export const writeSchedules = (schedules: readonly Schedule[]): string =>
  [
    SCHEDULE_COLUMNS.join(','),
    ...schedules.map(each =>
      [
        each.id,
        each.name,
        each.rhythm,
        each.indicators.join(' '),
        each.levels.join(' '),
        each.from,
        each.to ?? '',
        String(each.opens),
        dueText(each.due),
        each.remind.join(' '),
        String(each.toHead),
        String(each.toPlanner),
      ]
        .map(csvCell)
        .join(','),
    ),
    '',
  ].join('\n')
