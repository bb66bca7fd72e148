import { firstYear, lastYear, shiftYears, type Period } from '../../measure/period.ts'
import { approximateRatio, divideRatio, multiplyRatio, ratio, type Ratio } from '../../measure/ratio.ts'
import type { Indicator, Measure, Shape } from '../../plan/plan.ts'
import { limitsFor } from '../bench.ts'
import { readsRates } from '../change.ts'
import { changeOf, type Changing } from '../changing.ts'
import type { Limits } from '../limits.ts'
import { couldBeKnown } from '../line.ts'
import { factorOf } from '../quantity.ts'
import { spanned } from '../shapes/mean-growth.ts'
import { before, cycle, endDay, endPlace, partsOf, STEPS_IN_A_YEAR } from '../timeline.ts'
import { factorBetween } from '../units.ts'
import { fastLimits } from './limits.ts'
import type { Program } from './program.ts'

/** A period whose figure a row keeps: as the series answers it, or only its very own. */
export interface Slot {
  readonly period: Period
  readonly how: 'value' | 'own'
}

/** What a measure on an indicator reads, the same for all areas, and the program for each bound. */
export interface Layout {
  readonly slots: readonly Slot[]
  /** The program for a measure that differs from this one in its bound only. */
  readonly program: (measure: Measure) => Program
}

/** What compiling needs to know of the day and the figures. */
export interface Setting {
  readonly ended: (p: Period) => boolean
  readonly termStart: string
  /** The first day of the indicator's oldest figure; null without figures. */
  readonly oldest: string | null
  /** Cells are figures times ten to this power. */
  readonly scale: number
}

const EXACT: Layout = { slots: [], program: () => ({ kind: 'exact' }) }

/** The layout of an indicator of a measure. */
export function compile(measure: Measure, indicator: Indicator, setting: Setting): Layout {
  const factor = factorBetween(measure, indicator)
  if (!factor) return EXACT
  const it: Compiling = { measure, indicator, factor, setting }
  const { shape } = measure
  switch (shape.kind) {
    case 'level':
      return line(it, shape.when, null)
    case 'cumulative':
    case 'mean':
      return total(it, shape)
    case 'addition': {
      const parts = partsOf(shape.when)
      const [first, last] = [parts[0] ?? shape.when, parts.at(-1) ?? shape.when]
      const stated = measure.base
      const from = stated ? shiftYears(last, stated.year - lastYear(last)) : before(first)
      return since(it, shape, from, last, 1)
    }
    case 'growth':
      return growth(it, shape)
    case 'meanGrowth':
      return meanGrowth(it, shape)
    case 'eachPeriod':
    case 'eachChange':
      return each(it, shape)
    case 'milestone':
      return EXACT
    default:
      return shape satisfies never
  }
}

interface Compiling {
  readonly measure: Measure
  readonly indicator: Indicator
  readonly factor: Ratio
  readonly setting: Setting
}

const TEN = (scale: number): Ratio => ratio(10n ** BigInt(scale))
/** Of a number in the measure's unit, what it is in cells. */
const inCells = ({ factor, setting }: Compiling, at: Ratio): Ratio =>
  divideRatio(multiplyRatio(at, TEN(setting.scale)), factor)

/** A program from the limits of a bound; exact where they are too long. */
const fromLimits =
  ({ indicator }: Compiling, make: (limits: Limits) => Program | null) =>
  (measure: Measure): Program => {
    const limits = limitsFor(measure, indicator)
    return (limits && make(limits)) ?? { kind: 'exact' }
  }

/** The same stretch of every year up to a period, the oldest first, as far back as figures go and one more. */
function stretch({ setting: { oldest } }: Compiling, when: Period): readonly Period[] {
  const periods: Period[] = [when]
  if (oldest === null) return periods
  for (let p = before(when); endDay(p) > oldest; p = before(p)) periods.unshift(p)
  return periods
}

const endedOf = ({ setting }: Compiling, periods: readonly Period[]): number =>
  periods.filter(p => setting.ended(p)).length

const asValues = (periods: readonly Period[]): readonly Slot[] => periods.map(period => ({ period, how: 'value' }))

interface Base {
  readonly from: Period
  readonly shape: Changing
  readonly periods: number
}

function line(it: Compiling, when: Period, base: Base | null): Layout {
  const { setting } = it
  const periods = stretch(it, when)
  const step = STEPS_IN_A_YEAR * cycle(when)
  const at = base ? periods.length - 1 + (endPlace(base.from) - endPlace(when)) / step : 0
  // A base between the steps of the line has no place on it.
  if (!Number.isInteger(at)) return EXACT
  const ended = endedOf(it, periods)
  const termFrom = periods.findIndex(p => endDay(p) > setting.termStart)
  const relative = base?.shape.basis === 'relative'
  const n = ratio(BigInt(base?.periods ?? 1))
  const scaled = (end: Ratio) =>
    relative ? divideRatio(multiplyRatio(end, n), ratio(100n)) : inCells(it, multiplyRatio(end, n))
  return {
    slots: [...asValues(periods), ...(base ? asValues([base.from]) : [])],
    program: fromLimits(it, limits => {
      const fast = fastLimits(limits, scaled)
      return (
        fast && {
          kind: 'line',
          of: {
            steps: periods.length,
            termFrom: termFrom < 0 ? periods.length : termFrom,
            ended,
            expected: couldBeKnown(setting, when),
            limits: fast,
            nonNegative: it.indicator.nonNegative === true,
            change: base && { cell: periods.length, at, down: base.shape.change === 'down', relative },
          },
        }
      )
    }),
  }
}

function since(it: Compiling, shape: Changing, from: Period, to: Period, periods: number): Layout {
  return readsRates(it, shape) ? EXACT : line(it, to, { from, shape, periods })
}

function total(it: Compiling, { kind, when }: Extract<Shape, { kind: 'cumulative' | 'mean' }>): Layout {
  const parts = partsOf(when)
  const [first] = parts
  const n = kind === 'mean' ? ratio(BigInt(parts.length)) : ratio(1n)
  const several = parts.length > 1
  const spans: { readonly period: Period; readonly parts: number }[] = []
  if (first && it.indicator.overTime === 'sum')
    for (let k = parts.length - 1; k > 1; k -= 1) spans.push({ period: { ...first, length: k }, parts: k })
  const own = several ? parts.length : -1
  return {
    slots: [
      ...asValues(parts),
      ...(several ? [{ period: when, how: 'own' } as const] : []),
      ...spans.map(({ period }): Slot => ({ period, how: 'own' })),
    ],
    program: fromLimits(it, limits => {
      const [own1, whole] = [
        fastLimits(limits, at => inCells(it, at)),
        fastLimits(limits, at => inCells(it, multiplyRatio(at, n))),
      ]
      return (
        own1 &&
        whole && {
          kind: 'total',
          of: {
            parts: parts.length,
            ended: endedOf(it, parts),
            own,
            prefixes: spans.map((span, i) => ({ cell: parts.length + 1 + i, parts: span.parts })),
            nonNegative: it.indicator.nonNegative === true,
            limits: own1,
            whole,
          },
        }
      )
    }),
  }
}

/** How limits of a change are kept: of rates as cells, relative ones as hundredths of the base, differences as cells. */
function stepOf(it: Compiling, shape: Changing) {
  const rates = readsRates(it, shape)
  const relative = shape.basis === 'relative' && !rates
  const scaled = (at: Ratio) => (relative ? divideRatio(at, ratio(100n)) : inCells(it, at))
  return { rates, relative, down: shape.change === 'down', scaled }
}

function growth(it: Compiling, shape: Extract<Shape, { kind: 'growth' }>): Layout {
  const { when } = shape
  const stated = it.measure.base
  if (stated && stated.year !== firstYear(when) - 1)
    return since(it, shape, shiftYears(when, stated.year - firstYear(when)), when, 1)
  const { setting } = it
  const { scaled, ...step } = stepOf(it, shape)
  const stretched = stretch(it, when)
  const periods = stretched.length > 1 ? stretched : [before(when), when]
  const earlier = before(when)
  return {
    slots: periods.map(period => ({ period, how: step.rates ? 'own' : 'value' })),
    program: fromLimits(it, limits => {
      const fast = fastLimits(limits, scaled)
      return (
        fast && {
          kind: 'growth',
          of: {
            ...step,
            limits: fast,
            steps: periods.length,
            due: setting.ended(when),
            ended: endedOf(it, periods),
            expected: setting.ended(earlier) && earlier.start >= setting.termStart,
          },
        }
      )
    }),
  }
}

function meanGrowth(it: Compiling, shape: Extract<Shape, { kind: 'meanGrowth' }>): Layout {
  const parts = spanned({ measure: it.measure, shape })
  const [first, last] = [parts[0] ?? shape.when, parts.at(-1) ?? shape.when]
  const rates = readsRates(it, shape)
  if (!rates && shape.basis !== 'relative') return since(it, shape, before(first), last, parts.length)
  if (shape.mean === 'arithmetic') return EXACT
  const several = parts.length > 1
  return {
    slots: rates
      ? [
          ...parts.map((period): Slot => ({ period, how: 'own' })),
          ...(several ? [{ period: shape.when, how: 'own' } as const] : []),
        ]
      : asValues([...parts, before(first)]),
    program: fromLimits(it, limits => {
      const fast = fastLimits(limits, at => inCells(it, at))
      const yearly = (at: Ratio | undefined) => (at ? approximateRatio(factorOf(at, shape.change)) : NaN)
      return (
        fast && {
          kind: 'meanGrowth',
          of: {
            parts: parts.length,
            ended: endedOf(it, parts),
            down: shape.change === 'down',
            low: yearly(limits.low?.at),
            lowStrict: limits.low?.strict ?? false,
            high: yearly(limits.high?.at),
            highStrict: limits.high?.strict ?? false,
            beyond: yearly(limits.beyond?.at),
            beyondAbove: limits.beyond?.side === 'above',
            base: rates ? null : parts.length,
            percent: 100 * 10 ** it.setting.scale,
            own: rates && several && it.setting.ended(shape.when) ? parts.length : -1,
            limits: fast,
          },
        }
      )
    }),
  }
}

function each(it: Compiling, shape: Extract<Shape, { kind: 'eachPeriod' | 'eachChange' }>): Layout {
  const parts = partsOf(shape.when)
  const changing = changeOf(shape)
  const step = changing && stepOf(it, changing)
  const bases = changing ? parts.map(before) : []
  const how = step?.rates ? 'own' : 'value'
  const scaled = step?.scaled ?? ((at: Ratio) => inCells(it, at))
  return {
    slots: [...parts, ...bases].map(period => ({ period, how })),
    program: fromLimits(it, limits => {
      const fast = fastLimits(limits, scaled)
      return (
        fast && {
          kind: 'each',
          of: {
            first: 0,
            parts: parts.length,
            ended: endedOf(it, parts),
            limits: fast,
            step: step && {
              rates: step.rates,
              relative: step.relative,
              down: step.down,
              limits: fast,
              before: parts.map((_, i) => parts.length + i),
            },
          },
        }
      )
    }),
  }
}
