import { commonScale } from './common-scale.ts'
import type { Course, Spot } from './course.ts'
import { clamp, linear } from './scale.ts'
import { element, escaped, lineThrough, short } from './svg.ts'

/** Pixels; a row of the scoreboard is as high. */
export const ROW_PICTURE = { width: 120, height: 22 } as const
const SIDE = 5
/** The part of the common scale that is shown: from a step back to a third beyond the bound. */
const SHOWN = [-0.3, 1.4] as const

/**
 * One row's picture: the bound as a line or band, the required path, the figures and where the last pace leads, on the
 * common scale. `title` is its name, `description` tells in words what it shows; both come in the reader's language.
 */
export function rowPicture(course: Course, title: string, description: string): string {
  const { width, height } = ROW_PICTURE
  const progress = commonScale(course)
  const x = linear([course.from, course.to], [SIDE, width - SIDE])
  const up = linear(SHOWN, [height - 1, 1])
  const y = (value: number) => up(clamp(progress(value), ...SHOWN))
  const spot = ({ at, value }: Spot) => [x(at), y(value)] as const
  return element(
    'svg',
    { class: 'pic', viewBox: `0 0 ${width} ${height}`, width, height, role: 'img' },
    element('title', {}, escaped(title)),
    description === '' ? '' : element('desc', {}, escaped(description)),
    course.kind === 'steps'
      ? element('path', { class: 'ground', d: `M${SIDE - 3} ${short(y(0))}H${width - SIDE + 3}` })
      : '',
    boundMark(course, y),
    lineThrough(course.path.map(spot), 'path'),
    course.kind === 'way' ? wayMarks(course, spot) : stepMarks(course, x, y),
    lineThrough(course.projection.map(spot), 'ahead'),
  )
}

function boundMark({ low, high }: Course, y: (value: number) => number): string {
  const { width } = ROW_PICTURE
  const [x1, x2] = [SIDE - 3, width - SIDE + 3]
  if (low !== null && high !== null && low !== high) {
    const [a, b] = [y(low), y(high)]
    const top = Math.min(a, b)
    return element('rect', { class: 'band', x: x1, y: top, width: x2 - x1, height: Math.max(1.5, Math.abs(a - b)) })
  }
  const at = low ?? high
  return at === null ? '' : element('path', { class: 'bound', d: `M${x1} ${short(y(at))}H${x2}` })
}

function wayMarks({ figures, start }: Course, spot: (s: Spot) => readonly [number, number]): string {
  const known = start && !figures.some(f => f.at === start.at) ? [start, ...figures] : figures
  const last = known.at(-1)
  return (
    lineThrough(known.map(spot), 'line') +
    known
      .filter(mark => !mark.origin)
      .map(mark => {
        const [cx, cy] = spot(mark)
        return element('circle', { class: mark.firm ? 'dot' : 'dot open', cx, cy, r: mark === last ? 2.6 : 1.4 })
      })
      .join('')
  )
}

/** One column a period from nought; the last one stronger. */
function stepMarks({ figures }: Course, x: (at: number) => number, y: (value: number) => number): string {
  const last = figures.at(-1)
  return figures
    .map(mark => {
      const [base, top] = [y(0), y(mark.value)]
      const upright =
        Math.abs(base - top) < 0.5 ? '' : element('path', { class: 'stem', d: pathDown(x(mark.at), base, top) })
      const r = mark === last ? 2.6 : 1.8
      return upright + element('circle', { class: mark.firm ? 'dot' : 'dot open', cx: x(mark.at), cy: top, r })
    })
    .join('')
}

const pathDown = (x: number, from: number, to: number) => `M${short(x)} ${short(from)}V${short(to)}`
