import { expect, test } from 'vitest'
import { boundOf } from '../../src/measure/bound.ts'
import { dec } from '../../src/measure/decimal.ts'
import { differs, planDifference } from '../../src/plan/difference.ts'
import type { Measure, Plan, Target } from '../../src/plan/plan.ts'
import { examplePlan } from '../web/site.ts'

const plan = examplePlan()
const [first, second] = plan.targets
if (!first || !second) throw new Error('the example has targets')

const put = (id: string, change: (target: Target) => Target): Plan => ({
  ...plan,
  targets: plan.targets.map(target => (target.id === id ? change(target) : target)),
})
const measured = (change: (measure: Measure) => Measure): Plan =>
  put(first.id, target => ({ ...target, measures: target.measures.map((each, i) => (i === 0 ? change(each) : each)) }))

test('a plan differs in nothing from itself, nor where only places in the document moved', () => {
  const found = planDifference(plan, plan)
  expect([differs(found), found.same]).toEqual([false, plan.targets.length])
  const moved = measured(measure => ({ ...measure, place: { start: 1, end: 2 } }))
  expect(differs(planDifference(plan, { ...moved, targets: moved.targets.map(each => ({ ...each, place: null })) }))).toBe(false) // prettier-ignore
})

test('targets are added and dropped by their ids, both ways', () => {
  const fewer = { ...plan, targets: plan.targets.slice(1) }
  expect(planDifference(plan, fewer)).toMatchObject({
    dropped: [{ id: first.id }],
    added: [],
    same: plan.targets.length - 1,
  })
  expect(planDifference(fewer, plan)).toMatchObject({ added: [{ id: first.id }], dropped: [] })
})

test('a target is changed by its words, its bound, its unit, its shares, or a measure more or less', () => {
  const kinds = (after: Plan) => planDifference(plan, after).changed.map(each => [each.words, each.measures.map(({ kind }) => kind)]) // prettier-ignore
  const bound = boundOf('atLeast', dec('9'), null)
  expect(kinds(put(first.id, target => ({ ...target, text: 'khác' })))).toEqual([[true, []]])
  expect(kinds(measured(measure => ({ ...measure, bound })))).toEqual([[false, ['changed']]])
  expect(kinds(measured(measure => ({ ...measure, unit: 'ha' })))).toEqual([[false, ['changed']]])
  const share = { area: '20', when: null, within: null, bound: bound ?? boundOf('exactly', dec('1'), dec('1')) }
  expect(kinds(measured(measure => ({ ...measure, allocations: [share] }) as Measure))).toEqual([[false, ['changed']]])
  expect(kinds(put(first.id, target => ({ ...target, measures: target.measures.slice(1) })))).toEqual([
    [false, ['dropped']],
  ])
  const more = put(first.id, target => ({ ...target, measures: [...target.measures, ...target.measures.map(each => ({ ...each, id: `${each.id}-x` }))] })) // prettier-ignore
  expect(kinds(more)).toEqual([[false, first.measures.map(() => 'added')]])
})

test('the facts of the plan itself are named', () => {
  const after = { ...plan, term: { from: 2026, to: 2030 }, adopted: '2026-01-01' }
  const found = planDifference(plan, after)
  expect([differs(found), found.facts, found.same]).toEqual([true, ['adopted', 'term'], plan.targets.length])
})
