import { isAbsent, type Absence } from '../../measure/absence.ts'
import { periodCode, previousPeriod, samePeriod, type Period } from '../../measure/period.ts'
import {
  addRatio,
  compareRatio,
  divideRatio,
  fromDecimal,
  multiplyRatio,
  NOUGHT,
  ratio,
  showRatio,
  subtractRatio,
  exactDecimal,
  type Ratio,
} from '../../measure/ratio.ts'
import { decimalText } from '../../measure/decimal.ts'
import { showRange } from '../../measure/show.ts'
import { convert, isMessage, type Unit } from '../../measure/unit.ts'
import type { Message } from '../../messages/message.ts'
import { compute, type Computed } from '../formula/compute.ts'
import { codesIn } from '../formula/node.ts'
import type { ObservationKey } from '../observation.ts'
import { modifiedScore } from './outlier.ts'
import type { Comparison, Rule } from './rule.ts'

/** A figure that is to be taken. */
export interface Candidate extends Omit<ObservationKey, 'source' | 'map'> {
  readonly value: Ratio | Absence
  readonly note: string
}

/** What is known beside the figures that are to be taken. */
export interface RuleKnowledge {
  /** What is known of a figure, whatever is to be taken; absent where nothing is. */
  readonly known: (
    indicator: string,
    area: string,
    period: Period,
    breakdown: Candidate['breakdown'],
  ) => Ratio | Absence
  /** The figures of the same indicator, area and breakdown before a period, the oldest first. */
  readonly history: (figure: Candidate) => readonly Ratio[]
  /** The areas directly inside an area on the day of a period; none where it holds none. */
  readonly inside: (area: string, period: Period) => readonly string[]
  readonly unit: (indicator: string) => Unit | null
}

/**
 * Holds figures against rules. What breaks a rule that refuses is an error; what breaks one that asks for a remark is an error
 * until the figure's note says why, and then a warning. Each finding tells the figure by its place in the list (from 1).
 */
export function validate(rules: readonly Rule[], figures: readonly Candidate[], knowledge: RuleKnowledge): Message[] {
  const around = new Around(figures, knowledge)
  return rules.flatMap(rule =>
    figures.flatMap((figure, i): Message[] => {
      const found = isAbsent(figure.value) ? null : broken(rule, figure, figure.value, around)
      if (!found) return []
      const remarked = rule.severity === 'remark' && figure.note.trim() !== ''
      const severity = remarked ? 'warning' : 'error'
      const code = rule.severity === 'remark' && !remarked ? `rule.${rule.kind}-remark` : `rule.${rule.kind}`
      return [
        {
          rule: code,
          severity,
          line: i + 1,
          column: 'value',
          actual: found.actual,
          expected: `${found.expected} (${rule.name})`,
        },
      ]
    }),
  )
}

interface Broken {
  readonly actual: string
  readonly expected: string
}

function broken(rule: Rule, figure: Candidate, value: Ratio, around: Around): Broken | null {
  if (rule.kind !== 'relation' && !rule.indicators.includes(figure.indicator)) return null
  switch (rule.kind) {
    case 'range': {
      const { low, high } = rule
      const inside =
        (low === null || compareRatio(value, fromDecimal(low)) >= 0) &&
        (high === null || compareRatio(value, fromDecimal(high)) <= 0)
      const bounds = showRange(low ? decimalText(low) : '…', high ? decimalText(high) : '…')
      return inside ? null : { actual: shown(value), expected: bounds }
    }
    case 'jump': {
      const before = around.value(figure.indicator, figure.area, previousPeriod(figure.period), figure.breakdown)
      if (isAbsent(before)) return null
      const change = magnitude(subtractRatio(value, before))
      const limit =
        rule.basis === 'absolute'
          ? fromDecimal(rule.by)
          : divideRatio(multiplyRatio(magnitude(before), fromDecimal(rule.by)), ratio(100n))
      return compareRatio(change, limit) <= 0
        ? null
        : {
            actual: `${shown(before)} → ${shown(value)}`,
            expected: `± ${decimalText(rule.by)}${rule.basis === 'relative' ? '%' : ''}`,
          }
    }
    case 'outlier': {
      const history = around.history(figure)
      if (history.length < rule.least) return null
      const score = modifiedScore(value, history)
      if (score !== null && compareRatio(magnitude(score), fromDecimal(rule.score)) <= 0) return null
      return {
        actual: shown(value),
        expected: `|z| ≤ ${decimalText(rule.score)}${score === null ? '' : `, z = ${shown(score)}`}`,
      }
    }
    case 'partOfWhole': {
      if (Object.keys(figure.breakdown).length > 0) return null
      const parts = around.parts(figure, rule.dimension)
      if (parts.length === 0) return null
      const sum = parts.reduce(addRatio, NOUGHT)
      return within(value, sum, fromDecimal(rule.tolerance))
        ? null
        : { actual: shown(value), expected: `Σ = ${shown(sum)}` }
    }
    case 'children': {
      const inside = around.inside(figure)
      if (inside === null) return null
      return within(value, inside, fromDecimal(rule.tolerance))
        ? null
        : { actual: shown(value), expected: `Σ = ${shown(inside)}` }
    }
    case 'relation': {
      if (![...codesIn(rule.left), ...codesIn(rule.right)].includes(figure.indicator)) return null
      const [left, right] = [rule.left, rule.right].map(side => around.compute(side, figure)) as [Computed, Computed]
      const other =
        left.unit && right.unit && !isAbsent(right.value) ? convert(right.value, right.unit, left.unit) : right.value
      if (isAbsent(left.value) || isMessage(other) || isAbsent(other)) return null
      return holds(left.value, rule.comparison, other)
        ? null
        : { actual: `${shown(left.value)} ${rule.comparison} ${shown(other)}`, expected: rule.text }
    }
    default:
      return rule satisfies never
  }
}

function holds(a: Ratio, comparison: Comparison, b: Ratio): boolean {
  const order = compareRatio(a, b)
  switch (comparison) {
    case '<':
      return order < 0
    case '<=':
      return order <= 0
    case '=':
      return order === 0
    case '>=':
      return order >= 0
    case '>':
      return order > 0
    default:
      return comparison satisfies never
  }
}

const magnitude = (value: Ratio): Ratio => (value.num < 0n ? subtractRatio(NOUGHT, value) : value)
const within = (a: Ratio, b: Ratio, tolerance: Ratio): boolean =>
  compareRatio(magnitude(subtractRatio(a, b)), tolerance) <= 0
const shown = (value: Ratio): string => decimalText(exactDecimal(value) ?? showRatio(value, 4))

/** Figures that are to be taken stand over what is known. */
class Around {
  readonly #figures: readonly Candidate[]
  readonly #byKey = new Map<string, Candidate>()
  readonly #knowledge: RuleKnowledge

  constructor(figures: readonly Candidate[], knowledge: RuleKnowledge) {
    this.#figures = figures
    this.#knowledge = knowledge
    for (const figure of figures)
      this.#byKey.set(keyOf(figure.indicator, figure.area, figure.period, figure.breakdown), figure)
  }

  value(indicator: string, area: string, period: Period, breakdown: Candidate['breakdown']): Ratio | Absence {
    const own = this.#byKey.get(keyOf(indicator, area, period, breakdown))
    return own ? own.value : this.#knowledge.known(indicator, area, period, breakdown)
  }

  history(figure: Candidate): readonly Ratio[] {
    return this.#knowledge.history(figure)
  }

  /** The figures of a breakdown by one dimension alone. */
  parts(whole: Candidate, dimension: string): Ratio[] {
    return this.#figures.flatMap(each =>
      each.indicator === whole.indicator &&
      each.area === whole.area &&
      samePeriod(each.period, whole.period) &&
      Object.keys(each.breakdown).join() === dimension &&
      !isAbsent(each.value)
        ? [each.value]
        : [],
    )
  }

  /** The sum of the areas inside; null where there is none, or one of them has no figure. */
  inside({ indicator, area, period, breakdown }: Candidate): Ratio | null {
    const areas = this.#knowledge.inside(area, period)
    const values = areas.map(each => this.value(indicator, each, period, breakdown))
    const there = values.filter((each): each is Ratio => !isAbsent(each))
    return areas.length === 0 || there.length < areas.length ? null : there.reduce(addRatio, NOUGHT)
  }

  compute(formula: Parameters<typeof compute>[0], { area, period, breakdown }: Candidate): Computed {
    return compute(formula, period, {
      value: (code, when) => this.value(code, area, when, breakdown),
      unit: this.#knowledge.unit,
    })
  }
}

const keyOf = (indicator: string, area: string, period: Period, breakdown: Candidate['breakdown']): string =>
  JSON.stringify([indicator, area, periodCode(period), Object.entries(breakdown)])
