import { LARGEST_MB } from '../../api/upload.ts'
import { to } from '../frame/address.ts'
import { MessageList } from '../frame/messages.tsx'
import type { DraftProps } from './view.tsx'

/** Reading the document again: with a newer file of the same plan, or with this program from the text that is kept. */
export function ReadAgain({ view, draft, refused, kept }: DraftProps & { readonly kept: boolean }) {
  const { t, address } = view
  const published = draft.state.plan !== null
  return (
    <details open={refused !== null}>
      <summary>{t(published ? 'web.draft.read-newer' : 'web.draft.read-again')}</summary>
      <p class="small">
        {t(published ? 'web.draft.about-newer' : 'web.draft.about-again', { size: String(LARGEST_MB) })}
      </p>
      {refused && (
        <div class="fault" role="alert">
          <MessageList view={view} messages={refused.messages} />
        </div>
      )}
      <form
        method="post"
        action={to(address, `/drafts/${draft.id}/read`)}
        enctype="multipart/form-data"
        data-busy={t('web.documents.busy')}
      >
        <div class="fields">
          <div class="wide">
            <label for="again">{t('web.documents.file')}</label>
            <input
              type="file"
              id="again"
              name="file"
              required={!kept}
              accept=".docx,.pdf,.md,.markdown,.html,.htm,.txt"
            />
          </div>
        </div>
        <button type="submit">{t('web.documents.read')}</button>
      </form>
    </details>
  )
}
