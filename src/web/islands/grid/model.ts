import type { AbsenceReason } from '../../../measure/absence.ts'
import { ABSENCES } from '../../../measure/absence.ts'
import { readEntry, showEntry, type EntryFault } from '../../../plan/entry.ts'
import { STATUS, type Edit } from '../kept/edit.ts'
import { signature } from '../kept/merge.ts'
import type { HandedIndicator, HandedReport, Line } from './handed.ts'

/** What stands in the fields of a figure. */
export interface Typed {
  readonly text: string
  /** A reason chosen from the list; empty where none is. */
  readonly reason: string
  readonly note: string
}

/** What the fields of a figure mean. */
export interface Meant {
  readonly value: string | null
  readonly absent: AbsenceReason | null
  readonly fault: EntryFault | null
}

/** One figure that is asked for. */
export interface Cell {
  readonly key: string
  readonly indicator: HandedIndicator
  readonly area: string
  readonly areaName: string
  readonly previous: string
  readonly yearBefore: string
}

interface Step {
  readonly cell: number
  readonly before: Typed
  readonly after: Typed
}

/** The figures of a form as they are typed, with what the server is known to hold; tells who listens of each change. */
export interface Model {
  readonly cells: readonly Cell[]
  typed(cell: number): Typed
  meant(cell: number): Meant
  /** The text of a field at rest: a figure in its notation, what is no figure as it was typed. */
  shown(cell: number): string
  /** Whether it differs from what the server holds. */
  dirty(cell: number): boolean
  /** Types into a field, without a step to undo: `commit` makes one of all that was typed in between. */
  type(cell: number, typed: Partial<Typed>): void
  commit(cell: number, before: Typed): void
  /** Several fields at once, as one step. */
  change(changes: readonly { readonly cell: number; readonly typed: Partial<Typed> }[]): void
  /** The cells that went back or forth. */
  undo(): readonly number[]
  redo(): readonly number[]
  /** The edit that keeps a figure; null where it is what the server holds. */
  editOf(cell: number): Edit | null
  /** Takes up an edit that was kept before. */
  restore(edit: Edit): number
  /** What the server holds of a figure now; what is typed here stays unless it was the same as before. */
  rebase(key: string, line: Line | null): number
  /** The same once it is known: what is typed here goes over it (`mine`), or gives way. */
  settle(key: string, line: Line | null, mine: boolean): number
  readonly index: ReadonlyMap<string, number>
  listen(changed: (cells: readonly number[]) => void): void
}

interface Base {
  readonly value: string | null
  readonly absent: AbsenceReason | null
  readonly note: string
}

const NOTHING: Base = { value: null, absent: null, note: '' }

const typedOf = ({ value, absent, note }: Base): Typed => ({
  text: showEntry(value, absent),
  reason: value === null ? (absent ?? '') : '',
  note,
})

export function makeModel({ figures, indicators, areas }: HandedReport): Model {
  const cells: Cell[] = []
  const bases: Base[] = []
  for (const [i, a, value, absent, note, , , previous, yearBefore] of figures) {
    const [indicator, area] = [indicators[i], areas[a]]
    if (!indicator || !area) continue
    cells.push({
      key: `${indicator.code} ${area.id}`,
      indicator,
      area: area.id,
      areaName: area.name,
      previous,
      yearBefore,
    })
    bases.push({ value, absent, note })
  }
  const index = new Map(cells.map(({ key }, i) => [key, i]))
  const current = bases.map(typedOf)
  /** What stood when a figure was first changed here. */
  const begun = new Map<number, string>()
  const done: (readonly Step[])[] = []
  const undone: (readonly Step[])[] = []
  const listeners: ((cells: readonly number[]) => void)[] = []
  const tell = (changed: readonly number[]) => {
    for (const each of listeners) each(changed)
  }
  let at = Date.now()

  const typed = (cell: number): Typed => current[cell] ?? typedOf(NOTHING)
  const meant = (cell: number): Meant => {
    const { text, reason } = typed(cell)
    const entry = readEntry(text, cells[cell]?.indicator ?? { decimals: 0, nonNegative: false, unit: '' })
    switch (entry.kind) {
      case 'value':
        return { value: entry.value, absent: null, fault: null }
      case 'absent': {
        // A mark in the cell and another reason in the list: the list says it more exactly.
        const said = ABSENCES.find(each => each === reason)
        return { value: null, absent: said ?? entry.absent, fault: null }
      }
      case 'empty':
        return { value: null, absent: ABSENCES.find(each => each === reason) ?? null, fault: null }
      case 'fault':
        return { value: null, absent: null, fault: entry.fault }
      default:
        return entry satisfies never
    }
  }
  const dirty = (cell: number): boolean => {
    const now = meant(cell)
    return now.fault !== null || signature({ ...now, note: noteOf(cell) }) !== signature(bases[cell] ?? NOTHING)
  }
  const noteOf = (cell: number) => typed(cell).note.normalize('NFC').trim()
  const set = (cell: number, next: Typed): void => {
    if (!begun.has(cell)) begun.set(cell, signature(bases[cell] ?? NOTHING))
    current[cell] = next
  }
  const walk = (from: (readonly Step[])[], to: (readonly Step[])[], side: 'before' | 'after'): readonly number[] => {
    const steps = from.pop()
    if (!steps) return []
    to.push(steps)
    for (const step of steps) set(step.cell, step[side])
    const changed = steps.map(step => step.cell)
    tell(changed)
    return changed
  }
  return {
    cells,
    index,
    typed,
    meant,
    dirty,
    shown: cell => {
      const { value, absent } = meant(cell)
      return value === null && absent === null ? typed(cell).text : showEntry(value, absent)
    },
    type: (cell, next) => {
      set(cell, { ...typed(cell), ...next })
      tell([cell])
    },
    commit: (cell, before) => {
      const after = typed(cell)
      if (before.text === after.text && before.note === after.note && before.reason === after.reason) return
      done.push([{ cell, before, after }])
      undone.length = 0
    },
    change: changes => {
      const steps = changes.map(({ cell, typed: next }) => ({
        cell,
        before: typed(cell),
        after: { ...typed(cell), ...next },
      }))
      for (const { cell, after } of steps) set(cell, after)
      done.push(steps)
      undone.length = 0
      tell(steps.map(step => step.cell))
    },
    undo: () => walk(done, undone, 'before'),
    redo: () => walk(undone, done, 'after'),
    editOf: cell => {
      const key = cells[cell]?.key ?? ''
      const from = begun.get(cell)
      if (from === undefined) return null
      const { value, absent, fault } = meant(cell)
      // Every edit has a later number than the one before, also within a millisecond.
      at = Math.max(at + 1, Date.now())
      const { text } = typed(cell)
      return { key, text, note: noteOf(cell), value, absent, wrong: fault !== null, from, at }
    },
    restore: edit => {
      const cell = index.get(edit.key)
      if (cell === undefined || edit.key === STATUS) return -1
      begun.set(cell, edit.from)
      current[cell] = {
        text: edit.text,
        reason: edit.value === null ? (edit.absent ?? '') : '',
        note: edit.note,
      }
      tell([cell])
      return cell
    },
    rebase: (key, line) => {
      const cell = index.get(key)
      if (cell === undefined) return -1
      const same = !dirty(cell)
      const base = line ? { value: line.value, absent: line.absent, note: line.note } : NOTHING
      bases[cell] = base
      if (same) {
        current[cell] = typedOf(base)
        begun.delete(cell)
      }
      tell([cell])
      return cell
    },
    settle: (key, line, mine) => {
      const cell = index.get(key)
      if (cell === undefined) return -1
      const base = line ? { value: line.value, absent: line.absent, note: line.note } : NOTHING
      bases[cell] = base
      if (!mine) current[cell] = typedOf(base)
      if (dirty(cell)) begun.set(cell, signature(base))
      else begun.delete(cell)
      tell([cell])
      return cell
    },
    listen: changed => listeners.push(changed),
  }
}
