import { compareRatio, NOUGHT, ONE, ratio, type Ratio } from '../../measure/ratio.ts'
import type { Reason } from '../judgement.ts'
import { holdsHigh, holdsLow, type Limit } from '../limits.ts'
import type { Quantity } from '../quantity.ts'
import type { Track } from '../projection/track.ts'
import { trackOf } from '../projection/track-of.ts'
import type { Task } from '../task.ts'
import { nearRatio, pacesOf, paceTo, strain, type Pace } from './pace.ts'
import { needReasons } from './said.ts'

/**
 * How the pace that is still needed stands to what was ever seen. `outOfReach` is our word for impossible: it asks for more
 * than twice the best of at least three known paces, or for a way that none of them ever went.
 */
export const REACHES = ['there', 'within', 'beyondSeen', 'outOfReach', 'unknown'] as const
export type Reach = (typeof REACHES)[number]

/** The pace from here that still reaches the bound. */
export interface Need {
  /** Every year from here: a change of the figure, a figure for each period, or a rate in percent (a root kept exactly). */
  readonly pace: Quantity
  readonly kind: 'change' | 'figure' | 'rate'
  readonly unit: string
  /** Whether it is a floor (at least so much) or a ceiling. */
  readonly wants: 'more' | 'less'
  readonly best: Pace | null
  /** How many paces are known. */
  readonly seen: number
  /** Needed by best; null where no step ever went that way, or none is known. */
  readonly strain: Ratio | null
  readonly reach: Reach
  readonly explanation: readonly Reason[]
}

/** From fewer known paces nothing is called out of reach. */
export const FEWEST_PACES = 3
const TWICE = ratio(2n)

/** Null where it is due, where nothing is known, and where no pace leads there. */
export function needOf(task: Task): Need | null {
  const track = trackOf(task)
  const goal = track && goalOf(task, track)
  if (!track || !goal) return null
  const gathered = track.goal(goal.at)
  const pace = paceTo(track, gathered)
  const near = pace && nearRatio(pace)
  if (!pace || !near) return null
  const paces = pacesOf(track)
  const wants = (goal.side === 'low') !== track.turned ? 'more' : 'less'
  const best = paces.reduce<Pace | null>(
    (held, p) => (!held || compareRatio(p.value, held.value) === (wants === 'more' ? 1 : -1) ? p : held),
    null,
  )
  const kind = kindOf(track)
  const times = best && strain(near, best.value, wants, kind === 'change')
  const need = {
    pace,
    kind,
    unit: kind === 'rate' ? '%' : track.unit,
    wants,
    best,
    seen: paces.length,
    strain: times,
    reach: goal.there ? 'there' : reachOf(paces.length, times),
  } as const
  return { ...need, explanation: needReasons(task, track, { gathered, strict: goal.strict }, need) }
}

function kindOf({ goesOn, gathering }: Track): Need['kind'] {
  if (goesOn === 'factor' || gathering === 'chain') return 'rate'
  return goesOn === 'change' ? 'change' : 'figure'
}

/** The end to work towards: the one that fails if nothing more comes; else the one that binds, as already held. */
function goalOf(
  { limits: { low, high } }: Task,
  track: Track,
): (Limit & { readonly side: 'low' | 'high'; readonly there: boolean }) | null {
  const latest = track.points.at(-1)
  if (!latest) return null
  const nothing = { end: latest.value, sum: NOUGHT, chain: ONE } as const
  const now = track.outcome(nothing[track.gathering])
  if (low && !holdsLow(now, low)) return { ...low, side: 'low', there: false }
  // What still adds up can still break a ceiling.
  if (high && (track.gathering !== 'end' || !holdsHigh(now, high))) return { ...high, side: 'high', there: false }
  return low ? { ...low, side: 'low', there: true } : high && { ...high, side: 'high', there: true }
}

function reachOf(seen: number, times: Ratio | null): Reach {
  if (seen < FEWEST_PACES) return 'unknown'
  if (!times || compareRatio(times, TWICE) > 0) return 'outOfReach'
  return compareRatio(times, ONE) > 0 ? 'beyondSeen' : 'within'
}

/** Most strained first: no step that way ever, then by how many times the best pace is needed; then what is there. */
export function byStrain(a: Need, b: Need): number {
  const rank = ({ reach, best, strain: times }: Need) => (reach === 'there' || !best ? 2 : times ? 1 : 0)
  if (rank(a) !== rank(b) || !a.strain || !b.strain) return rank(a) - rank(b)
  return compareRatio(b.strain, a.strain)
}
