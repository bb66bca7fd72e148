import type { Classes, ColourClass, Tone } from '../../chart/map/classes.ts'
import { approximateRatio, showRatio, type Ratio } from '../../measure/ratio.ts'
import { showDecimal, showRange } from '../../measure/show.ts'
import { unitIn } from '../frame/figures.ts'
import type { View } from '../frame/view.ts'
import { Swatch } from './figure.tsx'

export interface LegendProps {
  readonly view: View
  /** By which method the classes were made. */
  readonly about: string
  readonly unit: string
  readonly decimals: number
  readonly classes: Classes
  /** So many areas have no value. */
  readonly none: number
  /** So many have a total that is not whole. */
  readonly part?: number
}

/** The classes with their ends and how many areas each has; by which method they were made. */
export function Legend({ view, about, unit, decimals, classes, none, part = 0 }: LegendProps) {
  const { t, language } = view
  const n = (value: Ratio) => showDecimal(showRatio(value, decimals), language)
  const text = ({ low, high, closed }: ColourClass) =>
    closed
      ? n(low) === n(high)
        ? n(low)
        : showRange(n(low), n(high))
      : t('web.map.from-below', { low: n(low), high: n(high) })
  return (
    <div class="legend">
      <p>
        {about} {t('web.map.unit', { unit: unitIn(unit, language) })}
      </p>
      <ul>
        {classes.classes.map(each => (
          <li>
            <Swatch tone={each.tone} /> {text(each)} <small>({each.count})</small>
          </li>
        ))}
        {part > 0 && (
          <li>
            <Swatch tone="part" /> {t('web.map.not-whole')} <small>({part})</small>
          </li>
        )}
        {none > 0 && (
          <li>
            <Swatch tone="none" /> {t('web.map.no-value')} <small>({none})</small>
          </li>
        )}
      </ul>
    </div>
  )
}

const BAR = 120

/** A bar from nought, to the left where the value is below it; `least` and `most` are the ends of the common scale. */
export function Bar({
  value,
  least = 0,
  most,
  tone,
}: {
  readonly value: Ratio
  readonly least?: number
  readonly most: number
  readonly tone: Tone
}) {
  const at = (x: number) => (most === least ? 0 : Math.round(((x - least) / (most - least)) * BAR))
  const [zero, end] = [at(0), at(approximateRatio(value))]
  return (
    <svg class="rod" width={BAR} height="12" viewBox={`0 0 ${BAR} 12`} aria-hidden="true">
      <rect class={tone} x={Math.min(zero, end)} width={Math.abs(end - zero)} height="12" />
      {least < 0 && <path class="nought" d={`M${zero} 0V12`} />}
    </svg>
  )
}
