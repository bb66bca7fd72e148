import { z } from 'zod'
import { decimalText, periodText } from './parts.ts'

/** How an indicator with a formula comes to its figures. */
export const arithmeticContract = z
  .object({
    indicator: z.string(),
    area: z.string(),
    figures: z.array(
      z.object({
        period: periodText,
        value: decimalText.nullable(),
        arithmetic: z.string(),
        inputs: z.array(z.object({ code: z.string(), period: periodText, source: z.string(), log: z.number().int() })),
      }),
    ),
  })
  .meta({ id: 'Arithmetic' })

/** The rules that figures are held against, as their file has them (docs/indicators.md). */
export const rulesContract = z
  .object({
    rules: z.array(z.looseObject({ id: z.string(), kind: z.string(), severity: z.enum(['refuse', 'remark']) })),
  })
  .meta({ id: 'Rules' })

export const sentRulesContract = z
  .object({ rules: z.array(z.looseObject({ id: z.string() })) })
  .meta({ id: 'SentRules' })
