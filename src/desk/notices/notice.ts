import type { StoredNotice } from '../../store/notices.ts'

/** What people are told. The first ones follow the calendar, the others what somebody did. */
export const NOTICE_KINDS = [
  'opened',
  'reminder',
  'due-today',
  'late',
  'to-head',
  'to-planner',
  'submitted',
  'returned',
  'approved',
  'published',
  'revised',
  'finding-recorded',
  'finding-due',
  'finding-late',
  'finding-answered',
  'finding-refused',
  'finding-closed',
  'finding-reopened',
] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

export interface Notice extends StoredNotice {
  readonly kind: NoticeKind
}

/** The same notice to several people, each once. */
export const toEach = (recipients: Iterable<string | null>, notice: Omit<Notice, 'recipient'>): Notice[] =>
  [...new Set(recipients)].flatMap(recipient =>
    recipient === null || recipient === '' ? [] : [{ ...notice, recipient }],
  )
