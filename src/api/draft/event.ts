import type { Scope } from '../../plan/plan.ts'
import type { ReadMeasure, ReadTarget, Reading } from '../../reading/result.ts'

/**
 * What happens to a draft, one version of the store each: the reading that it began with, corrections, reading the
 * document anew, and taking the last of these back. Nothing is overwritten, so what was corrected stays known.
 */
export type DraftEvent =
  | ReadEvent
  | Correction
  /** Takes back the last correction, or the last reading but the first. */
  | { readonly kind: 'undo' }
  | { readonly kind: 'published'; readonly plan: string }

/**
 * The document's text is the document's; the reading is kept without it. A later one carries the corrections that still
 * fit, and names those that do not.
 */
export interface ReadEvent {
  readonly kind: 'read'
  readonly reading: Omit<Reading, 'text'>
  /** The document that was read; that of the version where it is left out. */
  readonly document?: string
  /** The published plan that this draft becomes a new version of. */
  readonly revises?: string
  readonly carried?: readonly Correction[]
  readonly conflicts?: readonly Conflict[]
  /** What it reads otherwise than the reading before it. */
  readonly compared?: Compared
}

/** Targets by their ids, but for those that are gone. */
export interface Compared {
  readonly added: readonly string[]
  /** Their words are the same, and are read otherwise. */
  readonly changed: readonly string[]
  readonly gone: readonly { readonly id: string; readonly words: string }[]
  /** How many are read as before. */
  readonly same: number
}

/** A correction that no longer fits, and why: its target's words or the measure in them are gone, or the group is. */
export interface Conflict {
  readonly correction: Correction
  readonly why: 'words' | 'measure' | 'group'
  /** The words that it was of. */
  readonly words: string
}

/** Measures go by their number inside the target, which no other measure of it is ever given. */
export type Correction =
  | { readonly kind: 'plan'; readonly facts: PlanFacts }
  | { readonly kind: 'measure'; readonly target: string; readonly index: number; readonly measure: ReadMeasure }
  /** `index` null: the whole target. */
  | { readonly kind: 'drop' | 'restore'; readonly target: string; readonly index: number | null }
  | { readonly kind: 'dropTargets'; readonly targets: readonly string[] }
  /** Two or more become one, which stands where the first of them stood. */
  | {
      readonly kind: 'mergeMeasures'
      readonly target: string
      readonly indexes: readonly number[]
      readonly measure: ReadMeasure
    }
  /** One becomes two or more, the first under its number. */
  | {
      readonly kind: 'splitMeasure'
      readonly target: string
      readonly index: number
      readonly into: readonly ReadMeasure[]
    }
  | { readonly kind: 'addMeasure'; readonly target: string; readonly measure: ReadMeasure }
  /** What the others promise is promised by the first, with their words behind its own. */
  | { readonly kind: 'mergeTargets'; readonly into: string; readonly targets: readonly string[] }
  /** Some measures of a target become one of its own with the same words, under a free id. */
  | {
      readonly kind: 'splitTarget'
      readonly target: string
      readonly indexes: readonly number[]
      readonly id: string
    }
  /** Words that the reader passed by, under a free id. */
  | { readonly kind: 'addTarget'; readonly target: ReadTarget }
  /** What is left out stays as it is. */
  | {
      readonly kind: 'move'
      readonly targets: readonly string[]
      readonly scope?: Scope
      readonly group?: string | null
    }
  | { readonly kind: 'renameGroup'; readonly from: string; readonly to: string }
  | { readonly kind: 'orderGroups'; readonly groups: readonly string[] }
  /** A conflict has been seen to, by its place in the list. */
  | { readonly kind: 'dismiss'; readonly conflict: number }

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
