import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { planFor } from '../src/evaluation/allocation/plan-for.ts'
import { assume } from '../src/evaluation/bulk/assume.ts'
import { bulkOf, judgeLane } from '../src/evaluation/bulk/bulk.ts'
import { evaluate } from '../src/evaluation/evaluate.ts'
import { evaluationJson } from '../src/evaluation/json.ts'
import { readFigures } from '../src/exchange/figures.ts'
import { dec } from '../src/measure/decimal.ts'
import { year } from '../src/measure/period.ts'
import type { Layer } from '../src/plan/layer.ts'
import type { Plan } from '../src/plan/plan.ts'
import { inTurn, missing, type Bench } from './bench.ts'
import { EXAMPLE, examplePlan, provinceOf } from './province.ts'

const ON = '2024-12-31'

/** The example's targets judged and explained; then a province of them, in one pass and after a slider has moved. */
export const evaluateExample: Bench = {
  name: 'evaluate',
  async run() {
    const plan = examplePlan()
    const figures =
      plan &&
      readFigures(readFileSync(join(EXAMPLE, 'figures.csv'), 'utf8'), {
        indicators: plan.indicators,
        areas: [plan.area],
        locale: 'plain',
      }).value
    if (!figures) return missing(this.name, 'printing the judgements as JSON', 'the example cannot be read')
    const observations = figures.map(figure => ({ ...figure, log: 1 }))
    const judge = () => evaluate({ plan, observations, on: '2025-12-31' })
    const judged = judge()
    return [
      await inTurn(this.name, 31, judge, 'printing the judgements as JSON', () =>
        JSON.stringify(evaluationJson(judged, null)),
      ),
      ...(await province(plan, this.name)),
    ]
  },
}

/** Every measure of the example shared out to 200 areas, each with eight years of figures of its own. */
async function province(example: Plan, name: string) {
  const { plan, areas, observations } = provinceOf(example)
  const measured = plan.targets.flatMap(t => t.measures).filter(m => m.bound && m.shape.kind !== 'milestone')
  const question = { plan, observations, on: ON }
  const bulk = bulkOf(question, areas)
  const pace = (by: string): Layer => ({
    name: 'slider',
    assumptions: plan.indicators.slice(0, 4).map(({ code }) => ({
      kind: 'pace',
      indicator: code,
      area: null,
      from: year(2023),
      basis: 'relative',
      by: dec(by),
    })),
  })
  const ofAreas = `${String(measured.length)} measures × ${String(areas.length)} areas`
  const byArea = new Map(areas.map(area => [area, observations.filter(o => o.area === area)]))
  let moved = 0
  return [
    await inTurn(
      name,
      7,
      () => bulk.lanes.map(lane => judgeLane(bulk, lane)),
      `${ofAreas}: every area judged in full`,
      () => areas.map(area => evaluate({ plan: planFor(plan, area), observations: byArea.get(area) ?? [], on: ON })),
    ),
    await inTurn(
      name,
      15,
      () => assume(bulk, pace(String((moved = (moved + 1) % 20)))),
      `${ofAreas}: a pace of four indicators moved in all areas; all set out anew`,
      () => bulkOf(question, areas),
    ),
  ]
}
