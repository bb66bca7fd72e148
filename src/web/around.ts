import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Who } from '../api/access.ts'
import type { Auth } from '../desk/accounts/auth.ts'
import type { Shelf } from '../api/draft/desk.ts'
import { setupOf } from '../desk/setup.ts'
import type { Jobs } from '../desk/jobs/jobs.ts'
import type { Send } from '../desk/jobs/notifying.ts'
import { keptIn, type Address } from './frame/address.ts'
import { languageOf, isLanguage } from './frame/language.ts'
import { viewOf, type View } from './frame/view.ts'

/** What the app is given: nothing in the pages reaches for a clock, a file or an environment of its own. */
export interface Around extends Shelf {
  /** Accounts and sessions. */
  readonly auth: Auth
  /** The address that people use: links are made of it. */
  readonly url: string
  /** The office's single sign-on, and what its button says. */
  readonly singleSignOn?: { readonly id: string; readonly name: string } | undefined
  /** Whether a password is known to have leaked, where an administrator keeps such a list. */
  readonly leaked?: ((password: string) => boolean) | undefined
  /** Whether a proxy of our own stands before and says whom it speaks for. */
  readonly behindProxy?: boolean
  readonly now: () => Date
  /** What runs for more than a second. */
  readonly jobs: Jobs
  /** How a message goes out, where a mail server is set up. */
  readonly mail?: Send
  /** The program's version, where it is known. */
  readonly version?: string
  /** Told of faults of the program, with the reference that the reader was given. */
  readonly onFault?: (reference: string, error: unknown) => void
}

const YEAR = 365 * 24 * 3600

/** The reader's language and place; a language chosen in the address is remembered. */
export function viewFor(c: Context): View {
  const url = new URL(c.req.url)
  const asked = url.searchParams.get('lang') ?? undefined
  const language = languageOf(asked, getCookie(c, 'lang'))
  if (isLanguage(asked)) setCookie(c, 'lang', asked, { path: '/', maxAge: YEAR, sameSite: 'Lax', httpOnly: true })
  // Nobody yet where a request was turned away before it was asked who sends it.
  const who = c.get('who') as Who | undefined
  return viewOf(language, addressOf(c, url), who?.user, who?.member)
}

/** The same for a page that says who gave its figures. */
export const viewNamingOffices = async ({ store, tenant }: Around, c: Context): Promise<View> => ({
  ...viewFor(c),
  offices: (await setupOf(store, tenant)).organisations,
})

/** Where the reader is. A form is sent from a page: what that page kept goes along, though the form has no field for it. */
function addressOf(c: Context, url: URL): Address {
  const [query, from] = [url.searchParams, c.req.header('referer')]
  if (c.req.method === 'POST' && from !== undefined && URL.canParse(from) && new URL(from).host === url.host)
    for (const [name, value] of keptIn({ path: '', query: new URL(from).searchParams }))
      if (!query.has(name)) query.set(name, value)
  return { path: url.pathname, query }
}

/** A page as text. */
export const page = (c: Context, content: { toString(): string | Promise<string> }, status = 200): Response =>
  c.html(`<!doctype html>${String(content)}`, status as 200)
