import { momentOf } from '../asked.ts'
import { Fault } from '../faults.ts'
import { isDay } from '../../measure/period.ts'
import type { LinesAsked } from '../../store/audit-lines.ts'
import { revisions } from '../../store/figures.ts'
import type { Store } from '../../store/open.ts'

/** The fields of the search, as the address has them. */
export const AUDIT_FIELDS = ['who', 'kind', 'subject', 'place', 'via', 'since', 'until', 'text', 'figure'] as const
export type AuditField = (typeof AUDIT_FIELDS)[number]
export type AuditSearch = Readonly<Partial<Record<AuditField, string>>>

/** What stands in an address or a form; empty fields are left out. */
export const searchOf = (read: (name: AuditField) => string | undefined): AuditSearch =>
  Object.fromEntries(
    AUDIT_FIELDS.flatMap(name => {
      const value = (read(name) ?? '').normalize('NFC').trim()
      return value === '' ? [] : [[name, value] as const]
    }),
  )

/** The lines that a search means; days are whole days in Việt Nam. Throws `bad-day`. */
export function linesAsked({ who, kind, subject, place, via, since, until, text }: AuditSearch): LinesAsked {
  const moment = (day: string, at: (day: string) => string | null) => {
    const found = isDay(day) ? at(day) : null
    if (found === null) throw new Fault('bad-day', { actual: day })
    return new Date(found).toISOString()
  }
  return {
    ...(who === undefined ? {} : { actor: who }),
    ...(kind === undefined ? {} : { kind }),
    ...(subject === undefined ? {} : { subject }),
    ...(place === undefined ? {} : { place }),
    ...(via === undefined ? {} : { origin: via }),
    ...(text === undefined ? {} : { text }),
    ...(since === undefined ? {} : { from: moment(since, day => `${day}T00:00:00+07:00`) }),
    // The last millisecond of the day, as moments are kept to the millisecond.
    ...(until === undefined ? {} : { to: moment(until, day => momentOf(day)?.replace('+', '.999+') ?? null) }),
  }
}

/** The same, and where a search names a figure ("indicator/area/period") only the lines that changed it. Throws `bad-day`. */
export async function linesMeant(store: Store, tenant: string, search: AuditSearch): Promise<LinesAsked> {
  if (search.figure === undefined) return linesAsked(search)
  const [indicator = '', area = '', ...period] = search.figure.split('/')
  const changes = await revisions(store, tenant, { indicator, area, period: period.join('/') })
  return { ...linesAsked(search), numbers: changes.map(each => each.log) }
}
