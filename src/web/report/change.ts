import type { Beside } from '../../desk/reports/form.ts'
import { parseDecimal, sign, subtract, type Decimal } from '../../measure/decimal.ts'
import { divideRatio, fromDecimal, multiplyRatio, ratio, showRatio, type Ratio } from '../../measure/ratio.ts'
import { showDecimal } from '../../measure/show.ts'
import type { Language } from '../../messages/message.ts'

/** How a figure differs from the one beside it: the difference exactly, and in % of what it was. */
export interface Change {
  readonly by: Decimal
  /** Null of a share (its difference is in points) and where it was nought. */
  readonly percent: Ratio | null
  /** The size of the change against what it was, to order by; 0 where there is none. */
  readonly size: number
}

/** Null where one of the two has no value. */
export function changeOf(value: string | null, beside: Beside | null, unit: string): Change | null {
  const [now, before] = [parseDecimal(value ?? ''), parseDecimal(beside?.value ?? '')]
  if (!now || !before) return null
  const by = subtract(now, before)
  const share = sign(before) === 0 ? null : divideRatio(fromDecimal(by), fromDecimal(before))
  const percent = share && multiplyRatio(share, ratio(100n))
  const size = percent ? Math.abs(Number(percent.num) / Number(percent.den)) : sign(by) === 0 ? 0 : 100
  const away = percent && sign(before) < 0 ? { ...percent, num: -percent.num } : percent
  return { by, percent: unit === '%' ? null : away, size }
}

const signed = (text: string, up: boolean) => (up ? `+${text}` : text)

/** "+1.234,5"; "0". */
export const differenceIn = (by: Decimal, language: Language): string => signed(showDecimal(by, language), sign(by) > 0)

/** "+12,3%". */
export const percentIn = (percent: Ratio, language: Language): string =>
  `${signed(showDecimal(showRatio(percent, 1), language), percent.num > 0n)}%`
