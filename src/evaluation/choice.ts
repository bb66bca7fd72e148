import { isAbsent } from '../measure/absence.ts'
import { compare, type Decimal } from '../measure/decimal.ts'
import type { Observation, ObservationStatus } from '../plan/observation.ts'

/** A figure whose value is there. */
export interface Known extends Observation {
  readonly value: Decimal
}

/** The figure chosen for one method and period, and those of other sources that say something else. */
export interface Chosen {
  readonly figure: Known
  readonly differing: readonly Known[]
}

/** Within one source a revised or official value stands over a provisional one, that over an estimate. */
const WEIGHT: Readonly<Record<ObservationStatus, number>> = {
  revised: 3,
  official: 3,
  provisional: 2,
  estimated: 1,
  simulated: 0,
}

export const isKnown = (o: Observation): o is Known => !isAbsent(o.value)

/**
 * Orders sources by the plan's stated precedence; sources that it does not name come after, by the weight of their
 * figure's status, then by what was learnt last, then by name, so that the choice never hangs on the order of input.
 */
export function choose(candidates: readonly Observation[], precedence: readonly string[]): Chosen | null {
  const [only] = candidates
  if (only && candidates.length === 1) return isKnown(only) ? { figure: only, differing: NONE } : null
  // A source whose latest word is an absence has no figure, even where it once had one.
  const known = [...standing(candidates).values()].filter(isKnown)
  const [first, ...rest] = known.length > 1 ? known.sort(bySourceOrder(precedence)) : known
  return first ? { figure: first, differing: rest.filter(o => compare(o.value, first.value) !== 0) } : null
}

/** What each source says of one method and period: its word that stands over its others. */
export function standing(candidates: readonly Observation[]): ReadonlyMap<string, Observation> {
  const bySource = new Map<string, Observation>()
  for (const o of candidates) {
    const held = bySource.get(o.source)
    if (!held || standsOver(o, held)) bySource.set(o.source, o)
  }
  return bySource
}

const NONE: readonly Known[] = []

/** A what-if layer's simulated figure stands over everything; it only ever gets here when it was asked for. */
function standsOver(a: Observation, b: Observation): boolean {
  const [x, y] = [rank(a), rank(b)]
  return x !== y ? x > y : a.log > b.log
}
const rank = (o: Observation): number => (o.status === 'simulated' ? 4 : WEIGHT[o.status])

const bySourceOrder =
  (precedence: readonly string[]) =>
  (a: Known, b: Known): number => {
    const place = (o: Known) => {
      const at = precedence.indexOf(o.source)
      return o.status === 'simulated' ? -1 : at < 0 ? precedence.length : at
    }
    return place(a) - place(b) || rank(b) - rank(a) || b.log - a.log || (a.source < b.source ? -1 : 1)
  }
