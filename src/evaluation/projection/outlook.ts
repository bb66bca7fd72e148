import { compareRatio, type Ratio } from '../../measure/ratio.ts'
import type { Period } from '../../measure/period.ts'
import type { Reason } from '../judgement.ts'
import { standing } from '../limits.ts'
import type { Quantity } from '../quantity.ts'
import type { Task } from '../task.ts'
import { ahead, backTest, errorsAt, forecastOf, trialsOf, type BackTest, type Trial } from './back-test.ts'
import { errorRange } from './interval.ts'
import { METHODS, type ProjectionMethod } from './method.ts'
import { outlookReasons } from './said.ts'
import { METHOD_TABLE } from './table.ts'
import { horizonOf, type Track } from './track.ts'
import { moved, trackOf } from './track-of.ts'

/** What one method expects, and how it did so far. */
export interface MethodOutlook {
  readonly method: ProjectionMethod
  /** In the measure's unit. */
  readonly value: Quantity
  /** Whether that would be enough. */
  readonly reaches: boolean
  readonly interval: OutlookInterval | null
  /** On all its own trials; null where there was none. */
  readonly backTest: BackTest | null
}

export interface OutlookInterval {
  readonly low: Quantity
  readonly high: Quantity
  /** How many past errors of the method it stands on. */
  readonly errors: number
  /** The chance that it holds the truth, if errors stay of their kind. */
  readonly coverage: Ratio
}

/** Where an open measure leads by every method that its figures are enough for. */
export interface Outlook {
  readonly period: Period
  /** The figures that it goes on from, and how many steps it looks ahead. */
  readonly known: number
  readonly ahead: number
  readonly methods: readonly MethodOutlook[]
  /** The method that is taken, and how many trials that all methods share it was chosen on; 0: too few to choose. */
  readonly chosen: ProjectionMethod
  readonly compared: number
  /** The unit of the errors. */
  readonly errorUnit: string
  readonly explanation: readonly Reason[]
}

/** With fewer shared trials nothing is chosen: the last pace is taken. */
export const FEWEST_TRIALS = 3

/** Null where there is nothing to project: it is due, nothing is known, or no method has enough figures. */
export function outlookOf(task: Task): Outlook | null {
  const track = trackOf(task)
  if (!track) return null
  const tried = METHODS.flatMap(method => {
    const found = one(task, track, method)
    return found ? [found] : []
  })
  if (tried.length === 0) return null
  const { chosen, compared } = choose(tried)
  const outlook = {
    period: track.period,
    known: track.points.length,
    ahead: horizonOf(track),
    methods: tried.map(t => t.outlook),
    chosen,
    compared,
    errorUnit: track.unit,
  }
  return { ...outlook, explanation: outlookReasons(task, outlook) }
}

interface Tried {
  readonly outlook: MethodOutlook
  readonly trials: readonly Trial[]
}

function one(task: Task, track: Track, method: ProjectionMethod): Tried | null {
  const way = METHOD_TABLE[method]
  const latest = track.points.at(-1)
  const forecast = forecastOf(way, track, track.points)
  if (!latest || !forecast) return null
  const gathered = ahead(track.gathering, forecast, latest.at, track.to)
  const value = track.outcome(gathered)
  const side = standing(value, task.limits)
  const trials = trialsOf(way, track)
  const range = errorRange(errorsAt(trials, horizonOf(track)))
  const ends = range && [range.low, range.high].map(error => track.outcome(moved(track, gathered, error)))
  const [low, high] = track.turned ? [ends?.[1], ends?.[0]] : [ends?.[0], ends?.[1]]
  return {
    trials,
    outlook: {
      method,
      value,
      reaches: side === 'met' || side === 'exceeded',
      interval: range && low && high ? { low, high, errors: range.errors, coverage: range.coverage } : null,
      backTest: backTest(trials),
    },
  }
}

/** The least mean absolute error over the trials that every method made; of equals the simpler. */
function choose(tried: readonly Tried[]): Pick<Outlook, 'chosen' | 'compared'> {
  const key = (t: Trial) => `${String(t.known)} ${String(t.ahead)}`
  const made = tried.map(t => new Set(t.trials.map(key)))
  const shared = (t: Trial) => made.every(keys => keys.has(key(t)))
  const [first] = tried
  const compared = first?.trials.filter(shared).length ?? 0
  const simplest = first?.outlook.method ?? 'lastPace'
  if (tried.length < 2 || compared < FEWEST_TRIALS) return { chosen: simplest, compared: 0 }
  let best: { readonly method: ProjectionMethod; readonly mae: Ratio } | null = null
  for (const { outlook, trials } of tried) {
    const mae = backTest(trials.filter(shared))?.mae
    if (mae && (!best || compareRatio(mae, best.mae) < 0)) best = { method: outlook.method, mae }
  }
  return { chosen: best?.method ?? simplest, compared }
}
