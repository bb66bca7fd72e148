import { z } from 'zod'
import { NOTICE_KINDS } from '../../desk/notices/notice.ts'
import { ORGANISATION_KINDS } from '../../desk/organisations/organisation.ts'
import { REPORT_STATES, REPORT_VERBS } from '../../desk/reports/report.ts'
import { ABSENCES } from '../../measure/absence.ts'
import { STATUSES } from '../../plan/observation.ts'
import { day, decimalText, periodText } from './parts.ts'

const line = z.object({
  indicator: z.string(),
  area: z.string(),
  breakdown: z.record(z.string(), z.string()),
  method: z.string(),
  value: decimalText.nullable(),
  absent: z.enum(ABSENCES).nullable(),
  status: z.enum(STATUSES),
  note: z.string(),
})

/** A line as a program sends it: what is usual may be left out. */
const sentLine = line.extend({
  breakdown: line.shape.breakdown.default({}),
  method: z.string().default(''),
  value: z.string().nullable().default(null),
  absent: z.enum(ABSENCES).nullable().default(null),
  note: z.string().max(2000).default(''),
})

const round = z.object({
  id: z.string(),
  name: z.string(),
  period: periodText,
  opens: day,
  due: day,
  extended: z.object({ from: day, reason: z.string() }).nullable(),
})

export const roundsContract = z.object({ on: day, rounds: z.array(round) }).meta({ id: 'Rounds' })

export const roundContract = round.meta({ id: 'Round' })

export const organisationsContract = z
  .object({
    organisations: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        kind: z.enum(ORGANISATION_KINDS),
        parent: z.string().nullable(),
        area: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'Organisations' })

export const savedContract = z
  .object({ log: z.number().int().nullable(), changed: z.number().int() })
  .meta({ id: 'Saved' })

export const gapsContract = z
  .object({
    on: day,
    gaps: z.array(
      z.object({ round: z.string(), indicator: z.string(), area: z.string(), lacks: z.enum(['owner', 'deputy']) }),
    ),
  })
  .meta({ id: 'Gaps' })

const standing = z.object({
  round: z.string(),
  organisation: z.string(),
  due: day,
  asked: z.number().int(),
  version: z.number().int(),
  state: z.enum(['not-begun', ...REPORT_STATES]),
  submitted: day.nullable(),
  lateSince: day.nullable(),
  daysLate: z.number().int(),
})

export const standingsContract = z
  .object({
    on: day,
    standings: z.array(standing),
    rates: z.array(
      z.object({
        organisation: z.string(),
        rounds: z.number().int(),
        asked: z.number().int(),
        onTime: z.number().int(),
        late: z.number().int(),
        missing: z.number().int(),
      }),
    ),
  })
  .meta({ id: 'Standings' })

const step = z.object({
  version: z.number().int(),
  log: z.number().int(),
  verb: z.enum(REPORT_VERBS),
  state: z.enum(REPORT_STATES),
  actor: z.string(),
  moment: z.string(),
  reason: z.string(),
})

export const reportContract = z
  .object({
    round: z.string(),
    organisation: z.string(),
    version: z.number().int(),
    state: z.enum(['not-begun', ...REPORT_STATES]),
    lines: z.array(line),
    /** What is asked, whether or not a line stands for it. */
    asked: z.array(z.object({ indicator: z.string(), area: z.string() })),
    steps: z.array(step),
  })
  .meta({ id: 'Report' })

export const evidenceContract = z
  .object({
    evidence: z.array(
      z.object({
        round: z.string(),
        organisation: z.string(),
        indicator: z.string(),
        area: z.string(),
        /** SHA-256 of its bytes. */
        hash: z.string().regex(/^[0-9a-f]{64}$/),
        name: z.string(),
        type: z.string(),
        size: z.number().int(),
        actor: z.string(),
        moment: z.string(),
      }),
    ),
  })
  .meta({ id: 'Evidence' })

export const attachedContract = z.object({ hash: z.string() }).meta({ id: 'Attached' })

export const actContract = z
  .object({
    expected: z.number().int().min(0).meta({ description: 'The version that was seen; 0 where there was none.' }),
    reason: z.string().max(4000).optional(),
    lines: z.array(sentLine).max(20_000).optional(),
  })
  .meta({ id: 'Act' })

export const extensionContract = z.object({ due: z.string(), reason: z.string().max(4000) }).meta({ id: 'Extension' })

export const noticesContract = z
  .object({
    notices: z.array(
      z.object({
        id: z.string(),
        kind: z.enum(NOTICE_KINDS),
        round: z.string(),
        organisation: z.string(),
        day,
        text: z.string(),
      }),
    ),
  })
  .meta({ id: 'Notices' })
