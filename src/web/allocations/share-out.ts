import { lastOfAreas } from '../../desk/allocations/sharers.ts'
import { addsUp, sharedOut, type Ends, type Sharer } from '../../desk/allocations/shares.ts'
import { placeKey } from '../../evaluation/allocation/places.ts'
import type { Bound } from '../../measure/bound.ts'
import type { Decimal } from '../../measure/decimal.ts'
import type { Message, Outcome } from '../../messages/message.ts'
import { currentTerritory } from '../../store/territory.ts'
import { mapOn } from '../../territory/map.ts'
import type { Around } from '../around.ts'
import type { Shown } from './load.ts'

/** What a share is weighed by: equal parts, the last figures, or the last figures of another indicator by its code. */
export interface Weighing {
  readonly over: 'areas' | 'years'
  readonly by: string
}

/**
 * Shares for every line of the table whose whole is known: over the areas for each of its years, or over the years for each of
 * its areas. `wholes`: the bounds as they are typed. Null with messages where nobody has a weight.
 */
export async function sharedTable(
  around: Around,
  { measure, indicator, sharers, table, day }: Shown,
  wholes: ReadonlyMap<string, Bound>,
  { over, by }: Weighing,
): Promise<Outcome<ReadonlyMap<string, Ends> | null>> {
  const parts = (over === 'areas' ? sharers.areas : sharers.years).filter(each => each.key !== '')
  const weights = over === 'years' ? parts.map(() => ONE) : await weightsOf(around, parts, by, day)
  const adds = addsUp(measure, indicator, over)
  const shares = new Map<string, Ends>()
  const messages: Message[] = []
  for (const line of over === 'areas' ? table.years : table.areas) {
    const key = (part: string) => (over === 'areas' ? placeKey(part, line) : placeKey(line, part))
    const whole = wholes.get(key(''))
    if (!whole) continue
    const split = sharedOut(whole, weights, adds, indicator?.decimals ?? 0)
    if ('rule' in split) messages.push({ ...split, column: 'by' })
    else parts.forEach((part, i) => split[i] && shares.set(key(part.key), split[i]))
  }
  if (messages[0]) return { value: null, messages: [messages[0]] }
  if (shares.size === 0)
    return { value: null, messages: [{ rule: 'web.allocations.no-whole', severity: 'error', column: 'by' }] }
  return { value: shares, messages: [] }
}

/** Who has no figure gets nothing. */
async function weightsOf(
  { store, tenant }: Around,
  parts: readonly Sharer[],
  by: string,
  day: string,
): Promise<readonly Decimal[]> {
  if (by === 'last') return parts.map(each => each.last ?? NOTHING)
  if (by === '') return parts.map(() => ONE)
  const map = mapOn(await currentTerritory(store, tenant), day)
  const { last } = await lastOfAreas(
    store,
    tenant,
    by,
    parts.map(each => each.key),
    map,
  )
  return parts.map(each => last.get(each.key) ?? NOTHING)
}

const ONE: Decimal = { coefficient: 1n, scale: 0 }
const NOTHING: Decimal = { coefficient: 0n, scale: 0 }
