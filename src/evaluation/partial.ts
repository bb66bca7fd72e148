import { cellAt } from '../cube/read.ts'
import type { Coverage } from '../cube/read.ts'
import type { Cube } from '../cube/cube.ts'
import { figuresOf } from '../cube/figures.ts'
import type { Period } from '../measure/period.ts'
import type { Ratio } from '../measure/ratio.ts'
import type { Plan } from '../plan/plan.ts'
import type { Question } from './evaluate.ts'
import type { Reason } from './judgement.ts'
import { amountOf, because, inPeriod } from './reason.ts'
import type { Knowledge } from './series.ts'
import type { Found } from './series.ts'
import type { Task } from './task.ts'
import { endDay } from './timeline.ts'

/** A total of which something is missing: told, never judged, for nobody knows what the rest will bring. */
export interface PartialTotal {
  readonly indicator: string
  readonly period: Period
  /** In the indicator's unit. */
  readonly value: Ratio
  readonly coverage: Coverage
}

/**
 * A plan of an area put to a cube: its figures, those that are added up of areas below and shorter periods where all are there,
 * and beside them the totals that are not whole.
 */
export function questionOfCube(cube: Cube, plan: Plan, knowledge: Knowledge): Question {
  const codes = new Set(plan.indicators.map(i => i.code))
  const row = cube.axis.rows.get(plan.area)
  const partials: PartialTotal[] = []
  if (row !== undefined)
    for (const column of cube.columns) {
      const { indicator, breakdown } = column.slice
      if (!codes.has(indicator) || breakdown !== '{}') continue
      column.calendar.periods.forEach((period, index) => {
        const cell = cellAt(cube, column, row, index)
        if (cell.kind === 'partial') partials.push({ indicator, period, value: cell.value, coverage: cell.coverage })
      })
    }
  return { ...knowledge, plan, observations: figuresOf(cube, plan.area), partials }
}

/** The newest total in the measure's time that is not whole, where nothing as new was used. */
export function partialReasons(
  { shape, indicator, ended }: Task,
  used: readonly Found[],
  partials: readonly PartialTotal[],
): readonly Reason[] {
  const inTime = partials.filter(
    p => ended(p.period) && endDay(p.period) <= endDay(shape.when) && p.period.frequency === shape.when.frequency,
  )
  const newest = inTime.reduce<PartialTotal | null>(
    (held, p) => (!held || endDay(p.period) > endDay(held.period) ? p : held),
    null,
  )
  if (!newest || used.some(f => endDay(f.period) >= endDay(newest.period))) return []
  const { covered, due } = newest.coverage
  return [
    because('evaluation.partial-total', {
      period: inPeriod(newest.period),
      value: amountOf(newest.value, indicator.unit, indicator.decimals),
      count: { kind: 'count', count: covered },
      of: { kind: 'count', count: due },
    }),
  ]
}
