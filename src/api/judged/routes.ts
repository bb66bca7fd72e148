import { Hono, type Context } from 'hono'
import { areasAskedFor, areasOf } from '../../evaluation/allocation/plan-for.ts'
import { compareQuestions } from '../../evaluation/compare/compare.ts'
import { comparisonJson } from '../../evaluation/compare/json.ts'
import { answerJson } from '../../evaluation/answer-json.ts'
import { answerOf } from '../../evaluation/answer.ts'
import { assume } from '../../evaluation/bulk/assume.ts'
import { bulkOf } from '../../evaluation/bulk/bulk.ts'
import { standingsOf, type Standings } from '../../evaluation/bulk/standings.ts'
import { differingAllocations } from '../../evaluation/coherence/coherence.ts'
import type { Question } from '../../evaluation/evaluate.ts'
import { findingJson } from '../../evaluation/json.ts'
import { say } from '../../messages/catalogue.ts'
import type { Layer } from '../../plan/layer.ts'
import { parseLayers } from '../../plan/layer-text.ts'
import { currentPlan } from '../../store/plans.ts'
import { askedOf } from '../asked.ts'
import type { Shelf } from '../draft/desk.ts'
import { Fault } from '../faults.ts'
import { questionsOf } from './question.ts'

/** What is judged of a plan: one area in full, or all areas at once. Mounted under /api/plans. */
export function judgedRoutes({ store, tenant, now }: Shelf & { readonly now: () => Date }): Hono {
  const app = new Hono()
  /** `other`: of the second side, as `on2` and `asOf2` have it. */
  const asked = async (c: Context, other: '' | '2' = '') => {
    const [on, asOf, map] = [`on${other}`, `asOf${other}`, 'map'].map(name => c.req.query(name))
    const when = await askedOf(store, tenant, now(), { on, asOf, map })
    const id = c.req.param('id') ?? ''
    const version = await currentPlan(store, tenant, id, when.asOfLog)
    if (!version) throw new Fault('no-plan', { id })
    return { ...when, plan: version.plan, layers: layersIn(c) }
  }
  type Asked = Awaited<ReturnType<typeof asked>>
  const questionOf = async (all: Asked, areas: readonly string[]) =>
    (await questionsOf(store, tenant, all.plan, all, all))(areas)
  app.get('/:id/evaluation', async c => {
    const all = await asked(c)
    const area = c.req.query('area') ?? all.plan.area
    if (!areasOf(all.plan).includes(area)) throw new Fault('no-share', { area })
    const everywhere = c.req.query('areas') === 'all'
    const question = await questionOf(all, everywhere ? areasOf(all.plan) : areasAskedFor(all.plan, area))
    const answer = answerJson(answerOf(question, area, all.layers), all.asOf)
    return c.json(everywhere ? { ...answer, ...standing(question, all.layers) } : answer)
  })
  app.get('/:id/compare', async c => {
    const [before, after] = [await asked(c), await asked(c, '2')]
    const [was, is] = [await questionOf(before, [before.plan.area]), await questionOf(after, [after.plan.area])]
    const side = ({ on, asOf }: Asked) => ({ on, asOf })
    return c.json({ ...comparisonJson(compareQuestions(was, is)), sides: [side(before), side(after)] })
  })
  app.get('/:id/areas', async c => {
    const all = await asked(c)
    const question = await questionOf(all, areasOf(all.plan))
    return c.json({
      plan: all.plan.id,
      on: all.on,
      asOf: all.asOf,
      ...standing(question, all.layers),
      allocations: differingAllocations(all.plan, question.nameOf).map(findingJson),
    })
  })
  return app
}

/** Where every target of every area stands, as the first layer has it. */
function standing(question: Question, [layer]: readonly Layer[]): Standings {
  const bulk = bulkOf(question)
  return standingsOf(layer ? assume(bulk, layer).bulk : bulk)
}

/** Throws `bad-layer` with the first fault's sentence. */
function layersIn(c: Context): readonly Layer[] {
  const { value, messages } = parseLayers(c.req.query('layer') ?? '')
  if (value) return value
  const language = c.req.query('lang') === 'en' ? 'en' : 'vi'
  throw new Fault('bad-layer', {
    detail: messages
      .map(
        ({ rule, start = 0, actual = '', expected = '' }) => `[${start}] ${say(rule, language, { actual, expected })}`,
      )
      .join(' '),
  })
}
