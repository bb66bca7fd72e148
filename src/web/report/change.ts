import type { Beside } from '../../desk/reports/form.ts'
import { parseDecimal, sign, subtract } from '../../measure/decimal.ts'
import { divideRatio, fromDecimal, multiplyRatio, ratio, showRatio } from '../../measure/ratio.ts'
import { showDecimal } from '../../measure/show.ts'
import type { Language } from '../../messages/message.ts'

/** How a figure differs from the one beside it: the difference exactly, and in % of what it was. */
export interface Change {
  /** "+1.234,5"; "0". */
  readonly by: string
  /** "+12,3%"; null of a share (its difference is in points) and where it was nought. */
  readonly percent: string | null
  /** The size of the change against what it was, to order by; 0 where there is none. */
  readonly size: number
}

/** Null where one of the two has no value. */
export function changeOf(value: string | null, beside: Beside | null, unit: string, language: Language): Change | null {
  const [now, before] = [parseDecimal(value ?? ''), parseDecimal(beside?.value ?? '')]
  if (!now || !before) return null
  const by = subtract(now, before)
  const signed = (text: string, of: number) => (of > 0 ? `+${text}` : text)
  const share = sign(before) === 0 ? null : divideRatio(fromDecimal(by), fromDecimal(before))
  const percent = share && multiplyRatio(share, ratio(100n))
  const size = percent ? Math.abs(Number(percent.num) / Number(percent.den)) : sign(by) === 0 ? 0 : 100
  const away = percent && sign(before) < 0 ? { ...percent, num: -percent.num } : percent
  return {
    by: signed(showDecimal(by, language), sign(by)),
    percent:
      away && unit !== '%' ? `${signed(showDecimal(showRatio(away, 1), language), away.num > 0n ? 1 : -1)}%` : null,
    size,
  }
}
