import { momentOf } from '../../api/asked.ts'
import { questionsOf } from '../../api/judged/question.ts'
import { dayIn, vietnamTime } from '../../measure/vietnam-time.ts'
import { areasAskedFor, areasOf } from '../../evaluation/allocation/plan-for.ts'
import { answerJson } from '../../evaluation/answer-json.ts'
import { answerOf } from '../../evaluation/answer.ts'
import { warnings } from '../../evaluation/insight.ts'
import type { Reach } from '../../evaluation/need/need.ts'
import { sentencesOf } from '../../evaluation/sentence.ts'
import { named } from '../../evaluation/what-if/named.ts'
import { isDay } from '../../measure/period.ts'
import { say } from '../../messages/catalogue.ts'
import { parseLayers } from '../../plan/layer-text.ts'
import { logAt } from '../../store/log.ts'
import { called } from '../arguments.ts'
import { messageLines } from '../show-messages.ts'
import type { Command } from '../command.ts'
import { loadExample, planOf, STORE_OPTIONS, TENANT, withStore } from '../with-store.ts'

/** What early warning names in words; the rest is in the JSON. */
const STRAINED: readonly Reach[] = ['outOfReach', 'beyondSeen']

export const evaluate: Command = {
  name: 'evaluate',
  usage:
    'cotmoc evaluate [--plan ID] [--on DATE] [--as-of MOMENT] [--map DATE] [--area AREA] [--layer TEXT] [--data FOLDER] [--json]',
  about: 'cli.about-evaluate',
  async run(args, around) {
    const text = { type: 'string' } as const
    const call = called(this, args, around, {
      plan: text,
      on: text,
      'as-of': text,
      map: text,
      area: text,
      layer: text,
      json: { type: 'boolean' },
      ...STORE_OPTIONS,
    })
    if (!call) return 2
    const on = call.text('on') ?? dayIn(around.now())
    const asked = call.text('as-of')
    const moment = asked === undefined ? vietnamTime(around.now()) : momentOf(asked)
    for (const [name, value] of [
      ['--on', on],
      ['--map', call.text('map')],
    ] as const)
      if (value !== undefined && !isDay(value)) {
        around.err(`${say('cli.not-a-day', around.language, { name, value })}\n`)
        return 2
      }
    if (moment === null) {
      around.err(`${say('cli.not-a-moment', around.language, { value: asked ?? '' })}\n`)
      return 2
    }
    const layers = parseLayers(call.text('layer') ?? '')
    if (!layers.value) {
      around.err(messageLines(layers.messages, around.language))
      return 2
    }
    const { value: supposed } = layers
    return withStore(call.text('data'), around, async store => {
      if (await loadExample(store)) around.err(`${say('cli.example-loaded', around.language)}\n`)
      const asOf = asked === undefined ? null : await logAt(store, TENANT, moment)
      const plan = await planOf(store, call.text('plan'), asOf, around)
      if (!plan) return 2
      const area = call.text('area') ?? plan.area
      if (!areasOf(plan).includes(area)) {
        around.err(`${say('web.fault.no-share', around.language, { area })}\n`)
        return 2
      }
      const judged = { on, asOfLog: asOf, map: call.text('map') ?? null }
      const question = (await questionsOf(store, TENANT, plan, judged, { layers: supposed }))(areasAskedFor(plan, area))
      const answer = answerOf(question, area, supposed)
      const { evaluation, compared } = answer
      const areaOf = (id: string) => question.nameOf?.(id) ?? id
      for (const { messages } of compared?.supposed ?? [])
        around.err(
          messageLines(
            messages.map(each => named(each, plan, around.language, areaOf)),
            around.language,
          ),
        )
      if (call.is('json')) around.out(`${JSON.stringify(answerJson(answer, moment))}\n`)
      else {
        around.out(
          `${plan.name[around.language] ?? plan.name.vi}${answer.layer === null ? '' : ` · ${answer.layer}`}\n\n`,
        )
        for (const judgement of evaluation.judgements) {
          const target = plan.targets.find(candidate => candidate.id === judgement.target)
          around.out(
            `${say(`evaluation.status.${judgement.status}`, around.language)} · ${target?.text ?? judgement.target}\n`,
          )
          for (const measure of judgement.measures)
            around.out(`    ${sentencesOf(measure.explanation, around.language)}\n`)
        }
        if (evaluation.coherence.length > 0) around.out(`\n${say('cli.coherence', around.language)}\n`)
        for (const { explanation } of evaluation.coherence)
          around.out(`    ${sentencesOf(explanation, around.language)}\n`)
        const strained = warnings(answer.insights).filter(each => STRAINED.includes(each.need.reach))
        if (strained.length > 0) around.out(`\n${say('cli.early-warning', around.language)}\n`)
        for (const { name, need } of strained)
          around.out(`    ${name[around.language] ?? name.vi}: ${sentencesOf(need.explanation, around.language)}\n`)
      }
      return 0
    })
  },
}
