import type { OpenDraft } from '../../api/draft/desk.ts'
import { wordsOf } from '../../api/draft/plain-words.ts'
import type { View } from '../frame/view.ts'

/** So many targets of a kind are listed. */
const MOST = 30
const LONGEST = 160

/** What the document as read last says otherwise than as read before, and what was kept of the corrections. */
export function Reread({ view, draft }: { readonly view: View; readonly draft: OpenDraft }) {
  const { t } = view
  const { reread, targets } = draft.state
  if (!reread) return null
  const { added, changed, gone, same, carried } = reread
  const plain = wordsOf(draft.document.format)
  const brief = (text: string) => {
    const words = plain(text)
    return words.length > LONGEST ? `${words.slice(0, LONGEST)} …` : words
  }
  const textOf = new Map(targets.map(({ target }) => [target.id, target.text]))
  const list = (ids: readonly string[], title: string) =>
    ids.length > 0 && (
      <details open={ids.length <= 5}>
        <summary>{title}</summary>
        <ul class="findings" lang="vi">
          {ids.slice(0, MOST).map(id => (
            <li>
              <a href={`#${id}`}>{brief(textOf.get(id) ?? id)}</a>
            </li>
          ))}
        </ul>
        {ids.length > MOST && <p class="small">{t('web.draft.reread-more', { count: String(ids.length - MOST) })}</p>}
      </details>
    )
  return (
    <section class="told" aria-label={t('web.draft.reread')}>
      <p>
        <b>{t('web.draft.reread')}:</b> {t('web.draft.reread-same', { same: String(same) })}{' '}
        {carried > 0 && t('web.draft.reread-kept', { kept: String(carried) })}
      </p>
      {list(added, t('web.draft.reread-added', { count: String(added.length) }))}
      {list(changed, t('web.draft.reread-changed', { count: String(changed.length) }))}
      {gone.length > 0 && (
        <details open={gone.length <= 5}>
          <summary>{t('web.draft.reread-gone', { count: String(gone.length) })}</summary>
          <ul class="findings" lang="vi">
            {gone.slice(0, MOST).map(({ words }) => (
              <li>{brief(words)}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
