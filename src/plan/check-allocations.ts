import { contains, lastYear, periodCode } from '../measure/period.ts'
import type { Faults } from './file-faults.ts'
import type { Allocation, Measure, Plan } from './plan.ts'

/** What must hold between a measure and its shares: each is of something, inside the measure's time, given once, and of a whole that is there. */
export function checkAllocations(plan: Plan, { id, shape, allocations = [] }: Measure, faults: Faults): void {
  const path = (i: number, field = '') => `measures.${id}.allocations[${String(i)}]${field}`
  if (allocations.length > 0 && shape.kind === 'milestone')
    faults.add(`measures.${id}.allocations`, 'plan.allocation-of-event', shape.kind, '')
  const seen = new Set<string>()
  const shared = new Set(allocations.flatMap(each => each.area ?? []))
  allocations.forEach((each, i) => {
    const { area, when, within } = each
    const own = area === null || area === plan.area
    if (own && !when) faults.add(path(i), 'plan.allocation-of-nothing', area, plan.area)
    if (when && !(when.frequency === 'A' && contains(wholeYears(shape), when)))
      faults.add(path(i, '.when'), 'plan.allocation-outside', periodCode(when), periodCode(shape.when))
    const key = keyOf(each)
    if (seen.has(key)) faults.add(path(i), 'plan.twice', key, '')
    seen.add(key)
    if (within !== null && within !== plan.area && !shared.has(within))
      faults.add(path(i, '.within'), 'plan.allocation-within', within, [...shared].slice(0, 5).join(', '))
    if (area !== null && isInside(area, allocations)) faults.add(path(i, '.within'), 'plan.allocation-circle', area, '')
  })
}

/** A level at the end of a term was promised for its years: its shares may stand for any of them before it. */
const wholeYears = ({ kind, when }: Measure['shape']) =>
  kind === 'level' ? { frequency: 'A' as const, start: '1000-01-01', length: lastYear(when) - 999 } : when

const keyOf = ({ area, when }: Allocation): string =>
  [area, when && periodCode(when)].filter(part => part !== null).join(' ')

/** Whether one comes back to an area by going from share to whole. */
function isInside(area: string, allocations: readonly Allocation[]): boolean {
  const seen = new Set<string>()
  let at = allocations.find(each => each.area === area)?.within ?? null
  while (at !== null && !seen.has(at)) {
    if (at === area) return true
    seen.add(at)
    at = allocations.find(each => each.area === at)?.within ?? null
  }
  return false
}
