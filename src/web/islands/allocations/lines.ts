import type { SumLine } from '../../../evaluation/allocation/sum-lines.ts'
import { absolute, sign, type Decimal } from '../../../measure/decimal.ts'
import { withUnit } from '../../../measure/show-unit.ts'

/** How a sum line stands to what it is a sum of; `open`: nobody has said what it should come to. */
export type Standing = 'adds' | 'over' | 'under' | 'open'

export const standingOf = ({ difference }: SumLine): Standing => {
  if (!difference) return 'open'
  const side = sign(difference)
  return side === 0 ? 'adds' : side > 0 ? 'over' : 'under'
}

/** How a line is called and its numbers are written, in the reader's language. */
export interface Saying {
  readonly say: (code: LineCode, values: Readonly<Record<string, string>>) => string
  readonly number: (value: Decimal) => string
  readonly unit: string
  readonly nameOf: (line: SumLine) => string
}
export type LineCode = `web.allocations.line-${SumLine['over']}-${Standing}`

export const LINE_CODES: readonly LineCode[] = (['areas', 'years'] as const).flatMap(over =>
  (['adds', 'over', 'under', 'open'] as const).map(standing => `web.allocations.line-${over}-${standing}` as const),
)

/** "Năm 2023: các địa bàn cộng lại 900 hộ, còn thiếu 100 hộ so với mức 1.000 hộ." */
export function lineInWords(line: SumLine, { say, number, unit, nameOf }: Saying): string {
  const amount = (value: Decimal | null) => (value ? withUnit(number(value), unit) : '')
  const { over, sum, whole, difference } = line
  return say(`web.allocations.line-${over}-${standingOf(line)}`, {
    name: nameOf(line),
    sum: amount(sum),
    whole: amount(whole),
    gap: amount(difference && absolute(difference)),
  })
}

/** What is said of all lines of a table: those that do not come to their whole, or in one sentence that all do. */
export function gapsInWords(lines: readonly SumLine[], saying: Saying, all: { adds: string; none: string }): string[] {
  const shared = lines.filter(({ count }) => count > 0)
  const off = shared.filter(line => standingOf(line) !== 'adds')
  if (shared.length === 0) return [all.none]
  const told = shared.length === 1 ? shared : off
  return told.length === 0 ? [all.adds] : told.map(line => lineInWords(line, saying))
}
