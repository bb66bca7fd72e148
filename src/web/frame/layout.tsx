import type { Child } from 'hono/jsx'
import { STYLE } from '../assets/style.ts'
import { here, to } from './address.ts'
import { Marks } from './status.tsx'
import type { View, WebCode } from './view.ts'

export interface LayoutProps {
  readonly view: View
  readonly title: string
  /** Which of the main places it is, for the head of the page. */
  readonly place?: Place
  /** A class for the body, where a page prints in its own way. */
  readonly kind?: string
  readonly children?: Child
}

export type Place = 'scoreboard' | 'document' | 'figures' | 'about'

const PLACES: readonly (readonly [Place, string, WebCode])[] = [
  ['scoreboard', '/', 'web.nav.scoreboard'],
  ['document', '/documents', 'web.nav.documents'],
  ['figures', '/figures', 'web.nav.figures'],
  ['about', '/about', 'web.nav.about'],
]

/** The sheet that every page is printed on. */
export function Layout({ view, title, place, kind, children }: LayoutProps) {
  const { t, language, address } = view
  const other = language === 'vi' ? 'en' : 'vi'
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${title} – Cột Mốc`}</title>
        <link rel="stylesheet" href={STYLE.path} />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
      </head>
      <body class={kind}>
        <a class="skip" href="#main">
          {t('web.skip')}
        </a>
        <Marks />
        <header class="head">
          <a class="brand" href={to(address, '/')}>
            Cột Mốc
          </a>
          <nav aria-label={t('web.nav.label')}>
            {PLACES.map(([id, path, code]) => (
              <a href={to(address, path)} aria-current={id === place ? 'page' : undefined}>
                {t(code)}
              </a>
            ))}
          </nav>
          <a class="who" href={to(address, view.user ? '/account' : '/sign-in')}>
            {view.user ? view.user.name : t('web.account.sign-in')}
          </a>
          <a class="tongue" href={here(address, { lang: other })} lang={other} hreflang={other}>
            {t('web.other-language')}
          </a>
        </header>
        <main id="main" tabindex={-1}>
          {children}
        </main>
      </body>
    </html>
  )
}
