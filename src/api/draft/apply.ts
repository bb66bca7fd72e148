import type { ReadMeasure } from '../../reading/result.ts'
import type { Correction } from './event.ts'
import { asRead, type Draft, type DraftMeasure, type DraftTarget } from './draft.ts'

/** The draft after a correction; null where it has no place in the draft: no such target, measure or group, an id that is taken. */
export function applied(draft: Draft, correction: Correction): Draft | null {
  switch (correction.kind) {
    case 'plan':
      return { ...draft, facts: correction.facts }
    case 'measure':
      return onMeasure(draft, correction, each => ({ ...each, measure: correction.measure, corrected: true }))
    case 'drop':
    case 'restore': {
      const { target, index } = correction
      const dropped = correction.kind === 'drop'
      return index === null
        ? onTarget(draft, target, each => ({ ...each, dropped }))
        : onMeasure(draft, { target, index }, each => ({ ...each, dropped }))
    }
    case 'dropTargets':
      return onTargets(draft, correction.targets, each => ({ ...each, dropped: true }))
    case 'mergeMeasures':
      return mergeMeasures(draft, correction)
    case 'splitMeasure':
      return splitMeasure(draft, correction)
    case 'addMeasure':
      return onTarget(draft, correction.target, each => withMeasures(each, [correction.measure]))
    case 'mergeTargets':
      return mergeTargets(draft, correction)
    case 'splitTarget':
      return splitTarget(draft, correction)
    case 'addTarget':
      return addTarget(draft, correction)
    case 'move':
      return move(draft, correction)
    case 'renameGroup': {
      const { from, to } = correction
      if (!draft.groups.includes(from)) return null
      const targets = draft.targets.map(each => (each.target.group === from ? grouped(each, to) : each))
      return { ...draft, targets, groups: [...new Set(draft.groups.map(name => (name === from ? to : name)))] }
    }
    case 'orderGroups': {
      const known = correction.groups.filter(name => draft.groups.includes(name))
      return { ...draft, groups: [...new Set([...known, ...draft.groups])] }
    }
    case 'dismiss':
      return draft.conflicts[correction.conflict]
        ? { ...draft, conflicts: draft.conflicts.filter((_, i) => i !== correction.conflict) }
        : null
    default:
      return correction satisfies never
  }
}

type Of<Kind extends Correction['kind']> = Extract<Correction, { readonly kind: Kind }>

function onTarget(draft: Draft, id: string, change: (target: DraftTarget) => DraftTarget | null): Draft | null {
  const found = draft.targets.find(each => each.target.id === id)
  const changed = found && change(found)
  return changed ? { ...draft, targets: draft.targets.map(each => (each === found ? changed : each)) } : null
}

function onTargets(draft: Draft, ids: readonly string[], change: (target: DraftTarget) => DraftTarget): Draft | null {
  const known = new Set(draft.targets.map(each => each.target.id))
  if (ids.length === 0 || ids.some(id => !known.has(id))) return null
  return { ...draft, targets: draft.targets.map(each => (ids.includes(each.target.id) ? change(each) : each)) }
}

const onMeasure = (
  draft: Draft,
  { target, index }: { readonly target: string; readonly index: number },
  change: (measure: DraftMeasure) => DraftMeasure,
): Draft | null =>
  onTarget(draft, target, each =>
    each.measures.some(m => m.index === index)
      ? { ...each, measures: each.measures.map(m => (m.index === index ? change(m) : m)) }
      : null,
  )

/** The target with further measures behind its own, under new numbers. */
const withMeasures = (each: DraftTarget, measures: readonly ReadMeasure[]): DraftTarget => ({
  ...each,
  measures: [...each.measures, ...numbered(each.numbers, measures)],
  numbers: each.numbers + measures.length,
})

const numbered = (first: number, measures: readonly ReadMeasure[]): DraftMeasure[] =>
  measures.map((measure, i) => ({ index: first + i, measure, corrected: true, dropped: false }))

const grouped = (each: DraftTarget, group: string | null): DraftTarget => ({
  ...each,
  target: { ...each.target, group },
})

const mergeMeasures = (draft: Draft, { target, indexes, measure }: Of<'mergeMeasures'>): Draft | null =>
  onTarget(draft, target, each => {
    const chosen = each.measures.filter(m => indexes.includes(m.index))
    if (chosen.length < 2 || chosen.length !== indexes.length) return null
    const measures = each.measures.flatMap(m =>
      m === chosen[0] ? [{ ...m, measure, corrected: true, dropped: false }] : chosen.includes(m) ? [] : [m],
    )
    return { ...each, measures }
  })

const splitMeasure = (draft: Draft, { target, index, into }: Of<'splitMeasure'>): Draft | null =>
  onTarget(draft, target, each => {
    const [first, ...more] = into
    if (!first || more.length === 0 || !each.measures.some(m => m.index === index)) return null
    const measures = each.measures.flatMap(m =>
      m.index === index ? [{ ...m, measure: first, corrected: true }, ...numbered(each.numbers, more)] : [m],
    )
    return { ...each, measures, numbers: each.numbers + more.length }
  })

function mergeTargets(draft: Draft, { into, targets }: Of<'mergeTargets'>): Draft | null {
  const others = draft.targets.filter(each => targets.includes(each.target.id))
  if (others.length === 0 || others.length !== targets.length || targets.includes(into)) return null
  return onTarget({ ...draft, targets: draft.targets.filter(each => !others.includes(each)) }, into, each => {
    const text = [each, ...others].map(one => one.target.text).join('\n')
    let merged: DraftTarget = { ...each, target: { ...each.target, text } }
    for (const other of others)
      merged = {
        ...merged,
        measures: [
          ...merged.measures,
          ...other.measures.map((m, i) => ({ ...m, index: merged.numbers + i, dropped: m.dropped || other.dropped })),
        ],
        numbers: merged.numbers + other.measures.length,
      }
    return merged
  })
}

function splitTarget(draft: Draft, { target, indexes, id }: Of<'splitTarget'>): Draft | null {
  const from = draft.targets.find(each => each.target.id === target)
  const taken = from?.measures.filter(m => indexes.includes(m.index)) ?? []
  if (!from || taken.length === 0 || taken.length !== indexes.length || taken.length === from.measures.length)
    return null
  if (draft.targets.some(each => each.target.id === id)) return null
  const apart: DraftTarget = {
    ...from,
    target: { ...from.target, id },
    measures: taken.map((m, index) => ({ ...m, index })),
    numbers: taken.length,
    added: true,
  }
  const rest = { ...from, measures: from.measures.filter(m => !taken.includes(m)) }
  return { ...draft, targets: draft.targets.flatMap(each => (each === from ? [rest, apart] : [each])) }
}

function addTarget(draft: Draft, { target }: Of<'addTarget'>): Draft | null {
  if (draft.targets.some(each => each.target.id === target.id)) return null
  const added = { ...asRead(target), added: true }
  const at = draft.targets.findIndex(each => each.target.start > target.start)
  const place = at < 0 ? draft.targets.length : at
  return {
    ...draft,
    targets: draft.targets.toSpliced(place, 0, added),
    groups: withGroup(draft.groups, target.group),
  }
}

function move(draft: Draft, { targets, scope, group }: Of<'move'>): Draft | null {
  const moved = onTargets(draft, targets, each => ({
    ...each,
    target: {
      ...each.target,
      ...(scope === undefined ? {} : { scope }),
      ...(group === undefined ? {} : { group }),
    },
  }))
  return moved && { ...moved, groups: withGroup(moved.groups, group ?? null) }
}

const withGroup = (groups: readonly string[], name: string | null): readonly string[] =>
  name === null || groups.includes(name) ? groups : [...groups, name]
