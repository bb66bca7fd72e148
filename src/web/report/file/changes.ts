import type { EnteredFigure } from '../../../desk/reports/entries.ts'
import type { FormFigure, ReportForm } from '../../../desk/reports/form.ts'
import { decimalText, normalize, parseDecimal } from '../../../measure/decimal.ts'

/** A figure that a file would change. */
export interface FileChange {
  readonly figure: FormFigure
  readonly next: EnteredFigure
}

/** What a file would change of a report, figure by figure; what it repeats is left out. */
export const changesOf = (form: ReportForm, entered: ReadonlyMap<string, EnteredFigure>): FileChange[] =>
  form.figures.flatMap(figure => {
    const next = entered.get(figure.key)
    return next && !same(figure, next) ? [{ figure, next }] : []
  })

function same({ line }: FormFigure, next: EnteredFigure): boolean {
  if (!line) return next.value === null && next.absent === null
  return (
    plain(line.value) === plain(next.value) && line.absent === next.absent && line.note === (next.note ?? line.note)
  )
}

function plain(text: string | null): string | null {
  const number = text === null ? null : parseDecimal(text)
  return number ? decimalText(normalize(number)) : text
}
