import type { Sentences } from '../sentence.ts'
import { webAccount } from './web/account.ts'
import { webAudit } from './web/audit.ts'
import { webAuditSaid } from './web/audit-said.ts'
import { webJobs } from './web/jobs.ts'
import { webFindings } from './web/findings.ts'
import { webApprovals } from './web/approvals.ts'
import { webDeskHome } from './web/desk-home.ts'
import { webReport } from './web/report.ts'
import { webFaults } from './web/faults.ts'
import { webMaps } from './web/maps.ts'
import { webPages } from './web/pages.ts'
import { webDraft } from './web/draft.ts'
import { webPublish } from './web/publish.ts'
import { webGrid } from './web/grid.ts'
import { webIndicators } from './web/indicators.ts'
import { webRounds } from './web/rounds.ts'
import { webAllocations } from './web/allocations.ts'
import { webTerritory } from './web/territory.ts'
import { webMembers } from './web/members.ts'
import { webTarget } from './web/target.ts'
import { webSearch } from './web/search.ts'
import { webScoreboard } from './web/scoreboard.ts'
import { webWhatIf } from './web/what-if.ts'
import { webWhen } from './web/when.ts'

export const web = {
  ...webPages,
  ...webScoreboard,
  ...webTarget,
  ...webWhen,
  ...webWhatIf,
  ...webMaps,
  ...webDraft,
  ...webPublish,
  ...webAccount,
  ...webAudit,
  ...webAuditSaid,
  ...webSearch,
  ...webMembers,
  ...webFindings,
  ...webJobs,
  ...webDeskHome,
  ...webReport,
  ...webGrid,
  ...webApprovals,
  ...webIndicators,
  ...webRounds,
  ...webAllocations,
  ...webTerritory,
  ...webFaults,
} as const satisfies Sentences
