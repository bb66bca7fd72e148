import type { Line } from '../grid/handed.ts'
import type { ReportKey } from './edit.ts'

/** What a page asks of the outbox: to bring the edits of a report to the server, or of every report of a person. */
export interface Wake {
  readonly person: string
  readonly report?: Omit<ReportKey, 'person'>
  /** What the page was made of. */
  readonly base?: { readonly version: number; readonly state: string; readonly lines: readonly Line[] }
  /** Somebody presses a button: not to wait for the next try. */
  readonly now?: boolean
  /** The report's name, where it is to be submitted once what was typed has arrived. */
  readonly submit?: string
}

interface Of {
  readonly round: string
  readonly organisation: string
  readonly title: string
}

/** A figure that somebody else changed. */
export interface Theirs {
  readonly key: string
  readonly theirs: Line | null
}

/** What the outbox tells of a report. */
export type Tiding = Of &
  (
    | { readonly kind: 'sending' }
    /** What was kept has reached the server; `left` edits wait all the same (they cannot be read). */
    | { readonly kind: 'saved'; readonly version: number; readonly left: number; readonly lines: readonly Theirs[] }
    /** No line; it is tried again. `submit`: that it is to be submitted is kept too. */
    | { readonly kind: 'offline'; readonly waiting: number; readonly submit: boolean }
    | { readonly kind: 'submitted' }
    /** What was kept to be submitted was not: figures are no longer those that were seen, cannot be read, or break a rule. */
    | { readonly kind: 'not-submitted'; readonly why: 'changed' | 'unread' | 'refused'; readonly reason: string }
    /** Others changed figures: those that nobody here touched, and those that both did. */
    | {
        readonly kind: 'changed'
        readonly actor: string
        readonly version: number
        readonly others: readonly Theirs[]
        readonly conflicts: readonly Theirs[]
      }
    /** The report may no longer be edited. */
    | { readonly kind: 'closed'; readonly actor: string; readonly state: string; readonly lines: readonly Theirs[] }
    | { readonly kind: 'signed-out'; readonly waiting: number }
    | { readonly kind: 'refused'; readonly reason: string }
  )
