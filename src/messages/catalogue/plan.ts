import type { Sentences } from '../sentence.ts'

export const plan = {} as const satisfies Sentences
