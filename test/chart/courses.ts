import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { evaluate } from '../../src/evaluation/evaluate.ts'
import { loadScoreboard, type Row } from '../../src/web/scoreboard/load.ts'
import { readFigures } from '../../src/exchange/figures.ts'
import type { Observation } from '../../src/plan/observation.ts'
import { examplePlan } from '../web/site.ts'

const FOLDER = resolve(import.meta.dirname, '../../examples/lang-son-2020-2025')

export function exampleFigures(): readonly Observation[] {
  const plan = examplePlan()
  const csv = readFileSync(join(FOLDER, 'figures.csv'), 'utf8')
  const { value } = readFigures(csv, { indicators: plan.indicators, areas: [plan.area], locale: 'plain' })
  if (!value) throw new Error('the example’s figures cannot be read')
  return value.map((figure, i) => ({ ...figure, log: i + 1 }))
}

/** Every row of the example's scoreboard on a day. */
export function exampleRows(on: string): readonly Row[] {
  const question = { plan: examplePlan(), observations: exampleFigures(), on }
  if (evaluate(question).judgements.length === 0) throw new Error('nothing was judged')
  return loadScoreboard(question, { status: null, sort: 'group' }).sections.flatMap(s => s.entries.flatMap(e => e.rows))
}
