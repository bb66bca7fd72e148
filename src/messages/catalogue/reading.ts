import type { Sentences } from '../sentence.ts'

export const reading = {} as const satisfies Sentences
