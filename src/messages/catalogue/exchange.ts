import type { Sentences } from '../sentence.ts'

export const exchange = {} as const satisfies Sentences
