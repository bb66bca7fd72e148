/** How an indicator's figures add up over areas. `recount`: counted anew from the areas' own statuses, never added. */
export const OVER_AREAS = ['sum', 'weightedMean', 'ratioOfSums', 'recount', 'none'] as const
export type OverAreas = (typeof OVER_AREAS)[number]

/** How they add up over time. `chainedGrowth`: the figures are growth rates, (1 + a)(1 + b) - 1. */
export const OVER_TIME = ['sum', 'last', 'mean', 'chainedGrowth', 'none'] as const
export type OverTime = (typeof OVER_TIME)[number]

/** The good direction of an indicator; `none` for a share of a composition, where both ends bind. */
export const DIRECTIONS = ['up', 'down', 'none'] as const
export type Direction = (typeof DIRECTIONS)[number]
