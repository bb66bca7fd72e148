import { describe, expect, test } from 'vitest'
import { readTerritory } from '../../src/exchange/territory.ts'
import { catalogue } from '../../src/messages/catalogue.ts'

const AREAS = `id,type,name,code,parent,from,to
P,tỉnh,Một,01,,2020-01-01,
a,xã,A,001,P,2020-01-01,2021-01-01
b,xã,B,002,P,2020-01-01,2021-01-01
ab,xã,AB,001,P,2021-01-01,
`
const EVENTS = `date,kind,from,to,group,population,area_km2,basis
2021-01-01,merge,a,ab,,,,NQ 1
2021-01-01,merge,b,ab,,100,2.5,NQ 1
`
const faults = (areas: string, events: string) =>
  readTerritory(areas, events).messages.map(m => `${m.rule} ${m.column} ${m.line}`)

describe('a territory file', () => {
  test('that is right is taken', () => {
    expect(faults(AREAS, EVENTS)).toEqual([])
    expect(readTerritory(AREAS, EVENTS).value?.areas.size).toBe(4)
  })

  const swap = (text: string, from: string, to: string) => {
    expect(text).toContain(from)
    return text.replace(from, to)
  }
  test.each([
    ['an area twice', `${AREAS}a,xã,A,009,P,2020-01-01,2021-01-01\n`, EVENTS, 'territory.area-twice areas.csv id 6'],
    [
      'a gap in an area’s time',
      swap(AREAS, 'ab,xã,AB,001,P,2021-01-01,', 'ab,xã,AB,001,P,2021-01-01,2021-06-01\nab,xã,AB,003,P,2021-07-01,'),
      EVENTS,
      'territory.gap areas.csv 6',
    ],
    [
      'facts that overlap',
      swap(AREAS, 'ab,xã,AB,001,P,2021-01-01,', 'ab,xã,AB,001,P,2021-01-01,2021-08-01\nab,xã,AB,003,P,2021-07-01,'),
      EVENTS,
      'territory.overlap areas.csv 6',
    ],
    [
      'a successor missing',
      AREAS,
      swap(EVENTS, '2021-01-01,merge,b,ab,,100,2.5,NQ 1\n', ''),
      'territory.no-successor areas.csv 4',
    ],
    ['an origin missing', `${AREAS}n,xã,N,008,P,2021-05-01,\n`, EVENTS, 'territory.no-origin areas.csv 6'],
    ['a code of two areas', swap(AREAS, 'B,002', 'B,001'), EVENTS, 'territory.code-twice areas.csv 4'],
    ['an unknown parent', swap(AREAS, 'B,002,P', 'B,002,Q'), EVENTS, 'territory.no-such-parent areas.csv 4'],
    [
      'a parent that has gone',
      swap(AREAS, 'P,tỉnh,Một,01,,2020-01-01,', 'P,tỉnh,Một,01,,2020-01-01,2020-06-01'),
      EVENTS,
      'territory.parent-not-there areas.csv 3',
    ],
    ['a cycle', swap(AREAS, 'P,tỉnh,Một,01,,', 'P,tỉnh,Một,01,P,'), EVENTS, 'territory.cycle areas.csv 2'],
    [
      'an unknown area',
      AREAS,
      swap(EVENTS, 'merge,b,ab', 'merge,c,ab'),
      'territory.no-such-area reorganisations.csv 3',
    ],
    [
      'a day that is not the area’s',
      AREAS,
      EVENTS.replaceAll('2021-01-01', '2021-02-01'),
      'territory.does-not-end reorganisations.csv 2',
    ],
    [
      'an area into itself',
      AREAS,
      swap(EVENTS, 'merge,b,ab', 'merge,b,b'),
      'territory.to-itself reorganisations.csv 3',
    ],
    ['a link twice', AREAS, `${EVENTS}2021-01-01,merge,b,ab,,,,NQ 1\n`, 'territory.link-twice reorganisations.csv 3'],
    [
      'an end before the beginning',
      swap(AREAS, 'a,xã,A,001,P,2020-01-01,2021-01-01', 'a,xã,A,001,P,2021-01-01,2020-01-01'),
      EVENTS,
      'territory.upside-down areas.csv 3',
    ],
    ['no type', swap(AREAS, 'a,xã', 'a,làng'), EVENTS, 'territory.not-a-type areas.csv type 3'],
    ['no day', swap(AREAS, '001,P,2020-01-01', '001,P,1/1/2020'), EVENTS, 'exchange.not-a-day areas.csv from 3'],
    ['no kind', AREAS, swap(EVENTS, 'merge,a', 'gộp,a'), 'territory.not-a-kind reorganisations.csv kind 2'],
    ['no weight', AREAS, swap(EVENTS, '100', '-100'), 'territory.not-a-weight reorganisations.csv population 3'],
    ['a side missing', AREAS, swap(EVENTS, 'merge,a,ab', 'merge,a,'), 'territory.sides reorganisations.csv from 2'],
    ['a column missing', swap(AREAS, 'id,type', 'id,kind'), EVENTS, 'exchange.no-column areas.csv type 1'],
    ['nothing', '', EVENTS, 'exchange.empty areas.csv 1'],
  ])('with %s is refused by file and line', (_, areas, events, expected) => {
    const found = readTerritory(areas, events)
    expect(found.value).toBeNull()
    expect(faults(areas, events)).toContain(expected)
    for (const message of found.messages) expect(message.rule in catalogue).toBe(true)
  })
})
