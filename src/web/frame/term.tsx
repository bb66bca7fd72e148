import { termOf, type TermId } from '../../messages/glossary.ts'
import { to } from './address.ts'
import type { View } from './view.ts'

/** A word with what it means, opened where it stands; without script as well. Not for inside a heading or a paragraph. */
export function Term({ view, id }: { readonly view: View; readonly id: TermId }) {
  const { t, language, address } = view
  const term = termOf(id)
  return (
    <details class="term">
      <summary>{t('web.help.what-is', { word: term[language] })}</summary>
      <p>
        {term.means[language]}. <a href={to(address, `/help#term-${id}`)}>{t('web.help.all-words')}</a>
      </p>
    </details>
  )
}
