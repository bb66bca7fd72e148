import { expect, test } from 'vitest'
import { topology } from 'topojson-server'
import { readBoundaries } from '../../src/exchange/boundaries/read.ts'
import { simplified } from '../../src/exchange/boundaries/simplify.ts'
import { readTerritory, writeTerritory } from '../../src/exchange/territory.ts'
import { say } from '../../src/messages/catalogue.ts'
import { mapOn } from '../../src/territory/map.ts'
import { positionsIn, type Outlines } from '../../src/territory/outline.ts'
import { AREAS, BOUNDS, collection, EVENTS, feature, square } from '../territory/small.ts'

const read = readTerritory(AREAS, EVENTS)
const territory = read.value!
const map = mapOn(territory, '2024-12-31')
const rules = (text: string) => readBoundaries(text, map).messages.map(m => m.rule)

test('areas are matched by code, whatever property holds it', () => {
  const { value, messages } = readBoundaries(BOUNDS, map)
  expect(messages).toEqual([])
  expect(value?.property).toBe('ma_xa')
  expect([...(value?.outlines.keys() ?? [])].sort()).toEqual(['A', 'B', 'C', 'D'])
  expect(value?.missing).toEqual([])
})

test('a TopoJSON file of the same shapes gives the same outlines', () => {
  const shapes = topology({ xa: JSON.parse(BOUNDS) as never })
  const { value } = readBoundaries(JSON.stringify(shapes), map)
  const plain = readBoundaries(BOUNDS, map).value
  expect(new Set(value?.outlines.keys())).toEqual(new Set(plain?.outlines.keys()))
  for (const [id, outline] of value?.outlines ?? [])
    expect(positionsIn(outline)).toBe(positionsIn(plain?.outlines.get(id) ?? []))
})

test('codes of another map do not match: the day decides', () => {
  const after = mapOn(territory, '2025-07-01')
  const { value, messages } = readBoundaries(BOUNDS, after)
  expect([...(value?.outlines.keys() ?? [])].sort()).toEqual(['C', 'D'])
  expect(value?.unmatched).toBe(2)
  expect(value?.missing).toEqual(['AB'])
  expect(messages.map(m => m.rule)).toEqual(['boundaries.unmatched', 'boundaries.unmatched', 'boundaries.missing'])
})

test.each([
  ['not JSON', '{', 'boundaries.not-json'],
  ['another JSON', '[1]', 'boundaries.not-features'],
  ['a single point', collection({ type: 'Feature', properties: { code: '90101' }, geometry: { type: 'Point', coordinates: [106, 21] } }), 'boundaries.not-a-polygon'],
  ['an open ring', collection({ type: 'Feature', properties: { code: '90101' }, geometry: { type: 'Polygon', coordinates: [[[106, 21], [106.1, 21], [106.1, 21.1], [106, 21.1]]] } }), 'boundaries.not-closed'],
  ['metres', collection({ type: 'Feature', properties: { code: '90101' }, geometry: { type: 'Polygon', coordinates: [[[500000, 2300000], [500100, 2300000], [500100, 2300100], [500000, 2300000]]] } }), 'boundaries.out-of-range'],
  ['latitude first', collection({ type: 'Feature', properties: { code: '90101' }, geometry: { type: 'Polygon', coordinates: [[[21, 106], [21, 106.1], [21.1, 106.1], [21, 106]]] } }), 'boundaries.out-of-range'],
  ['no geometry', collection({ type: 'Feature', properties: { code: '90101' }, geometry: null }), 'boundaries.not-a-polygon'],
  ['the same code twice', collection(feature('90101', square(106, 21)), feature('90101', square(106, 21))), 'boundaries.code-twice'],
  ['no code at all', collection(feature('1', square(106, 21))), 'boundaries.none-matched'],
  ['broken arcs', JSON.stringify({ type: 'Topology', arcs: [], objects: { a: { type: 'GeometryCollection', geometries: [{ type: 'Polygon', arcs: [[7]], properties: { code: '90101' } }] } } }), 'boundaries.not-features'],
])('%s is refused by name', (_, text, rule) => {
  expect(readBoundaries(text, map).value).toBeNull()
  expect(rules(text)).toContain(rule)
  for (const { rule: each, ...values } of readBoundaries(text, map).messages)
    for (const language of ['vi', 'en'] as const) {
      const said = say(each, language, { line: '', column: '', actual: '', expected: '', ...values } as never)
      expect(said).not.toMatch(/\{|undefined/)
    }
}) // prettier-ignore

test('a wrong shape refuses the whole file', () => {
  const open = { ...feature('90102'), geometry: { type: 'Polygon', coordinates: [[[106, 21]]] } }
  expect(readBoundaries(collection(feature('90101', square(106, 21)), open), map).value).toBeNull()
})

test('simplified, neighbours keep one line between them and nothing is lost', () => {
  const fine: Outlines = new Map([
    ['A', [square(106, 21, 400)]],
    ['B', [square(106.1, 21, 400)]],
    // Smaller than anything that is kept, far away.
    ['C', [square(107, 21).map(ring => ring.map(([x, y]) => [107 + (x - 107) / 1e3, y] as const))]],
  ])
  const small = simplified(fine, 300)
  const count = [...small.values()].reduce((sum, outline) => sum + positionsIn(outline), 0)
  expect(count).toBeLessThan(330)
  expect(small.get('C')?.length).toBe(1)
  const onLine = (id: string) =>
    new Set(
      (small.get(id) ?? [])
        .flat(2)
        .filter(([lon, lat]) => Math.abs(lon - 106.1) < 0.006 && lat > 21.008 && lat < 21.092)
        .map(([lon, lat]) => `${lon} ${lat}`),
    )
  expect(onLine('A').size).toBeGreaterThan(5)
  expect(onLine('A')).toEqual(onLine('B'))
  for (const outline of small.values())
    for (const ring of outline.flat()) {
      expect(ring.length).toBeGreaterThan(3)
      expect(ring[0]).toEqual(ring.at(-1))
    }
})

test('centres of areas are read, written and read again; a wrong one is named', () => {
  expect(read.messages).toEqual([])
  expect(territory.areas.get('A')?.facts[0]?.centre).toEqual([106, 21])
  const { areas, events } = writeTerritory(territory)
  expect(readTerritory(areas, events).value).toEqual(territory)
  const wrong = readTerritory(AREAS.replace('106.0,21.0', '21.0,106.0'), EVENTS)
  expect(wrong.value).toBeNull()
  expect(wrong.messages.map(m => [m.rule, m.line])).toEqual([['territory.not-a-degree', 5]])
  const half = readTerritory(AREAS.replace('106.0,21.0', '106.0,'), EVENTS)
  expect(half.messages.map(m => m.rule)).toEqual(['territory.not-a-degree'])
  // A table without centres is written without their columns, as ever.
  const plain = AREAS.split('\n')
    .map(line => line.split(',').slice(0, 7).join(','))
    .join('\n')
  expect(writeTerritory(readTerritory(plain, EVENTS).value!).areas.split('\n')[0]).toBe(
    'id,type,name,code,parent,from,to',
  )
})
