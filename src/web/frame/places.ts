import type { Verb } from '../../desk/policy.ts'
import type { WebCode } from './view.ts'

interface Listed {
  readonly id: string
  readonly path: string
  readonly name: WebCode
  /** Offered to those who may do this somewhere; null: to everybody who sees the list. */
  readonly for: Verb | null
}

/** The places of the page's head. `desk` is offered to whoever is signed in. */
export const PLACES = [
  { id: 'scoreboard', path: '/', name: 'web.nav.scoreboard', for: null },
  { id: 'map', path: '/map', name: 'web.nav.map', for: null },
  { id: 'areas', path: '/areas', name: 'web.nav.areas', for: null },
  { id: 'document', path: '/documents', name: 'web.nav.documents', for: null },
  { id: 'figures', path: '/figures', name: 'web.nav.figures', for: null },
  { id: 'about', path: '/help', name: 'web.nav.about', for: null },
] as const satisfies readonly Listed[]

/** The places of the desk, in the order of a day's work; each person sees those that are theirs. */
export const DESK_PLACES = [
  { id: 'desk', path: '/desk', name: 'web.desk.title', for: null },
  { id: 'approvals', path: '/approvals', name: 'web.approvals.title', for: 'report.return' },
  { id: 'findings', path: '/findings', name: 'web.finding.title', for: 'finding.read' },
  { id: 'audit', path: '/audit', name: 'web.audit.title', for: 'audit.read' },
  { id: 'rounds', path: '/rounds', name: 'web.rounds.title', for: 'read.pending' },
  { id: 'organisations', path: '/organisations', name: 'web.organisations.title', for: 'organisation.define' },
  { id: 'indicators', path: '/indicators', name: 'web.indicators.title', for: 'indicator.define' },
  { id: 'territory', path: '/territory', name: 'web.territory.title', for: 'territory.define' },
  { id: 'members', path: '/members', name: 'web.account.members', for: 'member.define' },
  { id: 'operations', path: '/operations', name: 'web.operations.title', for: 'store.keep' },
  { id: 'jobs', path: '/jobs', name: 'web.job.title', for: null },
  { id: 'account', path: '/account', name: 'web.account.title', for: null },
] as const satisfies readonly Listed[]

export type Place = (typeof PLACES)[number]['id'] | DeskPlace
export type DeskPlace = (typeof DESK_PLACES)[number]['id']

export const isDeskPlace = (place: Place | undefined): place is DeskPlace => DESK_PLACES.some(({ id }) => id === place)
