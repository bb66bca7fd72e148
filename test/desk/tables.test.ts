import { describe, expect, test } from 'vitest'
import {
  readAssignments,
  responsibilityGaps,
  writeAssignments,
  type Known,
} from '../../src/desk/organisations/assignment.ts'
import { readOrganisations, writeOrganisations } from '../../src/desk/organisations/organisation.ts'
import { readSchedules, writeSchedules } from '../../src/desk/rounds/schedule.ts'
import type { Message } from '../../src/messages/message.ts'
import { say } from '../../src/messages/catalogue.ts'
import { ASSIGNMENTS, ORGANISATIONS, SCHEDULES, value } from './world.ts'

const named = (messages: readonly Message[]) => messages.map(each => `${each.line} ${each.column} ${each.rule}`)
const area = (text: string) => (text === 'P' || text === 'A' || text === 'B' ? text : null)
const known: Known = {
  indicators: ['poor', 'jobs', 'doctors'],
  organisations: value(readOrganisations(ORGANISATIONS, area)),
  area,
  areasIn: whole => (whole === 'P' ? ['P', 'A', 'B'] : [whole]),
}

describe('the table of organisations', () => {
  test('comes back as it was written', () => {
    expect(writeOrganisations(known.organisations)).toBe(ORGANISATIONS)
  })
  test('names every fault by line and column', () => {
    const { value, messages } = readOrganisations(
      'id,name,kind,parent,area,head\na b,,ministry,nobody,Z,x\nc,C,office,d,,\nd,D,office,c,,\nd,D,office,,,\n',
      area,
    )
    expect(value).toBeNull()
    expect(named(messages)).toEqual([
      '2 kind desk.not-a-kind',
      '2 name desk.empty',
      '2 id desk.not-an-id',
      '2 area desk.unknown-area',
      '2 head desk.not-an-address',
      '5 id desk.twice',
      '2 parent desk.unknown-organisation',
    ])
    for (const { rule, ...values } of messages)
      for (const language of ['vi', 'en'] as const) {
        const { line, column, actual, expected } = values
        const said = say(rule, language, {
          line: String(line),
          column: column ?? '',
          actual: actual ?? '',
          expected: expected ?? '',
        })
        expect(said).not.toMatch(/[{}]/)
      }
  })
  test('who come under each other in a circle are told', () => {
    const { messages } = readOrganisations('id,name,kind,parent,area,head\nc,C,office,d,,\nd,D,office,c,,\n', area)
    expect(named(messages)).toEqual(['2 parent desk.circle', '3 parent desk.circle'])
  })
})

describe('the table of assignments', () => {
  test('comes back as it was written', () => {
    expect(writeAssignments(value(readAssignments(ASSIGNMENTS, known)))).toBe(ASSIGNMENTS)
  })
  test('a line for one figure goes before a line for all', () => {
    const found = value(
      readAssignments(
        'indicator,area,organisation,owner,deputy\n*,*,so-y-te,minh@ls.vn,yen@ls.vn\npoor,A,so-lao-dong,hoa@ls.vn,\n',
        known,
      ),
    )
    expect(found).toHaveLength(9)
    expect(
      found.filter(each => each.organisation === 'so-lao-dong').map(each => `${each.indicator} ${each.area}`),
    ).toEqual(['poor A'])
    expect(
      responsibilityGaps(
        [
          { indicator: 'poor', area: 'A' },
          { indicator: 'jobs', area: 'A' },
          { indicator: 'jobs', area: 'C' },
        ],
        found,
      ),
    ).toEqual([
      { indicator: 'poor', area: 'A', lacks: 'deputy' },
      { indicator: 'jobs', area: 'C', lacks: 'owner' },
    ])
  })
  test('a figure that is two offices’ is refused, as is anything unknown', () => {
    const { messages } = readAssignments(
      'indicator,area,organisation,owner,deputy\npoor,A,so-y-te,minh@ls.vn,\npoor,A,so-lao-dong,hoa@ls.vn,\nx,Z,so-x,,y\n',
      known,
    )
    expect(named(messages)).toEqual([
      '3 indicator desk.assigned-twice',
      '4 organisation desk.unknown-organisation',
      '4 indicator exchange.unknown-indicator',
      '4 owner desk.not-an-address',
      '4 deputy desk.not-an-address',
      '4 area desk.unknown-area',
    ])
  })
})

describe('the table of schedules', () => {
  test('comes back as it was written', () => {
    expect(writeSchedules(value(readSchedules(SCHEDULES, known.indicators)))).toBe(SCHEDULES)
  })
  test('reads due days in either language', () => {
    const due = (text: string) =>
      readSchedules(
        `id,name,rhythm,indicators,levels,from,to,opens,due,remind,head,planner\nm,M,month,*,commune,2026-01-01,,0,${text},,2,4\n`,
        known.indicators,
      ).value?.[0]?.due ?? null
    expect(due('working day 5')).toEqual({ workingDay: 5 })
    expect(due('ngày làm việc 5')).toEqual({ workingDay: 5 })
    expect(due('day 20')).toEqual({ day: 20, months: 1 })
    expect(due('ngày 20 trong kỳ')).toEqual({ day: 20, months: 0 })
    for (const wrong of ['5', 'ngày 32', 'ngày làm việc 0', '']) expect(due(wrong)).toBeNull()
  })
  test('names every fault by line and column', () => {
    const { messages } = readSchedules(
      'id,name,rhythm,indicators,levels,from,to,opens,due,remind,head,planner\nm,,weekly,x,village,2026,2026-13-01,x,soon,9 x,0,\n',
      known.indicators,
    )
    expect(named(messages)).toEqual([
      '2 name desk.empty',
      '2 rhythm desk.not-a-rhythm',
      '2 indicators exchange.unknown-indicator',
      '2 levels desk.not-a-level',
      '2 from exchange.not-a-day',
      '2 to exchange.not-a-day',
      '2 due desk.not-a-due-day',
      '2 opens desk.not-a-number',
      '2 remind desk.not-a-number',
      '2 head desk.not-a-number',
      '2 planner desk.not-a-number',
    ])
  })
})
