import { z } from 'zod'
import { BOUND_KINDS } from '../../measure/bound.ts'
import { COHERENCE_RULES, STATUS_WORDS } from '../../evaluation/judgement.ts'
import { STATUSES } from '../../plan/observation.ts'
import { day, decimalText, periodText } from './parts.ts'

const quotient = z.object({ num: z.string(), den: z.string() })

/** A number for programs: near as `value`, in full as `valueText`, and as a quotient where it is one. */
const numberContract = z.looseObject({
  value: z.number().nullable(),
  valueText: decimalText.nullable(),
  exact: quotient.nullable(),
})

const boundContract = z.looseObject({
  kind: z.enum(BOUND_KINDS),
  low: z.number().nullable(),
  high: z.number().nullable(),
  lowText: decimalText.nullable(),
  highText: decimalText.nullable(),
})

const reason = z.looseObject({
  code: z.string(),
  values: z.record(z.string(), z.unknown()),
  vi: z.string(),
  en: z.string(),
})
const status = z.enum(STATUS_WORDS)

const measure = numberContract.extend({
  measure: z.string(),
  name: z.string(),
  nameEn: z.string().nullable(),
  status,
  bound: boundContract.nullable(),
  unit: z.string(),
  when: z.looseObject({ from: z.number().int(), to: z.number().int(), period: periodText }),
  required: numberContract.nullable(),
  projected: numberContract.extend({ method: z.string(), period: periodText }).nullable(),
  needed: z.array(z.looseObject({ indicator: z.string(), period: periodText, valueText: decimalText })).nullable(),
  indicators: z.array(numberContract.extend({ indicator: z.string(), status })),
  used: z.array(
    z.looseObject({
      indicator: z.string(),
      method: z.string(),
      period: periodText,
      source: z.string(),
      status: z.enum(STATUSES),
      log: z.number().int(),
      valueText: decimalText,
    }),
  ),
  explanation: z.array(reason),
})

/** The judgement of every target of a plan, as `cotmoc evaluate --json` prints it. */
export const evaluationContract = z
  .looseObject({
    plan: z.string(),
    on: day,
    asOf: z.string().nullable(),
    asOfLog: z.number().int().nullable(),
    summary: z.record(status, z.number().int()),
    judgements: z.array(z.looseObject({ target: z.string(), status, measures: z.array(measure) })),
    coherence: z.array(
      z.looseObject({
        rule: z.enum(COHERENCE_RULES),
        severity: z.enum(['error', 'warning', 'info']),
        targets: z.array(z.string()),
        computed: z.array(numberContract.extend({ name: z.string(), unit: z.string() })),
        explanation: z.array(reason),
      }),
    ),
  })
  .meta({ id: 'Evaluation' })
