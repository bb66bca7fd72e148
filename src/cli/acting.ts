import { memberByEmail } from '../desk/accounts/members.ts'
import { maySomewhere, type Grant, type Member, type Verb } from '../desk/policy.ts'
import { say } from '../messages/catalogue.ts'
import type { By } from '../store/log.ts'
import type { Store } from '../store/open.ts'
import type { Call } from './arguments.ts'
import type { Surroundings } from './command.ts'
import { TENANT } from './with-store.ts'

/** The option by which a call says whose it is. */
export const AS = { as: { type: 'string' } } as const

/** Whoever can run the program over the store could read and write its file: what an administrator and a planner may. */
const OPERATOR: Member = {
  user: '',
  grants: (['administrator', 'planner'] as const).map((role): Grant => ({ role, organisation: null, area: null })),
}

/**
 * Who acts at the command line, where the table of access lets them: the member of `--as`, else the operator of this
 * machine under the name of its session. Null after it was told why not.
 */
export async function actingAs(verb: Verb, call: Call, store: Store, around: Surroundings): Promise<By | null> {
  const email = call.text('as')?.trim().toLowerCase()
  const member = email === undefined ? OPERATOR : await memberByEmail(store, TENANT, email)
  if (!member) {
    around.err(`${say('desk.no-member', around.language, { email: email ?? '' })}\n`)
    return null
  }
  // What is defined and imported concerns the whole tenant: a role of one office or one area does not suffice.
  if (!maySomewhere({ ...member, grants: member.grants.filter(isWhole) }, verb)) {
    around.err(`${say('web.fault.not-allowed', around.language, { verb })}\n`)
    return null
  }
  return { actor: email ?? operatorName(around), origin: 'cli' }
}

const isWhole = ({ organisation, area }: Grant): boolean => organisation === null && area === null

const operatorName = ({ env }: Surroundings): string => {
  const session = env['SUDO_USER'] ?? env['USER'] ?? env['LOGNAME'] ?? env['USERNAME'] ?? ''
  return session === '' ? 'cli' : `cli:${session}`
}
