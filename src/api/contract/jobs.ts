import { z } from 'zod'
import { JOB_STATES } from '../../store/jobs.ts'

/** How far a job is: `done` of `total` (null where that is not known), and the same in words. */
export const jobContract = z.object({
  state: z.enum(JOB_STATES),
  live: z.boolean(),
  done: z.number().int(),
  total: z.number().int().nullable(),
  text: z.string(),
  /** Where what came of it is seen, where that says all there is to say. */
  next: z.string().nullable(),
})
