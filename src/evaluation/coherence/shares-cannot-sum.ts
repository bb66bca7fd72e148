import { decimal } from '../../measure/decimal.ts'
import {
  addRatio,
  compareRatio,
  fromDecimal,
  multiplyRatio,
  NOUGHT,
  ratio,
  subtractRatio,
  type Ratio,
} from '../../measure/ratio.ts'
import type { CoherenceFinding } from '../judgement.ts'
import { HUNDRED, ofRatio } from '../quantity.ts'
import { amountOf, because } from '../reason.ts'
import { groupsOfParts, type PartGroup } from './parts.ts'
import { printedEnds, type Promised, type Promises } from './promises.ts'

/** Shares of one whole whose ranges leave out every sum that makes 100%. */
export const sharesCannotSum = (promises: Promises): readonly CoherenceFinding[] =>
  groupsOfParts(promises)
    .filter(group => !group.whole && group.parts.length > 1 && group.parts.every(p => p.measure.unit === '%'))
    .flatMap(check)

function check({ name, parts }: PartGroup): readonly CoherenceFinding[] {
  const low = total(parts.map(p => widened(p, 'low')))
  const high = total(parts.map(p => widened(p, 'high')))
  const above = low && compareRatio(low, HUNDRED) > 0
  const below = high && compareRatio(high, HUNDRED) < 0
  if (!above && !below) return []
  const end = above ? 'low' : 'high'
  const sum = total(parts.map(p => printedEnds(p.measure)[end])) ?? NOUGHT
  const decimals = Math.max(...parts.map(p => p.measure.bound?.[end]?.scale ?? 0))
  return [
    {
      rule: 'shares-cannot-sum',
      severity: 'warning',
      targets: [...new Set(parts.map(p => p.target.id))],
      computed: [{ name: above ? 'sumAtLeast' : 'sumAtMost', value: ofRatio(sum), unit: '%', decimals }],
      explanation: [
        because(above ? 'evaluation.shares-above' : 'evaluation.shares-below', {
          whole: { kind: 'name', name },
          sum: amountOf(sum, '%', decimals),
          full: amountOf(HUNDRED, '%', 0),
        }),
      ],
    },
  ]
}

const total = (ends: readonly (Ratio | null)[]): Ratio | null =>
  ends.every(end => end !== null) ? ends.reduce<Ratio>(addRatio, NOUGHT) : null

/** A single printed share may itself be rounded: half a unit of its last digit, so 33,3 three times is no finding. */
function widened({ measure }: Promised, end: 'low' | 'high'): Ratio | null {
  const at = printedEnds(measure)[end]
  const { bound } = measure
  if (!at || bound?.kind !== 'exactly') return at
  const half = multiplyRatio(fromDecimal(decimal(1n, bound[end].scale)), ratio(1n, 2n))
  return (end === 'low' ? subtractRatio : addRatio)(at, half)
}
