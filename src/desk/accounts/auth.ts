import { betterAuth } from 'better-auth'
import { APIError, createAuthMiddleware } from 'better-auth/api'
import { genericOAuth, twoFactor } from 'better-auth/plugins'
import type { KyselyPlugin, PluginTransformQueryArgs, PluginTransformResultArgs } from 'kysely'
import type { Store } from '../../store/open.ts'
import { lockedUntil, rightGuess, wrongGuess } from './guesses.ts'
import { weaknessOf } from './password.ts'

/** Single sign-on of an office: what its administrator enters. */
export interface SingleSignOn {
  readonly id: string
  readonly discoveryUrl: string
  readonly clientId: string
  readonly clientSecret: string
}

export interface AuthOptions {
  readonly store: Store
  /** What cookies and tokens are signed with; at least 32 characters, kept outside the store. */
  readonly secret: string
  /** The address that people use, e.g. https://kehoach.example.vn. */
  readonly url: string
  readonly singleSignOn?: SingleSignOn | undefined
  readonly leaked?: ((password: string) => boolean) | undefined
}

/** The header that carries the network address from our own server; whatever a client sends under it is overwritten. */
export const ADDRESS_HEADER = 'x-cotmoc-address'

/** Where people's passwords are set: each must pass the rule. */
const SETS_PASSWORD = new Set(['/change-password', '/reset-password', '/set-password'])
const GUESSED = new Set(['/sign-in/email'])

/**
 * Accounts by better-auth, over the store's own tables. Nobody can register: an account is made by an invitation's link.
 * Wrong guesses are counted in the store, so a wait holds for every process and after a restart.
 */
export function makeAuth({ store, secret, url, singleSignOn, leaked }: AuthOptions) {
  const subjectsOf = (email: unknown, headers: Headers | undefined): string[] => [
    `mail:${typeof email === 'string' ? email.trim().toLowerCase() : ''}`,
    `net:${headers?.get(ADDRESS_HEADER) ?? ''}`,
  ]
  const auth = betterAuth({
    appName: 'Cột Mốc',
    baseURL: url,
    basePath: '/api/auth',
    secret,
    trustedOrigins: [new URL(url).origin],
    // Text for moments and 1 or 0 for yes or no on every engine: one schema, and a backup that fits both.
    database: { db: store.db.withPlugin(new SmallIntegers()) as never, type: 'sqlite' },
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    user: { modelName: 'account_user' },
    session: { modelName: 'account_session', expiresIn: 60 * 60 * 12, updateAge: 60 * 60 },
    account: { modelName: 'account_identity', accountLinking: { enabled: true, trustedProviders: [] } },
    verification: { modelName: 'account_verification' },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 1, maxPasswordLength: 128 },
    advanced: {
      cookiePrefix: 'cotmoc',
      useSecureCookies: url.startsWith('https:'),
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
    },
    plugins: [
      twoFactor({ issuer: 'Cột Mốc', twoFactorTable: 'account_second_factor' }),
      genericOAuth({
        config: singleSignOn
          ? [
              {
                providerId: singleSignOn.id,
                discoveryUrl: singleSignOn.discoveryUrl,
                clientId: singleSignOn.clientId,
                clientSecret: singleSignOn.clientSecret,
                scopes: ['openid', 'profile', 'email'],
                pkce: true,
                disableImplicitSignUp: true,
                disableSignUp: true,
              },
            ]
          : [],
      }),
    ],
    hooks: {
      before: createAuthMiddleware(async c => {
        const body = (c.body ?? {}) as Readonly<Record<string, unknown>>
        if (GUESSED.has(c.path)) {
          const until = await lockedUntil(store, subjectsOf(body['email'], c.headers))
          if (until) throw new APIError('TOO_MANY_REQUESTS', { message: until.toISOString(), code: 'LOCKED' })
        }
        if (SETS_PASSWORD.has(c.path)) {
          const weak = weaknessOf(
            typeof body['newPassword'] === 'string' ? body['newPassword'] : '',
            { email: '', name: '' },
            leaked,
          )
          if (weak) throw new APIError('BAD_REQUEST', { message: weak, code: 'WEAK' })
        }
      }),
      after: createAuthMiddleware(async c => {
        if (!GUESSED.has(c.path)) return
        const body = (c.body ?? {}) as Readonly<Record<string, unknown>>
        const [mail = '', net = ''] = subjectsOf(body['email'], c.headers)
        if (c.context.returned instanceof Error) await wrongGuess(store, [mail, net])
        else await rightGuess(store, mail)
      }),
    },
  })
  return auth
}

export type Auth = ReturnType<typeof makeAuth>

/** The embedded engine gives every integer as BigInt; accounts hold small ones only. */
class SmallIntegers implements KyselyPlugin {
  transformQuery({ node }: PluginTransformQueryArgs): PluginTransformQueryArgs['node'] {
    return node
  }

  transformResult({ result }: PluginTransformResultArgs): Promise<PluginTransformResultArgs['result']> {
    const rows = result.rows.map(row =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [name, typeof value === 'bigint' ? Number(value) : value]),
      ),
    )
    return Promise.resolve({ ...result, rows })
  }
}
