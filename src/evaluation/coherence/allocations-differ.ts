import { endOf } from '../../measure/period.ts'
import {
  addRatio,
  compareRatio,
  divideRatio,
  fromDecimal,
  multiplyRatio,
  NOUGHT,
  ONE,
  powerRatio,
  ratio,
  subtractRatio,
  type Ratio,
} from '../../measure/ratio.ts'
import type { Bound } from '../../measure/bound.ts'
import type { Allocation } from '../../plan/plan.ts'
import { sharingsOverAreas, sharingsOverTime, type Sharing } from '../allocation/plan-for.ts'
import { sharesMake } from '../allocation/over-areas.ts'
import type { CoherenceFinding } from '../judgement.ts'
import { goodOfChange } from '../limits.ts'
import { factorOf, ofRatio } from '../quantity.ts'
import { amountOf, because, inArea, inAreas, inPeriod, inPeriods } from '../reason.ts'
import { pointsUnit } from '../units.ts'
import type { Promised, Promises } from './promises.ts'

/** Shares for areas or years that do not come to the whole by the indicator's own rule. */
export const allocationsDiffer = (promises: Promises): readonly CoherenceFinding[] =>
  promises.all.flatMap(p => {
    const { plan } = promises
    return [
      ...sharingsOverAreas(plan, p.measure).flatMap(s => overAreas(promises, p, s)),
      ...sharingsOverTime(plan, p.measure).flatMap(s => overTime(promises, p, s)),
    ]
  })

type End = 'low' | 'high'

/** The ends that a whole and all its shares have, as printed. */
function endsOf(whole: Bound, shares: readonly Allocation[]) {
  return (['low', 'high'] as const).flatMap(end => {
    const [at, parts] = [whole[end], shares.map(s => s.bound[end])]
    return at && parts.every(part => part !== null)
      ? [{ end, whole: fromDecimal(at), parts: parts.map(fromDecimal) }]
      : []
  })
}

const sum = (parts: readonly Ratio[]): Ratio => parts.reduce(addRatio, NOUGHT)

function overAreas(promises: Promises, p: Promised, sharing: Sharing): readonly CoherenceFinding[] {
  const making = sharesMake(p.shape, p.indicator)
  switch (making) {
    case 'sum':
      return unbound(promises, p, sharing) ?? firstDifference(promises, p, sharing, 'sum', sum)
    case 'between':
      return outsideShares(promises, p, sharing)
    case 'nothing':
      return []
    default:
      return making satisfies never
  }
}

/** The end of a bound that binds, by what is good: of a change's size, not of the figure. */
function bindingEnd({ shape, indicator }: Promised, { low, high }: Bound): End {
  const good = 'change' in shape ? goodOfChange(indicator.direction, shape.change) : indicator.direction
  return (good === 'down' && high) || !low ? 'high' : 'low'
}

/** Shares that leave open the very end that the whole binds: a ceiling is no part of a floor. Null where all have it. */
function unbound(promises: Promises, p: Promised, sharing: Sharing): readonly CoherenceFinding[] | null {
  const { measure, decimals } = p
  const { within, when, shares, whole } = sharing
  const end = bindingEnd(p, whole)
  const [asked, open] = [whole[end], shares.filter(({ bound }) => bound[end] === null)]
  if (!asked || open.length === 0) return null
  const byYear = open.every(({ area }) => (area ?? promises.plan.area) === (within ?? promises.plan.area))
  return [
    {
      rule: 'allocations-differ',
      severity: 'warning',
      targets: [p.target.id],
      computed: [],
      explanation: [
        because(`evaluation.allocations-no-${end}`, {
          name: { kind: 'name', name: measure.name },
          whole: amountOf(fromDecimal(asked), measure.unit, Math.max(decimals, asked.scale)),
          count: { kind: 'count', count: open.length },
          of: { kind: 'count', count: shares.length },
          area: inArea(within ?? promises.plan.area, promises.nameOf),
          period: inPeriod(when ?? measure.shape.when),
          lacking: byYear
            ? inPeriods(open.map(each => each.when ?? measure.shape.when))
            : inAreas(
                open.map(each => each.area ?? promises.plan.area),
                promises.nameOf,
              ),
        }),
      ],
    },
  ]
}

/** Whatever the weights, a mean lies between its smallest and its largest part. */
function outsideShares(promises: Promises, p: Promised, sharing: Sharing): readonly CoherenceFinding[] {
  const end = bindingEnd(p, sharing.whole)
  return endsOf(sharing.whole, sharing.shares)
    .filter(each => p.indicator.direction === 'none' || each.end === end)
    .flatMap(each => {
      const sorted = [...each.parts].sort(compareRatio)
      const nearest = each.end === 'low' ? sorted.at(-1) : sorted[0]
      const wrong = nearest && compareRatio(nearest, each.whole) === (each.end === 'low' ? -1 : 1)
      return nearest && wrong ? [finding(promises, p, sharing, 'best', each.end, nearest, each.whole)] : []
    })
    .slice(0, 1)
}

function overTime(promises: Promises, p: Promised, sharing: Sharing): readonly CoherenceFinding[] {
  const { shape } = p
  const { shares } = sharing
  const last = shares.at(-1)
  if (shape.kind === 'level') {
    // Only the share of the very year that the level is due in must be the level.
    const due = last?.when && endOf(last.when) === endOf(shape.when) ? { ...sharing, shares: [last] } : null
    return due ? firstDifference(promises, p, due, 'last', sum) : []
  }
  if (!fills(shares, shape.when)) return []
  const n = ratio(BigInt(shares.length))
  switch (shape.kind) {
    case 'cumulative':
      return unbound(promises, p, sharing) ?? firstDifference(promises, p, sharing, 'sum', sum)
    case 'addition':
      if (shape.basis === 'relative') return []
      return unbound(promises, p, sharing) ?? firstDifference(promises, p, sharing, 'sum', sum)
    case 'mean':
      return firstDifference(promises, p, sharing, 'mean', parts => divideRatio(sum(parts), n))
    case 'meanGrowth':
      if (shape.basis !== 'relative' || shape.mean === 'arithmetic')
        return firstDifference(promises, p, sharing, 'mean', parts => divideRatio(sum(parts), n))
      return chainDiffers(promises, p, sharing)
    case 'growth':
    case 'eachPeriod':
    case 'eachChange':
    case 'milestone':
      return []
    default:
      return shape satisfies never
  }
}

/** Yearly rates chained beside the mean rate's power; told as the growth over all years. */
function chainDiffers(promises: Promises, p: Promised, sharing: Sharing): readonly CoherenceFinding[] {
  const growth = (factor: Ratio) => multiplyRatio(subtractRatio(factor, ONE), ratio(100n))
  return endsOf(sharing.whole, sharing.shares)
    .map(({ end, whole, parts }) => ({
      end,
      made: growth(parts.map(part => factorOf(part, 'up')).reduce(multiplyRatio, ONE)),
      asked: growth(powerRatio(factorOf(whole, 'up'), sharing.shares.length)),
    }))
    .filter(({ made, asked }) => compareRatio(made, asked) !== 0)
    .slice(0, 1)
    .map(({ end, made, asked }) => finding(promises, p, sharing, 'chain', end, made, asked))
}

/** Years one after the other, from the first of a time to its last. */
function fills(shares: readonly Allocation[], when: { readonly start: string }): boolean {
  let at = when.start
  for (const { when: own } of shares) {
    if (own?.start !== at) return false
    at = endOf(own)
  }
  return at === endOf(when as Parameters<typeof endOf>[0])
}

type Rule = 'sum' | 'mean' | 'chain' | 'last' | 'best'

function firstDifference(
  promises: Promises,
  p: Promised,
  sharing: Sharing,
  rule: Rule,
  make: (parts: readonly Ratio[]) => Ratio,
): readonly CoherenceFinding[] {
  return endsOf(sharing.whole, sharing.shares)
    .map(({ end, whole, parts }) => ({ end, whole, made: make(parts) }))
    .filter(({ whole, made }) => compareRatio(whole, made) !== 0)
    .slice(0, 1)
    .map(({ end, whole, made }) => finding(promises, p, sharing, rule, end, made, whole))
}

function finding(
  { plan, nameOf }: Promises,
  { target, measure, decimals }: Promised,
  { within, when, shares, whole }: Sharing,
  rule: Rule,
  end: End,
  made: Ratio,
  asked: Ratio,
): CoherenceFinding {
  const gap = subtractRatio(made, asked)
  const digits = Math.max(decimals, ...[whole, ...shares.map(s => s.bound)].map(b => b[end]?.scale ?? 0))
  const { unit } = measure
  const size = gap.num < 0n ? { num: -gap.num, den: gap.den } : gap
  return {
    rule: 'allocations-differ',
    severity: 'warning',
    targets: [target.id],
    computed: [
      { name: `shares-${rule}`, value: ofRatio(made), unit, decimals: digits },
      { name: 'whole', value: ofRatio(asked), unit, decimals: digits },
      { name: 'difference', value: ofRatio(gap), unit: pointsUnit(unit), decimals: digits },
    ],
    explanation: [
      because(`evaluation.allocations-${rule}`, {
        name: { kind: 'name', name: measure.name },
        count: { kind: 'count', count: shares.length },
        made: amountOf(made, unit, digits),
        whole: amountOf(asked, unit, digits),
        area: inArea(within ?? plan.area, nameOf),
        period: inPeriod(when ?? measure.shape.when),
      }),
      because(gap.num < 0n ? 'evaluation.allocations-less' : 'evaluation.allocations-more', {
        gap: amountOf(size, pointsUnit(unit), digits),
      }),
    ],
  }
}
