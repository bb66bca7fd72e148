import { decimalText } from '../../measure/decimal.ts'
import { boundJson, figureJson, measureJson, refJson } from '../json.ts'
import type { Cause, Comparison } from './compare.ts'

/** What turned between two days or two moments of knowledge, the worst turn first; measures that did not change are left out. */
export const comparisonJson = ({ plan, rows, summary }: Comparison) => ({
  plan: plan.id,
  summary: { before: summary[0], after: summary[1] },
  measures: rows
    .filter(row => row.changed)
    .map(row => ({
      target: row.target.id,
      measure: row.measure.id,
      turn: row.moved < 0 ? ('worse' as const) : row.moved > 0 ? ('better' as const) : ('same' as const),
      before: row.before && measureJson(row.before),
      after: row.after && measureJson(row.after),
      causes: row.causes.map(causeJson),
    })),
  unchanged: rows.filter(row => !row.changed).length,
})

function causeJson(cause: Cause) {
  const { kind } = cause
  switch (kind) {
    case 'bound':
      return {
        kind,
        before: cause.before.bound && boundJson(cause.before.bound),
        after: cause.after.bound && boundJson(cause.after.bound),
      }
    case 'revised':
      return { kind, figure: figureJson(cause.figure), beforeText: decimalText(cause.before) }
    case 'withheld':
      return { kind, figure: refJson(cause.figure), beforeText: cause.before && decimalText(cause.before) }
    case 'new':
    case 'gone':
    case 'released':
      return { kind, figure: figureJson(cause.figure) }
    case 'day':
      return { kind }
    default:
      return kind satisfies never
  }
}
