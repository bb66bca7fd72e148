import type { Language } from '../messages/message.ts'
import { parseDecimal } from '../measure/decimal.ts'
import { exactDecimal, showRatio } from '../measure/ratio.ts'
import { showDecimal } from '../measure/show.ts'
import type { Course, Mark, Spot } from './course.ts'
import { linear, ticks, type Scale } from './scale.ts'
import { element, escaped, lineThrough, short, words } from './svg.ts'

/** What the chart says in words; all in the reader's language. */
export interface ChartWords {
  readonly language: Language
  readonly title: string
  readonly description: string
  /** "mức cam kết: 2.900 - 3.000". */
  readonly bound: string
  readonly projection: string
  /** Of the axis. */
  readonly unit: string
  readonly today: string
  /** Digits behind the mark of a figure. */
  readonly decimals: number
}

export const CHART_SIZES = { wide: [720, 300], narrow: [358, 260] } as const
export type ChartSize = keyof typeof CHART_SIZES

interface Frame {
  readonly x: Scale
  readonly y: Scale
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** One measure's way with its axes: bound, required path, figures with their numbers, projection, the day judged. */
export function targetChart(course: Course, said: ChartWords, size: ChartSize): string {
  const [width, height] = CHART_SIZES[size]
  const axis = valueAxis(course, size === 'wide' ? 5 : 4)
  const labels = axis.values.map(value => notation(value, axis.decimals, said.language))
  const left = 12 + Math.max(...labels.map(label => label.length)) * 6.6
  const frame: Frame = {
    left,
    right: width - 30,
    top: 30,
    bottom: height - 26,
    x: linear([course.from, course.to], [left + 14, width - 34]),
    y: linear([axis.values[0] ?? 0, axis.values.at(-1) ?? 1], [height - 26, 30]),
  }
  return element(
    'svg',
    { class: `chart ${size}`, viewBox: `0 0 ${width} ${height}`, width, height, role: 'img' },
    element('title', {}, escaped(said.title)),
    said.description === '' ? '' : element('desc', {}, escaped(said.description)),
    // The bound says its unit too: where both do not fit beside each other, that is enough.
    (said.bound.length + said.unit.length + 3) * LETTER > frame.right - frame.left
      ? ''
      : words({ class: 'tick', x: frame.right, y: frame.top - 12, 'text-anchor': 'end' }, said.unit),
    valueLines(axis.values, labels, frame),
    yearLabels(course, frame),
    boundMark(course, said, frame),
    fanArea(course, frame),
    todayLine(course, said, frame),
    lineThrough(
      course.path.map(spot => place(spot, frame)),
      'path',
    ),
    figureMarks(course, said, frame),
    projectionMark(course, said, frame),
  )
}

const place = ({ at, value }: Spot, { x, y }: Frame): readonly [number, number] => [x(at), y(value)]

/** Nought belongs to columns; a line may stand on a higher ground, which its axis shows. */
function valueAxis({ kind, figures, path, projection, fan, start, low, high }: Course, count: number) {
  const values = [...figures, ...path, ...projection, ...(start ? [start] : [])].map(s => s.value)
  if (fan) values.push(fan.low, fan.high)
  const all = [...values, low ?? high ?? 0, high ?? low ?? 0, ...(kind === 'steps' ? [0] : [])]
  const [least, most] = [Math.min(...all), Math.max(...all)]
  const room = (most - least || Math.abs(most) || 1) * 0.08
  const bottom = least >= 0 && least - room < 0 ? 0 : least - (kind === 'steps' && least === 0 ? 0 : room)
  return ticks(bottom, most + room, count)
}

const notation = (value: number, decimals: number, language: Language): string =>
  showDecimal(parseDecimal(value.toFixed(decimals)) ?? { coefficient: 0n, scale: 0 }, language)

const valueLines = (values: readonly number[], labels: readonly string[], { y, left, right }: Frame) =>
  values
    .map((value, i) => {
      const at = y(value)
      return (
        element('path', {
          class: value === 0 ? 'rule zero' : 'rule',
          d: `M${short(left)} ${short(at)}H${short(right)}`,
        }) + words({ class: 'tick', x: left - 6, y: at + 4, 'text-anchor': 'end' }, labels[i] ?? '')
      )
    })
    .join('')

const yearLabels = ({ from, to }: Course, { x, bottom }: Frame) =>
  Array.from({ length: to - from + 1 }, (_, i) =>
    words({ class: 'tick', x: x(from + i), y: bottom + 18, 'text-anchor': 'middle' }, String(from + i)),
  ).join('')

function boundMark({ low, high }: Course, said: ChartWords, { y, left, right, top }: Frame): string {
  if (low === null && high === null) return ''
  const [a, b] = [y(low ?? high ?? 0), y(high ?? low ?? 0)]
  const upper = Math.min(a, b)
  const area =
    low !== null && high !== null && low !== high
      ? element('rect', { class: 'band', x: left, y: upper, width: right - left, height: Math.abs(a - b) })
      : element('path', { class: 'bound', d: `M${short(left)} ${short(upper)}H${short(right)}` })
  // Above the field, where no figure can run into it.
  return area + words({ class: 'said', x: left, y: top - 12 }, said.bound)
}

/** What the end may be, as a fan from the last figure. */
function fanArea({ fan }: Course, frame: Frame): string {
  if (!fan) return ''
  const [x, y] = place(fan.from, frame)
  const [end, low, high] = [frame.x(fan.at), frame.y(fan.low), frame.y(fan.high)]
  return element('path', {
    class: 'fan',
    d: `M${short(x)} ${short(y)}L${short(end)} ${short(high)}V${short(low)}z`,
  })
}

function todayLine({ today, from, to }: Course, said: ChartWords, { x, top, bottom, left, right }: Frame): string {
  if (today <= from || today >= to) return ''
  const at = x(today)
  const late = at > (left + right) / 2
  return (
    element('path', { class: 'today', d: `M${short(at)} ${short(top)}V${short(bottom)}` }) +
    words({ class: 'tick', x: at + (late ? -5 : 5), y: bottom - 6, 'text-anchor': late ? 'end' : 'start' }, said.today)
  )
}

function figureMarks(course: Course, said: ChartWords, frame: Frame): string {
  const { kind, figures, start } = course
  const known = start && start.at >= course.from ? [start, ...figures.filter(f => f.at > start.at)] : figures
  const points = known.map(mark => place(mark, frame))
  const body =
    kind === 'way'
      ? lineThrough(points, 'line')
      : points
          .map(([x, y]) => element('path', { class: 'stem', d: `M${short(x)} ${short(frame.y(0))}V${short(y)}` }))
          .join('')
  return (
    body +
    known.map((mark, i) => (mark.origin ? '' : dot(mark, points[i] ?? [0, 0], i === known.length - 1, said))).join('')
  )
}

function dot(mark: Mark, [cx, cy]: readonly [number, number], last: boolean, said: ChartWords): string {
  const label = figureText(mark, said)
  return (
    element('circle', { class: mark.firm ? 'dot' : 'dot open', cx, cy, r: last ? 4.5 : 3.5 }) +
    words({ class: last ? 'figure last' : 'figure', x: cx, y: cy - 10, 'text-anchor': 'middle' }, label)
  )
}

const figureText = ({ exact }: Mark, { decimals, language }: ChartWords): string => {
  const short = exactDecimal(exact)
  return showDecimal(short && short.scale <= decimals ? short : showRatio(exact, decimals), language)
}

function projectionMark({ projection }: Course, said: ChartWords, frame: Frame): string {
  const end = projection.at(-1)
  if (!end) return ''
  const [cx, cy] = place(end, frame)
  const [lx, ly] = place(projection[0] ?? end, frame)
  const x = Math.min(cx + 30, frame.right + 24)
  // Beside the last figure's own number, which stands above it, there is no room for a second.
  const crowded = Math.abs(cy - ly) < LINE && x - said.projection.length * LETTER < lx + 3 * LETTER
  const under = crowded || end.value < (projection[0]?.value ?? 0)
  return (
    lineThrough(
      projection.map(spot => place(spot, frame)),
      'ahead',
    ) +
    element('circle', { class: 'dot ahead', cx, cy, r: 3.5 }) +
    words(
      { class: 'figure ahead', x, y: under ? Math.max(cy, crowded ? ly : cy) + 18 : cy - 10, 'text-anchor': 'end' },
      said.projection,
    )
  )
}

/** How high a line of a chart's words is, and how wide a letter about, in its units. */
const [LINE, LETTER] = [14, 6.5]
