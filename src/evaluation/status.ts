import type { StatusWord } from './judgement.ts'

/**
 * From worst to best, as one reads a whole from its parts. Missed and at risk come before everything: nothing that is
 * unknown elsewhere can mend them. Then what is not known, then what cannot be said yet, then what stands well.
 */
export const WORST_FIRST: readonly StatusWord[] = [
  'missed',
  'atRisk',
  'noData',
  'notComputable',
  'notDue',
  'onTrack',
  'met',
  'exceeded',
]

export const worstFirst = <T>(items: readonly T[], statusOf: (item: T) => StatusWord): readonly T[] =>
  [...items].sort((a, b) => WORST_FIRST.indexOf(statusOf(a)) - WORST_FIRST.indexOf(statusOf(b)))

/** A target stands as its worst measure; all met and one of them exceeded is exceeded. */
export function statusOfTarget(measures: readonly StatusWord[]): StatusWord {
  const worst = worstFirst(measures, s => s)[0] ?? 'notComputable'
  return worst === 'met' && measures.includes('exceeded') ? 'exceeded' : worst
}
