import { feature } from 'topojson-client'
import { topology } from 'topojson-server'
import type { Topology, Objects } from 'topojson-specification'
import { presimplify, quantile, simplify } from 'topojson-simplify'
import type { MultiPolygon } from 'geojson'
import { positionsIn, type Outline, type Outlines } from '../../territory/outline.ts'

/** Positions that all outlines of a tenant may have together: what a page of a map can carry. */
export const MOST_POSITIONS = 6000
/** A hundred-thousandth of a degree is a metre: finer than any page shows. */
const DIGITS = 1e5

/**
 * The same outlines with about `most` positions together, the ones that matter least left out first (Visvalingam). Bounds
 * that two areas share are one line and stay one, so no gap opens between neighbours.
 */
export function simplified(outlines: Outlines, most: number = MOST_POSITIONS): Outlines {
  const ids = [...outlines.keys()]
  const all = [...outlines.values()].reduce((sum, each) => sum + positionsIn(each), 0)
  const objects = Object.fromEntries(
    [...outlines].map(([id, outline]) => [
      id,
      { type: 'MultiPolygon', coordinates: outline } as unknown as MultiPolygon,
    ]),
  )
  const weighed = presimplify(topology(objects, 1e6) as Topology<Objects<object>>)
  // A shared line counts once in the topology and twice on the page.
  const small = all <= most ? weighed : simplify(weighed, quantile(weighed, most / all))
  return new Map(
    ids.flatMap(id => {
      const object = small.objects[id]
      const made = object && feature(small, object)
      const outline = made && 'geometry' in made ? rounded(made.geometry as MultiPolygon) : []
      // What is too small for the page at this measure stays as it was read: no area is lost.
      return [[id, outline.length > 0 ? outline : (outlines.get(id) ?? [])] as const]
    }),
  )
}

const near = (value: number) => Math.round(value * DIGITS) / DIGITS

const rounded = ({ coordinates }: MultiPolygon): Outline =>
  coordinates
    .map(polygon =>
      polygon
        .map(ring => ring.map(([lon = 0, lat = 0]) => [near(lon), near(lat)] as const))
        .filter(ring => ring.length > 3),
    )
    .filter(polygon => polygon.length > 0)
