import type { Observation } from '../plan/observation.ts'

/** Figures in lists, each in the order they came in. */
export type Grouped = ReadonlyMap<string, readonly Observation[]>

export const byArea = (figures: Iterable<Observation>): Grouped => groupedBy(figures, 'area')
export const byIndicator = (figures: Iterable<Observation>): Grouped => groupedBy(figures, 'indicator')

function groupedBy(figures: Iterable<Observation>, field: 'area' | 'indicator'): Grouped {
  const found = new Map<string, Observation[]>()
  for (const figure of figures) {
    const list = found.get(figure[field])
    if (list) list.push(figure)
    else found.set(figure[field], [figure])
  }
  return found
}
