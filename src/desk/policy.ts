/** What somebody may be, in an organisation and an area or everywhere. */
export const ROLES = ['planner', 'reporter', 'approver', 'leader', 'inspector', 'administrator'] as const
export type Role = (typeof ROLES)[number]

/** What users do. */
export const VERBS = [
  /** Published plans, figures and judgements: everyone, without an account. */
  'read.published',
  /** Reports that are not published yet, who is late, rates of reporting. */
  'read.pending',
  'report.edit',
  'report.submit',
  'report.approve',
  'report.return',
  'report.publish',
  /** A published figure is corrected by a revision with a reason. */
  'figure.revise',
  'figure.import',
  'plan.define',
  'indicator.define',
  'territory.define',
  'organisation.define',
  'round.define',
  'member.define',
  'audit.read',
  'store.keep',
  /** Findings of inspections: those of an organisation for its people, all of them for who looks over everything. */
  'finding.read',
  'finding.record',
  'finding.answer',
] as const
export type Verb = (typeof VERBS)[number]

/** Where a role holds: null is everywhere in the tenant. */
export interface Grant {
  readonly role: Role
  readonly organisation: string | null
  readonly area: string | null
}

/** Where a verb is done: what it does not concern is left out. */
export interface Place {
  readonly organisation?: string
  readonly area?: string
}

/** Somebody with an account in the tenant; `null` stands for the public. */
export interface Member {
  readonly user: string
  readonly grants: readonly Grant[]
}

/** The one table of access: which roles a verb is for. Every entrance asks `may`, none decides by itself. */
export const POLICY: Readonly<Record<Verb, readonly Role[] | 'everyone'>> = {
  'read.published': 'everyone',
  'read.pending': ['planner', 'reporter', 'approver', 'leader', 'inspector'],
  'report.edit': ['reporter', 'approver'],
  'report.submit': ['reporter', 'approver'],
  'report.approve': ['approver'],
  'report.return': ['approver', 'planner'],
  'report.publish': ['planner'],
  'figure.revise': ['planner'],
  'figure.import': ['planner'],
  'plan.define': ['planner'],
  'indicator.define': ['planner'],
  'territory.define': ['planner'],
  'organisation.define': ['planner', 'administrator'],
  'round.define': ['planner'],
  'member.define': ['administrator'],
  'audit.read': ['inspector', 'administrator'],
  'store.keep': ['administrator'],
  'finding.read': ['planner', 'reporter', 'approver', 'leader', 'inspector'],
  'finding.record': ['inspector'],
  'finding.answer': ['planner', 'reporter', 'approver'],
}

/**
 * Whether a member may do a verb at a place. `within` tells whether an area lies in another (itself included), so that a
 * role for a district holds in its communes; without it areas are compared by name alone.
 */
export function may(
  member: Member | null,
  verb: Verb,
  place: Place = {},
  within: (area: string, whole: string) => boolean = (area, whole) => area === whole,
): boolean {
  const roles = POLICY[verb]
  if (roles === 'everyone') return true
  return (member?.grants ?? []).some(
    grant =>
      roles.includes(grant.role) &&
      (grant.organisation === null || grant.organisation === place.organisation) &&
      (grant.area === null || (place.area !== undefined && within(place.area, grant.area))),
  )
}

/** Whether a member may do a verb at some place at all: what a page offers before a place is chosen. */
export function maySomewhere(member: Member | null, verb: Verb): boolean {
  const roles = POLICY[verb]
  return roles === 'everyone' || (member?.grants ?? []).some(grant => roles.includes(grant.role))
}
