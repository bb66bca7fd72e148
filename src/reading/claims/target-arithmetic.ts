import { compare, subtract } from '../../measure/decimal.ts'
import { fromDecimal } from '../../measure/ratio.ts'
import type { Figure, ReadMeasure, ReadTarget } from '../result.ts'
import type { Claim } from './claim.ts'
import { shown } from './precision.ts'
import { decimalText } from '../../measure/decimal.ts'

/**
 * A target against a baseline and an addition that the text states elsewhere: 115 communes by the end, 50 more, so 65 now.
 * Where the text holds the difference as a figure of the same unit it holds; otherwise nobody can tell.
 */
export function targetArithmeticClaims(targets: readonly ReadTarget[], figures: readonly Figure[]): Claim[] {
  const levels = targets.flatMap(target =>
    target.measures.filter(m => m.shape === 'level' && m.bound.low && m.unit !== '%'),
  )
  const additions = targets.flatMap(target =>
    target.measures.filter(m => m.shape === 'addition' && m.basis === 'absolute' && m.bound.low),
  )
  return additions.flatMap(addition => {
    const level = levels.find(candidate => candidate.unit === addition.unit && alike(candidate, addition))
    if (!level?.bound.low || !addition.bound.low) return []
    const base = subtract(level.bound.low, addition.bound.low)
    const known = figures.find(
      figure =>
        figure.value &&
        compare(figure.value, base) === 0 &&
        (figure.unit === addition.unit || figure.text === decimalText(base)) &&
        figure.start !== addition.start,
    )
    return [
      {
        kind: 'targetArithmetic' as const,
        verdict: known ? ('holds' as const) : ('unverifiable' as const),
        stated: [decimalText(level.bound.low), ...(known ? [known.text] : []), decimalText(addition.bound.low)],
        computed: fromDecimal(base),
        decimals: base.scale,
        explanation: {
          code: known ? 'claim.target-holds' : 'claim.target-open',
          values: {
            target: `${decimalText(level.bound.low)} ${level.unit}`,
            addition: `${decimalText(addition.bound.low)} ${addition.unit}`,
            base: shown(fromDecimal(base), base.scale),
          },
        },
        start: addition.start,
        end: addition.end,
      },
    ]
  })
}

/** The same thing: one name's words are all in the other's, and nothing more telling ("nâng cao", "kiểu mẫu") stands in one only. */
function alike(a: ReadMeasure, b: ReadMeasure): boolean {
  const words = (m: ReadMeasure) =>
    new Set(
      m.name
        .toLowerCase()
        .match(/\p{L}+/gu)
        ?.filter(word => word !== 'số' && word !== 'thêm' && word !== 'có') ?? [],
    )
  const [x, y] = [words(a), words(b)]
  return x.size > 1 && x.size === y.size && [...x].every(word => y.has(word))
}
