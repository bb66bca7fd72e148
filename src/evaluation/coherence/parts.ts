import { spanKey } from '../timeline.ts'
import type { Name } from '../../plan/plan.ts'
import { sameWhen, type Promised, type Promises } from './promises.ts'

/** Parts that name one whole, for one period; `whole` is its own promise where the plan makes one. */
export interface PartGroup {
  readonly name: Name
  readonly whole: Promised | null
  readonly parts: readonly Promised[]
}

export function groupsOfParts({ plan, all }: Promises): readonly PartGroup[] {
  const groups = new Map<string, Promised[]>()
  for (const p of all) {
    if (p.measure.partOf === null || p.shape.kind !== 'level') continue
    const key = `${p.measure.partOf} ${spanKey(p.shape.when)}`
    const group = groups.get(key)
    if (group) group.push(p)
    else groups.set(key, [p])
  }
  return [...groups.values()].flatMap(parts => {
    const [first] = parts
    const partOf = first?.measure.partOf
    if (!first || !partOf) return []
    const whole =
      all.find(p => !parts.includes(p) && sameWhen(p, first) && p.shape.kind === 'level' && names(p, partOf)) ?? null
    const name = whole?.measure.name ?? plan.indicators.find(i => i.code === partOf)?.name ?? { vi: partOf }
    return [{ name, whole, parts }]
  })
}

const names = ({ measure, indicator }: Promised, whole: string): boolean =>
  measure.id === whole || indicator.code === whole
