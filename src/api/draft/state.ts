import type { Reading, ReadMeasure, ReadTarget } from '../../reading/result.ts'
import type { Correction, DraftEvent, PlanFacts } from './event.ts'

/** A measure as it stands now, and as it was read. */
export interface DraftMeasure {
  readonly index: number
  readonly measure: ReadMeasure
  readonly corrected: boolean
  readonly dropped: boolean
}

export interface DraftTarget {
  readonly target: ReadTarget
  readonly measures: readonly DraftMeasure[]
  readonly dropped: boolean
}

export interface DraftState {
  readonly facts: PlanFacts
  readonly targets: readonly DraftTarget[]
  readonly reading: Omit<Reading, 'text'>
  /** How many corrections stand, after those that were taken back. */
  readonly corrections: number
  /** The plan that it was published as. */
  readonly plan: string | null
}

/** What a draft comes to, its events in the order in which they happened; null where none of them is a reading. */
export function stateOf(events: readonly DraftEvent[]): DraftState | null {
  const read = events.find(event => event.kind === 'read')
  if (!read) return null
  const standing: Correction[] = []
  let plan: string | null = null
  for (const event of events) {
    switch (event.kind) {
      case 'read':
        break
      case 'undo':
        standing.pop()
        break
      case 'published':
        plan = event.plan
        break
      case 'plan':
      case 'measure':
      case 'drop':
      case 'restore':
        standing.push(event)
        break
      default:
        event satisfies never
    }
  }
  const { reading } = read
  return {
    facts: standing.findLast(c => c.kind === 'plan')?.facts ?? factsOf(reading),
    targets: reading.targets.map(target => ({
      target,
      measures: target.measures.map((measure, index) => measureNow(standing, target.id, index, measure)),
      dropped: isDropped(standing, target.id, null),
    })),
    reading,
    corrections: standing.length,
    plan,
  }
}

function measureNow(standing: readonly Correction[], target: string, index: number, read: ReadMeasure): DraftMeasure {
  const corrected = standing.findLast(c => c.kind === 'measure' && c.target === target && c.index === index)
  return {
    index,
    measure: corrected?.kind === 'measure' ? corrected.measure : read,
    corrected: corrected !== undefined,
    dropped: isDropped(standing, target, index),
  }
}

const isDropped = (standing: readonly Correction[], target: string, index: number | null): boolean =>
  standing.findLast(c => (c.kind === 'drop' || c.kind === 'restore') && c.target === target && c.index === index)
    ?.kind === 'drop'

const factsOf = ({ title, issuer, term }: Omit<Reading, 'text'>): PlanFacts => ({
  name: title,
  issuer: issuer ?? '',
  from: term?.from ?? null,
  to: term?.to ?? null,
  area: '',
  adopted: '',
})
