import type { BareColumn, KnownBefore } from '../../exchange/shares-of-one.ts'
import { isAbsent } from '../../measure/absence.ts'
import { lastDay, periodCode } from '../../measure/period.ts'
import type { Decimal } from '../../measure/decimal.ts'
import { observations } from '../../store/figures.ts'
import type { Store } from '../../store/open.ts'

type Place = Pick<BareColumn['figures'][number], 'indicator' | 'area' | 'breakdown'>
const placeOf = ({ indicator, area, breakdown }: Place): string =>
  [indicator, area, JSON.stringify(breakdown)].join(' ')

/** The latest figure of the same indicator, area and breakdown for another period than is asked of; one question to the store. */
export async function knownBefore(store: Store, tenant: string, columns: readonly BareColumn[]): Promise<KnownBefore> {
  const indicators = [...new Set(columns.flatMap(({ figures }) => figures.map(each => each.indicator)))]
  const known = new Map<string, { readonly period: string; readonly last: string; readonly value: Decimal }[]>()
  for (const each of await observations(store, tenant, { indicators })) {
    if (isAbsent(each.value)) continue
    const found = known.get(placeOf(each)) ?? []
    found.push({ period: periodCode(each.period), last: lastDay(each.period), value: each.value })
    known.set(placeOf(each), found)
  }
  // What the file itself says of other periods is no witness.
  const own = new Set(
    columns.flatMap(({ figures }) => figures.map(each => `${placeOf(each)} ${periodCode(each.period)}`)),
  )
  return figure => {
    const others = (known.get(placeOf(figure)) ?? []).filter(({ period }) => !own.has(`${placeOf(figure)} ${period}`))
    return others.reduce<(typeof others)[number] | null>((a, b) => (a && a.last >= b.last ? a : b), null)?.value ?? null
  }
}
