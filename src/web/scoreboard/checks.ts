import type { Claim } from '../../reading/claims/claim.ts'
import type { Reading } from '../../reading/result.ts'
import { placeFinder } from '../document/sections.ts'

/** The relations that a plan's document states, recomputed, with the way to their words. */
export interface DocumentChecks {
  readonly document: string
  readonly all: readonly DocumentCheck[]
}

export interface DocumentCheck {
  readonly claim: Claim
  /** The section of the document that holds it, and the words. */
  readonly section: string
  readonly words: string
}

export function checksOf(document: string, reading: Reading): DocumentChecks {
  const at = placeFinder(reading)
  const all = reading.claims.map(claim => ({
    claim,
    section: at(claim.start),
    words: reading.text.slice(claim.start, claim.end).replace(/\s+/g, ' ').trim(),
  }))
  return { document, all }
}
