/** Counts what was done, for tests that hold cost to the figures there are; never read by what counts. */
export interface Work {
  /** Cells added, compared or written. */
  cells: number
}
