import { momentOf } from '../../api/asked.ts'
import { dayIn, vietnamTime } from '../../measure/vietnam-time.ts'
import { evaluate as judge } from '../../evaluation/evaluate.ts'
import { evaluationJson } from '../../evaluation/json.ts'
import { sentencesOf } from '../../evaluation/sentence.ts'
import { isDay } from '../../measure/period.ts'
import { say } from '../../messages/catalogue.ts'
import { observations } from '../../store/figures.ts'
import { logAt } from '../../store/log.ts'
import { called } from '../arguments.ts'
import type { Command } from '../command.ts'
import { loadExample, planOf, STORE_OPTIONS, TENANT, withStore } from '../with-store.ts'

export const evaluate: Command = {
  name: 'evaluate',
  usage: 'cotmoc evaluate [--plan ID] [--on DATE] [--as-of MOMENT] [--map DATE] [--data FOLDER] [--json]',
  about: 'cli.about-evaluate',
  async run(args, around) {
    const text = { type: 'string' } as const
    const call = called(this, args, around, {
      plan: text,
      on: text,
      'as-of': text,
      map: text,
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
    return withStore(call.text('data'), around, async store => {
      if (await loadExample(store)) around.err(`${say('cli.example-loaded', around.language)}\n`)
      const asOf = asked === undefined ? null : await logAt(store, TENANT, moment)
      const plan = await planOf(store, call.text('plan'), asOf, around)
      if (!plan) return 2
      const known = await observations(store, TENANT, {
        asOf,
        indicators: plan.indicators.map(indicator => indicator.code),
        areas: [plan.area],
      })
      const evaluation = judge({ plan, observations: known, on, map: call.text('map'), asOfLog: asOf ?? undefined })
      if (call.is('json')) around.out(`${JSON.stringify(evaluationJson(evaluation, moment))}\n`)
      else {
        around.out(`${plan.name[around.language] ?? plan.name.vi}\n\n`)
        for (const judgement of evaluation.judgements) {
          const target = plan.targets.find(candidate => candidate.id === judgement.target)
          around.out(
            `${say(`evaluation.status.${judgement.status}`, around.language)} · ${target?.text ?? judgement.target}\n`,
          )
          for (const measure of judgement.measures)
            around.out(`    ${sentencesOf(measure.explanation, around.language)}\n`)
        }
      }
      return 0
    })
  },
}
