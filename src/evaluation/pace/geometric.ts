import type { Period } from '../../measure/period.ts'
import { divideRatio, multiplyRatio, powerRatio, type Ratio } from '../../measure/ratio.ts'
import type { NeededFigure, Reason } from '../judgement.ts'
import { aim, decimalInside, standing, type Limit } from '../limits.ts'
import { factorOf, type Quantity } from '../quantity.ts'
import { amountOf, because, inPeriod } from '../reason.ts'
import { signedPower } from '../root.ts'
import type { Found } from '../series.ts'
import type { MeanGrowth } from '../shapes/mean-growth.ts'
import { fromTo } from '../from-to.ts'
import { said, saidOf, yearlyRate } from '../said.ts'
import type { Course, Task } from '../task.ts'
import { safely } from './safely.ts'
import { fromDecimal } from '../../measure/ratio.ts'

interface Step {
  readonly found: Found
  /** Years since the base. */
  readonly years: number
}

/** Mean growth from levels: base × (1 + g)^years is asked of every year; powers are compared, roots only shown. */
export function geometricCourse(task: Task<MeanGrowth>, parts: readonly Period[], base: Found): Course {
  const n = parts.length
  const { change } = task.shape
  const end = parts.at(-1)
  const steps: Step[] = [{ found: base, years: 0 }]
  parts.forEach((p, i) => {
    const found = task.ended(p) ? task.series.value(p) : null
    if (found) steps.push({ found, years: i + 1 })
  })
  const latest = steps.at(-1)
  const previous = steps.at(-2)
  const due = end !== undefined && task.ended(end)
  const rate = (step: Step): Quantity => ({
    kind: 'meanRate',
    factor: divideRatio(step.found.value, base.value),
    periods: step.years,
    change,
  })
  const shared = { due, expected: parts.some(p => task.ended(p)), grounds: [] }
  if (!latest || !previous || !end)
    return {
      ...shared,
      outcome: null,
      soFar: null,
      path: null,
      projected: null,
      needed: endFigure(task, base, n, end),
      used: [base],
      progress: [],
    }
  const outcome = due && latest.years === n ? rate(latest) : null
  const projected = due ? null : goOn(base.value, previous, latest, n)
  return {
    ...shared,
    outcome,
    soFar: rate(latest),
    path: task.limits,
    projected: projected && {
      value: { kind: 'meanRate', change, ...projected },
      method: 'lastPace',
      period: task.shape.when,
    },
    needed: outcome ? null : endFigure(task, base, n, end),
    used: [base, previous.found, latest.found],
    grounds: outcome ? [because('evaluation.from-to', fromTo(task, base, latest.found))] : [],
    progress: outcome ? [] : progress(task, base, latest, n, rate(latest), due),
  }
}

/**
 * The mean growth by the end if the last yearly factor goes on. Between the two latest figures lie d years, so both
 * sides are raised to the d-th power: (latest/base)^d × (latest/previous)^(n−k), over n·d periods. Null where a
 * value is not above zero, for then there is no factor.
 */
function goOn(base: Ratio, previous: Step, latest: Step, n: number): { factor: Ratio; periods: number } | null {
  const [before, now] = [previous.found.value, latest.found.value]
  if (before.num <= 0n || now.num <= 0n) return null
  const d = latest.years - previous.years
  const factor = multiplyRatio(
    powerRatio(divideRatio(now, base), d),
    powerRatio(divideRatio(now, before), n - latest.years),
  )
  return { factor, periods: n * d }
}

const wantedAt = (task: Task<MeanGrowth>, base: Found, limit: Limit, years: number): Ratio =>
  multiplyRatio(base.value, signedPower(factorOf(limit.at, task.shape.change), years))

function progress(
  task: Task<MeanGrowth>,
  base: Found,
  latest: Step,
  n: number,
  soFar: Quantity,
  due: boolean,
): readonly Reason[] {
  const opening = because('evaluation.mean-growth-so-far', {
    ...fromTo(task, base, latest.found),
    rate: said(task, soFar),
  })
  const goal = aim(task.limits, soFar)
  if (due || !goal) return [opening]
  const { unit: own, decimals } = task.indicator
  const path = because('evaluation.path-growth', {
    period: inPeriod(latest.found.period),
    required: amountOf(wantedAt(task, base, goal.limit, latest.years), own, decimals),
    rate: saidOf(task, goal.limit.at),
  })
  if (latest.found.value.num <= 0n) return [opening, path]
  const factor = divideRatio(wantedAt(task, base, goal.limit, n), latest.found.value)
  if (factor.num < 0n) return [opening, path]
  const pace: Quantity = { kind: 'meanRate', factor, periods: n - latest.years, change: task.shape.change }
  const value = safely(pace, goal, task.decimals)
  return value ? [opening, path, yearlyRate(task, value, goal.side)] : [opening, path]
}

function endFigure(
  task: Task<MeanGrowth>,
  base: Found,
  n: number,
  end: Period | undefined,
): readonly NeededFigure[] | null {
  const goal = aim(task.limits, null)
  if (!goal || !end) return null
  const turned = task.shape.change === 'down'
  const side = (goal.side === 'low') === turned ? 'high' : 'low'
  const value = decimalInside({ ...goal.limit, at: wantedAt(task, base, goal.limit, n) }, side, task.indicator.decimals)
  const factor = divideRatio(fromDecimal(value), base.value)
  const stands = standing({ kind: 'meanRate', factor, periods: n, change: task.shape.change }, task.limits)
  return stands === 'met' || stands === 'exceeded' ? [{ indicator: task.indicator.code, period: end, value }] : null
}
