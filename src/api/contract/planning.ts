import { z } from 'zod'
import { BOUND_KINDS } from '../../measure/bound.ts'
import { SCOPES } from '../../plan/plan.ts'
import { bound, decimalText, indicator } from './parts.ts'

/** The plan's own area, and the measure's whole time, are null. */
const place = { area: z.string().nullable(), year: z.number().int().nullable() }

const share = z.object({ ...place, bound })

export const allocationsContract = z
  .object({
    plan: z.string(),
    /** The version of the plan: what to send as `expected`. */
    log: z.number().int(),
    measures: z.array(
      z.object({
        measure: z.string(),
        target: z.string(),
        unit: z.string(),
        bound,
        shares: z.array(share),
        /** What the shares of one year come to over the areas, or those of one area over the years, where they add. */
        sums: z.array(
          z.object({
            over: z.enum(['areas', 'years']),
            ...place,
            end: z.enum(['low', 'high']),
            shares: z.number().int(),
            sum: decimalText,
            whole: decimalText.nullable(),
            difference: decimalText.nullable(),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'Allocations' })

export const sentSharesContract = z
  .object({
    expected: z.number().int().meta({ description: 'The version of the plan that was seen: `log`.' }),
    shares: z
      .array(
        z.object({
          area: z.string().max(200).nullable().default(null),
          year: z.number().int().min(1900).max(2200).nullable().default(null),
          low: decimalText.nullable().default(null),
          high: decimalText.nullable().default(null),
        }),
      )
      .max(20_000)
      .meta({
        description:
          'Only those that change. Of a bound that is exact `low` is enough; neither end takes a share away.',
      }),
  })
  .meta({ id: 'SentShares' })

export const sharesSavedContract = z
  .object({ log: z.number().int().nullable(), changed: z.number().int() })
  .meta({ id: 'SharesSaved' })

const catalogued = z.object({ indicator, plans: z.array(z.string()), differing: z.array(z.string()) })

export const indicatorsContract = z.object({ indicators: z.array(catalogued) }).meta({ id: 'Indicators' })
export const cataloguedContract = catalogued.meta({ id: 'Catalogued' })
export const sentIndicatorContract = indicator.meta({ id: 'Indicator' })
export const definedContract = z
  .object({ code: z.string(), log: z.number().int().nullable() })
  .meta({ id: 'IndicatorDefined' })

const document = z.object({ id: z.string(), name: z.string(), format: z.string() })

export const draftsContract = z
  .object({
    drafts: z.array(z.object({ id: z.string(), document, plan: z.string().nullable() })),
  })
  .meta({ id: 'Drafts' })

const readBound = z.looseObject({
  kind: z.enum(BOUND_KINDS),
  lowText: decimalText.nullable(),
  highText: decimalText.nullable(),
})

export const draftContract = z
  .object({
    id: z.string(),
    document,
    /** The plan that it was published as, and the one that it becomes a new version of. */
    plan: z.string().nullable(),
    revises: z.string().nullable(),
    facts: z.looseObject({ name: z.string(), from: z.number().int().nullable(), to: z.number().int().nullable() }),
    groups: z.array(z.string()),
    corrections: z.number().int(),
    undoable: z.number().int(),
    targets: z.array(
      z.object({
        id: z.string(),
        scope: z.enum(SCOPES),
        group: z.string().nullable(),
        number: z.string().nullable(),
        text: z.string(),
        start: z.number().int(),
        end: z.number().int(),
        dropped: z.boolean(),
        measures: z.array(
          z.looseObject({ index: z.number().int(), dropped: z.boolean(), corrected: z.boolean(), bound: readBound }),
        ),
      }),
    ),
    /** What the last reading reads otherwise than the one before; null for the first. */
    reread: z
      .object({
        added: z.array(z.string()),
        changed: z.array(z.string()),
        gone: z.array(z.object({ id: z.string(), words: z.string() })),
        same: z.number().int(),
        carried: z.number().int(),
      })
      .nullable(),
    /** Corrections that the reading has no place for. */
    conflicts: z.array(z.object({ why: z.enum(['words', 'measure', 'group']), words: z.string() })),
  })
  .meta({ id: 'Draft' })

/** Either the draft, where it was read soon, or the job that still reads. */
export const readingBegunContract = z
  .object({ draft: z.string().nullable(), job: z.string() })
  .meta({ id: 'ReadingBegun' })

export const sentCorrectionContract = z
  .object({
    of: z.enum(['plan', 'group', 'targets', 'words', 'target', 'measure']),
    target: z.string().optional(),
    measure: z.number().int().optional(),
    fields: z
      .record(z.string(), z.string().max(20_000))
      .meta({ description: 'The fields of the form of the page, `act` among them; numbers in plain notation.' }),
  })
  .meta({ id: 'SentCorrection' })

export const correctedContract = z
  .object({ draft: z.string(), corrections: z.number().int(), undoable: z.number().int() })
  .meta({ id: 'Corrected' })

export const sentPublicationContract = z
  .object({ incomplete: z.enum(['refuse', 'leaveOut']).default('refuse') })
  .meta({ id: 'SentPublication' })

export const publishedContract = z.object({ plan: z.string() }).meta({ id: 'Published' })
