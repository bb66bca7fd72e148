import type { AuditLine } from '../../store/audit-lines.ts'
import { ORIGINS } from '../../store/log.ts'
import type { View } from '../frame/view.ts'

/** How a line came in, and from which network address: "trang web · 10.0.0.7". */
export function viaIn({ t }: View, { origin, address }: Pick<AuditLine, 'origin' | 'address'>): string {
  const known = ORIGINS.find(each => each === origin)
  return [known ? t(`web.audit.via-${known}`) : origin, address].filter(part => part !== '').join(' · ')
}
