import { readFigures, type FigureFile } from '../../exchange/figures.ts'
import { isAbsent } from '../../measure/absence.ts'
import { decimalText } from '../../measure/decimal.ts'
import { periodCode, samePeriod, type Period } from '../../measure/period.ts'
import type { Message, Outcome } from '../../messages/message.ts'
import type { ReportLine } from './report.ts'

/** The lines of a report from a file of figures, all or none; every figure must be of the round's period. */
export function linesOfFile(text: string, period: Period, file: FigureFile): Outcome<readonly ReportLine[] | null> {
  const { value, messages } = readFigures(text, file)
  if (!value) return { value: null, messages }
  const others = value.flatMap((figure, i): Message[] =>
    samePeriod(figure.period, period)
      ? []
      : [
          {
            rule: 'desk.other-period',
            severity: 'error',
            line: i + 2,
            column: 'period',
            actual: periodCode(figure.period),
            expected: periodCode(period),
          },
        ],
  )
  if (others.length > 0) return { value: null, messages: others }
  const lines = value.map((figure): ReportLine => ({
    indicator: figure.indicator,
    area: figure.area,
    breakdown: figure.breakdown,
    method: figure.method,
    value: isAbsent(figure.value) ? null : decimalText(figure.value),
    absent: isAbsent(figure.value) ? figure.value.absent : null,
    status: figure.status,
    note: figure.note,
  }))
  return { value: lines, messages }
}
