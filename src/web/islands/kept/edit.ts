import type { AbsenceReason } from '../../../measure/absence.ts'

/** Whose report it is. */
export interface ReportKey {
  readonly person: string
  readonly round: string
  readonly organisation: string
}

/** A change that somebody made to a figure and that the server has not got yet, as the browser keeps it. */
export interface Edit {
  /** "indicator area"; `STATUS` for the status that all figures are given. */
  readonly key: string
  /** As typed. */
  readonly text: string
  readonly note: string
  /** What it means: a decimal in plain notation or why there is none; both null where the figure is left empty. */
  readonly value: string | null
  readonly absent: AbsenceReason | null
  /** What was typed is no figure; it is kept and not sent. */
  readonly wrong: boolean
  /** What stood when the change was begun (`signature`), so that nobody else's change is overwritten unseen. */
  readonly from: string
  /** Later changes have larger numbers, so that what was typed while an older one was sent is not taken for sent. */
  readonly at: number
}

/** The edit that holds the status chosen for all figures. */
export const STATUS = '*'

/**
 * The edit that holds the wish to submit, made while there was no line; its text is the digest of the figures that were seen
 * when the button was pressed. Nothing else is ever submitted on its strength.
 */
export const SUBMIT = '!'
