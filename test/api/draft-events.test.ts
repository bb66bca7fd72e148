import fc from 'fast-check'
import { expect, test } from 'vitest'
import { actOnGroup, actOnMeasure, actOnTarget, actOnTargets, targetOfWords } from '../../src/api/draft/act.ts'
import { carriedOver, withKnownIds } from '../../src/api/draft/carry.ts'
import { combined, partsOfName } from '../../src/api/draft/combine.ts'
import { eventOf, eventText, type Correction, type DraftEvent } from '../../src/api/draft/event.ts'
import { planOfDraft } from '../../src/api/draft/plan-of-draft.ts'
import { stateOf, type DraftState } from '../../src/api/draft/state.ts'
import { unreadIn } from '../../src/api/draft/unread.ts'
import { withoutText } from '../../src/api/draft/without-text.ts'
import { findWords } from '../../src/api/draft/words.ts'
import type { Outcome } from '../../src/messages/message.ts'
import { readDocument } from '../../src/reading/read.ts'
import type { Reading } from '../../src/reading/result.ts'
import { RESOLUTION } from '../web/site.ts'

const read = async (text: string): Promise<Reading> => {
  const { value } = await readDocument({ name: 'a.md', bytes: new TextEncoder().encode(text) })
  if (!value) throw new Error('not read')
  return value
}
const reading = await read(RESOLUTION)
const BEGIN: DraftEvent = { kind: 'read', reading: withoutText(reading) }

const state = (events: readonly DraftEvent[]): DraftState => {
  const found = stateOf(events)
  if (!found) throw new Error('no state')
  return found
}
const given = ({ value, messages }: Outcome<Correction | null>): Correction => {
  if (!value) throw new Error(JSON.stringify(messages))
  return value
}
const target = (draft: DraftState, id: string) => {
  const found = draft.targets.find(each => each.target.id === id)
  if (!found) throw new Error(id)
  return found
}

/** What a person does next, as numbers that are read against the draft as it stands. */
const step = fc.record({ act: fc.nat(13), target: fc.nat(20), other: fc.nat(20), index: fc.nat(6), words: fc.nat(5) })
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

const WORDS = ['12 xã', '5 xã vùng cao và 6 xã', 'tỷ lệ lao động qua đào tạo đạt 60%', 'NGHỊ QUYẾT', 'xyz', '']

/** The correction that a step asks for, by the same forms as a page; null where the form is refused. */
function asked(draft: DraftState, { act, target: at, other, index, words }: Step): Correction | null {
  const one = draft.targets[at % Math.max(1, draft.targets.length)]
  const two = draft.targets[other % Math.max(1, draft.targets.length)]
  if (!one || !two) return null
  const measure = one.measures[index % Math.max(1, one.measures.length)]
  const ticks = { [`t.${one.target.id}`]: '1', [`t.${two.target.id}`]: '1' }
  const some = Object.fromEntries(one.measures.slice(0, 1 + (index % 3)).map(m => [`m.${m.index}`, '1']))
  const group = draft.groups[other % Math.max(1, draft.groups.length)] ?? ''
  const made = (): Outcome<Correction | null> => {
    switch (act) {
      case 0:
        return actOnMeasure(one, measure?.index ?? -1, { act: 'drop' }, 'vi')
      case 1:
        return actOnMeasure(one, measure?.index ?? -1, { act: 'restore' }, 'vi')
      case 2:
        return actOnMeasure(one, measure?.index ?? -1, { act: 'split', parts: 'Phần một\nPhần hai' }, 'vi')
      case 3: {
        const fields = { name: 'Tên khác', bound: 'atLeast', low: '7', high: '', unit: 'xã', from: '', to: '2025' }
        return actOnMeasure(one, measure?.index ?? -1, { ...fields, shape: 'level', direction: 'up' }, 'vi')
      }
      case 4:
        return actOnTarget(draft, one, { act: 'merge-measures', ...some })
      case 5:
        return actOnTarget(draft, one, { act: 'split-target', ...some })
      case 6:
        return actOnTarget(draft, one, { act: 'merge-before' })
      case 7:
        return actOnTarget(draft, one, { act: 'add-measure' })
      case 8:
        return actOnTargets(draft, { act: 'merge', ...ticks })
      case 9:
        return actOnTargets(draft, { act: 'drop', ...ticks })
      case 10:
        return actOnTargets(draft, { act: 'move', scope: 'task', group: 'Nhóm mới', ...ticks })
      case 11:
        return actOnGroup(draft, { group, name: `${group} ${index}` })
      case 12:
        return actOnGroup(draft, { group, act: index % 2 === 0 ? 'up' : 'down' })
      default:
        return targetOfWords(draft, reading, { words: WORDS[words] ?? '', scope: 'main' })
    }
  }
  return made().value
}

/** The events of a session, each step asked against the draft as the steps before left it. */
function session(steps: readonly Step[], begin: readonly DraftEvent[] = [BEGIN]): DraftEvent[] {
  const events: DraftEvent[] = [...begin]
  for (const each of steps) {
    const correction = asked(state(events), each)
    if (correction) events.push(correction)
  }
  return events
}

test('the undo of any sequence of corrections restores what was before, step by step', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 14 }), steps => {
      const events = session(steps)
      const states = events.map((_, i) => state(events.slice(0, i + 1)))
      let back: DraftEvent[] = [...events]
      for (let i = events.length - 2; i >= 0; i -= 1) {
        back = [...back, { kind: 'undo' }]
        expect(state(back)).toEqual(states[i])
      }
      // One more than there is to take back changes nothing.
      expect(state([...back, { kind: 'undo' }])).toEqual(states[0])
    }),
    { numRuns: 150 },
  )
})

test('a replay gives the same, also from what was written down', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 14 }), steps => {
      const events = session(steps)
      expect(state(events.map(event => eventOf(eventText(event))))).toEqual(state(events))
    }),
    { numRuns: 100 },
  )
})

test('no two targets share an id, and no two measures of a target a number, whatever is done', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), steps => {
      const draft = state(session(steps))
      const ids = draft.targets.map(each => each.target.id)
      expect(new Set(ids).size).toBe(ids.length)
      for (const { measures, numbers } of draft.targets) {
        const indexes = measures.map(each => each.index)
        expect(new Set(indexes).size).toBe(indexes.length)
        expect(indexes.every(index => index < numbers)).toBe(true)
      }
      for (const { target } of draft.targets) if (target.group !== null) expect(draft.groups).toContain(target.group)
    }),
    { numRuns: 150 },
  )
})

test('the same document read again carries every correction over and finds no conflict', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 14 }), steps => {
      const before = state(session(steps))
      const again = withKnownIds(reading, before.reading.targets)
      expect(again.targets.map(each => each.id)).toEqual(reading.targets.map(each => each.id))
      const over = carriedOver(before, again)
      expect(over.conflicts).toEqual([])
      const after = state([{ kind: 'read', reading: withoutText(again), ...over }])
      expect({ ...after, standing: [], undoable: 0, corrections: 0 }).toEqual({
        ...before,
        standing: [],
        undoable: 0,
        corrections: 0,
      })
    }),
    { numRuns: 150 },
  )
})

const NEWER = RESOLUTION.replace(
  '### 1. Chỉ tiêu về kinh tế\n',
  '### 1. Chỉ tiêu về kinh tế\n\n(0) Tổng sản phẩm đến năm 2025 đạt 9.000 tỷ đồng.\n',
).replace('giảm còn dưới 3%', 'giảm còn dưới 2%')

test('a newer file keeps corrections by the words of their targets and names those whose words are gone', async () => {
  let events: DraftEvent[] = [BEGIN]
  const add = (make: (draft: DraftState) => Outcome<Correction | null>) => {
    events = [...events, given(make(state(events)))]
  }
  const fields = { name: 'Thu ngân sách', bound: 'atLeast', low: '1.300', high: '', unit: 'tỷ đồng', to: '2025' }
  const common = { from: '', shape: 'level', direction: 'up' }
  add(draft => actOnMeasure(target(draft, 't1'), 0, { ...fields, ...common }, 'vi'))
  add(draft => actOnMeasure(target(draft, 't3'), 0, { ...fields, ...common, unit: '%', low: '3' }, 'vi'))
  add(draft => actOnMeasure(target(draft, 't4'), 0, { act: 'split', parts: 'Xã đạt chuẩn\nXã nâng cao' }, 'vi'))
  add(draft => actOnMeasure(target(draft, 't4'), 2, { ...fields, ...common, low: '2', unit: 'xã' }, 'vi'))
  add(draft => targetOfWords(draft, reading, { words: 'Năm 2020 toàn huyện có 12 xã' }))
  const before = state(events)
  const newer = withKnownIds(await read(NEWER), before.reading.targets)
  const words = (id: string) => newer.targets.find(each => each.id === id)?.text
  expect(words('t1')).toContain('1.250,5 tỷ đồng')
  expect(newer.targets.map(each => each.id)).toEqual(['t5', 't1', 't2', 't6', 't4'])
  const over = carriedOver(before, newer)
  expect(over.conflicts.map(({ why, words }) => [why, words])).toEqual([
    ['words', expect.stringContaining('dưới 3%') as string],
  ])
  events = [...events, { kind: 'read', reading: withoutText(newer), document: 'd2', ...over }]
  const after = state(events)
  expect(after.document).toBe('d2')
  expect(target(after, 't1').measures[0]?.measure.bound.low).toEqual({ coefficient: 1300n, scale: 0 })
  expect(target(after, 't4').measures.map(each => [each.index, each.measure.name])).toEqual([
    [0, 'Xã đạt chuẩn'],
    [2, 'Thu ngân sách'],
    [1, 'Tỷ lệ lao động qua đào tạo'],
  ])
  expect(target(after, 'a1').target.text).toBe('Năm 2020 toàn huyện có 12 xã')
  const [from] = target(after, 't4').measures
  expect(newer.text.slice(from?.measure.start, from?.measure.end)).toBe(
    reading.text.slice(target(before, 't4').measures[0]?.measure.start, target(before, 't4').measures[0]?.measure.end),
  )
  // The reading is one step: taken back, everything is as it was.
  expect(state([...events, { kind: 'undo' }])).toEqual(before)
  // A conflict that somebody has seen to goes off the list, and comes back when that is taken back.
  const seen = [...events, { kind: 'dismiss', conflict: 0 }] as const
  expect(state(seen).conflicts).toEqual([])
  expect(state([...seen, { kind: 'undo' }]).conflicts).toHaveLength(1)
})

test('two ends read apart become one range; units that differ do not', () => {
  const measures = state([BEGIN]).targets.flatMap(each => each.measures.map(m => m.measure))
  const range = measures.find(each => each.bound.kind === 'between')
  if (!range) throw new Error('no range')
  const low = { ...range, bound: { kind: 'atLeast', low: range.bound.low, high: null } as const }
  const high = { ...range, bound: { kind: 'atMost', low: null, high: range.bound.high } as const }
  expect(combined([low, high])?.bound).toEqual(range.bound)
  expect(combined([low, { ...high, unit: 'xã' }])).toBeNull()
})

test('a compound thing falls into its parts', () => {
  expect(partsOfName('Tỷ lệ xã đạt chuẩn và tỷ lệ phường đạt chuẩn, 1,5 lần; số hộ')).toEqual([
    'Tỷ lệ xã đạt chuẩn',
    'tỷ lệ phường đạt chuẩn',
    '1,5 lần',
    'số hộ',
  ])
})

test('words are found whatever their blanks and marks, the nearest of several', () => {
  const text = 'Một **hai**\nba; một hai ba'
  expect(findWords(text, 'hai  ba')).toEqual({ start: 6, end: 14 })
  expect(findWords(text, 'hai ba', 20)).toEqual({ start: 20, end: 26 })
  expect(findWords(text, 'bốn')).toBeNull()
})

test('chosen words give the measures that they promise, and words without a figure wait for one', () => {
  const made = given(targetOfWords(state([BEGIN]), reading, { words: 'toàn huyện có 12 xã' }))
  if (made.kind !== 'addTarget') throw new Error(made.kind)
  expect(made.target.measures[0]?.bound.low).toEqual({ coefficient: 12n, scale: 0 })
  expect(made.target.measures[0]?.unit).toBe('xã')
  const empty = given(targetOfWords(state([BEGIN]), reading, { words: 'KẾT QUẢ' }))
  expect(empty.kind === 'addTarget' && empty.target.measures[0]?.bound.low).toBeNull()
})

test('a figure among targets that no target holds is pointed at', async () => {
  const missed = await read(RESOLUTION.replace('(2) Thu nhập', 'Đến nay có 17 dự án.\n\n(2) Thu nhập'))
  const draft = state([{ kind: 'read', reading: withoutText(missed) }])
  const dropped = { ...draft, targets: draft.targets.filter(each => !each.target.text.includes('17 dự án')) }
  expect(unreadIn(dropped, missed.text).map(each => each.text)).toEqual(['Đến nay có 17 dự án.'])
})

test('a draft that revises a plan keeps its indicators as they were defined since', () => {
  const draft = state([BEGIN])
  const first = planOfDraft(draft, { id: 'p' }).value
  if (!first) throw new Error('no plan')
  const defined = {
    ...first,
    note: { vi: 'Ghi chú' },
    indicators: first.indicators.map(each => ({ ...each, definition: { vi: `Định nghĩa ${each.code}` }, decimals: 4 })),
  }
  const renamed = state([
    BEGIN,
    given(
      actOnMeasure(
        target(draft, 't1'),
        0,
        {
          name: 'Tên hoàn toàn khác',
          bound: 'atLeast',
          low: '1',
          high: '',
          unit: 'tỷ đồng',
          from: '',
          to: '2025',
          shape: 'level',
          direction: 'up',
        },
        'vi',
      ),
    ),
    given(
      actOnMeasure(
        target(draft, 't2'),
        0,
        {
          name: 'Thu nhập',
          bound: 'atLeast',
          low: '1',
          high: '',
          unit: 'xã',
          from: '',
          to: '2025',
          shape: 'level',
          direction: 'up',
        },
        'vi',
      ),
    ),
  ])
  const second = planOfDraft(renamed, { id: 'p', standing: defined }).value
  const [was, is] = [defined, second].map(plan => plan?.targets.map(each => each.measures.map(m => m.indicators)))
  expect(is?.[0]).toEqual(was?.[0])
  expect(is?.[1]).not.toEqual(was?.[1])
  expect(second?.note).toEqual({ vi: 'Ghi chú' })
  expect(second?.indicators.slice(0, defined.indicators.length)).toEqual(defined.indicators)
})
