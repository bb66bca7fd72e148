import { z } from 'zod'
import { DIRECTIONS, OVER_AREAS, OVER_TIME } from '../../measure/aggregation.ts'
import { BOUND_KINDS } from '../../measure/bound.ts'
import { FREQUENCIES } from '../../measure/period.ts'
import { BASES, SCOPES, SHAPES } from '../../plan/plan.ts'

/** A number in full, in plain notation. */
export const decimalText = z.string().regex(/^-?\d+(?:\.\d+)?$/)
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
export const periodText = z
  .string()
  .meta({ description: '2024 · 2024-H1 · 2024-Q1 · 2024-M9 · 2024-03 · 2024-03-15 · 2021/2025' })
export const name = z.object({ vi: z.string(), en: z.string().optional() })
const place = z.object({ start: z.number().int(), end: z.number().int() }).nullable()

export const bound = z.object({ kind: z.enum(BOUND_KINDS), low: decimalText.nullable(), high: decimalText.nullable() })

const measure = z.object({
  id: z.string(),
  name,
  place,
  indicators: z.array(z.string()),
  shape: z.looseObject({
    kind: z.enum(SHAPES),
    when: periodText,
    change: z.enum(['up', 'down']).optional(),
    basis: z.enum(BASES).optional(),
  }),
  bound: bound.nullable(),
  unit: z.string(),
  base: z.object({ year: z.number().int() }).nullable(),
  partOf: z.string().nullable(),
  allocations: z
    .array(z.object({ area: z.string().nullable(), when: periodText.nullable(), bound, within: z.string().nullable() }))
    .optional(),
})

export const indicator = z.object({
  code: z.string(),
  name,
  unit: z.string(),
  decimals: z.number().int(),
  direction: z.enum(DIRECTIONS),
  frequency: z.enum(FREQUENCIES),
  overAreas: z.enum(OVER_AREAS),
  overTime: z.enum(OVER_TIME),
  methods: z.array(z.object({ id: z.string(), name, linked: z.array(z.string()) })),
  nonNegative: z.boolean().optional(),
  sources: z.array(z.string()).optional(),
  definition: name.optional(),
  formula: z.string().optional(),
  weight: z.string().optional(),
  ratio: z.object({ numerator: z.string(), denominator: z.string() }).optional(),
  dimensions: z
    .array(
      z.object({
        id: z.string(),
        name,
        codes: z.array(z.object({ id: z.string(), name })),
        whole: z.boolean(),
      }),
    )
    .optional(),
  responsible: z.string().optional(),
})

/** A plan as its file has it. */
export const planContract = z
  .object({
    id: z.string(),
    name,
    issuer: name.nullable(),
    adopted: day.nullable(),
    term: z.object({ from: z.number().int(), to: z.number().int() }),
    area: z.string(),
    map: day.nullable(),
    groups: z.array(z.object({ id: z.string(), name })),
    indicators: z.array(indicator),
    targets: z.array(
      z.object({
        id: z.string(),
        scope: z.enum(SCOPES),
        group: z.string().nullable(),
        number: z.string().nullable(),
        text: z.string(),
        place,
        measures: z.array(measure),
      }),
    ),
    sources: z.array(z.string()),
    note: name.nullable(),
  })
  .meta({ id: 'Plan' })

export const planListContract = z
  .object({ plans: z.array(z.object({ id: z.string(), name: z.string(), log: z.number().int() })) })
  .meta({ id: 'Plans' })
