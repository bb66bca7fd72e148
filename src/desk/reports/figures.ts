import { absent } from '../../measure/absence.ts'
import { dec } from '../../measure/decimal.ts'
import type { Period } from '../../measure/period.ts'
import type { NewObservation } from '../../store/figures.ts'
import type { ReportLine } from './report.ts'

/** Lines of a report as figures of the store; their source is the organisation that reports them. */
export const figuresOf = (lines: readonly ReportLine[], period: Period, organisation: string): NewObservation[] =>
  lines.map(line => ({
    indicator: line.indicator,
    method: line.method,
    area: line.area,
    map: null,
    period,
    breakdown: line.breakdown,
    source: organisation,
    value: line.value === null ? absent(line.absent ?? 'notReported') : dec(line.value),
    status: line.status,
    note: line.note,
  }))
