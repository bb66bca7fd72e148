import type { AbsenceReason } from '../../../measure/absence.ts'
import { ABSENCES } from '../../../measure/absence.ts'
import type { Language } from '../../../messages/message.ts'
import { readEntry, showEntry, type EntryFault } from '../../../plan/entry.ts'
import { STATUS, type Edit } from '../kept/edit.ts'
import { signature } from '../kept/merge.ts'
import { askedIn, type HandedIndicator, type HandedReport, type Line } from './handed.ts'
import { BLANK, makeSteps, type Steps, type Typed } from './steps.ts'

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

/** The figures of a form as they are typed, with what the server is known to hold; tells who listens of each change. */
export interface Model extends Steps {
  readonly cells: readonly Cell[]
  meant(cell: number): Meant
  /** Whether it differs from what the server holds. */
  dirty(cell: number): boolean
  /** The edit that keeps a figure; null where it is what the server holds. */
  editOf(cell: number): Edit | null
  /** Takes up an edit that was kept before. */
  restore(edit: Edit): number
  /** What the server holds of a figure now; what is typed here stays unless it was the same as before. */
  rebase(key: string, line: Line | null): number
  /** The same once it is known: what is typed here goes over it (`mine`), or gives way. */
  settle(key: string, line: Line | null, mine: boolean): number
  readonly index: ReadonlyMap<string, number>
}

interface Base {
  readonly value: string | null
  readonly absent: AbsenceReason | null
  readonly note: string
}

const NOTHING: Base = { value: null, absent: null, note: '' }
const ALONE = { previous: '', yearBefore: '' }
const UNFILLED: Meant = { value: null, absent: null, fault: null }

const typedOf = ({ value, absent, note }: Base, language: Language): Typed => ({
  text: showEntry(value, absent, language),
  reason: value === null ? (absent ?? '') : '',
  note,
})

export function makeModel(handed: HandedReport): Model {
  const { indicators, areas, language } = handed
  const besides = new Map(handed.besides.map(([i, previous, yearBefore]) => [i, { previous, yearBefore }]))
  const lines = new Map(handed.lines.map(([i, value, absent, note]) => [i, { value, absent, note }]))
  const cells: Cell[] = []
  const bases: Base[] = []
  askedIn(handed).forEach(([i, a], at) => {
    const [indicator, area] = [indicators[i], areas[a]]
    if (!indicator || !area) return
    cells.push({
      key: `${indicator.code} ${area.id}`,
      indicator,
      area: area.id,
      areaName: area.name,
      ...(besides.get(at) ?? ALONE),
    })
    bases.push(lines.get(at) ?? NOTHING)
  })
  const index = new Map(cells.map(({ key }, i) => [key, i]))
  const current = bases.map(base => (base === NOTHING ? BLANK : typedOf(base, language)))
  /** What stood when a figure was first changed here. */
  const begun = new Map<number, string>()
  let at = Date.now()

  const typed = (cell: number): Typed => current[cell] ?? BLANK
  const meant = (cell: number): Meant => {
    const { text, reason } = typed(cell)
    if (text === '' && reason === '') return UNFILLED
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
  const shown = (cell: number): string => {
    const { value, absent } = meant(cell)
    return value === null && absent === null ? typed(cell).text : showEntry(value, absent, language)
  }
  const { tell, ...steps } = makeSteps(current, shown, cell => {
    if (!begun.has(cell)) begun.set(cell, signature(bases[cell] ?? NOTHING))
  })
  return {
    ...steps,
    cells,
    index,
    meant,
    dirty,
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
        current[cell] = typedOf(base, language)
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
      if (!mine) current[cell] = typedOf(base, language)
      if (dirty(cell)) begun.set(cell, signature(base))
      else begun.delete(cell)
      tell([cell])
      return cell
    },
  }
}
