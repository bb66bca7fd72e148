import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { byteSize } from '../../src/cube/cube.ts'
import { sumOf } from '../../src/cube/checksum.ts'
import { estimateAt } from '../../src/cube/bounds.ts'
import { indexOf } from '../../src/cube/calendar.ts'
import { takeFigure } from '../../src/cube/edit.ts'
import { rollUp } from '../../src/cube/roll.ts'
import { shelf } from '../../src/cube/shelf.ts'
import { cubeIn, snapshotOf } from '../../src/cube/snapshot.ts'
import type { Work } from '../../src/cube/work.ts'
import { dec } from '../../src/measure/decimal.ts'
import { month, quarter } from '../../src/measure/period.ts'
import { ratio } from '../../src/measure/ratio.ts'
import { cubeFrom, draw, everyCell, figureOf, indicatorOf, shape, tree } from './world.ts'

const INDICATORS = [
  indicatorOf('sum', { nonNegative: true }),
  indicatorOf('last', { overTime: 'last' }),
  indicatorOf('share', { unit: '%', overAreas: 'none', formula: 'share([sum]; [last])' }),
]

const dense = (communes: number, months = 24) => {
  const territory = tree([communes, communes])
  const leaves = [...territory.areas.keys()].filter(id => id.includes('c'))
  const figures = INDICATORS.slice(0, 2).flatMap(indicator =>
    leaves.flatMap((_, a) =>
      Array.from({ length: months }, (_, m) =>
        figureOf({ area: a, period: m, value: a + m, kind: 20, source: 1 }, indicator, leaves, 1, false),
      ),
    ),
  )
  return { territory, figures, leaves }
}

describe('a snapshot', () => {
  test('gives the same cube, and takes in figures as it did', () => {
    fc.assert(
      fc.property(shape, fc.array(draw, { minLength: 2, maxLength: 80 }), (given, draws) => {
        const territory = tree(given)
        const areas = [...territory.areas.keys()]
        const figures = draws.map((each, i) =>
          figureOf(each, INDICATORS[i % 2] ?? indicatorOf('sum'), areas, i + 1, true),
        )
        const cube = cubeFrom(territory, INDICATORS, figures)
        const of = { tenant: 't', territory, indicators: INDICATORS, mark: 'x' }
        const back = cubeIn(snapshotOf(cube, 'x'), of)
        expect(back && everyCell(back)).toEqual(everyCell(cube))
        expect(back?.log).toBe(cube.log)
        if (!back) return
        const more = figureOf(
          draws[0] ?? { area: 0, period: 0, value: 1, kind: 20, source: 1 },
          INDICATORS[0] ?? indicatorOf('sum'),
          areas,
          999,
          false,
        )
        const figure = { ...more, breakdown: '{}', value: 'absent' in more.value ? more.value.absent : more.value }
        expect(takeFigure(back, figure)).toBe(takeFigure(cube, figure))
        expect(everyCell(back)).toEqual(everyCell(cube))
      }),
      { numRuns: 12 },
    )
  })

  test('of another layout has another format: whoever moves a byte raises the number, or old snapshots are read as new ones', () => {
    const { territory, figures } = dense(2, 3)
    const bytes = snapshotOf(cubeFrom(territory, INDICATORS, figures.slice(0, 7)), 'x')
    expect([...new Uint32Array(bytes.buffer, 0, 2)]).toEqual([0x4d434f43, 4])
    expect(sumOf(bytes, 12)).toBe(1_310_262_795)
  })

  test('that does not fit is not taken: other definitions, another tenant, half a file, one bit', () => {
    const { territory, figures } = dense(3)
    const of = { tenant: 't', territory, indicators: INDICATORS, mark: 'x' }
    const bytes = snapshotOf(cubeFrom(territory, INDICATORS, figures), 'x')
    expect(cubeIn(bytes, of)).not.toBeNull()
    expect(cubeIn(bytes, { ...of, mark: 'y' })).toBeNull()
    expect(cubeIn(bytes, { ...of, tenant: 'u' })).toBeNull()
    expect(cubeIn(bytes.slice(0, bytes.length / 2), of)).toBeNull()
    for (const at of [40, bytes.length >> 1, bytes.length - 1]) {
      const wrong = bytes.slice()
      wrong[at] = (wrong[at] ?? 0) ^ 1
      expect(cubeIn(wrong, of)).toBeNull()
    }
  })
})

describe('cost', () => {
  test('of a roll-up grows with the figures', () => {
    const workOf = (communes: number) => {
      const { territory, figures } = dense(communes)
      const work: Work = { cells: 0 }
      rollUp(cubeFrom(territory, INDICATORS, figures), work)
      return work.cells
    }
    const [small, large] = [workOf(20), workOf(80)]
    expect(large / small).toBeGreaterThan(3.5)
    expect(large / small).toBeLessThan(4.2)
  })

  test('of one figure does not depend on how many there are', () => {
    const workOf = (communes: number) => {
      const { territory, figures, leaves } = dense(communes)
      const cube = cubeFrom(territory, INDICATORS, figures)
      rollUp(cube)
      const work: Work = { cells: 0 }
      const figure = figureOf(
        { area: 1, period: 5, value: 77, kind: 20, source: 1 },
        INDICATORS[0] ?? indicatorOf('sum'),
        leaves,
        2,
        false,
      )
      takeFigure(cube, { ...figure, breakdown: '{}', value: dec('7.7') }, undefined, work)
      return work.cells
    }
    expect(workOf(80)).toBe(workOf(10))
    expect(workOf(80)).toBeGreaterThan(0)
  })

  test('in bytes stays near the values where they are dense, and near the figures where they are few', () => {
    const { territory, figures } = dense(80)
    const full = byteSize(cubeFrom(territory, INDICATORS, figures))
    expect(full.all).toBeLessThan(1.5 * full.values)
    const few = figures.filter((_, i) => i % 50 === 0)
    const sparse = byteSize(cubeFrom(territory, INDICATORS, few))
    // Beside the figures only the origin of each row is kept: two bytes for each area and column.
    expect(sparse.all).toBeLessThan(16 * few.length + 3 * 2 * territory.areas.size)
  })
})

test('rows that several sources speak of lie as densely as those of one', () => {
  const { territory, figures } = dense(20)
  const again = figures.map(each => ({ ...each, source: 'other', log: each.log + 1 }))
  const cube = cubeFrom(territory, INDICATORS, [...figures, ...again])
  expect(cube.columns.filter(({ logs }) => logs.length > 0).map(({ on }) => on !== null)).toEqual([true, true])
})

test('of a total that is not whole it is told who lacks what, and what can be said of it', () => {
  const { territory, figures } = dense(3)
  const lacks = (area: string, m: number) => (f: (typeof figures)[number]) =>
    !(f.area === area && f.indicator === 'sum' && f.period.start === month(2022, m).start)
  const cube = cubeFrom(territory, INDICATORS, figures.filter(lacks('d0c1', 3)))
  rollUp(cube)
  const column = cube.columns[0]
  if (!column) throw new Error('no column')
  const at = indexOf(column.calendar, quarter(2022, 1))
  // Six communes a of figures (a + month) / 10 in January to March; a = 1 lacks March and said 0,2 in February.
  const whole = [0, 1, 2, 3, 4, 5].reduce((n, a) => n + a * 3 + 0 + 1 + 2, 0)
  expect(estimateAt(cube, column, 0, at)).toEqual({
    known: ratio(BigInt(whole - 3), 10n),
    lacking: [
      {
        area: 'd0c1',
        periods: [month(2022, 3)],
        last: ratio(2n, 10n),
        ever: { smallest: ratio(1n, 10n), largest: ratio(24n, 10n) },
      },
    ],
    share: ratio(BigInt(whole - 3), BigInt(whole - 1)),
    least: ratio(BigInt(whole - 3), 10n),
    lastCarried: ratio(BigInt(whole - 1), 10n),
    lowest: ratio(BigInt(whole - 2), 10n),
    highest: ratio(BigInt(whole - 3 + 24), 10n),
  })
  expect(estimateAt(cube, column, 0, indexOf(column.calendar, quarter(2022, 2)))).toBeNull()
})

test('a shelf keeps what was used last, within its room, and makes each thing once', async () => {
  let made = 0
  const make = (size: number) => () => {
    made += 1
    return Promise.resolve(size)
  }
  const kept = shelf<number>(10, size => size)
  await Promise.all([kept.get('a', make(4)), kept.get('a', make(4))])
  expect(made).toBe(1)
  await kept.get('b', make(4))
  await kept.get('a', make(4))
  await kept.get('c', make(4))
  expect([made, kept.size]).toEqual([3, 2])
  await kept.get('a', make(4))
  expect(made).toBe(3)
  await kept.get('b', make(4))
  expect(made).toBe(4)
  // What has no room by itself is given out, and takes nobody's place.
  expect(await kept.get('huge', make(40))).toBe(40)
  expect(kept.size).toBe(2)
  await kept.get('a', make(4))
  expect(made).toBe(5)
})
