import { isDay } from '../measure/period.ts'
import { dayIn, vietnamTime } from '../measure/vietnam-time.ts'
import { logAt } from '../store/log.ts'
import type { Store } from '../store/open.ts'
import { Fault } from './faults.ts'

/** What was asked to be judged: by which day, and by which knowledge. */
export interface Asked {
  /** The ISO day judged. */
  readonly on: string
  /** The moment of knowledge, ISO with its offset. */
  readonly asOf: string
  /** The number of the log that it resolves to; null where it was not asked for: everything known now. */
  readonly asOfLog: number | null
  /** The ISO day whose map of the territory was chosen; null where each plan's own is meant. */
  readonly map: string | null
}

/** What an address says of it; today, now and no map of its own where it does not. Throws `bad-day`, `bad-moment`. */
export async function askedOf(
  store: Store,
  tenant: string,
  now: Date,
  {
    on,
    asOf,
    map,
  }: { readonly on: string | undefined; readonly asOf: string | undefined; readonly map?: string | undefined },
): Promise<Asked> {
  const day = on === undefined || on === '' ? dayIn(now) : on
  const chosen = map === undefined || map === '' ? null : map
  for (const each of [day, chosen]) if (each !== null && !isDay(each)) throw new Fault('bad-day', { actual: each })
  if (asOf === undefined || asOf === '') return { on: day, asOf: vietnamTime(now), asOfLog: null, map: chosen }
  const moment = momentOf(asOf)
  if (!moment) throw new Fault('bad-moment', { actual: asOf })
  return { on: day, asOf: moment, asOfLog: await logAt(store, tenant, moment), map: chosen }
}

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/

/** A bare day is the end of that day in Việt Nam; else a moment with its offset. Null for anything else. */
export function momentOf(text: string): string | null {
  if (isDay(text)) return `${text}T23:59:59+07:00`
  // A blank is what a plus sign becomes in an address.
  const whole = text.replace(' ', '+')
  return MOMENT.test(whole) && !Number.isNaN(Date.parse(whole)) ? whole : null
}
