import { endDay } from '../timeline.ts'
import { addDays, lastDay } from '../../measure/period.ts'
import { fromDecimal, ONE } from '../../measure/ratio.ts'
import { dec } from '../../measure/decimal.ts'
import type { Shape } from '../../plan/plan.ts'
import { ofRatio } from '../quantity.ts'
import { because, inPeriod } from '../reason.ts'
import type { Chosen } from '../choice.ts'
import type { Task, Verdict } from '../task.ts'
import { compareRatio } from '../../measure/ratio.ts'

/**
 * A yes/no event by a date. Its figure is 1 from the day on which it happened, 0 before; the latest figure up to the
 * due day decides, so an event that was undone has not happened.
 */
export function milestone(task: Task<Extract<Shape, { kind: 'milestone' }>>): Verdict {
  const { when } = task.shape
  const due = task.ended(when)
  const inTime = task.series.figures.filter(c => endDay(c.figure.period) <= endDay(when))
  const latest = inTime.at(-1)
  const late = due ? task.series.figures.find(c => endDay(c.figure.period) > endDay(when) && happened(c)) : undefined
  const day = { day: { kind: 'day', day: lastDay(when) } } as const
  const base = {
    required: null,
    projected: null,
    needed: null,
    value: latest ? ofRatio(fromDecimal(latest.figure.value)) : null,
  }
  const used = [latest, late]
    .filter(c => c !== undefined)
    .map(c => ({
      period: c.figure.period,
      value: fromDecimal(c.figure.value),
      how: 'own' as const,
      from: [c],
    }))
  if (latest && happened(latest)) {
    const since = inTime.slice(inTime.findLastIndex(c => !happened(c)) + 1)[0] ?? latest
    return {
      ...base,
      status: 'met',
      used,
      reasons: [because('evaluation.happened', { period: inPeriod(since.figure.period), ...day })],
    }
  }
  if (due && late)
    return {
      ...base,
      status: 'missed',
      used,
      reasons: [because('evaluation.happened-late', { period: inPeriod(late.figure.period), ...day })],
    }
  if (due && latest) return { ...base, status: 'missed', used, reasons: [because('evaluation.not-happened', day)] }
  if (due) return { ...base, status: 'noData', used, reasons: [because('evaluation.no-word', day)] }
  return {
    ...base,
    status: 'notDue',
    used,
    needed: [
      {
        indicator: task.indicator.code,
        period: { frequency: 'D', start: addDays(endDay(when), -1), length: 1 },
        value: dec(1),
      },
    ],
    reasons: [
      because('evaluation.not-due', day),
      ...(latest ? [because('evaluation.not-yet', { period: inPeriod(latest.figure.period) })] : []),
    ],
  }
}

const happened = (c: Chosen): boolean => compareRatio(fromDecimal(c.figure.value), ONE) >= 0
