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

/** Degrees east and north, WGS 84; rings are closed. */
const position = z.tuple([z.number(), z.number()])

/** The bounds that are known of the areas of a day: RFC 7946. */
export const boundariesContract = z
  .object({
    type: z.literal('FeatureCollection'),
    features: z.array(
      z.object({
        type: z.literal('Feature'),
        id: z.string(),
        properties: z.object({ code: z.string(), name: z.string(), level: z.string() }),
        geometry: z.object({
          type: z.literal('MultiPolygon'),
          coordinates: z.array(z.array(z.array(position))),
        }),
      }),
    ),
  })
  .meta({ id: 'Boundaries' })

/** What came of bounds that were sent. */
export const boundariesSavedContract = z
  .object({
    /** The number of the log; null where they stood already. */
    log: z.number().int().nullable(),
    on: day,
    /** The property of the features that held the codes. */
    property: z.string(),
    matched: z.number().int(),
    unmatched: z.number().int(),
    /** Areas of the levels that the file has which are not in it. */
    missing: z.array(z.string()),
  })
  .meta({ id: 'BoundariesSaved' })
