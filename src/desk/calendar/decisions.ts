import { FileFaults, rowsOf } from '../../exchange/table.ts'
import { isDay } from '../../measure/period.ts'
import type { Message, Outcome } from '../../messages/message.ts'
import { define } from '../../store/definitions.ts'
import type { By } from '../../store/log.ts'
import type { Store } from '../../store/open.ts'
import type { YearDecision } from './holidays.ts'

export const CALENDAR_COLUMNS = ['day', 'is', 'basis'] as const

/** What was decided of single years, from a CSV file (`day,is,basis`; `is`: off or working), all or none; by year. */
export function readDecisions(text: string): Outcome<ReadonlyMap<string, YearDecision> | null> {
  const messages: Message[] = []
  const faults = new FileFaults('', messages)
  const years = new Map<string, { off: string[]; working: string[]; basis: string }>()
  const seen = new Map<string, number>()
  for (const { line, ...row } of rowsOf(text, CALENDAR_COLUMNS, faults)) {
    const [day, is, basis] = CALENDAR_COLUMNS.map(name => row[name] ?? '') as [string, string, string]
    if (!isDay(day)) faults.add('exchange.not-a-day', line, 'day', day, '2026-09-03')
    const before = seen.get(day)
    if (before !== undefined) faults.add('desk.twice', line, 'day', day, String(before))
    seen.set(day, line)
    if (is !== 'off' && is !== 'working') {
      faults.add('desk.not-a-kind', line, 'is', is, 'off, working')
      continue
    }
    let year = years.get(day.slice(0, 4))
    if (!year) years.set(day.slice(0, 4), (year = { off: [], working: [], basis }))
    year[is].push(day)
  }
  return messages.length > 0 ? { value: null, messages } : { value: years, messages }
}

export const saveDecisions = (store: Store, tenant: string, years: ReadonlyMap<string, YearDecision>, by: By) =>
  define(store, tenant, 'calendar', Object.fromEntries(years), by)
