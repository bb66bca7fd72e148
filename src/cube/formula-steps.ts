import { previousPeriod, shiftYears, type Period } from '../measure/period.ts'
import { divideRatio, fromDecimal, multiplyRatio, ONE, ratio, type Ratio } from '../measure/ratio.ts'
import { divideUnits, multiplyUnits, parseUnit, sameDimensions, unitOf, type Unit } from '../measure/unit.ts'
import type { Formula } from '../plan/formula/node.ts'
import { percentSum } from '../plan/formula/units.ts'

/** How far a figure lies back from the period that is computed: the periods before it that are gone through in turn. */
export type Shift = 'previous' | 'lastYear'

/**
 * One step over a run of cells; `left` and `right` are the numbers of steps before it. `factor` brings the right side into the
 * left one's unit, or the result into its own; null where the units do not fit, so that nothing can be said.
 */
export type Step =
  | { readonly kind: 'number'; readonly value: Ratio }
  | { readonly kind: 'figures'; readonly code: string; readonly back: readonly Shift[] }
  | { readonly kind: 'negative'; readonly left: number }
  | {
      readonly kind: 'add' | 'subtract' | 'multiply' | 'divide' | 'share' | 'growth' | 'min' | 'max'
      readonly left: number
      readonly right: number
      readonly factor: Ratio | null
    }
  | { readonly kind: 'round'; readonly left: number; readonly digits: number }
  | { readonly kind: 'times'; readonly left: number; readonly factor: Ratio | null }

export const shifted = (period: Period, back: readonly Shift[]): Period =>
  back.reduce((at, shift) => (shift === 'previous' ? previousPeriod(at) : shiftYears(at, -1)), period)

const HUNDRED = ratio(100n)
const bare = unitOf([], [])
const percent = parseUnit('%') ?? bare

/**
 * A formula as steps over columns, the last of which is its value in its indicator's unit: units are settled once and for all, and
 * what is asked twice is asked once. It says what `compute` says, part by part.
 */
export function stepsOf(formula: Formula, unit: Unit, unitOfCode: (code: string) => Unit | null): readonly Step[] {
  const steps: Step[] = []
  const places = new Map<string, number>()
  const put = (step: Step): number => {
    const text = JSON.stringify(step, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))
    let place = places.get(text)
    if (place === undefined) places.set(text, (place = steps.push(step) - 1))
    return place
  }
  const whole = visit(formula, [])
  const factor = between(whole.unit, unit)
  if (factor !== ONE) put({ kind: 'times', left: whole.at, factor })
  return steps

  function visit(part: Formula, back: readonly Shift[]): { readonly at: number; readonly unit: Unit | null } {
    switch (part.kind) {
      case 'number':
        return { at: put({ kind: 'number', value: fromDecimal(part.value) }), unit: null }
      case 'indicator':
        return { at: put({ kind: 'figures', code: part.code, back }), unit: unitOfCode(part.code) }
      case 'negative': {
        const of = visit(part.of, back)
        return { at: put({ kind: 'negative', left: of.at }), unit: of.unit }
      }
      case 'operation': {
        const [left, right] = [visit(part.left, back), visit(part.right, back)]
        const of = { left: left.at, right: right.at }
        switch (part.operator) {
          case '+':
          case '-': {
            const points = percentSum(part.operator, left.unit, right.unit)
            const sum = points ?? left.unit ?? right.unit
            const kind = part.operator === '+' ? 'add' : 'subtract'
            return { at: put({ kind, ...of, factor: points ? ONE : between(right.unit, sum) }), unit: sum }
          }
          case '*': {
            const product = left.unit && right.unit ? multiplyUnits(left.unit, right.unit) : (left.unit ?? right.unit)
            const size = multiplyRatio(sizeOf(left.unit), sizeOf(right.unit))
            return { at: put({ kind: 'multiply', ...of, factor: over(size, product) }), unit: product }
          }
          case '/': {
            const quotient = right.unit ? divideUnits(left.unit ?? bare, right.unit) : left.unit
            const size = divideRatio(sizeOf(left.unit), sizeOf(right.unit))
            return { at: put({ kind: 'divide', ...of, factor: over(size, quotient) }), unit: quotient }
          }
          default:
            return part.operator satisfies never
        }
      }
      case 'call':
        return called(part, back)
      default:
        return part satisfies never
    }
  }

  function called(part: Extract<Formula, { kind: 'call' }>, back: readonly Shift[]): ReturnType<typeof visit> {
    const [first, second = first] = part.of
    if (!first || !second) throw new Error(`${part.name} takes something`)
    switch (part.name) {
      case 'previous':
        return visit(first, [...back, 'previous'])
      case 'sameLastYear':
        return visit(first, [...back, 'lastYear'])
      case 'growth': {
        const [now, before] = [visit(first, back), visit(first, [...back, 'lastYear'])]
        return { at: put({ kind: 'growth', left: now.at, right: before.at, factor: HUNDRED }), unit: percent }
      }
      case 'share': {
        const [of, all] = [visit(first, back), visit(second, back)]
        const factor = between(all.unit, of.unit)
        const hundred = factor && divideRatio(HUNDRED, factor)
        return { at: put({ kind: 'share', left: of.at, right: all.at, factor: hundred }), unit: percent }
      }
      case 'min':
      case 'max': {
        const [a, b] = [visit(first, back), visit(second, back)]
        const unit = a.unit ?? b.unit
        return { at: put({ kind: part.name, left: a.at, right: b.at, factor: between(b.unit, unit) }), unit }
      }
      case 'round': {
        const of = visit(first, back)
        const digits = second.kind === 'number' ? Number(second.value.coefficient) : 0
        return { at: put({ kind: 'round', left: of.at, digits }), unit: of.unit }
      }
      default:
        return part.name satisfies never
    }
  }
}

const sizeOf = (unit: Unit | null): Ratio => unit?.size ?? ONE

/** What is cancelled between two units leaves its size in the value. */
const over = (size: Ratio, unit: Unit | null): Ratio => oneOf(unit ? divideRatio(size, unit.size) : ONE)

/** What one of a unit is in another; a number alone has any. Null where the two do not fit. */
function between(from: Unit | null, to: Unit | null): Ratio | null {
  if (!from || !to) return ONE
  return sameDimensions(from, to) ? oneOf(divideRatio(from.size, to.size)) : null
}

const oneOf = (value: Ratio): Ratio => (value.num === value.den ? ONE : value)
