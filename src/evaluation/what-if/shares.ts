import type { Layer } from '../../plan/layer.ts'
import { assume } from '../bulk/assume.ts'
import { bulkOf, NO_SHARE, type Bulk } from '../bulk/bulk.ts'
import { wordOf, worse } from '../bulk/code.ts'
import type { Question } from '../evaluate.ts'
import { STATUS_WORDS, type StatusWord } from '../judgement.ts'
import { answer } from './answer.ts'

/** How many areas with a share of a measure stand at each word. */
export type Counts = Readonly<Record<StatusWord, number>>

/** Counts by measure of every area but the plan's own; measures without shares are left out. */
export function countsIn({ lanes, statuses, areas, plan }: Bulk): ReadonlyMap<string, Counts> {
  const found = new Map<string, Uint8Array>()
  lanes.forEach(({ measure }, i) => {
    const own = statuses[i]
    if (!own) return
    const held = found.get(measure.id)
    found.set(measure.id, held ? held.map((code, row) => together(code, own[row] ?? NO_SHARE)) : own)
  })
  const counts = new Map<string, Counts>()
  for (const [measure, codes] of found) {
    const own = Object.fromEntries(STATUS_WORDS.map(word => [word, 0])) as Record<StatusWord, number>
    for (const [row, code] of codes.entries()) {
      if (code === NO_SHARE || areas[row] === plan.area) continue
      own[wordOf(code)] += 1
      counts.set(measure, own)
    }
  }
  return counts
}

const together = (a: number, b: number): number => (a === NO_SHARE ? b : b === NO_SHARE ? a : worse(a, b))

/** Answers of all areas for a question that is asked again and again: what stands is made once for each day judged. */
export function areaCounter(question: Question): {
  readonly base: ReadonlyMap<string, Counts>
  readonly under: (layer: Layer) => ReadonlyMap<string, Counts>
} {
  const made = new Map<string, Bulk>()
  const bulkAt = (on: string): Bulk => {
    let bulk = made.get(on)
    if (!bulk) made.set(on, (bulk = bulkOf({ ...question, on })))
    return bulk
  }
  const base = countsIn(bulkAt(question.on))
  return {
    base,
    under: layer => {
      const { on, measures } = answer(question, layer)
      const counts = countsIn(assume(bulkAt(on), layer).bulk)
      return new Map([...counts].filter(([measure]) => measures.has(measure)))
    },
  }
}
