import { isAbsent } from '../../measure/absence.ts'
import { previousPeriod, type Period } from '../../measure/period.ts'
import { fromDecimal, type Ratio } from '../../measure/ratio.ts'
import type { Observation } from '../../plan/observation.ts'
import type { Indicator, Plan } from '../../plan/plan.ts'
import { indexFigures, seriesFor, type FigureIndex, type Knowledge, type Series } from '../series.ts'
import { spanKey } from '../timeline.ts'
import { figureKey, type Figures } from './simulated.ts'

/** What is known and of which area, as a layer reads it. */
export interface Ground {
  readonly plan: Plan
  readonly knowledge: Knowledge
  /** The areas that "every area" means. */
  readonly areas: readonly string[]
  /** Where only one area is asked for: the others are worked out no further than it hangs on them. */
  readonly shown?: string
  readonly figures: (area: string) => readonly Observation[]
  /** What was read of the figures, kept by who asks again and again over the same ones. */
  readonly readings?: Readings
}

/** By indicator, then area. */
export type Readings = Map<string, Map<string, Reading>>

/** One indicator's figures in one area, taken apart once. */
export interface Reading {
  /** The method of the newest figure; null where there is none. */
  readonly method: string | null
  readonly index: FigureIndex
  /** Whether all figures are of one method, so that every period is answered by the same series. */
  readonly single: boolean
  /** By the period asked for; under '' where one answers for all. */
  readonly series: Map<string, Series>
  /** By the period that a pace begins with. */
  readonly footings: Map<string, Footing>
}

export function readingOf(ground: Ground, indicator: Indicator, area: string): Reading {
  const known = ground.readings?.get(indicator.code)
  const held = known?.get(area)
  if (held) return held
  const { plan, knowledge, figures, readings } = ground
  const own = figures(area).filter(o => o.indicator === indicator.code)
  const newest = own.reduce<Observation | null>(
    (latest, o) => (latest && latest.period.start >= o.period.start ? latest : o),
    null,
  )
  const reading: Reading = {
    method: newest?.method ?? null,
    index: indexFigures({ ...plan, area }, own, knowledge),
    single: indicator.methods.length <= 1 && own.every(({ method }) => method === newest?.method),
    series: new Map(),
    footings: new Map(),
  }
  if (known) known.set(area, reading)
  else readings?.set(indicator.code, new Map([[area, reading]]))
  return reading
}

/** The series that answers best for a period. */
function seriesAt({ plan }: Ground, indicator: Indicator, { index, single, series }: Reading, when: Period): Series {
  const key = single ? '' : spanKey(when)
  const held = series.get(key)
  if (held) return held
  const made = seriesFor(plan, indicator, index, when, `${String(plan.term.from).padStart(4, '0')}-01-01`)
  series.set(key, made)
  return made
}

/** What is known of a period, exactly; null where nothing is. */
export function knownAt(ground: Ground, indicator: Indicator, area: string, period: Period): Ratio | null {
  const found = seriesAt(ground, indicator, readingOf(ground, indicator, area), period).value(period)
  const [only] = found?.how === 'own' ? found.from : []
  return only?.figure.exact ?? found?.value ?? null
}

/** What a period has in an area under a layer, or, where `supposed` is null or says nothing of it, by what is known. */
export function looking(ground: Ground, indicator: Indicator, area: string, supposed: Figures | null): Look {
  return period => {
    const figure = supposed?.get(figureKey({ indicator: indicator.code, area, period }))
    return figure ? exactOf(figure) : knownAt(ground, indicator, area, period)
  }
}

export type Look = (period: Period) => Ratio | null

/** Whether the areas' own word is that nothing is due of a period: it is no gap. */
export const isApart = ({ figures }: Ground, { code }: Indicator, area: string, period: Period): boolean =>
  figures(area).some(
    ({ indicator, period: own, value }) =>
      indicator === code &&
      spanKey(own) === spanKey(period) &&
      isAbsent(value) &&
      (value.absent === 'notApplicable' || value.absent === 'notDue'),
  )

/** Where a figure that is assumed stands: the method of the area's newest one, and the last figure before it. */
export interface Footing {
  readonly method: string
  readonly before: Ratio | null
  /** How many periods without a figure lie between. */
  readonly gap: number
}

/** Further back a figure is no footing for a pace. */
export const FURTHEST = 10

export function footingOf(ground: Ground, indicator: Indicator, area: string, period: Period): Footing {
  const reading = readingOf(ground, indicator, area)
  const key = spanKey(period)
  const held = reading.footings.get(key)
  if (held) return held
  const series = seriesAt(ground, indicator, reading, previousPeriod(period))
  let [before, gap, at]: [Ratio | null, number, Period] = [null, -1, period]
  while (!before && gap < FURTHEST) {
    at = previousPeriod(at)
    gap += 1
    before = series.value(at)?.value ?? null
  }
  const footing = { method: reading.method ?? indicator.methods[0]?.id ?? '', before, gap: before ? gap : 0 }
  reading.footings.set(key, footing)
  return footing
}

/** A figure's value, exactly; null where it says that there is none. */
export const exactOf = ({ value, exact }: Observation): Ratio | null =>
  isAbsent(value) ? null : (exact ?? fromDecimal(value))
