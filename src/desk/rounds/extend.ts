import { isDay } from '../../measure/period.ts'
import { define } from '../../store/definitions.ts'
import type { By } from '../../store/log.ts'
import type { Store } from '../../store/open.ts'
import { setupOf } from '../setup.ts'
import { roundById, type Round } from './round.ts'

/** Puts off the due day of a round, with a reason; or says why not. */
export async function extendRound(
  store: Store,
  tenant: string,
  id: string,
  due: string,
  reason: string,
  by: By,
): Promise<Round | { readonly refused: 'no-round' | 'no-reason' | 'not-later' }> {
  const setup = await setupOf(store, tenant)
  const round = roundById(id, setup.schedules, setup.calendar, setup.extensions)
  if (!round) return { refused: 'no-round' }
  if (reason.trim() === '') return { refused: 'no-reason' }
  if (!isDay(due) || due <= (round.extended?.from ?? round.due)) return { refused: 'not-later' }
  const extension = { due, reason: reason.normalize('NFC').trim() }
  await define(store, tenant, 'round', { [id]: extension }, by)
  return { ...round, due, extended: { from: round.extended?.from ?? round.due, reason: extension.reason } }
}
