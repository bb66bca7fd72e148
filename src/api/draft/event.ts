import type { ReadMeasure, Reading } from '../../reading/result.ts'

/**
 * What happens to a draft, one version of the store each: the reading that it began with, corrections, and taking the
 * last of them back. Nothing is overwritten, so what was corrected stays known.
 */
export type DraftEvent =
  /** The document's text is the document's; the reading is kept without it. */
  | { readonly kind: 'read'; readonly reading: Omit<Reading, 'text'> }
  | { readonly kind: 'plan'; readonly facts: PlanFacts }
  | { readonly kind: 'measure'; readonly target: string; readonly index: number; readonly measure: ReadMeasure }
  /** `index` null: the whole target. */
  | { readonly kind: 'drop' | 'restore'; readonly target: string; readonly index: number | null }
  | { readonly kind: 'undo' }
  | { readonly kind: 'published'; readonly plan: string }

export type Correction = Extract<DraftEvent, { kind: 'plan' | 'measure' | 'drop' | 'restore' }>

/** What the document says of the plan as a whole. */
export interface PlanFacts {
  readonly name: string
  readonly issuer: string
  /** Whole years, both included; null while nobody knows. */
  readonly from: number | null
  readonly to: number | null
  readonly area: string
  /** The day of adoption, ISO, or "". */
  readonly adopted: string
}

const BIG = '$int'

/** JSON that keeps exact integers: a BigInt is `{"$int": "123"}`. */
export const eventText = (event: DraftEvent): string =>
  JSON.stringify(event, (_, value: unknown) => (typeof value === 'bigint' ? { [BIG]: value.toString() } : value))

/** Reads what `eventText` wrote. */
export const eventOf = (text: string): DraftEvent =>
  JSON.parse(text, (_, value: unknown) =>
    typeof value === 'object' && value !== null && BIG in value ? BigInt(String(value[BIG])) : value,
  ) as DraftEvent
