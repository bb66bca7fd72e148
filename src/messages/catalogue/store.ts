import type { Sentences } from '../sentence.ts'

export const store = {} as const satisfies Sentences
