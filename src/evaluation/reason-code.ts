import type { evaluation } from '../messages/catalogue/evaluation.ts'

/** The sentences that a judgement or a finding can say. */
export type ReasonCode = keyof typeof evaluation
