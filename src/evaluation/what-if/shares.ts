import type { Assumption, Layer } from '../../plan/layer.ts'
import { assume, footing } from '../bulk/assume.ts'
import { NO_SHARE, settingOut, type Bulk, type Pieces } from '../bulk/bulk.ts'
import { worse } from '../bulk/code.ts'
import type { Plan } from '../../plan/plan.ts'
import type { Question } from '../evaluate.ts'
import { STATUS_WORDS, type StatusWord } from '../judgement.ts'

/** How many areas with a share of a measure stand at each word. */
export type Counts = Readonly<Record<StatusWord, number>>

/** Counts by measure of every area but the plan's own; measures without shares, or that are not named, are left out. */
export function countsIn(
  { lanes, statuses, areas, plan }: Bulk,
  named: ReadonlySet<string> | null = null,
): ReadonlyMap<string, Counts> {
  const found = new Map<string, Uint8Array>()
  lanes.forEach(({ measure }, i) => {
    const own = statuses[i]
    if (!own || (named && !named.has(measure.id))) return
    const held = found.get(measure.id)
    found.set(measure.id, held ? held.map((code, row) => together(code, own[row] ?? NO_SHARE)) : own)
  })
  const skipped = areas.indexOf(plan.area)
  const counts = new Map<string, Counts>()
  for (const [measure, codes] of found) {
    const own = countsOf(codes, skipped)
    if (own) counts.set(measure, own)
  }
  return counts
}

/** What a layer does not reach keeps its list of statuses, so it is counted once. Null where no area has a share. */
function countsOf(codes: Uint8Array, skipped: number): Counts | null {
  const known = COUNTED.get(codes)
  if (known !== undefined) return known
  const tally = new Uint32Array(256)
  const count = (code: number, by: number) => (tally[code] = (tally[code] ?? 0) + by)
  for (const code of codes) count(code, 1)
  const own = codes[skipped]
  if (own !== undefined) count(own, -1)
  const counted = STATUS_WORDS.map((word, code) => [word, tally[code] ?? 0] as const)
  const counts = counted.some(([, areas]) => areas > 0) ? (Object.fromEntries(counted) as Counts) : null
  COUNTED.set(codes, counts)
  return counts
}
const COUNTED = new WeakMap<Uint8Array, Counts | null>()

const together = (a: number, b: number): number => (a === NO_SHARE ? b : b === NO_SHARE ? a : worse(a, b))

/** Where all areas stand, for a question that is asked again and again. */
export interface AreaCounter {
  /** As it is. */
  readonly base: () => ReadonlyMap<string, Counts>
  /** Of the measures named, those that hang on the layer, on the day that it speaks of. */
  readonly under: (layer: Layer, on: string, measures: ReadonlySet<string>) => ReadonlyMap<string, Counts>
  /** Makes ready for a layer, piece by piece: the first for a day takes as long as judging all areas once. */
  readonly ready: (layer: Layer, on: string) => Pieces<void>
  /** Whether all areas stand as they are on a day, so that a layer can be laid over them at once. */
  readonly stands: (on: string) => boolean
}

/**
 * What stands is made once for each day judged. While one lever is moved, what the others suppose is kept as well, so that
 * only the cells behind that lever are judged again.
 */
export function areaCounter(question: Question): AreaCounter {
  const made = new Map<string, Bulk>()
  const making = new Map<string, Pieces<Bulk>>()
  /** One piece more of a day; whoever asks goes on where another stopped. */
  const goOn = (on: string): void => {
    let work = making.get(on)
    if (!work) making.set(on, (work = settingOut({ ...question, on })))
    const { done, value } = work.next()
    if (done === true) made.set(on, value)
  }
  const bulkAt = (on: string): Bulk => {
    for (;;) {
      const bulk = made.get(on)
      if (bulk) return bulk
      goOn(on)
    }
  }
  // What the last move came to, and what all but the lever under the hand come to.
  let last: Supposing | null = null
  let others: Supposing | null = null
  const underOthers = (on: string, assumptions: readonly Assumption[]): Bulk => {
    if (assumptions.length === 0) return bulkAt(on)
    const known = [others, last].find(each => each?.on === on && sameList(each.assumptions, assumptions))
    others = known ?? { on, assumptions, bulk: assume(bulkAt(on), { name: '', assumptions }).bulk }
    return others.bulk
  }
  return {
    base: () => countsIn(bulkAt(question.on)),
    ready: function* (layer, on) {
      while (!made.has(on)) {
        goOn(on)
        yield
      }
      yield* footing(bulkAt(on), layer)
      assume(bulkAt(on), layer)
    },
    stands: on => made.has(on),
    under: (layer, on, measures) => {
      const { assumptions } = layer
      const before = last?.assumptions ?? []
      const stands = assumptions.filter(each => before.includes(each))
      const apart = comesLast(question.plan, assumptions, stands)
      const moved = apart ? assumptions.slice(stands.length) : assumptions
      const bulk = assume(underOthers(on, apart ? stands : []), { ...layer, assumptions: moved }).bulk
      last = { on, assumptions, bulk }
      return countsIn(bulk, measures)
    },
  }
}

/** What some assumptions come to on a day. */
interface Supposing {
  readonly on: string
  readonly assumptions: readonly Assumption[]
  readonly bulk: Bulk
}

export const sameList = (a: readonly Assumption[], b: readonly Assumption[]): boolean =>
  a.length === b.length && a.every((each, i) => each === b[i])

/**
 * Whether what is new stands behind all else and speaks of other indicators, none of which makes or weighs one of these, so that it
 * can be laid over the rest. Not over another map: a pace sets out from what was known on the question's own.
 */
function comesLast(plan: Plan, all: readonly Assumption[], stands: readonly Assumption[]): boolean {
  const moved = all.slice(stands.length)
  if (moved.length === 0 || !sameList(all.slice(0, stands.length), stands)) return false
  const codes = new Set<string>()
  for (const each of moved) {
    if (!('indicator' in each)) return false
    codes.add(each.indicator)
  }
  const tangled = new Set(codes)
  for (const { code, ratio, weight } of plan.indicators) {
    const together = [
      code,
      ...(ratio ? [ratio.numerator, ratio.denominator] : []),
      ...(weight === undefined ? [] : [weight]),
    ]
    if (together.some(each => codes.has(each))) for (const each of together) tangled.add(each)
  }
  return stands.every(each => each.kind !== 'map' && (!('indicator' in each) || !tangled.has(each.indicator)))
}
