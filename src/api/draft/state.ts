import { applied } from './apply.ts'
import { opened, type Draft } from './draft.ts'
import type { Correction, DraftEvent, ReadEvent } from './event.ts'

export interface DraftState extends Draft {
  /** How many corrections stand, after those that were taken back. */
  readonly corrections: number
  /** How many steps can be taken back. */
  readonly undoable: number
  /** The plan that it was published as. */
  readonly plan: string | null
  /** The plan that it becomes a new version of. */
  readonly revises: string | null
}

/** What a draft comes to, its events in the order in which they happened; null where none of them is a reading. */
export function stateOf(events: readonly DraftEvent[]): DraftState | null {
  const past: Draft[] = []
  let plan: string | null = null
  let revises: string | null = null
  for (const event of events) {
    const now = past.at(-1)
    if (event.kind === 'read') {
      revises = event.revises ?? revises
      past.push(drafted(event))
    } else if (event.kind === 'undo') {
      if (past.length > 1) past.pop()
    } else if (event.kind === 'published') plan = event.plan
    else if (now) past.push(corrected(now, event))
  }
  const now = past.at(-1)
  return now ? { ...now, corrections: now.standing.length, undoable: past.length - 1, plan, revises } : null
}

/** A correction that does not fit is counted, so that it can be taken back, and changes nothing. */
const corrected = (draft: Draft, correction: Correction): Draft => ({
  ...(applied(draft, correction) ?? draft),
  standing: [...draft.standing, correction],
})

const drafted = ({ reading, document, carried = [], conflicts = [], compared }: ReadEvent): Draft => ({
  ...carried.reduce(corrected, opened(reading, document ?? null)),
  reread: compared ? { ...compared, carried: carried.length } : null,
  conflicts,
})
