import { firstYear, lastYear } from '../../measure/period.ts'
import { divideRatio, type Ratio } from '../../measure/ratio.ts'
import type { Shape } from '../../plan/plan.ts'
import type { CoherenceFinding } from '../judgement.ts'
import { compareQuantity, type Quantity } from '../quantity.ts'
import { amount, amountOf, because, inPeriod } from '../reason.ts'
import { dueYear, ofShape, printedEnds, yearlyPast, type Promised, type Promises } from './promises.ts'

type Growth = Promised<Extract<Shape, { kind: 'meanGrowth' }>>

/**
 * The growth that a level asks of its baseline, beside the growth that the plan promises for the same indicator, or
 * for the whole of which it is the amount per head.
 */
export function impliedGrowth(promises: Promises): readonly CoherenceFinding[] {
  const growths = ofShape(promises, 'meanGrowth').filter(
    g => g.shape.basis === 'relative' && g.shape.change === 'up' && g.shape.mean === 'geometric',
  )
  return ofShape(promises, 'level').flatMap(p => growths.flatMap(g => compare(p, g)))
}

function compare(p: Promised, g: Growth): readonly CoherenceFinding[] {
  const same = p.indicator.code === g.indicator.code && p.indicator.overTime !== 'chainedGrowth'
  if (!same && !isPerHeadOf(p, g)) return []
  const base = yearlyPast(p).at(-1)
  const { low, high } = printedEnds(p.measure)
  // Both must speak of the same years, or their growths are not the same thing.
  if (
    !base ||
    base.value.num <= 0n ||
    firstYear(g.shape.when) !== base.year + 1 ||
    lastYear(g.shape.when) !== dueYear(p)
  )
    return []
  const implied = (at: Ratio | null): Quantity | null =>
    at && at.num > 0n
      ? { kind: 'meanRate', factor: divideRatio(at, base.value), periods: dueYear(p) - base.year, change: 'up' }
      : null
  const [least, most] = [implied(low), implied(high)]
  const promised = printedEnds(g.measure)
  const above = least && promised.high && compareQuantity(least, promised.high) > 0
  const below = most && promised.low && compareQuantity(most, promised.low) < 0
  if (!above && !(below && same)) return []
  const ends = [least, most].filter(q => q !== null)
  const range = least && most && p.measure.bound?.kind !== 'exactly' ? { low: least, high: most } : null
  const single = least ?? most
  if (!single || !p.measure.bound || !g.measure.bound) return []
  const told = {
    name: { kind: 'name', name: p.measure.name },
    base: amountOf(base.value, p.measure.unit, p.decimals),
    period: inPeriod(base.period),
    bound: { kind: 'bound', bound: p.measure.bound, unit: p.measure.unit },
  } as const
  return [
    {
      rule: 'implied-growth',
      severity: same ? 'warning' : 'info',
      targets: [...new Set([p.target.id, g.target.id])],
      computed: ends.map((value, i) => ({
        name: ends.length === 1 ? 'impliedPerYear' : i === 0 ? 'impliedPerYearLow' : 'impliedPerYearHigh',
        value,
        unit: '%',
        decimals: 2,
      })),
      explanation: [
        range
          ? because('evaluation.implied-growth-range', {
              ...told,
              low: amount(range.low, null, 2),
              high: amount(range.high, '%', 2),
            })
          : because('evaluation.implied-growth', { ...told, implied: amount(single, '%', 2) }),
        because('evaluation.promised-growth', {
          name: { kind: 'name', name: g.measure.name },
          bound: { kind: 'bound', bound: g.measure.bound, unit: g.measure.unit, way: g.shape.change },
        }),
        ...(same ? [] : [because('evaluation.growth-of-another')]),
      ],
    },
  ]
}

const PER_HEAD = /^(.+?)\s+(?:bình quân\s+)?(?:trên\s+|một\s+|mỗi\s+)?(?:đầu người|người dân)(?![\p{L}])/iu
const ENDS = String.raw`(?<![\p{L}\p{N}])`
const ENDS_AFTER = String.raw`(?![\p{L}\p{N}])`

/** "GRDP bình quân đầu người" is per head of what "Tốc độ tăng trưởng kinh tế (GRDP)" speaks of: the name says so. */
function isPerHeadOf(p: Promised, g: Growth): boolean {
  const whole = PER_HEAD.exec(p.indicator.name.vi)?.[1]?.trim() ?? ''
  if (whole.length < 3) return false
  const word = new RegExp(ENDS + whole.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`) + ENDS_AFTER, 'iu')
  return [g.indicator.name.vi, g.measure.name.vi].some(name => word.test(name) && !PER_HEAD.test(name))
}
