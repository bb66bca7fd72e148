import { foldedForm } from '../../measure/names.ts'
import { here, to } from '../frame/address.ts'
import { Kept } from '../frame/kept.tsx'
import { countIn } from '../frame/figures.ts'
import { Layout } from '../frame/layout.tsx'
import type { View } from '../frame/view.ts'
import type { Entry, FoundKind } from './entries.ts'
import type { FoundGroup } from './index-of.ts'

export interface SearchViewProps {
  readonly view: View
  readonly asked: string
  readonly kind: FoundKind | null
  /** Null where nothing was asked. */
  readonly groups: readonly FoundGroup[] | null
}

/** What was found, by kind. */
export function SearchView({ view, asked, kind, groups }: SearchViewProps) {
  const { t, address, language } = view
  const count = groups?.reduce((sum, group) => sum + group.count, 0) ?? 0
  return (
    <Layout view={view} title={t('web.search.title')}>
      <header>
        <h1>{t('web.search.title')}</h1>
        <p role="status">
          {groups === null
            ? t('web.search.about')
            : t(count === 0 ? 'web.search.none' : 'web.search.found', { asked, count: countIn(count, language) })}
        </p>
      </header>
      <form method="get" action="/search" role="search" aria-label={t('web.search.title')} class="when">
        <Kept view={view} />
        <label for="asked">{t('web.search.words')}</label>
        <input type="search" id="asked" name="q" value={asked} maxlength={100} />
        <button type="submit">{t('web.search.find')}</button>
      </form>
      {kind !== null && (
        <p>
          <a href={here(address, { kind: null })}>{t('web.search.all-kinds')}</a>
        </p>
      )}
      {(groups ?? []).map(group => (
        <section>
          <h2>
            {t(`web.search.kind-${group.kind}`)} <small>{countIn(group.count, language)}</small>
          </h2>
          <ol class="hits">
            {group.entries.map(entry => (
              <Hit view={view} entry={entry} asked={asked} />
            ))}
          </ol>
          {group.count > group.entries.length && kind === null && (
            <p>
              <a href={here(address, { kind: group.kind })}>
                {t('web.search.more', { count: countIn(group.count - group.entries.length, language) })}
              </a>
            </p>
          )}
        </section>
      ))}
      {groups !== null && count === 0 && <p>{t('web.search.try')}</p>}
    </Layout>
  )
}

function Hit({ view, entry, asked }: { readonly view: View; readonly entry: Entry; readonly asked: string }) {
  const piece = snippet(entry, asked)
  return (
    <li>
      <a href={hrefOf(view, (view.user ? entry.inside : undefined) ?? entry.path)}>{entry.title}</a>
      {entry.detail !== '' && <small> {entry.detail}</small>}
      {piece !== null && (
        <div class="small">
          {piece.before}
          <mark class="figure">{piece.hit}</mark>
          {piece.after}
        </div>
      )}
    </li>
  )
}

/** What goes along from page to page goes along here too, beside what the path asks itself. */
function hrefOf({ address }: View, path: string): string {
  const { pathname, hash, searchParams } = new URL(path, 'http://localhost')
  return to(address, pathname + hash, Object.fromEntries(searchParams))
}

const AROUND = 80

/** The words around what was found in a longer text; null where the title says it already. */
function snippet({ title, text }: Entry, asked: string) {
  const words = foldedForm(asked)
  if (text === '' || foldedForm(title).includes(words)) return null
  const plain = text.normalize('NFC').replace(/\s/g, ' ')
  const whole = foldedInPlace(plain)
  const at = [words, words.split(' ')[0] ?? '']
    .map(each => [whole.indexOf(each), each.length] as const)
    .find(([i]) => i >= 0)
  if (!at) return null
  const [start, length] = at
  const [from, end] = [Math.max(0, start - AROUND), start + length]
  return {
    before: `${from > 0 ? '… ' : ''}${plain.slice(from, start)}`,
    hit: plain.slice(start, end),
    after: `${plain.slice(end, end + AROUND)}${end + AROUND < plain.length ? ' …' : ''}`,
  }
}

const letters = new Map<string, string>()

/** Without accents, each character where it was, so that places in it are places in the text. */
function foldedInPlace(text: string): string {
  let folded = ''
  for (const char of text.split('')) {
    let letter = letters.get(char)
    if (letter === undefined) letters.set(char, (letter = foldedForm(char)[0] ?? ' '))
    folded += letter
  }
  return folded
}
