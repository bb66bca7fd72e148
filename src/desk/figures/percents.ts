import type { ReadFigure } from '../../exchange/figures.ts'
import { mayBeShares, type BareColumn } from '../../exchange/shares-of-one.ts'
import type { Indicator } from '../../plan/plan.ts'

/** So many figures of an indicator are kept to be looked at; a file in the long form has no end. */
const MOST_KEPT = 500

/** Looks at the figures in % of a stream as they pass, indicator by indicator, while they may all be shares of one. */
export class Percents {
  readonly #kept: Map<string, ReadFigure[] | null>

  constructor(indicators: readonly Indicator[]) {
    this.#kept = new Map(indicators.filter(each => each.unit === '%').map(each => [each.code, []]))
  }

  async *watching(batches: AsyncIterable<readonly ReadFigure[]>): AsyncGenerator<readonly ReadFigure[]> {
    for await (const batch of batches) {
      if (this.#kept.size > 0) for (const figure of batch) this.#look(figure)
      yield batch
    }
  }

  #look(figure: ReadFigure): void {
    const kept = this.#kept.get(figure.indicator)
    if (!kept) return
    const alone = { column: '', line: null, figures: [figure] }
    if (!('absent' in figure.value) && figure.value.coefficient !== 0n && !mayBeShares(alone))
      this.#kept.set(figure.indicator, null)
    else if (kept.length < MOST_KEPT) kept.push(figure)
  }

  /** The indicators of which every figure lay within 0 and 1. */
  columns(): BareColumn[] {
    return [...this.#kept].flatMap(([column, figures]) =>
      figures && figures.length > 0 ? [{ column, line: null, figures }] : [],
    )
  }
}
