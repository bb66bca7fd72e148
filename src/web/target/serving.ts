import { foldedForm } from '../../measure/names.ts'
import type { Measure } from '../../plan/plan.ts'
import type { Reading, ReadTask } from '../../reading/result.ts'

/** At least so much of a name's pairs of syllables must stand in a task that speaks of it. */
const ENOUGH = 0.6

/**
 * The tasks of a document that speak of what is measured: those whose words hold most of a measure's name, syllable pair by
 * syllable pair. A likeness of words and nothing more; the page says so.
 */
export function tasksFor(measures: readonly Measure[], { tasks }: Pick<Reading, 'tasks'>): readonly ReadTask[] {
  const names = measures.map(({ name }) => pairsOf(name.vi)).filter(pairs => pairs.size > 0)
  return tasks.filter(({ text }) => {
    const words = pairsOf(text)
    return names.some(name => [...name].filter(pair => words.has(pair)).length >= Math.max(2, name.size * ENOUGH))
  })
}

/** Two syllables that follow each other, without accents of writing or case; what stands before a colon is a head. */
function pairsOf(text: string): ReadonlySet<string> {
  const syllables = foldedForm(text.slice(text.lastIndexOf(': ') + 1))
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '')
  return new Set(syllables.slice(1).map((word, i) => `${syllables[i] ?? ''} ${word}`))
}
