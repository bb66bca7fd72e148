import type { Child } from 'hono/jsx'
import { STYLE } from '../assets/style.ts'
import { here, to } from './address.ts'
import { Kept } from './kept.tsx'
import { Supposed } from './supposed.tsx'
import { Marks } from './status.tsx'
import { DESK_PLACES, isDeskPlace, PLACES, type Place } from './places.ts'
import { Script } from './script.tsx'
import type { View } from './view.ts'

export interface LayoutProps {
  readonly view: View
  readonly title: string
  /** Which of the main places it is, for the head of the page. */
  readonly place?: Place
  /** A class for the body, where a page prints in its own way. */
  readonly kind?: string
  /** Scripts of the page by name; everything that they do can be done without them, or the page says what cannot. */
  readonly scripts?: readonly string[]
  /** After so many seconds a reader without script sees the page anew; scripts look by themselves. */
  readonly refresh?: number | undefined
  /** Without the head and the places: a page that is shown to a room. */
  readonly bare?: boolean
  readonly children?: Child
}

/** The sheet that every page is printed on. */
export function Layout({ view, title, place, kind, scripts = [], refresh, bare = false, children }: LayoutProps) {
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
        {[...scripts, 'keys'].map(name => (
          <Script name={name} />
        ))}
        {refresh !== undefined && (
          <noscript>
            <meta http-equiv="refresh" content={String(refresh)} />
          </noscript>
        )}
      </head>
      <body class={kind}>
        <a class="skip" href="#main">
          {t('web.skip')}
        </a>
        <Marks />
        {!bare && (
          <header class="head">
            <a class="brand" href={to(address, '/')}>
              Cột Mốc
            </a>
            <nav aria-label={t('web.nav.label')}>
              {PLACES.map(({ id, path, name }) => (
                <a
                  href={to(address, path)}
                  aria-current={id === place ? 'page' : undefined}
                  data-help={id === 'about' ? '' : undefined}
                >
                  {t(name)}
                </a>
              ))}
              {view.user && (
                <a href={to(address, '/desk')} aria-current={isDeskPlace(place) ? 'page' : undefined}>
                  {t('web.nav.desk')}
                </a>
              )}
            </nav>
            <form class="find" method="get" action="/search" role="search" aria-label={t('web.search.field')}>
              <Kept view={view} />
              <input
                type="search"
                id="find"
                name="q"
                maxlength={100}
                placeholder={t('web.search.field')}
                aria-label={t('web.search.field')}
              />
            </form>
            <a class="who" href={to(address, view.user ? '/account' : '/sign-in')}>
              {view.user ? view.user.name : t('web.account.sign-in')}
            </a>
            <a class="tongue" href={here(address, { lang: other })} lang={other} hreflang={other}>
              {t('web.other-language')}
            </a>
          </header>
        )}
        <main id="main" tabindex={-1}>
          {isDeskPlace(place) && view.user && (
            <nav class="places" aria-label={t('web.nav.desk')}>
              {DESK_PLACES.filter(each => each.for === null || view.may(each.for)).map(({ id, path, name }) => (
                <a href={to(address, path)} aria-current={id === place ? 'page' : undefined}>
                  {t(name)}
                </a>
              ))}
            </nav>
          )}
          <Supposed view={view} />
          {children}
        </main>
      </body>
    </html>
  )
}
