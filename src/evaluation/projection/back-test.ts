import {
  addRatio,
  compareRatio,
  divideRatio,
  multiplyRatio,
  NOUGHT,
  ONE,
  ratio,
  subtractRatio,
  type Ratio,
} from '../../measure/ratio.ts'
import type { Forecast, Method } from './method.ts'
import { horizonOf, type Gathering, type Point, type Track } from './track.ts'

/** A forecast made as if later figures were not known yet, and how far the truth lay from it. */
export interface Trial {
  /** How many figures it was made from. */
  readonly known: number
  /** How many steps ahead it looked. */
  readonly ahead: number
  /** Truth less forecast, in the unit of the track. */
  readonly error: Ratio
  /** The same of "nothing changes". */
  readonly naive: Ratio
}

/** How a method did on the series' own past. */
export interface BackTest {
  readonly trials: number
  /** Mean absolute error, in the unit of the track. */
  readonly mae: Ratio
  /** The same by that of "nothing changes" in the same trials: below 1 is better than that. Null where that never erred. */
  readonly mase: Ratio | null
}

/** What forecasts of some steps come to. */
export function gather(gathering: Gathering, values: readonly Ratio[]): Ratio {
  switch (gathering) {
    case 'end':
      return values.at(-1) ?? NOUGHT
    case 'sum':
      return values.reduce(addRatio, NOUGHT)
    case 'chain':
      return values.map(v => addRatio(ONE, multiplyRatio(v, ratio(1n, 100n)))).reduce(multiplyRatio, ONE)
    default:
      return gathering satisfies never
  }
}

export const ahead = (gathering: Gathering, forecast: Forecast, from: number, to: number): Ratio =>
  gather(
    gathering,
    Array.from({ length: to - from }, (_, i) => forecast(from + 1 + i)),
  )

/** What a method expects of some first figures of a track, nothing below zero where no figure can be. */
export function forecastOf(method: Method, track: Track, points: readonly Point[]): Forecast | null {
  const forecast = points.length >= method.least ? method.fit(points, track.goesOn) : null
  if (!forecast || !track.nonNegative) return forecast
  return at => {
    const value = forecast(at)
    return value.num < 0n ? NOUGHT : value
  }
}

/** An error of a chain of rates is told in percent. */
const asTold = (gathering: Gathering, error: Ratio): Ratio =>
  gathering === 'chain' ? multiplyRatio(error, ratio(100n)) : error

/**
 * Rolling origin: from every number of first figures that is enough, one to so many steps ahead as the projection itself
 * looks, wherever the truth is known.
 */
export function trialsOf(method: Method, track: Track): readonly Trial[] {
  const { points, gathering } = track
  const horizon = horizonOf(track)
  const byStep = new Map(points.map(p => [p.at, p.value]))
  const trials: Trial[] = []
  for (let known = method.least; known < points.length; known += 1) {
    const past = points.slice(0, known)
    const origin = past.at(-1)
    const forecast = origin ? forecastOf(method, track, past) : null
    if (!origin || !forecast) continue
    for (let h = 1; h <= horizon; h += 1) {
      const truth = truthOf(gathering, byStep, origin.at, h)
      if (!truth) continue
      const miss = (made: Ratio) => asTold(gathering, subtractRatio(truth, made))
      trials.push({
        known,
        ahead: h,
        error: miss(ahead(gathering, forecast, origin.at, origin.at + h)),
        naive: miss(ahead(gathering, () => origin.value, origin.at, origin.at + h)),
      })
    }
  }
  return trials
}

function truthOf(gathering: Gathering, byStep: ReadonlyMap<number, Ratio>, from: number, h: number): Ratio | null {
  const first = gathering === 'end' ? h : 1
  const values: Ratio[] = []
  for (let i = first; i <= h; i += 1) {
    const value = byStep.get(from + i)
    if (!value) return null
    values.push(value)
  }
  return gather(gathering, values)
}

const size = (a: Ratio): Ratio => (a.num < 0n ? { num: -a.num, den: a.den } : a)
const meanSize = (errors: readonly Ratio[]): Ratio =>
  divideRatio(errors.map(size).reduce(addRatio, NOUGHT), ratio(BigInt(errors.length)))

/** Null without a trial. */
export function backTest(trials: readonly Trial[]): BackTest | null {
  if (trials.length === 0) return null
  const mae = meanSize(trials.map(t => t.error))
  const naive = meanSize(trials.map(t => t.naive))
  return { trials: trials.length, mae, mase: naive.num === 0n ? null : divideRatio(mae, naive) }
}

/** The errors of the longest look ahead, smallest first. */
export const errorsAt = (trials: readonly Trial[], horizon: number): readonly Ratio[] =>
  trials
    .filter(t => t.ahead === horizon)
    .map(t => t.error)
    .sort(compareRatio)
