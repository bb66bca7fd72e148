import type { Sentences } from '../sentence.ts'
import { webAccount } from './web/account.ts'
import { webAudit } from './web/audit.ts'
import { webJobs } from './web/jobs.ts'
import { webFaults } from './web/faults.ts'
import { webPages } from './web/pages.ts'
import { webDraft } from './web/draft.ts'
import { webScoreboard } from './web/scoreboard.ts'

export const web = {
  ...webPages,
  ...webScoreboard,
  ...webDraft,
  ...webAccount,
  ...webAudit,
  ...webJobs,
  ...webFaults,
} as const satisfies Sentences
