import { periodCode } from '../../measure/period.ts'
import { parseUnit, sameUnit } from '../../measure/unit.ts'
import type { Indicator, Measure, Plan } from '../../plan/plan.ts'
import { onceEachAfter } from './codes.ts'

/**
 * A plan made anew from its document as the next version of the plan that stands: a measure that it had keeps its
 * indicators as they were defined since, so that their figures stay its figures; a thing whose unit is another now is
 * another indicator. Its shares stay too, while it asks for the same years in the same unit. What stands of sources, notes
 * and indicators without a measure stays.
 */
export function withStanding(plan: Plan, standing: Plan): Plan {
  const known = new Map(standing.indicators.map(each => [each.code, each]))
  const measures = new Map(standing.targets.flatMap(target => target.measures.map(each => [each.id, each] as const)))
  const made = new Map(plan.indicators.map(each => [each.code, each]))
  const once = onceEachAfter(known.keys())
  const used = new Map<string, Indicator>()
  const codesOf = (measure: Measure): readonly string[] => {
    const before = measures.get(measure.id)
    const own = measure.indicators.flatMap(code => made.get(code) ?? [])
    const kept = before?.indicators.flatMap(code => known.get(code) ?? []) ?? []
    if (kept.length === own.length && own.every((each, i) => sameWritten(each.unit, kept[i]?.unit ?? '')))
      return kept.map(each => each.code)
    return own.map(each => {
      const code = once(each.code)
      used.set(code, { ...each, code })
      return code
    })
  }
  const targets = plan.targets.map(target => ({
    ...target,
    measures: target.measures.map(measure => ({
      ...measure,
      indicators: codesOf(measure),
      ...sharesOf(measure, plan.area === standing.area ? measures.get(measure.id) : undefined),
    })),
  }))
  return {
    ...standing,
    ...plan,
    name: plan.name.vi === standing.name.vi ? standing.name : plan.name,
    note: standing.note,
    sources: standing.sources,
    targets,
    indicators: [...known.values(), ...used.values()],
  }
}

/** A share is a bound in the measure's unit for years of its own: of another unit or other years it is no share of it. */
const sharesOf = ({ unit, shape }: Measure, before: Measure | undefined): Pick<Measure, 'allocations'> =>
  before?.allocations &&
  sameWritten(unit, before.unit) &&
  shape.kind === before.shape.kind &&
  periodCode(shape.when) === periodCode(before.shape.when)
    ? { allocations: before.allocations }
    : {}

const sameWritten = (a: string, b: string): boolean => {
  const [one, other] = [parseUnit(a), parseUnit(b)]
  return one && other ? sameUnit(one, other) : a === b
}
