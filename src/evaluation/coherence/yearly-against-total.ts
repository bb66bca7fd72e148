import { contains, yearsOf } from '../../measure/period.ts'
import { compareRatio, multiplyRatio, ratio, divideRatio, type Ratio } from '../../measure/ratio.ts'
import type { CoherenceFinding } from '../judgement.ts'
import { ofRatio } from '../quantity.ts'
import { amountOf, because } from '../reason.ts'
import { ofShape, printedEnds, type Promised, type Promises } from './promises.ts'

/** A promise for every year and one for all years together, or for their mean, that no figures could fit both. */
export const yearlyAgainstTotal = (promises: Promises): readonly CoherenceFinding[] =>
  ofShape(promises, 'cumulative', 'mean').flatMap(total =>
    ofShape(promises, 'eachPeriod')
      .filter(yearly => yearly.indicator.code === total.indicator.code && contains(yearly.shape.when, total.shape.when))
      .flatMap(yearly => compare(yearly, total)),
  )

function compare(yearly: Promised, total: Promised): readonly CoherenceFinding[] {
  const { when, kind } = total.shape
  const { bound } = yearly.measure
  if (when.frequency !== 'A' || yearly.shape.when.frequency !== 'A' || !bound || !total.measure.bound) return []
  const count = yearsOf(when).length
  const times = kind === 'cumulative' ? count : 1
  // Both into the total's unit.
  const convert = (at: Ratio | null): Ratio | null =>
    at && multiplyRatio(divideRatio(multiplyRatio(at, total.factor), yearly.factor), ratio(BigInt(times)))
  const ends = printedEnds(yearly.measure)
  const [low, high] = [convert(ends.low), convert(ends.high)]
  const promised = printedEnds(total.measure)
  const over = low && promised.high && compareRatio(low, promised.high) > 0 ? low : null
  const under = high && promised.low && compareRatio(high, promised.low) < 0 ? high : null
  const sum = over ?? under
  if (!sum) return []
  const { unit } = total.measure
  const told = {
    name: { kind: 'name', name: total.measure.name },
    yearly: { kind: 'bound', bound, unit: yearly.measure.unit },
    bound: { kind: 'bound', bound: total.measure.bound, unit },
  } as const
  return [
    {
      rule: 'yearly-against-total',
      severity: 'warning',
      targets: [...new Set([yearly.target.id, total.target.id])],
      computed: [
        {
          name: kind === 'cumulative' ? 'sumOfYears' : 'everyYear',
          value: ofRatio(sum),
          unit,
          decimals: total.decimals,
        },
      ],
      explanation: [
        kind === 'cumulative'
          ? because('evaluation.yearly-gives', {
              ...told,
              count: { kind: 'count', count },
              sum: amountOf(sum, unit, total.decimals),
            })
          : because('evaluation.mean-against-yearly', told),
      ],
    },
  ]
}
