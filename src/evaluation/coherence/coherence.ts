import type { Observation } from '../../plan/observation.ts'
import type { Plan } from '../../plan/plan.ts'
import type { CoherenceFinding, CoherenceRule } from '../judgement.ts'
import type { Knowledge, NameOf } from '../series.ts'
import { allocationsDiffer } from './allocations-differ.ts'
import { belowBaseline } from './below-baseline.ts'
import { belowLastPace } from './below-last-pace.ts'
import { impliedGrowth } from './implied-growth.ts'
import { partsExceedWhole } from './parts-exceed-whole.ts'
import { promisesOf, type Promises } from './promises.ts'
import { sharesCannotSum } from './shares-cannot-sum.ts'
import { yearlyAgainstTotal } from './yearly-against-total.ts'

/** One rule, one file. Each speaks only where the printed numbers themselves prove it. */
const RULES: Readonly<Record<CoherenceRule, (promises: Promises) => readonly CoherenceFinding[]>> = {
  'shares-cannot-sum': sharesCannotSum,
  'below-baseline': belowBaseline,
  'below-last-pace': belowLastPace,
  'implied-growth': impliedGrowth,
  'yearly-against-total': yearlyAgainstTotal,
  'parts-exceed-whole': partsExceedWhole,
  'allocations-differ': allocationsDiffer,
}

/** Shares for areas and years that do not come to their whole, each named with what it differs by. */
export const differingAllocations = (plan: Plan, nameOf?: NameOf): readonly CoherenceFinding[] =>
  allocationsDiffer(promisesOf(plan, [], { nameOf }))

/**
 * What a plan's own numbers say about it, before any figure of its term. Of the observations, only those of periods
 * that ended before the term began are read: the baseline and the last term.
 */
export function coherence(
  plan: Plan,
  observations: readonly Observation[] = [],
  known: Pick<Knowledge, 'asOfLog' | 'nameOf'> = {},
): readonly CoherenceFinding[] {
  const promises = promisesOf(plan, observations, known)
  return Object.values(RULES).flatMap(rule => rule(promises))
}
