import type { Message } from '../../messages/message.ts'
import type { Outline, Polygon, Position, Ring } from '../../territory/outline.ts'
import type { RawFeature } from './features.ts'

const LEAST_POSITIONS = 4

/** What makes a feature's shape wrong, with its name for the reader. */
export type Tell = (rule: string, actual: string, expected: string) => null

/** The outline of a feature: polygons whose rings are closed and whose positions are degrees; null and told otherwise. */
export function outlineOf({ geometry }: RawFeature, tell: Tell): Outline | null {
  const { type, coordinates } = geometry ?? { type: 'null', coordinates: null }
  if (type !== 'Polygon' && type !== 'MultiPolygon')
    return tell('boundaries.not-a-polygon', type, 'Polygon, MultiPolygon')
  const polygons = type === 'Polygon' ? [coordinates] : coordinates
  if (!Array.isArray(polygons) || polygons.length === 0) return tell('boundaries.not-a-polygon', `${type} []`, type)
  const found = polygons.map(each => polygonOf(each, tell))
  return found.every(each => each !== null) ? found : null
}

function polygonOf(rings: unknown, tell: Tell): Polygon | null {
  if (!Array.isArray(rings) || rings.length === 0) return tell('boundaries.not-a-polygon', 'Polygon []', 'Polygon')
  const found = rings.map(ring => ringOf(ring, tell))
  return found.every(each => each !== null) ? found : null
}

function ringOf(ring: unknown, tell: Tell): Ring | null {
  if (!Array.isArray(ring)) return tell('boundaries.not-a-polygon', typeof ring, 'Polygon')
  const positions: Position[] = []
  for (const each of ring as unknown[]) {
    const [lon, lat] = Array.isArray(each) ? (each as unknown[]) : []
    if (typeof lon !== 'number' || typeof lat !== 'number' || !(Math.abs(lon) <= 180) || !(Math.abs(lat) <= 90))
      return tell('boundaries.out-of-range', `[${String(lon)}, ${String(lat)}]`, '-180 … 180, -90 … 90')
    positions.push([lon, lat])
  }
  const [first, last] = [positions[0], positions.at(-1)]
  if (!first || !last || positions.length < LEAST_POSITIONS || first[0] !== last[0] || first[1] !== last[1])
    return tell('boundaries.not-closed', `${positions.length}: [${first?.join(', ')}] … [${last?.join(', ')}]`, '4')
  return positions
}

/** A message's maker for one feature. */
export const teller =
  (messages: Message[], number: number, name: string): Tell =>
  (rule, actual, expected) => {
    messages.push({ rule, severity: 'error', line: number, column: name, actual, expected })
    return null
  }
