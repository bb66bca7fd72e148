import { z } from 'zod'
import { BOUND_KINDS } from '../../measure/bound.ts'
import { GROWTH_RATIO_WORDS } from '../../evaluation/growth-ratio.ts'
import { COHERENCE_RULES, STATUS_WORDS } from '../../evaluation/judgement.ts'
import { REACHES } from '../../evaluation/need/need.ts'
import { METHODS } from '../../evaluation/projection/method.ts'
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

const outlook = z.looseObject({
  period: periodText,
  known: z.number().int(),
  ahead: z.number().int(),
  chosen: z.enum(METHODS),
  compared: z.number().int(),
  errorUnit: z.string(),
  methods: z.array(
    numberContract.extend({
      method: z.enum(METHODS),
      reaches: z.boolean(),
      interval: z
        .looseObject({
          low: numberContract,
          high: numberContract,
          errors: z.number().int(),
          coverage: decimalText.nullable(),
        })
        .nullable(),
      backTest: z
        .looseObject({ trials: z.number().int(), mae: numberContract, mase: numberContract.nullable() })
        .nullable(),
    }),
  ),
  explanation: z.array(reason),
})

const need = numberContract.extend({
  kind: z.enum(['change', 'figure', 'rate']),
  wants: z.enum(['more', 'less']),
  unit: z.string(),
  best: numberContract.extend({ period: periodText }).nullable(),
  seen: z.number().int(),
  strain: decimalText.nullable(),
  reach: z.enum(REACHES),
  explanation: z.array(reason),
})

const growthRatio = z.looseObject({
  observed: numberContract,
  required: numberContract,
  ratio: decimalText.nullable(),
  word: z.enum(GROWTH_RATIO_WORDS),
  replaced: z.array(z.enum(['base', 'target'])),
})

const figureRef = z.looseObject({
  indicator: z.string(),
  method: z.string(),
  period: periodText,
  source: z.string(),
  status: z.enum(STATUSES),
  log: z.number().int(),
  valueText: decimalText,
})

const judged = numberContract.extend({
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
  used: z.array(figureRef),
  explanation: z.array(reason),
})

const measure = judged.extend({
  outlook: outlook.nullable(),
  need: need.nullable(),
  growthRatio: growthRatio.nullable(),
})

const finding = z.looseObject({
  rule: z.enum(COHERENCE_RULES),
  severity: z.enum(['error', 'warning', 'info']),
  targets: z.array(z.string()),
  computed: z.array(numberContract.extend({ name: z.string(), unit: z.string() })),
  explanation: z.array(reason),
})

const areaStandings = z.array(
  z.looseObject({ area: z.string(), targets: z.array(z.looseObject({ target: z.string(), status })) }),
)
const standingCounts = z.array(z.looseObject({ target: z.string(), summary: z.record(status, z.number().int()) }))

/** The judgement of every target of a plan, as `cotmoc evaluate --json` prints it. */
export const evaluationContract = z
  .looseObject({
    plan: z.string(),
    on: day,
    asOf: z.string().nullable(),
    asOfLog: z.number().int().nullable(),
    summary: z.record(status, z.number().int()),
    judgements: z.array(z.looseObject({ target: z.string(), status, measures: z.array(measure) })),
    coherence: z.array(finding),
    area: z.string(),
    layer: z.string().nullable(),
    warnings: z.array(
      z.looseObject({
        target: z.string(),
        measure: z.string(),
        indicator: z.string(),
        reach: z.enum(REACHES),
        strain: decimalText.nullable(),
      }),
    ),
    ambition: z.array(
      z.looseObject({
        target: z.string(),
        measure: z.string(),
        unit: z.string(),
        promised: numberContract,
        past: numberContract,
        period: periodText,
        ratio: decimalText.nullable(),
        explanation: z.array(reason),
      }),
    ),
    contributions: z.array(
      z.looseObject({
        target: z.string(),
        measure: z.string(),
        by: z.enum(['areas', 'ratio', 'parts']),
        side: z.enum(['low', 'high']),
        unit: z.string(),
        gap: numberContract,
        unshared: numberContract,
        unexplained: numberContract,
        silent: z.array(z.string()),
        parts: z.array(
          z.looseObject({
            id: z.string(),
            bound: numberContract.nullable(),
            value: numberContract.nullable(),
            gap: numberContract.nullable(),
            share: decimalText.nullable(),
          }),
        ),
        terms: z.array(
          z.looseObject({ area: z.string(), above: decimalText.nullable(), below: decimalText.nullable() }),
        ),
      }),
    ),
    years: z
      .array(
        numberContract.extend({
          target: z.string(),
          measure: z.string(),
          period: periodText,
          status,
          unit: z.string(),
        }),
      )
      .nullable(),
    comparison: z
      .looseObject({
        messages: z.array(z.looseObject({ layer: z.string(), rule: z.string() })),
        /** What areas above come to by what is supposed of those in them; `before`: what they would without. */
        added: z.array(
          z.looseObject({
            layer: z.string(),
            indicator: z.string(),
            area: z.string(),
            period: periodText,
            unit: z.string(),
            before: numberContract.nullable(),
            value: numberContract,
          }),
        ),
        rows: z.array(
          z.looseObject({
            target: z.string(),
            measure: z.string(),
            columns: z.array(numberContract.extend({ layer: z.string().nullable(), status, changed: z.boolean() })),
          }),
        ),
      })
      .nullable(),
    /** With `areas=all`: where every target of every area stands. */
    areas: areaStandings.optional(),
    counts: standingCounts.optional(),
  })
  .meta({ id: 'Evaluation' })

/** Where every target of every area stands, and how many areas stand where for each target. */
export const areasContract = z
  .looseObject({
    plan: z.string(),
    on: day,
    asOf: z.string().nullable(),
    areas: areaStandings,
    counts: standingCounts,
    /** Shares that do not come to their whole. */
    allocations: z.array(finding),
  })
  .meta({ id: 'Areas' })

/** What turned between two days or two moments of knowledge, the worst turn first, each with every cause that can be found. */
export const comparisonContract = z
  .looseObject({
    plan: z.string(),
    /** What was asked: before, after. */
    sides: z.array(z.object({ on: day, asOf: z.string().nullable() })).length(2),
    summary: z.object({
      before: z.record(status, z.number().int()),
      after: z.record(status, z.number().int()),
    }),
    measures: z.array(
      z.looseObject({
        target: z.string(),
        measure: z.string(),
        turn: z.enum(['worse', 'better', 'same']),
        before: judged.nullable(),
        after: judged.nullable(),
        causes: z.array(
          z.discriminatedUnion('kind', [
            z.object({ kind: z.literal('bound'), before: boundContract.nullable(), after: boundContract.nullable() }),
            z.object({ kind: z.literal('new'), figure: figureRef }),
            z.object({ kind: z.literal('revised'), figure: figureRef, beforeText: decimalText }),
            z.object({ kind: z.literal('gone'), figure: figureRef }),
            /** Not made public; what stood before, where something did. */
            z.object({
              kind: z.literal('withheld'),
              figure: figureRef.omit({ valueText: true }),
              beforeText: decimalText.nullable(),
            }),
            z.object({ kind: z.literal('released'), figure: figureRef }),
            /** The figures are the same; the day judged is another. */
            z.object({ kind: z.literal('day') }),
          ]),
        ),
      }),
    ),
    /** How many measures stand as they stood. */
    unchanged: z.number().int(),
  })
  .meta({ id: 'Comparison' })
