/** What stands on a page; places are in points from its top left, as it is shown (turned pages are upright). */
export interface Page {
  readonly width: number
  readonly height: number
  readonly pieces: readonly TextPiece[]
  readonly rules: readonly Rule[]
}

/** A piece of text set at once; `y` is its base line. */
export interface TextPiece {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
  /** Set in a bold or slanted font. */
  readonly strong: boolean
}

/** A straight line, drawn or filled, across or down: `from` < `to` along it, `at` the other way. */
export interface Rule {
  readonly across: boolean
  readonly at: number
  readonly from: number
  readonly to: number
}
