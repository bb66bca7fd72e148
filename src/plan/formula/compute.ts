import { absent, isAbsent, type Absence } from '../../measure/absence.ts'
import { shiftYears, previousPeriod, type Period } from '../../measure/period.ts'
import {
  addRatio,
  compareRatio,
  divideRatio,
  fromDecimal,
  multiplyRatio,
  ratio,
  showRatio,
  subtractRatio,
  type Ratio,
} from '../../measure/ratio.ts'
import { convert, divideUnits, isMessage, multiplyUnits, parseUnit, unitOf, type Unit } from '../../measure/unit.ts'
import type { Formula } from './node.ts'
import { percentSum } from './units.ts'

/** What a part of a formula came to, with what it was made of: the arithmetic that a reader can follow. */
export interface Computed {
  readonly formula: Formula
  readonly period: Period
  readonly value: Ratio | Absence
  /** Null for a number alone. */
  readonly unit: Unit | null
  readonly parts: readonly Computed[]
}

/** Figures of one area and breakdown. */
export interface Figures {
  readonly value: (code: string, period: Period) => Ratio | Absence
  readonly unit: (code: string) => Unit | null
}

const percent = parseUnit('%') ?? unitOf([], [])
const HUNDRED = ratio(100n)
const NEVER = absent('notComputable', 'formula.units-do-not-fit')

/** Computes a formula for a period, exactly; one missing figure makes the whole missing, for the same reason. */
export function compute(formula: Formula, period: Period, figures: Figures): Computed {
  const at = (part: Formula, when = period) => compute(part, when, figures)
  const made = (value: Ratio | Absence, unit: Unit | null, ...parts: Computed[]): Computed => ({
    formula,
    period,
    value,
    unit,
    parts,
  })
  switch (formula.kind) {
    case 'number':
      return made(fromDecimal(formula.value), null)
    case 'indicator':
      return made(figures.value(formula.code, period), figures.unit(formula.code))
    case 'negative': {
      const of = at(formula.of)
      return made(isAbsent(of.value) ? of.value : subtractRatio(ratio(0n), of.value), of.unit, of)
    }
    case 'operation': {
      const [left, right] = [at(formula.left), at(formula.right)]
      const missing = firstMissing(left, right)
      switch (formula.operator) {
        case '+':
        case '-': {
          const points = percentSum(formula.operator, left.unit, right.unit)
          const unit = points ?? left.unit ?? right.unit
          const other = points ? right.value : inUnit(right, unit)
          if (missing || isAbsent(left.value) || isAbsent(other)) return made(missing ?? NEVER, unit, left, right)
          const sum = formula.operator === '+' ? addRatio(left.value, other) : subtractRatio(left.value, other)
          return made(sum, unit, left, right)
        }
        case '*': {
          const unit = left.unit && right.unit ? multiplyUnits(left.unit, right.unit) : (left.unit ?? right.unit)
          if (missing || isAbsent(left.value) || isAbsent(right.value)) return made(missing ?? NEVER, unit, left, right)
          return made(
            rescaled(multiplyRatio(left.value, right.value), unit, left.unit, right.unit, false),
            unit,
            left,
            right,
          )
        }
        case '/': {
          const unit = right.unit ? divideUnits(left.unit ?? unitOf([], []), right.unit) : left.unit
          if (missing || isAbsent(left.value) || isAbsent(right.value)) return made(missing ?? NEVER, unit, left, right)
          if (right.value.num === 0n) return made(absent('notComputable', 'formula.divided-by-zero'), unit, left, right)
          return made(
            rescaled(divideRatio(left.value, right.value), unit, left.unit, right.unit, true),
            unit,
            left,
            right,
          )
        }
        default:
          return formula.operator satisfies never
      }
    }
    case 'call':
      return called(formula, period, at, made)
    default:
      return formula satisfies never
  }
}

function called(
  formula: Extract<Formula, { kind: 'call' }>,
  period: Period,
  at: (part: Formula, when?: Period) => Computed,
  made: (value: Ratio | Absence, unit: Unit | null, ...parts: Computed[]) => Computed,
): Computed {
  const [first, second] = formula.of
  if (!first) throw new Error(`${formula.name} takes something`)
  switch (formula.name) {
    case 'previous':
    case 'sameLastYear': {
      const of = at(first, formula.name === 'previous' ? previousPeriod(period) : shiftYears(period, -1))
      return made(of.value, of.unit, of)
    }
    case 'growth': {
      const [now, before] = [at(first), at(first, shiftYears(period, -1))]
      return made(
        quotient(now, before, value => multiplyRatio(subtractRatio(value, ratio(1n)), HUNDRED)),
        percent,
        now,
        before,
      )
    }
    case 'share': {
      const [part, whole] = [at(first), at(second ?? first)]
      return made(
        quotient(part, whole, value => multiplyRatio(value, HUNDRED)),
        percent,
        part,
        whole,
      )
    }
    case 'min':
    case 'max': {
      const [a, b] = [at(first), at(second ?? first)]
      const unit = a.unit ?? b.unit
      const other = inUnit(b, unit)
      const missing = firstMissing(a, b)
      if (missing || isAbsent(a.value) || isAbsent(other)) return made(missing ?? NEVER, unit, a, b)
      const smaller = compareRatio(a.value, other) <= 0
      return made(smaller === (formula.name === 'min') ? a.value : other, unit, a, b)
    }
    case 'round': {
      const of = at(first)
      const digits = second?.kind === 'number' ? Number(second.value.coefficient) : 0
      return made(isAbsent(of.value) ? of.value : fromDecimal(showRatio(of.value, digits)), of.unit, of)
    }
    default:
      return formula.name satisfies never
  }
}

function quotient(a: Computed, b: Computed, of: (value: Ratio) => Ratio): Ratio | Absence {
  const divisor = inUnit(b, a.unit)
  if (isAbsent(a.value)) return a.value
  if (isAbsent(divisor)) return divisor
  return divisor.num === 0n ? absent('notComputable', 'formula.divided-by-zero') : of(divideRatio(a.value, divisor))
}

const firstMissing = (...parts: readonly Computed[]): Absence | null => {
  for (const { value } of parts) if (isAbsent(value)) return value
  return null
}

/** A value in another unit; a number alone has any. */
function inUnit({ value, unit }: Computed, wanted: Unit | null): Ratio | Absence {
  if (isAbsent(value) || !unit || !wanted) return value
  const converted = convert(value, unit, wanted)
  return isMessage(converted) ? NEVER : converted
}

/** What is cancelled between two units leaves its size in the value: hectares over square metres are ten thousand. */
function rescaled(value: Ratio, unit: Unit | null, left: Unit | null, right: Unit | null, over: boolean): Ratio {
  if (!unit) return value
  const sizes = [left?.size ?? ratio(1n), right?.size ?? ratio(1n)] as const
  const size = over ? divideRatio(...sizes) : multiplyRatio(...sizes)
  return multiplyRatio(value, divideRatio(size, unit.size))
}

/** The value of a formula in its indicator's own unit. */
export function computedIn(computed: Computed, unit: Unit): Ratio | Absence {
  return inUnit(computed, unit)
}
