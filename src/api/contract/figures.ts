import { z } from 'zod'
import { COLUMN_ROLES } from '../../exchange/layout/mapping.ts'
import { ABSENCES } from '../../measure/absence.ts'
import { STATUSES } from '../../plan/observation.ts'
import { FAULTS, type FaultCode } from '../faults.ts'
import { bound, day, decimalText, periodText } from './parts.ts'

/** Figures as known at a moment: either a value or the reason why there is none. */
export const observationsContract = z
  .object({
    plan: z.string(),
    asOf: z.string(),
    observations: z.array(
      z.object({
        indicator: z.string(),
        method: z.string(),
        area: z.string(),
        map: day.nullable(),
        period: periodText,
        breakdown: z.record(z.string(), z.string()),
        source: z.string(),
        value: decimalText.nullable(),
        absent: z.enum(ABSENCES).nullable(),
        unit: z.string(),
        status: z.enum(STATUSES),
        note: z.string(),
        log: z.number().int(),
      }),
    ),
  })
  .meta({ id: 'Observations' })

/** How a sheet was understood: what can be corrected and sent back as `mapping`. */
const mapping = z.looseObject({
  sheet: z.string(),
  first: z.number().int(),
  last: z.number().int(),
  columns: z.array(z.looseObject({ column: z.string(), is: z.enum(COLUMN_ROLES), head: z.string() })),
  all: z.looseObject({}),
  names: z.record(z.string(), z.string().nullable()),
})

const message = z.object({
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  line: z.number().int().nullable(),
  column: z.string().nullable(),
  actual: z.string().nullable(),
  expected: z.string().nullable(),
  note: z.string(),
})

export const importedContract = z
  .object({
    log: z.number().int().nullable(),
    added: z.number().int(),
    unchanged: z.number().int(),
    mappings: z.array(mapping),
    /** What is odd of figures that were taken, or that would be. */
    warnings: z.array(message),
  })
  .meta({ id: 'Imported' })

export const messagesContract = z.array(message)

const conflict = z.object({
  area: z.string().nullable(),
  year: z.number().int().nullable(),
  mine: bound.nullable(),
  theirs: bound.nullable(),
  actor: z.string(),
  moment: z.string(),
})

const codes = Object.keys(FAULTS) as [FaultCode, ...FaultCode[]]

/** What went wrong: a code of the catalogue, its sentence, and for a file every row that was refused. */
export const faultContract = z
  .object({
    error: z.object({
      code: z.enum(codes),
      message: z.string(),
      values: z.record(z.string(), z.string()),
      rows: messagesContract.optional(),
      /** What two people changed, side by side. */
      conflicts: z.array(conflict).optional(),
    }),
  })
  .meta({ id: 'Fault' })

export const healthContract = z.object({ ready: z.boolean() }).meta({ id: 'Health' })
