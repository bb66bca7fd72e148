import {
  divideUnits,
  multiplyUnits,
  parseUnit,
  sameDimensions,
  sameUnit,
  unitOf,
  type Unit,
} from '../../measure/unit.ts'
import { nearest } from '../../measure/nearest.ts'
import type { Message } from '../../messages/message.ts'
import { codesIn, type Formula } from './node.ts'

const percent = parseUnit('%') ?? unitOf([], [])
const bare = unitOf([], [])

const points = parseUnit('điểm %') ?? unitOf([], [])
const isIn = (unit: Unit | null, known: Unit): boolean => unit !== null && sameUnit(unit, known)

/**
 * The unit of a sum or a difference of percent and percentage points; null where neither is: a difference of percents is in
 * points, points can be added to a percent, and percents only to percents.
 */
export function percentSum(operator: '+' | '-', left: Unit | null, right: Unit | null): Unit | null {
  if (!isIn(left, percent)) return null
  if (isIn(right, points)) return percent
  return operator === '-' && isIn(right, percent) ? points : null
}

/**
 * The unit of a formula; null where it is a number alone, which takes the unit of what it is added to. What cannot be added
 * or compared, and codes that nothing is known by, are told at their place.
 */
export function formulaUnit(
  formula: Formula,
  unitOfCode: (code: string) => Unit | null,
  known: Iterable<string>,
  faults: Message[],
): Unit | null {
  const of = (part: Formula) => formulaUnit(part, unitOfCode, known, faults)
  const alike = (at: Formula, left: Unit | null, right: Unit | null): Unit | null => {
    if (left && right && !sameDimensions(left, right))
      faults.push({
        rule: 'formula.unlike-units',
        severity: 'error',
        start: at.start,
        end: at.end,
        actual: right.text === '' ? '1' : right.text,
        expected: left.text === '' ? '1' : left.text,
      })
    return left ?? right
  }
  switch (formula.kind) {
    case 'number':
      return null
    case 'indicator': {
      const unit = unitOfCode(formula.code)
      if (!unit)
        faults.push({
          rule: 'formula.no-indicator',
          severity: 'error',
          start: formula.start,
          end: formula.end,
          actual: formula.code,
          expected: nearest(formula.code, known),
        })
      return unit
    }
    case 'negative':
      return of(formula.of)
    case 'operation': {
      const [left, right] = [of(formula.left), of(formula.right)]
      switch (formula.operator) {
        case '+':
        case '-':
          return percentSum(formula.operator, left, right) ?? alike(formula.right, left, right)
        case '*':
          return left && right ? multiplyUnits(left, right) : (left ?? right)
        case '/':
          return right ? divideUnits(left ?? bare, right) : left
        default:
          return formula.operator satisfies never
      }
    }
    case 'call': {
      const units = formula.of.map(of)
      const [first, second] = [units[0] ?? null, units[1] ?? null]
      switch (formula.name) {
        case 'previous':
        case 'sameLastYear':
        case 'round':
          return first
        case 'growth':
          return percent
        case 'share':
          alike(formula.of[1] ?? formula, first, second)
          return percent
        case 'min':
        case 'max':
          return alike(formula.of[1] ?? formula, first, second)
        default:
          return formula.name satisfies never
      }
    }
    default:
      return formula satisfies never
  }
}

/**
 * The indicators that have formulas in an order in which each stands behind what it is made of; or the first circle, as the
 * codes that it goes through.
 */
export function formulaOrder(
  formulas: ReadonlyMap<string, Formula>,
): { readonly order: readonly string[] } | { readonly circle: readonly string[] } {
  const order: string[] = []
  const state = new Map<string, 'open' | 'done'>()
  const path: string[] = []
  const visit = (code: string): readonly string[] | null => {
    if (state.get(code) === 'done') return null
    if (state.get(code) === 'open') return [...path.slice(path.indexOf(code)), code]
    const formula = formulas.get(code)
    if (!formula) return null
    state.set(code, 'open')
    path.push(code)
    for (const next of codesIn(formula)) {
      const circle = visit(next)
      if (circle) return circle
    }
    path.pop()
    state.set(code, 'done')
    order.push(code)
    return null
  }
  for (const code of formulas.keys()) {
    const circle = visit(code)
    if (circle) return { circle }
  }
  return { order }
}
