import { keepEdits, type KeptEdit } from '../kept/database.ts'
import { STATUS, type Edit } from '../kept/edit.ts'
import type { HandedReport } from './handed.ts'
import type { Model } from './model.ts'

/** Keeps every change in the browser before it says so, and has it sent after a while of rest. */
export interface Keeper {
  /** Cells that were changed. */
  touch(cells: Iterable<number>): void
  /** The status that all figures are given; empty: as they are. */
  status(chosen: string): void
  /** Resolves once everything that was typed is on disk. */
  settled(): Promise<void>
}

const REST = 2500
/** A disk that takes longer is told of: what was said to be kept is not yet all that was typed. */
const SLOW = 400

export function makeKeeper(
  handed: HandedReport,
  model: Model,
  tell: {
    readonly keeping: () => void
    readonly kept: () => void
    readonly failed: () => void
    readonly send: () => void
  },
): Keeper {
  const { person, round, organisation, title } = handed
  const whole = (edit: Edit): KeptEdit => ({ ...edit, person, round, organisation, title })
  const waiting = new Set<number>()
  let extra: Edit[] = []
  let writing: Promise<void> | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  const write = async (): Promise<void> => {
    while (waiting.size > 0 || extra.length > 0) {
      const cells = [...waiting]
      waiting.clear()
      // What was typed back to what stands is an edit too: the outbox sees that nothing is left to do and forgets it.
      const edits = [...extra, ...cells.flatMap(cell => model.editOf(cell) ?? [])]
      extra = []
      try {
        if (edits.length > 0) await keepEdits(edits.map(whole))
      } catch {
        tell.failed()
        return
      }
    }
    tell.kept()
    clearTimeout(timer)
    timer = setTimeout(tell.send, REST)
  }
  const start = () => {
    if (writing) return
    const slow = setTimeout(tell.keeping, SLOW)
    writing = write().finally(() => {
      clearTimeout(slow)
      writing = null
    })
  }
  return {
    touch: cells => {
      for (const cell of cells) waiting.add(cell)
      start()
    },
    status: chosen => {
      extra.push({
        key: STATUS,
        text: chosen,
        note: '',
        value: null,
        absent: null,
        wrong: false,
        from: '',
        at: Date.now(),
      })
      start()
    },
    settled: async () => {
      clearTimeout(timer)
      while (writing) await writing
    },
  }
}
