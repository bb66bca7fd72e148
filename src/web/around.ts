import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Desk } from '../api/draft/desk.ts'
import { languageOf, isLanguage } from './frame/language.ts'
import { viewOf, type View } from './frame/view.ts'

/** What the app is given: nothing in the pages reaches for a clock, a file or an environment of its own. */
export interface Around extends Desk {
  readonly now: () => Date
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
  return viewOf(language, { path: url.pathname, query: url.searchParams })
}

/** A page as text. */
export const page = (c: Context, content: { toString(): string | Promise<string> }, status = 200): Response =>
  c.html(`<!doctype html>${String(content)}`, status as 200)
