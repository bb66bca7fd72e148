import { z } from 'zod'
import { ABSENCES } from '../../measure/absence.ts'
import { day, decimalText } from './parts.ts'

/** The map of a day. */
export const mapContract = z
  .object({
    on: day,
    areas: z.array(
      z.object({
        id: z.string(),
        code: z.string(),
        name: z.string(),
        type: z.string(),
        level: z.string(),
        parent: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'Map' })

const cast = z.object({
  how: z.enum(['carried', 'summed', 'apportioned', 'absent']),
  from: z.array(z.string()),
  /** The weight by which something was divided. */
  by: z.enum(['population', 'area', 'equal']).optional(),
  valueText: decimalText.nullable(),
  absent: z.enum(ABSENCES).nullable(),
  because: z.string().nullable(),
})

/** An indicator's figures on the map of another day. */
export const recastContract = z
  .object({
    indicator: z.string(),
    from: day,
    to: day,
    by: z.enum(['population', 'area', 'equal']).nullable(),
    areas: z.array(cast.extend({ id: z.string(), name: z.string() })),
    total: cast,
  })
  .meta({ id: 'Recast' })

/** What a territory that was sent changed. */
export const territorySavedContract = z
  .object({ log: z.number().int().nullable(), areas: z.number().int(), events: z.number().int() })
  .meta({ id: 'TerritorySaved' })
