import { LARGEST_MB } from '../../api/upload.ts'
import { to } from '../frame/address.ts'
import { MessageList } from '../frame/messages.tsx'
import { sends } from '../frame/sends.ts'
import type { DraftProps } from './view.tsx'

/** Reading the document again: by this program from what is kept of it, or a newer file of the same plan. */
export function ReadAgain({ view, draft, refused, kept }: DraftProps & { readonly kept: boolean }) {
  const { t, address } = view
  const published = draft.state.plan !== null
  const action = to(address, `/drafts/${draft.id}/read`)
  return (
    <details open={refused !== null}>
      <summary>{t(published ? 'web.draft.read-newer' : 'web.draft.read-again')}</summary>
      <p class="small">{t(published ? 'web.draft.about-newer' : 'web.draft.about-again')}</p>
      {refused && (
        <div class="fault" role="alert">
          <MessageList view={view} messages={refused.messages} />
        </div>
      )}
      {kept && (
        <form method="post" action={action} data-busy={t('web.documents.busy')}>
          <p>
            <button type="submit">{t('web.draft.read-kept', { name: draft.document.name })}</button>
          </p>
        </form>
      )}
      <form method="post" action={action} {...sends(view, 'web.documents.busy')}>
        <div class="fields">
          <div class="wide">
            <label for="again">{t('web.draft.newer-file', { size: String(LARGEST_MB) })}</label>
            <input type="file" id="again" name="file" required accept=".docx,.pdf,.md,.markdown,.html,.htm,.txt" />
          </div>
        </div>
        <button type="submit">{t('web.documents.read')}</button>
      </form>
    </details>
  )
}
