import type { AbsenceReason } from '../../measure/absence.ts'
import type { ObservationStatus } from '../../plan/observation.ts'
import type { FormFigure, ReportForm } from './form.ts'
import type { ReportLine } from './report.ts'

/** What is entered for a figure: a value in plain notation, or why there is none; both null where it is left empty. */
export interface EnteredFigure {
  readonly value: string | null
  readonly absent: AbsenceReason | null
  /** Left out: as it stands. */
  readonly note?: string
}

/** The lines of a report with figures entered by their keys; what is not among them, and what is beside them, stays. */
export function linesWith(
  form: ReportForm,
  entered: ReadonlyMap<string, EnteredFigure>,
  status: ObservationStatus | null,
): ReportLine[] {
  const lines = form.figures.flatMap((figure): ReportLine[] => {
    const given = entered.get(figure.key)
    const line = given ? lineOf(figure, given, status) : figure.line
    if (!line) return []
    return [status === null || line.status === status ? line : { ...line, status }]
  })
  return [...lines, ...form.rest]
}

function lineOf(
  { indicator, area, line }: FormFigure,
  { value, absent, note }: EnteredFigure,
  status: ObservationStatus | null,
): ReportLine | null {
  if (value === null && absent === null) return null
  return {
    indicator: indicator.code,
    area: area.id,
    breakdown: {},
    method: line?.method ?? '',
    value,
    absent: value === null ? absent : null,
    status: status ?? line?.status ?? 'provisional',
    note: (note ?? line?.note ?? '').normalize('NFC').trim(),
  }
}
