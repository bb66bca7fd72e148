import type { ReadMeasure, Reading, ReadTarget } from '../../reading/result.ts'
import { applied } from './apply.ts'
import type { Conflict, Correction } from './event.ts'
import { opened, type Draft, type DraftTarget } from './draft.ts'
import { findWords, wordsAlike } from './words.ts'

/**
 * A reading with the ids of an earlier one for the targets whose words are the same (of several alike, in their order), and
 * new ids for the others: what was said of a target stays said of it.
 */
export function withKnownIds(reading: Reading, before: readonly ReadTarget[]): Reading {
  const known = new Map<string, string>()
  const once = () => {
    const seen = new Map<string, number>()
    return ({ text }: ReadTarget) => {
      const words = wordsAlike(text)
      const nth = (seen.get(words) ?? 0) + 1
      seen.set(words, nth)
      return `${nth} ${words}`
    }
  }
  const [keyBefore, keyNow] = [once(), once()]
  for (const target of before) known.set(keyBefore(target), target.id)
  let last = Math.max(0, ...before.map(({ id }) => Number(/^t(\d+)$/.exec(id)?.[1] ?? 0)))
  return {
    ...reading,
    targets: reading.targets.map(target => ({ ...target, id: known.get(keyNow(target)) ?? `t${(last += 1)}` })),
  }
}

/**
 * The corrections of a draft on a new reading (whose targets have known ids): those that still fit, with their places moved
 * along, and those that do not. A target dropped whose words are gone is no conflict: it is what was wanted.
 */
export function carriedOver(
  before: Draft,
  reading: Reading,
): { readonly carried: readonly Correction[]; readonly conflicts: readonly Conflict[] } {
  let [was, now] = [opened(before.reading), opened(reading)]
  const numbers = new Map<string, Map<number, number>>()
  const numbersOf = (id: string) => {
    let known = numbers.get(id)
    if (!known) numbers.set(id, (known = new Map<number, number>()))
    return known
  }
  for (const target of now.targets) {
    const old = find(was, target.target.id)
    if (old) pairByPlace(old.target, target.target, numbersOf(target.target.id))
  }
  const carried: Correction[] = []
  const conflicts: Conflict[] = [...before.conflicts]
  for (const correction of before.standing) {
    const moved = translated(correction, was, now, reading.text, numbersOf)
    const next = 'kind' in moved ? applied(now, moved) : null
    const wasNext = applied(was, correction) ?? was
    if (next && 'kind' in moved) {
      for (const id of touched(correction)) pairNew(find(wasNext, id), find(next, id), numbersOf(id))
      carried.push(moved)
      now = next
    } else if (!('moot' in moved))
      conflicts.push({
        correction,
        why: 'why' in moved ? moved.why : 'measure',
        words: wordsOfCorrection(correction, was),
      })
    was = wasNext
  }
  return { carried, conflicts }
}

const find = (draft: Draft, id: string): DraftTarget | undefined => draft.targets.find(each => each.target.id === id)

/** Measures that stand at the same place of the same words are the same. */
function pairByPlace(old: ReadTarget, now: ReadTarget, numbers: Map<number, number>): void {
  const taken = new Set<number>()
  old.measures.forEach((measure, index) => {
    const at = now.measures.findIndex(
      (each, i) =>
        !taken.has(i) &&
        each.start - now.start === measure.start - old.start &&
        each.end - now.end === measure.end - old.end,
    )
    if (at < 0) return
    taken.add(at)
    numbers.set(index, at)
  })
}

/** What a correction made on both sides is the same, in its order. */
function pairNew(old: DraftTarget | undefined, now: DraftTarget | undefined, numbers: Map<number, number>): void {
  const known = new Set(numbers.values())
  const made = now?.measures.filter(m => !known.has(m.index)) ?? []
  old?.measures
    .filter(m => !numbers.has(m.index))
    .forEach((m, i) => {
      const same = made[i]
      if (same) numbers.set(m.index, same.index)
    })
}

/** The targets in which a correction makes measures that were not there. */
function touched(correction: Correction): readonly string[] {
  if (correction.kind === 'splitMeasure' || correction.kind === 'addMeasure') return [correction.target]
  if (correction.kind === 'mergeTargets') return [correction.into]
  if (correction.kind === 'splitTarget') return [correction.target, correction.id]
  return correction.kind === 'addTarget' ? [correction.target.id] : []
}

type Translated = Correction | { readonly why: Conflict['why'] } | { readonly moot: true }

function translated(
  correction: Correction,
  was: Draft,
  now: Draft,
  text: string,
  numbersOf: (id: string) => ReadonlyMap<number, number>,
): Translated {
  const has = (id: string) => find(now, id) !== undefined
  /** How far a target's words have moved in the document. */
  const moved = (id: string, measure: ReadMeasure): ReadMeasure => {
    const by = (find(now, id)?.target.start ?? 0) - (find(was, id)?.target.start ?? 0)
    return { ...measure, start: measure.start + by, end: measure.end + by }
  }
  const indexes = (id: string, old: readonly number[]): readonly number[] | null => {
    const found = old.flatMap(index => numbersOf(id).get(index) ?? [])
    return found.length === old.length ? found : null
  }
  switch (correction.kind) {
    case 'plan':
    case 'orderGroups':
      return correction
    case 'dismiss':
      return { moot: true }
    case 'renameGroup':
      return now.groups.includes(correction.from) ? correction : { why: 'group' }
    case 'drop':
    case 'restore': {
      const { target, index } = correction
      if (!has(target)) return { moot: true }
      if (index === null) return correction
      const [number] = indexes(target, [index]) ?? []
      return number === undefined ? { moot: true } : { ...correction, index: number }
    }
    case 'dropTargets': {
      const targets = correction.targets.filter(has)
      return targets.length === 0 ? { moot: true } : { ...correction, targets }
    }
    case 'move': {
      const targets = correction.targets.filter(has)
      return targets.length === 0 ? { why: 'words' } : { ...correction, targets }
    }
    case 'measure': {
      const { target, measure } = correction
      if (!has(target)) return { why: 'words' }
      const [index] = indexes(target, [correction.index]) ?? []
      return index === undefined ? { why: 'measure' } : { ...correction, index, measure: moved(target, measure) }
    }
    case 'mergeMeasures': {
      const { target, measure } = correction
      if (!has(target)) return { why: 'words' }
      const found = indexes(target, correction.indexes)
      return found ? { ...correction, indexes: found, measure: moved(target, measure) } : { why: 'measure' }
    }
    case 'splitMeasure': {
      const { target, into } = correction
      if (!has(target)) return { why: 'words' }
      const [index] = indexes(target, [correction.index]) ?? []
      return index === undefined
        ? { why: 'measure' }
        : { ...correction, index, into: into.map(measure => moved(target, measure)) }
    }
    case 'addMeasure':
      return has(correction.target)
        ? { ...correction, measure: moved(correction.target, correction.measure) }
        : { why: 'words' }
    case 'mergeTargets':
      return [correction.into, ...correction.targets].every(has) ? correction : { why: 'words' }
    case 'splitTarget': {
      if (!has(correction.target)) return { why: 'words' }
      const found = indexes(correction.target, correction.indexes)
      return found ? { ...correction, indexes: found } : { why: 'measure' }
    }
    case 'addTarget': {
      const { target } = correction
      const place = findWords(text, target.text, target.start)
      if (!place) return { why: 'words' }
      // The reader finds them by itself now.
      if (now.targets.some(each => each.target.start === place.start && each.target.end === place.end))
        return { moot: true }
      const by = place.start - target.start
      const measures = target.measures.map(m => ({ ...m, start: m.start + by, end: m.end + by }))
      return {
        ...correction,
        target: { ...target, ...place, text: text.slice(place.start, place.end), measures },
      }
    }
    default:
      return correction satisfies never
  }
}

/** The words that a correction was of, for whoever has to see to it. */
function wordsOfCorrection(correction: Correction, was: Draft): string {
  const id =
    'into' in correction && typeof correction.into === 'string'
      ? correction.into
      : 'target' in correction
        ? typeof correction.target === 'string'
          ? correction.target
          : correction.target.id
        : 'targets' in correction
          ? (correction.targets[0] ?? '')
          : ''
  if (correction.kind === 'renameGroup') return correction.from
  if (correction.kind === 'addTarget') return correction.target.text
  return find(was, id)?.target.text ?? ''
}
