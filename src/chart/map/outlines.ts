import type { Outline, Outlines, Position } from '../../territory/outline.ts'
import { closedPath, MAP_WIDTH, type MapPicture, type Shape } from './picture.ts'

const MARGIN = 8
/** A country that is much taller than wide is drawn narrower, so that it fits a screen. */
const MOST_HEIGHT = 1200

type Point = readonly [number, number]

/** Areas where they lie: degrees on a plane that is true along its middle parallel. Those without an outline are left out. */
export function outlinesPicture(outlines: Outlines, areas: readonly string[]): MapPicture {
  const known = areas.flatMap(area => {
    const outline = outlines.get(area)
    return outline ? [{ area, outline }] : []
  })
  const all = known.flatMap(({ outline }) => outline.flatMap(polygon => polygon.flat()))
  if (all.length === 0) return { height: 0, kind: 'outlines', shapes: [], heads: [] }
  const [west, east] = ends(all, 0)
  const [south, north] = ends(all, 1)
  const shrink = Math.cos(((south + north) / 2) * (Math.PI / 180))
  const [wide, high] = [Math.max((east - west) * shrink, 1e-9), Math.max(north - south, 1e-9)]
  const scale = Math.min((MAP_WIDTH - 2 * MARGIN) / wide, (MOST_HEIGHT - 2 * MARGIN) / high)
  const left = (MAP_WIDTH - wide * scale) / 2
  const place = ([lon, lat]: Position): Point => [
    Math.round(left + (lon - west) * shrink * scale),
    Math.round(MARGIN + (north - lat) * scale),
  ]
  return {
    height: Math.round(high * scale + 2 * MARGIN),
    kind: 'outlines',
    shapes: known.map(({ area, outline }) => shapeOf(area, outline, place)),
    heads: [],
  }
}

function ends(positions: readonly Position[], axis: 0 | 1): [number, number] {
  let [least, most] = [Infinity, -Infinity]
  for (const position of positions) {
    least = Math.min(least, position[axis])
    most = Math.max(most, position[axis])
  }
  return [least, most]
}

function shapeOf(area: string, outline: Outline, place: (position: Position) => Point): Shape {
  const rings = outline.map(polygon => polygon.map(ring => ring.map(place)))
  const outer =
    rings.flatMap(polygon => polygon[0] ?? []).length > 0 ? largest(rings.map(polygon => polygon[0] ?? [])) : []
  const inside = widestInside(outer)
  return { area, d: rings.flat().map(closedPath).join(''), ...inside }
}

const largest = (rings: readonly (readonly Point[])[]): readonly Point[] =>
  [...rings].sort((a, b) => Math.abs(areaOf(b)) - Math.abs(areaOf(a)))[0] ?? []

function areaOf(ring: readonly Point[]): number {
  let twice = 0
  for (let i = 1; i < ring.length; i += 1) {
    const [a, b] = [ring[i - 1]!, ring[i]!]
    twice += a[0] * b[1] - b[0] * a[1]
  }
  return twice / 2
}

/** The middle of the widest stretch inside a ring, on one of some level lines through it: a place that lies inside. */
function widestInside(ring: readonly Point[]): { readonly x: number; readonly y: number; readonly room: number } {
  const ys = ring.map(([, y]) => y)
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)]
  let best = { x: ring[0]?.[0] ?? 0, y: ring[0]?.[1] ?? 0, room: 0 }
  for (const part of [0.5, 0.4, 0.6, 0.3, 0.7]) {
    const y = top + (bottom - top) * part
    const crossed: number[] = []
    for (let i = 1; i < ring.length; i += 1) {
      const [a, b] = [ring[i - 1]!, ring[i]!]
      if (a[1] <= y === b[1] <= y) continue
      crossed.push(a[0] + ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]))
    }
    crossed.sort((a, b) => a - b)
    for (let i = 1; i < crossed.length; i += 2) {
      const room = crossed[i]! - crossed[i - 1]!
      // The middle line is kept unless another has clearly more room.
      if (room > best.room * 1.3) best = { x: Math.round(crossed[i - 1]! + room / 2), y: Math.round(y), room }
    }
  }
  return best
}
