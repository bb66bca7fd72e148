import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseCsv } from '../../src/exchange/csv.ts'
import { readTerritory, writeTerritory } from '../../src/exchange/territory.ts'
import { mapOn, byCode, within } from '../../src/territory/map.ts'
import { resolveArea } from '../../src/territory/names.ts'
import { transition } from '../../src/territory/transition.ts'
import type { Territory } from '../../src/territory/territory.ts'

const folder = resolve(import.meta.dirname, '../../examples/lang-son-territory')
const areas = readFileSync(join(folder, 'areas.csv'), 'utf8')
const events = readFileSync(join(folder, 'reorganisations.csv'), 'utf8')
const read = readTerritory(areas, events)
if (!read.value) throw new Error(JSON.stringify(read.messages.slice(0, 5)))
const territory: Territory = read.value

const MAPS = [
  ['2019-12-01', 226, { xã: 207, 'thị trấn': 14, phường: 5 }, 11],
  ['2020-01-01', 200, { xã: 181, 'thị trấn': 14, phường: 5 }, 11],
  ['2024-11-01', 200, { xã: 181, 'thị trấn': 14, phường: 5 }, 11],
  ['2025-03-01', 194, { xã: 175, 'thị trấn': 14, phường: 5 }, 11],
  ['2025-07-01', 65, { xã: 61, phường: 4 }, 0],
] as const

describe('Lạng Sơn', () => {
  test.each(MAPS)('on %s has %i communes', (day, count, types, districts) => {
    const map = mapOn(territory, day)
    const communes = within(map, '20', 'commune').map(id => map.areas.get(id))
    expect(communes).toHaveLength(count)
    const tally: Record<string, number> = {}
    for (const area of communes) if (area) tally[area.type] = (tally[area.type] ?? 0) + 1
    expect(tally).toEqual(types)
    expect(within(map, '20', 'district')).toHaveLength(districts)
  })

  test('a code is of one area on one day, and of another on another', () => {
    const nameOf = (code: string, day: string) => byCode(mapOn(territory, day), code)?.name
    const reused = ['06112', '06139', '06154', '06268', '06280', '06298', '06544', '06577']
    expect(reused.map(code => nameOf(code, '2019-12-01'))).toEqual([
      'Tô Hiệu',
      'Trùng Quán',
      'Tân Lang',
      'Vân Mộng',
      'Văn An',
      'Xuân Mai',
      'Xuân Mãn',
      'Xuân Tình',
    ])
    expect(reused.map(code => nameOf(code, '2020-06-01'))).toEqual(reused.map(() => undefined))
    expect(reused.map(code => nameOf(code, '2024-11-01'))).toEqual([
      'Bình Gia',
      'Bắc Hùng',
      'Bắc Việt',
      'Liên Hội',
      'Điềm He',
      'Bình Phúc',
      'Khánh Xuân',
      'Thống Nhất',
    ])
  })

  test('Bính Xá and Kiên Mộc went to two units each, and all else whole', () => {
    const { pools } = transition(territory, '2025-03-01', '2025-07-01')
    expect(pools.map(pool => [pool.of.whole, pool.among])).toEqual([
      [['06622-binh-xa'], ['06613-dinh-lap-2025', '06625-kien-moc-2025']],
      [['06625-kien-moc'], ['06625-kien-moc-2025', '06637-chau-son-2025']],
    ])
  })

  test('the Hồng Phong of Bình Gia is not in Đồng Đăng; that of Cao Lộc is', () => {
    const { forms } = transition(territory, '2025-03-01', '2025-07-01')
    const names = (id: string) =>
      forms.get(id)?.whole.map(from => mapOn(territory, '2025-03-01').areas.get(from)?.parent)
    expect(names('06184-dong-dang-2025')).toEqual(['183', '183', '183', '183', '183'])
    expect(names('06079-hong-phong-2025')).toEqual(['181', '181'])
  })

  test('every unit of 2025 is made of those of March 2025, each once', () => {
    const { forms } = transition(territory, '2025-03-01', '2025-07-01')
    const whole = within(mapOn(territory, '2025-07-01'), '20', 'commune').flatMap(id => forms.get(id)?.whole ?? [])
    expect(new Set(whole).size).toBe(192)
    expect(whole).toHaveLength(192)
  })

  test('is written and read back', () => {
    const written = writeTerritory(territory)
    const again = readTerritory(written.areas, written.events)
    expect(again.messages).toEqual([])
    expect(again.value).toEqual(territory)
  })

  const shared = resolve(process.env['COTMOC_DOCUMENTS'] ?? resolve(folder, '../../../shared'), 'territory')
  test.runIf(existsSync(shared))('is what the lists say, unit by unit', () => {
    const files = {
      '2019-12-01': 'langson-communes-2019-12-01.csv',
      '2020-01-01': 'langson-communes-2020-01-01.csv',
      '2024-11-01': 'langson-communes-2024-11-01.csv',
      '2025-03-01': 'langson-communes-2025-03-01.csv',
    }
    for (const [day, file] of Object.entries(files)) {
      const listed = parseCsv(readFileSync(join(shared, file), 'utf8')).records.slice(1)
      const map = mapOn(territory, day)
      const ours = within(map, '20', 'commune')
        .flatMap(id => map.areas.get(id) ?? [])
        .map(area => [area.parent, area.code, `${area.type} ${area.name}`.toLowerCase()].join())
      const theirs = listed.map(({ cells }) =>
        [cells[0], cells[2], (cells[3] ?? '').normalize('NFC').replace(/\s+/g, ' ').toLowerCase()].join(),
      )
      expect(ours.sort()).toEqual(theirs.sort())
    }
  })
})

describe('a name', () => {
  const on2020 = mapOn(territory, '2020-06-01')
  const on2025 = mapOn(territory, '2025-07-01')
  test.each([
    ['Hồng Phong, huyện Cao Lộc', '183'],
    ['xã Hồng Phong (Bình Gia)', '181'],
    ['XÃ HỒNG PHONG (bình gia)', '181'],
    ['hong phong, cao loc', '183'],
    ['thị trấn Đình Lập', '189'],
    ['TT. Dinh Lap', '189'],
    ['Xã Đình Lập', '189'],
    ['P. Chi Lăng', '178'],
    ['H. Chi Lăng', '20'],
    ['Tp Lang Son', '20'],
    ['Mai Pha', '178'],
  ])('%s is one area', (text, parent) => {
    const found = resolveArea(on2020, text)
    expect('area' in found && on2020.areas.get(found.area)?.parent).toBe(parent)
  })
  test('that two have is asked about, never guessed', () => {
    const found = resolveArea(on2020, 'Hồng Phong')
    expect('ambiguous' in found && found.ambiguous.map(id => on2020.areas.get(id)?.parent).sort()).toEqual([
      '181',
      '183',
    ])
    expect(resolveArea(on2020, 'Đình Lập')).toHaveProperty('ambiguous')
    expect(resolveArea(on2020, 'xa hong phong')).toHaveProperty('ambiguous')
    expect(resolveArea(on2020, 'Hồng Phong', '181')).toHaveProperty('area')
  })
  test('is of its day: one Hồng Phong is left in 2025', () => {
    expect(resolveArea(on2025, 'Hồng Phong')).toEqual({ area: '06079-hong-phong-2025' })
  })
  test('with accents means them; without, any', () => {
    expect(resolveArea(on2020, 'Hong Phòng')).toHaveProperty('unknown')
    expect(resolveArea(on2020, 'Bac Thuy')).toHaveProperty('area')
  })
  test('that nobody has gives those that are close', () => {
    const found = resolveArea(on2020, 'Xã Mai Phạ')
    expect('unknown' in found && found.nearest.map(id => on2020.areas.get(id)?.name)).toContain('Mai Pha')
  })
  test('may be a code of that day', () => {
    expect(resolveArea(on2025, '06079')).toEqual({ area: '06079-hong-phong-2025' })
  })
})
