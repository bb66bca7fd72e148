import {
  demandContract,
  grantsContract,
  invitationContract,
  linkContract,
  membersContract,
} from '../contract/members.ts'
import type { Endpoint } from '../endpoints.ts'

const ADMINISTRATORS = ['sign-in', 'not-allowed'] as const
const json = (contract: typeof membersContract | typeof linkContract) =>
  ({ type: 'application/json', contract }) as const
const CHANGE = {
  method: 'post',
  query: {},
  gives: json(membersContract),
  faults: [...ADMINISTRATORS, 'cross-site'],
} as const
const LINK = { ...CHANGE, gives: json(linkContract) } as const

/** The addresses of people and what they may do. */
export const MEMBER_ENDPOINTS: readonly Endpoint[] = [
  {
    method: 'get',
    path: '/api/members',
    summary: 'The members with their roles, invitations that wait, and the roles that ask for a second factor.',
    query: {},
    gives: json(membersContract),
    faults: ADMINISTRATORS,
  },
  {
    ...LINK,
    path: '/api/members/invitations',
    summary: 'Invites somebody: gives a link that works once.',
    takes: invitationContract,
    faults: [...LINK.faults, 'bad-email', 'no-organisation', 'no-area', 'bad-body', 'too-large'],
  },
  {
    ...LINK,
    path: '/api/members/invitations/{id}/renew',
    summary: 'Makes a new link in the place of one that waits.',
    faults: [...LINK.faults, 'no-invitation'],
  },
  {
    ...CHANGE,
    path: '/api/members/invitations/{id}/withdraw',
    summary: 'Takes a link back that waits.',
    faults: [...CHANGE.faults, 'no-invitation'],
  },
  {
    ...CHANGE,
    path: '/api/members/{user}/grants',
    summary: 'Puts a list of roles in the place of those that a member has; none ends the membership.',
    takes: grantsContract,
    faults: [
      ...CHANGE.faults,
      'no-member',
      'last-administrator',
      'no-organisation',
      'no-area',
      'bad-body',
      'too-large',
    ],
  },
  {
    ...LINK,
    path: '/api/members/{user}/reset',
    summary: 'Gives a link by which a member sets a forgotten password anew.',
    faults: [...LINK.faults, 'no-member'],
  },
  {
    ...CHANGE,
    path: '/api/members/{user}/sign-out',
    summary: 'Ends every session of a member.',
    faults: [...CHANGE.faults, 'no-member'],
  },
  {
    ...CHANGE,
    path: '/api/members/second-factor',
    summary: 'Says which roles ask for a second factor, in the place of those that do.',
    takes: demandContract,
    faults: [...CHANGE.faults, 'own-factor-first', 'bad-body', 'too-large'],
  },
]
