import { approximate, decimalText, type Decimal } from '../measure/decimal.ts'
import type { ReadBound, Reading } from './result.ts'

const number = (value: Decimal | null) => (value ? approximate(value) : null)
const text = (value: Decimal | null) => (value ? decimalText(value) : null)
/** A bound near as numbers and in full as text. */
export const readBoundJson = ({ kind, low, high }: ReadBound) => ({
  kind,
  low: number(low),
  high: number(high),
  lowText: text(low),
  highText: text(high),
})

/** A reading as `cotmoc read --json` prints it (docs of the command line: fields may be added, never renamed). */
export function readingJson(
  reading: Reading,
  say: (rule: string, actual: string, expected: string) => string = rule => rule,
): object {
  return {
    title: reading.title,
    issuer: reading.issuer,
    term: reading.term,
    text: reading.text,
    sections: reading.sections.map(({ id, number: printed, title, level, start, end }) => ({
      id,
      number: printed,
      title,
      level,
      start,
      end,
    })),
    targets: reading.targets.map(target => ({
      ...target,
      measures: target.measures.map(measure => ({ ...measure, bound: readBoundJson(measure.bound) })),
    })),
    figures: reading.figures.map(figure => ({
      ...figure,
      value: number(figure.value),
      valueText: text(figure.value),
      bound: figure.bound && readBoundJson(figure.bound),
    })),
    tasks: reading.tasks,
    messages: reading.messages.map(({ rule, severity, start, end, actual, expected }) => ({
      rule,
      severity,
      start: start ?? null,
      end: end ?? null,
      actual: actual ?? null,
      expected: expected ?? null,
      note: say(rule, actual ?? '', expected ?? ''),
    })),
  }
}
