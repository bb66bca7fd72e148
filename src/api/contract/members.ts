import { z } from 'zod'
import { ROLES } from '../../desk/policy.ts'
import { INVITATIONS } from '../../store/invitations.ts'

/** A role and where it holds: null is everywhere. */
const grant = z.object({ role: z.enum(ROLES), organisation: z.string().nullable(), area: z.string().nullable() })
const sentGrant = grant.extend({
  organisation: grant.shape.organisation.default(null),
  area: grant.shape.area.default(null),
})

export const membersContract = z
  .object({
    members: z.array(
      z.object({
        user: z.string(),
        name: z.string(),
        email: z.string(),
        grants: z.array(grant),
        secondFactor: z.boolean(),
        /** Moment, ISO; empty where there was none. */
        lastSignIn: z.string(),
        sessions: z.number().int(),
      }),
    ),
    invitations: z.array(
      z.object({
        id: z.string(),
        kind: z.enum(INVITATIONS),
        email: z.string(),
        grants: z.array(grant),
        expires: z.string(),
      }),
    ),
    /** The roles that hold only for who signs in with a second factor. */
    secondFactor: z.array(z.enum(ROLES)),
  })
  .meta({ id: 'Members' })

export const invitationContract = z
  .object({ email: z.string().max(400), grants: z.array(sentGrant).min(1).max(50) })
  .meta({ id: 'Invitation' })

/** A link that works once, for the person to whom the address belongs; it is kept nowhere. */
export const linkContract = z.object({ email: z.string(), link: z.string() }).meta({ id: 'Link' })

export const grantsContract = z.object({ grants: z.array(sentGrant).max(50) }).meta({ id: 'Grants' })

export const demandContract = z.object({ roles: z.array(z.enum(ROLES)) }).meta({ id: 'SecondFactorDemand' })
