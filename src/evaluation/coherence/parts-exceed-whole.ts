import { addRatio, compareRatio, multiplyRatio, NOUGHT, type Ratio } from '../../measure/ratio.ts'
import type { CoherenceFinding } from '../judgement.ts'
import { ofRatio } from '../quantity.ts'
import { amountOf, because } from '../reason.ts'
import { between } from '../units.ts'
import { groupsOfParts, type PartGroup } from './parts.ts'
import { printedEnds, type Promises } from './promises.ts'

/** Parts that, each at its least, are already more than the whole is promised to be at its most. */
export const partsExceedWhole = (promises: Promises): readonly CoherenceFinding[] =>
  groupsOfParts(promises).flatMap(check)

function check({ name, whole, parts }: PartGroup): readonly CoherenceFinding[] {
  const { bound, unit } = whole?.measure ?? { bound: null, unit: '' }
  const high = whole && printedEnds(whole.measure).high
  if (!whole || !bound || !high) return []
  let sum: Ratio = NOUGHT
  for (const part of parts) {
    const low = printedEnds(part.measure).low
    const factor = between(part.measure.unit, unit)
    // A part without a lower end, or in another unit, may be as small as it likes.
    if (low && factor && low.num > 0n) sum = addRatio(sum, multiplyRatio(low, factor))
  }
  if (compareRatio(sum, high) <= 0) return []
  return [
    {
      rule: 'parts-exceed-whole',
      severity: 'warning',
      targets: [...new Set([whole.target.id, ...parts.map(p => p.target.id)])],
      computed: [{ name: 'sumOfParts', value: ofRatio(sum), unit, decimals: whole.decimals }],
      explanation: [
        because('evaluation.parts-exceed-whole', {
          name: { kind: 'name', name },
          sum: amountOf(sum, unit, whole.decimals),
          bound: { kind: 'bound', bound, unit },
        }),
      ],
    },
  ]
}
