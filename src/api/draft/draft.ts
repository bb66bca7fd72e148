import type { Reading, ReadMeasure, ReadTarget } from '../../reading/result.ts'
import type { Compared, Conflict, Correction, PlanFacts } from './event.ts'

/** A measure as it stands now. */
export interface DraftMeasure {
  /** Its number inside the target: no other measure of it is ever given the same. */
  readonly index: number
  readonly measure: ReadMeasure
  readonly corrected: boolean
  readonly dropped: boolean
}

export interface DraftTarget {
  /** With the scope and group that it has now. */
  readonly target: ReadTarget
  readonly measures: readonly DraftMeasure[]
  readonly dropped: boolean
  /** How many numbers its measures were given so far. */
  readonly numbers: number
  /** A person chose its words or took it apart from another; the reader did not find it so. */
  readonly added: boolean
}

/** A draft between two events. */
export interface Draft {
  readonly facts: PlanFacts
  /** In the order of the document. */
  readonly targets: readonly DraftTarget[]
  /** The names of the groups, in order. */
  readonly groups: readonly string[]
  readonly reading: Omit<Reading, 'text'>
  /** The document that was read, where a later reading says so. */
  readonly document: string | null
  /** What the last reading reads otherwise than the one before, and how many corrections it carries; null for the first. */
  readonly reread: (Compared & { readonly carried: number }) | null
  /** Corrections that a later reading has no place for. */
  readonly conflicts: readonly Conflict[]
  /** The corrections that stand, the oldest first. */
  readonly standing: readonly Correction[]
}

/** What a reading gives, before anybody corrected it. */
export const opened = (reading: Omit<Reading, 'text'>, document: string | null = null): Draft => ({
  facts: factsOf(reading),
  targets: reading.targets.map(target => ({ ...asRead(target), added: false })),
  groups: [...new Set(reading.targets.flatMap(target => target.group ?? []))],
  reading,
  document,
  reread: null,
  conflicts: [],
  standing: [],
})

/** A target with its measures as they were read. */
export const asRead = (target: ReadTarget): Omit<DraftTarget, 'added'> => ({
  target,
  measures: target.measures.map((measure, index) => ({ index, measure, corrected: false, dropped: false })),
  dropped: false,
  numbers: target.measures.length,
})

const factsOf = ({ title, issuer, term }: Omit<Reading, 'text'>): PlanFacts => ({
  name: title,
  issuer: issuer ?? '',
  from: term?.from ?? null,
  to: term?.to ?? null,
  area: '',
  adopted: '',
})
