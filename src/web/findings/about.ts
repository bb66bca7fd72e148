import type { About } from '../../desk/findings/finding.ts'
import { reportPath } from '../report/path.ts'

/** Where what a finding is about is seen; null where it has no page. */
export function aboutPath({ kind, id }: About): string | null {
  const parts = id.split('/').map(encodeURIComponent)
  switch (kind) {
    case 'target':
      return `/plans/${parts[0] ?? ''}/targets/${parts[1] ?? ''}`
    case 'figure':
      return `/audit?figure=${encodeURIComponent(id)}`
    case 'report': {
      const [round = '', organisation = ''] = id.split('/')
      return reportPath(round, organisation)
    }
    case 'organisation':
      return `/organisations/${parts[0] ?? ''}`
    case 'area':
      return `/areas/${parts[0] ?? ''}`
    default:
      return kind satisfies never
  }
}
