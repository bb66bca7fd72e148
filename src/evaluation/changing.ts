import type { Basis, Change, Shape } from '../plan/plan.ts'

/** A shape that speaks of a change: which way, and relative to what. */
export interface Changing {
  readonly change: Change
  readonly basis: Basis
}

/** The change that a shape speaks of; null where it speaks of a level, a sum or an event. Asked by kind, not by field. */
export function changeOf(shape: Shape): Changing | null {
  switch (shape.kind) {
    case 'growth':
    case 'meanGrowth':
    case 'addition':
    case 'eachChange':
      return shape
    case 'level':
    case 'mean':
    case 'cumulative':
    case 'eachPeriod':
    case 'milestone':
      return null
    default:
      return shape satisfies never
  }
}
