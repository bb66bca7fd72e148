import type { Message, Outcome } from '../../messages/message.ts'
import type { AreaMap } from '../../territory/map.ts'
import { positionsIn, type Outline, type Outlines } from '../../territory/outline.ts'
import { readFeatures, type RawFeature } from './features.ts'
import { outlineOf, teller } from './outline.ts'
import { simplified } from './simplify.ts'

/** The most that is simplified: the boundaries of a nation's communes as surveyed. */
const MOST_READ = 4_000_000
/** So many of what is not matched or missing are named. */
const MOST_NAMED = 20

export interface ReadBoundaries {
  readonly outlines: Outlines
  /** The property of the file that held the codes. */
  readonly property: string
  /** How many features of the file are no area of the map. */
  readonly unmatched: number
  /** Ids of areas of the levels that the file has which are not in it. */
  readonly missing: readonly string[]
  readonly positions: { readonly read: number; readonly kept: number }
}

/**
 * Boundaries from a GeoJSON or TopoJSON file, matched to the areas of a map by their official code. A wrong shape refuses the
 * whole file; what matches no area, and which areas have no shape, is told. Positions are simplified to what a page carries.
 */
export function readBoundaries(text: string, map: AreaMap): Outcome<ReadBoundaries | null> {
  const features = readFeatures(text)
  if (!Array.isArray(features)) return { value: null, messages: [features] }
  const messages: Message[] = []
  const areas = new Map([...map.areas.values()].map(area => [area.code, area]))
  const property = codeProperty(features, new Set(areas.keys()))
  if (property === null) return { value: null, messages: [noneMatched(features, [...areas.keys()])] }
  const found = new Map<string, Outline>()
  const seen = new Map<string, number>()
  const others: RawFeature[] = []
  let read = 0
  for (const feature of features) {
    const code = textOf(feature.properties[property])
    const area = areas.get(code)
    if (!area) {
      others.push(feature)
      continue
    }
    const tell = teller(messages, feature.number, area.name)
    const before = seen.get(code)
    if (before !== undefined) tell('boundaries.code-twice', code, String(before))
    seen.set(code, feature.number)
    const outline = outlineOf(feature, tell)
    if (!outline) continue
    read += positionsIn(outline)
    found.set(area.id, outline)
  }
  if (read > MOST_READ)
    messages.push({ rule: 'boundaries.too-many', severity: 'error', actual: String(read), expected: String(MOST_READ) })
  if (messages.length > 0) return { value: null, messages }
  const outlines = simplified(found)
  const levels = new Set([...found.keys()].map(id => map.areas.get(id)?.level))
  const missing = [...map.areas.values()].filter(area => levels.has(area.level) && !found.has(area.id))
  return {
    value: {
      outlines,
      property,
      unmatched: others.length,
      missing: missing.map(area => area.id),
      positions: { read, kept: [...outlines.values()].reduce((sum, each) => sum + positionsIn(each), 0) },
    },
    messages: [
      ...others.slice(0, MOST_NAMED).map((feature): Message => ({
        rule: 'boundaries.unmatched',
        severity: 'warning',
        line: feature.number,
        actual: named(feature),
      })),
      ...(missing.length === 0
        ? []
        : [{ rule: 'boundaries.missing', severity: 'warning', actual: listed(missing.map(m => m.name)) } as const]),
    ],
  }
}

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value.normalize('NFC').trim() : typeof value === 'number' ? String(value) : ''
const listed = (names: readonly string[]) =>
  names.length > MOST_NAMED ? `${names.slice(0, MOST_NAMED).join(', ')} … (${names.length})` : names.join(', ')
const named = ({ properties }: RawFeature) =>
  Object.values(properties)
    .map(textOf)
    .filter(text => text !== '')
    .slice(0, 4)
    .join(', ')
    .slice(0, 120)

/** The property that holds the most codes of the map; null where none holds any. */
function codeProperty(features: readonly RawFeature[], codes: ReadonlySet<string>): string | null {
  const hits = new Map<string, number>()
  for (const { properties } of features)
    for (const [name, value] of Object.entries(properties))
      if (codes.has(textOf(value))) hits.set(name, (hits.get(name) ?? 0) + 1)
  return [...hits].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0] ?? null
}

const noneMatched = (features: readonly RawFeature[], codes: readonly string[]): Message => ({
  rule: 'boundaries.none-matched',
  severity: 'error',
  actual: features.slice(0, 3).map(named).join('; '),
  expected: codes.slice(-3).join(', '),
})
