/** What lines of the audit are of; a kind that a later version writes is shown by its code. */
export const AUDIT_KINDS = [
  'figures',
  'report',
  'plan',
  'document',
  'draft',
  'finding',
  'indicator',
  'rule',
  'territory',
  'organisation',
  'assignment',
  'round',
  'calendar',
  'mapping',
  'precedence',
  'setting',
  'notices',
  'notices-sent',
  'member',
  'invitation',
  'invitation-withdrawn',
  'sign-in',
  'sign-in-failed',
  'sign-in-locked',
  'sign-out',
  'session-ended',
  'password-changed',
  'password-reset',
  'second-factor-on',
  'second-factor-off',
  'backup',
  'backup-fetched',
  'audit-export-fetched',
] as const
export type AuditKind = (typeof AUDIT_KINDS)[number]

export const isKind = (kind: string): kind is AuditKind => AUDIT_KINDS.some(each => each === kind)

/** Where the subject of a line is seen; null where it has no page. */
export function subjectPath(kind: string, subject: string): string | null {
  const id = encodeURIComponent(subject)
  switch (kind) {
    case 'plan':
      return `/plans/${id}`
    case 'document':
      return `/documents/${id}`
    case 'draft':
      return `/drafts/${id}`
    case 'report':
      return `/reports/${subject.split(' ').map(encodeURIComponent).join('/')}`
    case 'finding':
      return `/findings/${id}`
    default:
      return null
  }
}
