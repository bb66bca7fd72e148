import { feature as featuresOf } from 'topojson-client'
import type { GeometryObject, Topology } from 'topojson-specification'
import type { Message } from '../../messages/message.ts'

/** A feature as the file has it, before anything of it is believed. */
export interface RawFeature {
  /** Its place in the file, from 1. */
  readonly number: number
  readonly properties: Readonly<Record<string, unknown>>
  readonly geometry: { readonly type: string; readonly coordinates: unknown } | null
}

type Loose = Readonly<Record<string, unknown>>
const isObject = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The features of a GeoJSON or a TopoJSON file; the largest object of a topology that has several. */
export function readFeatures(text: string): RawFeature[] | Message {
  let content: unknown
  try {
    content = JSON.parse(text)
  } catch (error) {
    return fault('boundaries.not-json', error instanceof Error ? error.message : '')
  }
  if (!isObject(content)) return fault('boundaries.not-features', typeof content, WANTED)
  if (content['type'] === 'Topology') return ofTopology(content)
  if (content['type'] === 'Feature') return rawFeatures([content])
  return content['type'] === 'FeatureCollection' && Array.isArray(content['features'])
    ? rawFeatures(content['features'])
    : fault('boundaries.not-features', text80(content['type']), WANTED)
}

const WANTED = 'FeatureCollection, Topology'
const text80 = (value: unknown) => (typeof value === 'string' ? value.slice(0, 80) : typeof value)
const fault = (rule: string, actual: string, expected = ''): Message => ({ rule, severity: 'error', actual, expected })

function ofTopology(content: Loose): RawFeature[] | Message {
  const objects = isObject(content['objects']) ? Object.values(content['objects']) : []
  const size = (object: unknown) =>
    isObject(object) && Array.isArray(object['geometries']) ? object['geometries'].length : 1
  const largest = objects.filter(isObject).sort((a, b) => size(b) - size(a))[0]
  if (!largest || !Array.isArray(content['arcs'])) return fault('boundaries.not-features', 'Topology', 'objects, arcs')
  try {
    const made = featuresOf(content as unknown as Topology, largest as unknown as GeometryObject)
    return rawFeatures(made.type === 'FeatureCollection' ? made.features : [made])
  } catch {
    return fault('boundaries.not-features', 'Topology: arcs', WANTED)
  }
}

const rawFeatures = (list: readonly unknown[]): RawFeature[] =>
  list.map((each, i) => {
    const { id, properties, geometry } = isObject(each) ? each : { id: undefined, properties: null, geometry: null }
    return {
      number: i + 1,
      properties: { ...(isObject(properties) ? properties : {}), ...(id === undefined ? {} : { id }) },
      geometry:
        isObject(geometry) && typeof geometry['type'] === 'string'
          ? { type: geometry['type'], coordinates: geometry['coordinates'] }
          : null,
    }
  })
