/** What lines of the audit are of, by what an inspector looks for; a kind that a later version writes is shown by its code. */
export const AUDIT_GROUPS = {
  figures: ['figures', 'report', 'evidence', 'finding'],
  plan: ['plan', 'document', 'draft', 'indicator', 'rule'],
  frame: [
    'territory',
    'boundaries',
    'organisation',
    'assignment',
    'round',
    'calendar',
    'mapping',
    'precedence',
    'setting',
  ],
  people: ['member', 'invitation', 'invitation-withdrawn', 'password-changed', 'password-reset', 'session-ended'],
  entry: ['sign-in', 'sign-in-failed', 'sign-in-locked', 'sign-out', 'second-factor-on', 'second-factor-off'],
  keeping: ['notices', 'notices-sent', 'backup', 'backup-fetched', 'audit-export-fetched'],
} as const
export type AuditGroup = keyof typeof AUDIT_GROUPS
export type AuditKind = (typeof AUDIT_GROUPS)[AuditGroup][number]

const KINDS: ReadonlySet<string> = new Set(Object.values(AUDIT_GROUPS).flat())
export const isKind = (kind: string): kind is AuditKind => KINDS.has(kind)
