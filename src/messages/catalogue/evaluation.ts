import type { Sentences } from '../sentence.ts'

export const evaluation = {} as const satisfies Sentences
