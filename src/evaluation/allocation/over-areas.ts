import type { Indicator, Shape } from '../../plan/plan.ts'

/**
 * What shares of areas make of their whole. `sum`: they add up to it. `between`: it lies between the smallest and the largest,
 * whatever the areas weigh. `nothing`: it does not follow from them.
 */
export type Making = 'sum' | 'between' | 'nothing'

export function sharesMake(shape: Shape, { overAreas, overTime }: Pick<Indicator, 'overAreas' | 'overTime'>): Making {
  switch (overAreas) {
    case 'sum':
    case 'recount':
      // Figures that are rates themselves add up to nothing, whatever their definition says.
      return overTime === 'chainedGrowth' ? 'nothing' : ofWhatAdds(shape)
    case 'weightedMean':
    case 'ratioOfSums':
      // Held at every time of its own; over several, weights that change lead anywhere.
      return shape.kind === 'level' || shape.kind === 'eachPeriod' ? 'between' : 'nothing'
    case 'none':
      return 'nothing'
    default:
      return overAreas satisfies never
  }
}

/** Of figures that add up the growth is the mean of the areas' growths, weighed by where each began: rates are never added. */
function ofWhatAdds(shape: Shape): Making {
  switch (shape.kind) {
    case 'level':
    case 'mean':
    case 'cumulative':
    case 'eachPeriod':
      return 'sum'
    case 'meanGrowth':
    case 'growth':
    case 'eachChange':
    case 'addition':
      if (shape.basis === 'points') return 'nothing'
      if (shape.basis === 'absolute') return 'sum'
      // A mean of yearly rates gives each year the same weight, the areas do not keep theirs.
      return shape.kind === 'meanGrowth' && shape.mean === 'arithmetic' ? 'nothing' : 'between'
    case 'milestone':
      return 'nothing'
    default:
      return shape satisfies never
  }
}
