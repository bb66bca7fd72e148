export const DECISIONS = ['approve', 'publish', 'return'] as const
export type Decision = (typeof DECISIONS)[number]

/** What was just decided; the first few reports with where they are. */
export interface Done {
  readonly verb: Decision
  readonly count: number
  readonly reports: readonly { readonly name: string; readonly path: string }[]
}

/** What was asked and not done: it stays chosen and written. */
export interface Again {
  /** "round organisation". */
  readonly chosen: ReadonlySet<string>
  readonly reason: string
  /** Why, a sentence each. */
  readonly refused: readonly string[]
}
