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
import type { CoherenceFinding, Param } from '../judgement.ts'
import { factorOf, ofRatio } from '../quantity.ts'
import { amountOf, because, inPeriod } from '../reason.ts'
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
  switch (p.indicator.overAreas) {
    case 'sum':
    case 'recount':
      return firstDifference(promises, p, sharing, 'sum', sum)
    case 'weightedMean':
    case 'ratioOfSums':
      return outsideShares(promises, p, sharing)
    case 'none':
      return []
    default:
      return p.indicator.overAreas satisfies never
  }
}

/** Whatever the weights, a mean lies between its smallest and its largest part. */
function outsideShares({ plan }: Promises, p: Promised, sharing: Sharing): readonly CoherenceFinding[] {
  const good = p.indicator.direction
  return endsOf(sharing.whole, sharing.shares)
    .filter(({ end }) => good === 'none' || end === (good === 'up' ? 'low' : 'high'))
    .slice(0, 1)
    .flatMap(({ end, whole, parts }) => {
      const sorted = [...parts].sort(compareRatio)
      const nearest = end === 'low' ? sorted.at(-1) : sorted[0]
      const wrong = nearest && compareRatio(nearest, whole) === (end === 'low' ? -1 : 1)
      return nearest && wrong ? [finding(plan.area, p, sharing, 'best', end, nearest, whole)] : []
    })
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
      return firstDifference(promises, p, sharing, 'sum', sum)
    case 'addition':
      return shape.basis === 'relative' ? [] : firstDifference(promises, p, sharing, 'sum', sum)
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
function chainDiffers({ plan }: Promises, p: Promised, sharing: Sharing): readonly CoherenceFinding[] {
  const growth = (factor: Ratio) => multiplyRatio(subtractRatio(factor, ONE), ratio(100n))
  return endsOf(sharing.whole, sharing.shares)
    .map(({ end, whole, parts }) => ({
      end,
      made: growth(parts.map(part => factorOf(part, 'up')).reduce(multiplyRatio, ONE)),
      asked: growth(powerRatio(factorOf(whole, 'up'), sharing.shares.length)),
    }))
    .filter(({ made, asked }) => compareRatio(made, asked) !== 0)
    .slice(0, 1)
    .map(({ end, made, asked }) => finding(plan.area, p, sharing, 'chain', end, made, asked))
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
  { plan }: Promises,
  p: Promised,
  sharing: Sharing,
  rule: Rule,
  make: (parts: readonly Ratio[]) => Ratio,
): readonly CoherenceFinding[] {
  return endsOf(sharing.whole, sharing.shares)
    .map(({ end, whole, parts }) => ({ end, whole, made: make(parts) }))
    .filter(({ whole, made }) => compareRatio(whole, made) !== 0)
    .slice(0, 1)
    .map(({ end, whole, made }) => finding(plan.area, p, sharing, rule, end, made, whole))
}

function finding(
  area: string,
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
  const text = (value: string): Param => ({ kind: 'text', text: value })
  return {
    rule: 'allocations-differ',
    severity: 'warning',
    targets: [target.id],
    computed: [
      { name: `shares-${rule}`, value: ofRatio(made), unit, decimals: digits },
      { name: 'whole', value: ofRatio(asked), unit, decimals: digits },
      { name: 'difference', value: ofRatio(gap), unit, decimals: digits },
    ],
    explanation: [
      because(`evaluation.allocations-${rule}`, {
        name: { kind: 'name', name: measure.name },
        count: { kind: 'count', count: shares.length },
        made: amountOf(made, unit, digits),
        whole: amountOf(asked, unit, digits),
        area: text(within ?? area),
        period: inPeriod(when ?? measure.shape.when),
      }),
      because(gap.num < 0n ? 'evaluation.allocations-less' : 'evaluation.allocations-more', {
        gap: amountOf(size, unit, digits),
      }),
    ],
  }
}
