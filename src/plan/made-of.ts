import { codesIn } from './formula/node.ts'
import { parseFormula } from './formula/parse.ts'
import type { Indicator } from './plan.ts'

/** The codes of the indicators that one is made of: by its formula, or as a ratio or a weighted mean over areas. */
export function madeOf({ ratio, weight, formula }: Indicator): readonly string[] {
  const parsed = formula === undefined ? null : parseFormula(formula).value
  return [
    ...(ratio ? [ratio.numerator, ratio.denominator] : []),
    ...(weight === undefined ? [] : [weight]),
    ...(parsed ? codesIn(parsed) : []),
  ]
}
