import { z } from 'zod'
import { ABOUTS, FINDING_STATES, SEVERITIES } from '../../desk/findings/finding.ts'

/** A finding of an inspection; days are ISO and empty before they come. */
const findingContract = z
  .object({
    id: z.string(),
    state: z.enum(FINDING_STATES),
    /** Whether its day has passed without an answer. */
    overdue: z.boolean(),
    severity: z.enum(SEVERITIES),
    /** A target as plan/target, a figure as indicator/area/period, a report as round/organisation; the name is that of then. */
    about: z.object({ kind: z.enum(ABOUTS), id: z.string(), name: z.string() }),
    found: z.string(),
    demanded: z.string(),
    due: z.string(),
    organisation: z.string(),
    organisationName: z.string(),
    recorded: z.string(),
    answered: z.string(),
    closed: z.string(),
    answer: z.string(),
    reason: z.string(),
  })
  .meta({ id: 'Finding' })

export const findingsContract = z
  .object({
    /** The day on which they are late or not, in Việt Nam. */
    today: z.string(),
    /** How many there are of each state, among those that the search means besides. */
    counts: z.object({
      all: z.number(),
      overdue: z.number(),
      open: z.number(),
      answered: z.number(),
      closed: z.number(),
    }),
    /** The late first, then what waits by its day, what is closed last. */
    findings: z.array(findingContract),
    /** What to send as `after` for those that follow; null on the last page. */
    next: z.string().nullable(),
  })
  .meta({ id: 'Findings' })

/** One finding with what was done to it, the first first. */
export const findingStepsContract = findingContract
  .extend({
    steps: z.array(
      z.object({
        state: z.enum(FINDING_STATES),
        /** ISO, UTC. */
        moment: z.string(),
        actor: z.string(),
        answer: z.string(),
        reason: z.string(),
      }),
    ),
  })
  .meta({ id: 'FindingWithSteps' })
