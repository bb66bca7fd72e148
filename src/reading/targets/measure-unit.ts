import { countedIn } from '../numbers/unit-after.ts'
import type { View } from '../words/view.ts'
import type { Quantity } from './quantity.ts'

/** "11,5 bác sỹ và 32,3 giường bệnh trên 1 vạn dân": what is said once of the last is said of all. */
export function sharedRate(quantities: readonly Quantity[], view: View): ReadonlyMap<Quantity, string> {
  const shared = new Map<Quantity, string>()
  quantities.forEach((quantity, i) => {
    const next = quantities[i + 1]
    const rate = next?.unit.unit.match(/(?:\/| trên | cho )(.*(?:dân|người|hộ).*)$/u)?.[1]
    if (
      next &&
      rate !== undefined &&
      !quantity.unit.unit.includes('/') &&
      quantity.unit.kind === 'counted' &&
      /^\s?(?:và|,)\s?(?:có )?$/.test(view.low.slice(quantity.to, next.from))
    )
      shared.set(quantity, rate)
  })
  return shared
}

export const rateBaseOf = (name: string): string | undefined =>
  /(?:trên|\/)\s?((?:(?:1|một) (?:vạn|nghìn)|vạn|nghìn|10\.000|1\.000|100\.000) dân)/u.exec(name)?.[1]

/** The unit as a page shows it: rates with a slash, the base of a rate taken from the name where only that tells it. */
export function unitOf(quantity: Quantity, name: string, rate: string | undefined, timeUnit: string): string {
  const { kind } = quantity.unit
  const counted = kind === 'none' && timeUnit === '' ? countedIn(name) : ''
  const own = (quantity.unit.unit || timeUnit || counted)
    .replace(/giưởng/i, 'giường')
    .replace(/^(.+?) (?:trên|tính trên|cho) (?=(?:1|một|vạn|nghìn|\d))/u, '$1 / ')
    .replace(/^(.{2,}?)\/(?=(?:1 |một )?(?:vạn|nghìn|\d))/u, '$1 / ')
  return rate && (kind === 'counted' || counted !== '') && !own.includes('/') ? `${own} / ${rate}` : own
}
