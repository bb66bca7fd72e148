import type { Outcome } from '../../messages/message.ts'
import type { By } from '../../store/log.ts'
import type { Store } from '../../store/open.ts'
import { withRow } from '../one-row.ts'
import { saveSchedules, type Setup } from '../setup.ts'
import { readSchedules, SCHEDULE_COLUMNS, writeSchedules } from './schedule.ts'

interface Desk {
  readonly store: Store
  readonly tenant: string
  readonly by: By
}

/** Defines one schedule of rounds, new or in the place of the one of its id; true, or null with messages by field. */
export async function defineSchedule(
  { store, tenant, by }: Desk,
  setup: Setup,
  fields: Readonly<Record<string, string>>,
): Promise<Outcome<true | null>> {
  const others = setup.schedules.filter(each => each.id !== fields['id'])
  const codes = [...setup.indicators.keys()]
  const read = withRow(writeSchedules(others), SCHEDULE_COLUMNS, fields, text => readSchedules(text, codes))
  if (!read.value) return { value: null, messages: read.messages }
  await saveSchedules(store, tenant, read.value, by)
  return { value: true, messages: [] }
}

/** Ends a schedule: no further rounds of it open. Reports that were made stay. */
export const dropSchedule = ({ store, tenant, by }: Desk, setup: Setup, id: string) =>
  saveSchedules(
    store,
    tenant,
    setup.schedules.filter(each => each.id !== id),
    by,
  )
