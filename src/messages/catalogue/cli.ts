import type { Sentences } from '../sentence.ts'

export const cli = {} as const satisfies Sentences
