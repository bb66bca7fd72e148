import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { evaluate } from '../src/evaluation/evaluate.ts'
import { evaluationJson } from '../src/evaluation/json.ts'
import { readFigures } from '../src/exchange/figures.ts'
import { parsePlanFile } from '../src/plan/plan-file.ts'
import { inTurn, missing, type Bench } from './bench.ts'

/** The example's twenty targets judged and explained, against printing the same judgements as JSON. */
export const evaluateExample: Bench = {
  name: 'evaluate',
  async run() {
    const folder = join(resolve(import.meta.dirname, '..'), 'examples', 'lang-son-2020-2025')
    const plan = parsePlanFile(JSON.parse(readFileSync(join(folder, 'plan.json'), 'utf8'))).value
    const figures =
      plan &&
      readFigures(readFileSync(join(folder, 'figures.csv'), 'utf8'), {
        indicators: plan.indicators,
        areas: [plan.area],
        locale: 'plain',
      }).value
    if (!figures) return missing(this.name, 'printing the judgements as JSON', 'the example cannot be read')
    const observations = figures.map(figure => ({ ...figure, log: 1 }))
    const judge = () => evaluate({ plan, observations, on: '2025-12-31' })
    const judged = judge()
    return inTurn(this.name, 31, judge, 'printing the judgements as JSON', () =>
      JSON.stringify(evaluationJson(judged, null)),
    )
  },
}
