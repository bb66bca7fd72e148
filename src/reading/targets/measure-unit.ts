import { countedIn } from '../numbers/unit-after.ts'
import type { View } from '../words/view.ts'
import type { Quantity } from './quantity.ts'

/** "11,5 bác sỹ và 32,3 giường bệnh trên 1 vạn dân": what is said once of the last is said of all. */
export function sharedRate(quantities: readonly Quantity[], view: View): ReadonlyMap<Quantity, string> {
  const shared = new Map<Quantity, string>()
  let rate: string | undefined
  for (let i = quantities.length - 1; i >= 0; i -= 1) {
    const [quantity, next] = [quantities[i], quantities[i + 1]]
    if (!quantity) continue
    const own = /(?:\/| trên | cho )(.*(?:dân|người|hộ).*)$/u.exec(quantity.unit.unit)?.[1]
    const joined =
      next !== undefined &&
      quantity.unit.kind === 'counted' &&
      /^(?: \p{L}+){0,2}\s?(?:và|,)\s?(?:có )?$/u.test(view.low.slice(quantity.to, next.from))
    if (own === undefined && joined && rate !== undefined) shared.set(quantity, rate)
    rate = own ?? (joined ? rate : undefined)
  }
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
