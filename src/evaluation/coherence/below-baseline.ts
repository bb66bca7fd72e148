import { compareRatio } from '../../measure/ratio.ts'
import type { CoherenceFinding } from '../judgement.ts'
import { ofRatio } from '../quantity.ts'
import { amountOf, because, inPeriod } from '../reason.ts'
import { mostPromised, ofShape, yearlyPast, type Promises } from './promises.ts'

/** A level whose every promised value has already been left behind before the term began. */
export const belowBaseline = (promises: Promises): readonly CoherenceFinding[] =>
  ofShape(promises, 'level', 'eachPeriod').flatMap((p): CoherenceFinding[] => {
    const base = yearlyPast(p).at(-1)
    const most = mostPromised(p)
    const { measure, indicator, decimals } = p
    if (!base || !most || !measure.bound || indicator.overTime === 'chainedGrowth') return []
    const up = indicator.direction === 'up'
    if (compareRatio(base.value, most) !== (up ? 1 : -1)) return []
    return [
      {
        rule: 'below-baseline',
        severity: 'warning',
        targets: [p.target.id],
        computed: [
          { name: 'baseline', value: ofRatio(base.value), unit: measure.unit, decimals },
          { name: 'promised', value: ofRatio(most), unit: measure.unit, decimals },
        ],
        explanation: [
          because(up ? 'evaluation.below-baseline-up' : 'evaluation.below-baseline-down', {
            name: { kind: 'name', name: measure.name },
            bound: { kind: 'bound', bound: measure.bound, unit: measure.unit },
            base: amountOf(base.value, measure.unit, decimals),
            period: inPeriod(base.period),
          }),
        ],
      },
    ]
  })
