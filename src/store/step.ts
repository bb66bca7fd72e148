/**
 * Told how far a long piece of work is, and waited for: others get their turn meanwhile, and what it throws ends the work
 * with nothing done.
 */
export type Step = (done: number) => Promise<void>
