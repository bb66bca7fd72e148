import type { Sentences } from '../sentence.ts'

export const measure = {} as const satisfies Sentences
