import { isAbsent } from '../measure/absence.ts'
import { compare, dec, multiply, sign, type Decimal } from '../measure/decimal.ts'
import { divideRatio, fromDecimal } from '../measure/ratio.ts'
import type { Message } from '../messages/message.ts'
import type { ReadFigure } from './figure-rows.ts'

/** The figures in % that a column holds as bare numbers, without a sign or a format that says so. */
export interface BareColumn {
  /** As messages name it. */
  readonly column: string
  /** The line of its first figure; null where lines are not told. */
  readonly line: number | null
  readonly figures: readonly Pick<ReadFigure, 'indicator' | 'area' | 'period' | 'breakdown' | 'value'>[]
}

/** What is known of the same thing at another time; null where nothing is. */
export type KnownBefore = (figure: BareColumn['figures'][number]) => Decimal | null

const [ONE, TEN, THOUSAND] = [dec('1'), dec('10'), dec('1000')]

/**
 * Columns that look like shares of one where the indicator is in %: every figure lies within 0 and 1, and each of which
 * something is known was ten times as much or more. What a cell says is taken; whoever sent it is told.
 */
export const sharesOfOne = (columns: readonly BareColumn[], before: KnownBefore): Message[] =>
  columns.filter(mayBeShares).flatMap(({ column, line, figures }): Message[] => {
    const factors: bigint[] = []
    for (const figure of figures) {
      const known = isAbsent(figure.value) || sign(figure.value) === 0 ? null : before(figure)
      if (!known || isAbsent(figure.value)) continue
      if (compare(known, multiply(figure.value, TEN)) < 0 || compare(known, multiply(figure.value, THOUSAND)) > 0)
        return []
      const { num, den } = divideRatio(fromDecimal(known), fromDecimal(figure.value))
      factors.push(num / den)
    }
    const [least] = factors.sort((a, b) => (a < b ? -1 : 1))
    if (least === undefined) return []
    const told = { severity: 'warning', column, actual: String(least), expected: String(figures.length) } as const
    return [
      line === null
        ? { rule: 'exchange.shares-of-one-all', ...told }
        : { rule: 'exchange.shares-of-one', line, ...told },
    ]
  })

/** Whether all lie within 0 and 1 and one is above 0: only then is it worth asking what was known before. */
export const mayBeShares = ({ figures }: BareColumn): boolean =>
  figures.every(({ value }) => isAbsent(value) || (sign(value) >= 0 && compare(value, ONE) <= 0)) &&
  figures.some(({ value }) => !isAbsent(value) && sign(value) > 0)
