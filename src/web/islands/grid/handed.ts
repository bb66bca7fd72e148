import type { AbsenceReason } from '../../../measure/absence.ts'
import type { Language } from '../../../messages/message.ts'

/** A line of a report, as the data interface takes and gives it. */
export interface Line {
  readonly indicator: string
  readonly area: string
  readonly breakdown: Readonly<Record<string, string>>
  readonly method: string
  readonly value: string | null
  readonly absent: AbsenceReason | null
  readonly status: string
  readonly note: string
}

export interface HandedIndicator {
  readonly code: string
  readonly name: string
  readonly shownUnit: string
  readonly unit: string
  readonly decimals: number
  readonly nonNegative: boolean
  /** Its figures may be added up over the areas of the form. */
  readonly sums: boolean
}

/** A figure's place among those asked; value, absent, note, status, method. */
export type HandedLine = readonly [number, string | null, AbsenceReason | null, string, string, string]

/** A figure's place among those asked; what stood before and a year before, as shown. */
export type HandedBeside = readonly [number, string, string]

/** indicator, area, period, breakdown, value (null: absent), number of the log. */
export type HandedKnown = readonly [string, string, string, Readonly<Record<string, string>>, string | null, number]

/** What the form's script starts from. */
export interface HandedReport {
  /** Whose form it is; what the browser keeps is kept under it. */
  readonly person: string
  readonly round: string
  readonly organisation: string
  readonly path: string
  readonly title: string
  readonly version: number
  readonly state: string
  readonly language: Language
  readonly layout: 'list' | 'matrix'
  readonly area: string | null
  readonly period: string
  readonly indicators: readonly HandedIndicator[]
  readonly areas: readonly { readonly id: string; readonly name: string }[]
  /** For each indicator the places of the areas that it is asked of; null: of all. Figures follow each other in this order. */
  readonly asked: readonly (readonly number[] | null)[]
  readonly lines: readonly HandedLine[]
  readonly besides: readonly HandedBeside[]
  readonly rest: readonly Line[]
  /** JSON that `parseRules` takes. */
  readonly rules: readonly unknown[]
  readonly known: readonly HandedKnown[]
  readonly inside: readonly (readonly [string, readonly string[]])[]
  /** Sentences in the reader's language, with their places unfilled. */
  readonly words: Readonly<Record<string, string>>
}

/** The figures that are asked, in order: indicator and area by their places. */
export const askedIn = ({ asked, areas }: HandedReport): readonly (readonly [number, number])[] =>
  asked.flatMap((of, i) => (of ?? areas.map((_, a) => a)).map(a => [i, a] as const))
