import type { Sentences } from '../sentence.ts'

export const web = {} as const satisfies Sentences
