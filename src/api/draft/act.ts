import { showRange } from '../../measure/show.ts'
import { SCOPES, type Scope } from '../../plan/plan.ts'
import type { Language, Outcome } from '../../messages/message.ts'
import { readWords } from '../../reading/read-words.ts'
import type { Reading, ReadMeasure, ReadTarget, Span } from '../../reading/result.ts'
import { combined } from './combine.ts'
import { correctMeasure, type Fields } from './correct.ts'
import type { Draft, DraftTarget } from './draft.ts'
import type { Correction } from './event.ts'
import { findWords } from './words.ts'

type Made = Outcome<Correction | null>

const made = (value: Correction): Made => ({ value, messages: [] })
const refused = (rule: string, column: string, actual = '', expected = ''): Made => ({
  value: null,
  messages: [{ rule, severity: 'error', column, actual, expected }],
})

/** What was ticked in a form: the fields "m.2" or "t.t7" that it sends, without the letter. */
const ticked = (fields: Fields, letter: string): readonly string[] =>
  Object.keys(fields).flatMap(name => (name.startsWith(`${letter}.`) ? [name.slice(2)] : []))

const isScope = (text: string): text is Scope => SCOPES.some(scope => scope === text)

const LARGEST_SPLIT = 12

/** What a form about one measure asks for: saved, dropped, brought back, split into parts named one a line. */
export function actOnMeasure(
  { target, measures }: DraftTarget,
  index: number,
  fields: Fields,
  language: Language,
): Made {
  const measure = measures.find(each => each.index === index)?.measure
  if (!measure) return refused('web.draft.fault-measure', 'act')
  switch (fields['act'] ?? '') {
    case 'drop':
    case 'restore':
      return made({ kind: fields['act'] === 'drop' ? 'drop' : 'restore', target: target.id, index })
    case 'split': {
      const names = (fields['parts'] ?? '')
        .normalize('NFC')
        .split('\n')
        .map(line => line.trim())
        .filter(line => line !== '')
      if (names.length < 2 || names.length > LARGEST_SPLIT)
        return refused('web.draft.fault-parts', 'parts', String(names.length), showRange(2, LARGEST_SPLIT))
      const into = names.map(name => ({ ...measure, name, indicators: 1 }))
      return made({ kind: 'splitMeasure', target: target.id, index, into })
    }
    default: {
      const { value, messages } = correctMeasure(measure, fields, language)
      return value ? made({ kind: 'measure', target: target.id, index, measure: value }) : { value: null, messages }
    }
  }
}

/** What a form about one target asks for: the whole of it, or the measures ticked in it. */
export function actOnTarget(draft: Draft, { target, measures }: DraftTarget, fields: Fields): Made {
  const indexes = ticked(fields, 'm').flatMap(text => (/^\d+$/.test(text) ? [Number(text)] : []))
  const chosen = measures.filter(each => indexes.includes(each.index))
  switch (fields['act'] ?? '') {
    case 'restore':
      return made({ kind: 'restore', target: target.id, index: null })
    case 'drop':
      return made({ kind: 'drop', target: target.id, index: null })
    case 'merge-measures': {
      if (chosen.length < 2) return refused('web.draft.fault-two-measures', 'act')
      const measure = combined(chosen.map(each => each.measure))
      return measure
        ? made({ kind: 'mergeMeasures', target: target.id, indexes: chosen.map(each => each.index), measure })
        : refused('web.draft.fault-units', 'act', chosen.map(each => each.measure.unit || '–').join(', '))
    }
    case 'split-target':
      return chosen.length === 0 || chosen.length === measures.length
        ? refused('web.draft.fault-some-measures', 'act')
        : made({
            kind: 'splitTarget',
            target: target.id,
            indexes: chosen.map(each => each.index),
            id: freeId(draft),
          })
    case 'merge-before': {
      const at = draft.targets.findIndex(each => each.target.id === target.id)
      const before = draft.targets.slice(0, at).findLast(each => !each.dropped && each.target.scope === target.scope)
      return before
        ? made({ kind: 'mergeTargets', into: before.target.id, targets: [target.id] })
        : refused('web.draft.fault-none-before', 'act')
    }
    case 'add-measure':
      return made({
        kind: 'addMeasure',
        target: target.id,
        measure: blank(target, chosen[0]?.measure ?? measures[0]?.measure),
      })
    default:
      return refused('web.draft.fault-choice', 'act', fields['act'] ?? '')
  }
}

/** What is asked for the targets that were ticked anywhere on the page. */
export function actOnTargets(draft: Draft, fields: Fields): Made {
  const ids = ticked(fields, 't')
  const targets = draft.targets.filter(each => ids.includes(each.target.id)).map(each => each.target.id)
  const [into, ...others] = targets
  if (into === undefined) return refused('web.draft.fault-no-targets', 'act')
  switch (fields['act'] ?? '') {
    case 'merge':
      return others.length === 0
        ? refused('web.draft.fault-two-targets', 'act')
        : made({ kind: 'mergeTargets', into, targets: others })
    case 'drop':
      return made({ kind: 'dropTargets', targets })
    case 'move': {
      const scope = fields['scope'] ?? ''
      const group = (fields['group'] ?? '').normalize('NFC').trim()
      if (!isScope(scope) && group === '') return refused('web.draft.fault-where', 'group')
      return made({
        kind: 'move',
        targets,
        ...(isScope(scope) ? { scope } : {}),
        ...(group === '' ? {} : { group: group === '–' ? null : group }),
      })
    }
    default:
      return refused('web.draft.fault-choice', 'act', fields['act'] ?? '')
  }
}

/** A new name for a group, or a place up or down among the groups. */
export function actOnGroup(draft: Draft, fields: Fields): Made {
  const group = fields['group'] ?? ''
  const at = draft.groups.indexOf(group)
  if (at < 0) return refused('web.draft.fault-choice', 'group', group)
  const act = fields['act']
  if (act === 'up' || act === 'down') {
    const to = act === 'up' ? at - 1 : at + 1
    const other = draft.groups[to]
    if (other === undefined) return refused('web.draft.fault-choice', 'act', act)
    return made({ kind: 'orderGroups', groups: draft.groups.with(to, group).with(at, other) })
  }
  const name = (fields['name'] ?? '').normalize('NFC').trim()
  if (name === '') return refused('web.draft.fault-name', 'name')
  return name === group
    ? refused('web.draft.fault-same-name', 'name', name)
    : made({ kind: 'renameGroup', from: group, to: name })
}

/** A target of words that a person chose in the document, with what the reader finds promised in them. */
export function targetOfWords(draft: Draft, { text, term }: Reading, fields: Fields): Made {
  const near = /^\d{1,9}$/.test(fields['near'] ?? '') ? Number(fields['near']) : 0
  const words = (fields['words'] ?? '').normalize('NFC')
  if (words.trim().length < 4) return refused('web.draft.fault-no-words', 'words')
  const span = findWords(text, words, near)
  if (!span) return refused('web.draft.fault-words', 'words', words.trim().slice(0, 80))
  const known = draft.targets.find(each => each.target.start === span.start && each.target.end === span.end)
  if (known && !known.dropped)
    return refused('web.draft.fault-known-words', 'words', known.target.number ?? known.target.id)
  const { from, to } = draft.facts
  const read = readWords(text, span, from !== null && to !== null ? { from, to } : term)
  const around = draft.targets.findLast(each => each.target.start <= span.start)?.target
  const scope = fields['scope'] ?? ''
  const target: ReadTarget = {
    ...span,
    id: freeId(draft),
    scope: isScope(scope) ? scope : (around?.scope ?? 'main'),
    group: around?.group ?? draft.groups[0] ?? null,
    number: null,
    text: text.slice(span.start, span.end),
    measures: [],
  }
  return made({ kind: 'addTarget', target: { ...target, measures: read.length > 0 ? read : [blank(target)] } })
}

/** An id that no target of the draft has: "a1", "a2", … */
function freeId({ targets }: Draft): string {
  const numbers = targets.map(({ target: { id } }) => Number(/^a(\d+)$/.exec(id)?.[1] ?? 0))
  return `a${Math.max(0, ...numbers) + 1}`
}

const LONGEST_NAME = 120

/** A measure that waits for a person to say what is promised. */
const blank = (at: Span & { readonly text: string }, like?: ReadMeasure): ReadMeasure => ({
  start: at.start,
  end: at.end,
  name: like?.name ?? at.text.replace(/\s+/g, ' ').trim().slice(0, LONGEST_NAME),
  shape: like?.shape ?? 'level',
  when: like?.when ?? null,
  bound: { kind: 'atLeast', low: null, high: null },
  unit: like?.unit ?? '',
  direction: like?.direction ?? 'up',
  change: like?.change ?? null,
  basis: like?.basis ?? null,
  base: like?.base ?? null,
  indicators: 1,
  mean: like?.mean ?? null,
  part: false,
})
