import type { Measure, Plan, Target } from '../../plan/plan.ts'
import { nameIn, type View } from '../frame/view.ts'

/** A measure's name in two parts: what it shares with the others of its target, said once, and its own. */
export interface SplitName {
  readonly lead: string
  readonly own: string
}

const MARK = ': '

/** The names of a target's measures; a lead up to a colon that all share, or that they are shares, stands with the first alone. */
export function namesOf(target: Pick<Target, 'measures'>, { t, language }: View): readonly SplitName[] {
  const names = target.measures.map(measure => nameIn(measure.name, language))
  const lead = sharedLead(names)
  const shares = lead === '' && areShares(target.measures) ? t('web.score.shares') : lead.trimEnd()
  return names.map((name, i) => ({ lead: i === 0 ? shares : '', own: name.slice(lead.length) }))
}

function sharedLead(names: readonly string[]): string {
  const first = names[0] ?? ''
  const cut = first.indexOf(MARK)
  const lead = cut < 0 ? '' : first.slice(0, cut + MARK.length)
  return names.length > 1 && names.every(name => name.startsWith(lead)) ? lead : ''
}

const areShares = (measures: readonly Measure[]): boolean =>
  measures.length > 1 && measures.every(({ partOf }) => partOf !== null && partOf === measures[0]?.partOf)

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X']

/** "II.3": two groups may both have a target 3. */
export function groupedNumber(plan: Plan, target: Target): string {
  const group = plan.groups.findIndex(g => g.id === target.group)
  const number = target.number ?? '·'
  return group < 0 ? number : `${ROMAN[group] ?? String(group + 1)}.${number}`
}
