import type { Absence } from '../measure/absence.ts'
import type { Decimal } from '../measure/decimal.ts'
import type { Period } from '../measure/period.ts'
import { compareRatio, fromDecimal, showRatio, type Ratio } from '../measure/ratio.ts'

/** Where a figure's word comes from; an official value revises an estimate of the same source. */
export const STATUSES = ['estimated', 'provisional', 'official', 'revised', 'simulated'] as const
export type ObservationStatus = (typeof STATUSES)[number]

/** SDMX OBS_STATUS codes (SDMX cross-domain code list CL_OBS_STATUS) kept beside ours. */
export const OBS_STATUS: Readonly<Record<ObservationStatus, string>> = {
  estimated: 'E',
  provisional: 'P',
  official: 'A',
  revised: 'V',
  simulated: 'I',
}

/** What identifies a figure; the tenant is the store's. An empty breakdown is the total. */
export interface ObservationKey {
  readonly indicator: string
  readonly method: string
  readonly area: string
  /** The day whose map of the territory it speaks of; null where the area never changed. */
  readonly map: string | null
  readonly period: Period
  /** Dimension = code, sorted by dimension. */
  readonly breakdown: Readonly<Record<string, string>>
  readonly source: string
}

/** One value with its key, status and origin. */
export interface Observation extends ObservationKey {
  readonly value: Decimal | Absence
  /** Of a figure that was computed: what it comes to exactly, where `value` is that rounded. Formulas compute with it. */
  readonly exact?: Ratio
  readonly status: ObservationStatus
  readonly note: string
  /** The number of the tenant's log at which the store learnt it. */
  readonly log: number
}

/** A computed value as a figure: to the decimals of its indicator, and exactly where that is not all of it. */
export function computedAs(exact: Ratio, decimals: number): Pick<Observation, 'value' | 'exact'> {
  const value = showRatio(exact, decimals)
  return compareRatio(fromDecimal(value), exact) === 0 ? { value } : { value, exact }
}
