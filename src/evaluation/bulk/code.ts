import { STATUS_WORDS, type StatusWord } from '../judgement.ts'
import { WORST_FIRST } from '../status.ts'

/** A status as a small number: its place among STATUS_WORDS. */
export const codeOf = (word: StatusWord): number => STATUS_WORDS.indexOf(word)
export const wordOf = (code: number): StatusWord => STATUS_WORDS[code] ?? 'notComputable'

export const EXCEEDED = codeOf('exceeded')
export const MET = codeOf('met')
export const ON_TRACK = codeOf('onTrack')
export const AT_RISK = codeOf('atRisk')
export const MISSED = codeOf('missed')
export const NOT_DUE = codeOf('notDue')
export const NO_DATA = codeOf('noData')
export const NOT_COMPUTABLE = codeOf('notComputable')

/** The binary numbers at hand cannot tell: ask the exact judgement. */
export const UNSURE = 255

const RANK = Uint8Array.from(STATUS_WORDS, word => WORST_FIRST.indexOf(word))

/** The worse of two statuses. */
export const worse = (a: number, b: number): number => ((RANK[a] ?? 0) <= (RANK[b] ?? 0) ? a : b)
