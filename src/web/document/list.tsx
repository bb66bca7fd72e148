import { dayIn } from '../../measure/vietnam-time.ts'
import type { DocumentEntry } from '../../api/documents.ts'
import { LARGEST_MB } from '../../api/upload.ts'
import { showDay } from '../../measure/show.ts'
import type { Message } from '../../messages/message.ts'
import { to } from '../frame/address.ts'
import { Layout } from '../frame/layout.tsx'
import { MessageList } from '../frame/messages.tsx'
import type { View } from '../frame/view.ts'
import { sends } from '../frame/sends.ts'

export interface DocumentsViewProps {
  readonly view: View
  readonly entries: readonly DocumentEntry[]
  /** Log number → ISO moment. */
  readonly moments: ReadonlyMap<number, string>
  /** A file that could not be read, and why. */
  readonly refused: { readonly name: string; readonly messages: readonly Message[] } | null
}

export function DocumentsView({ view, entries, moments, refused }: DocumentsViewProps) {
  const { t, address, language } = view
  return (
    <Layout view={view} title={t('web.documents.title')} place="document" scripts={['busy']}>
      <header>
        <h1>{t('web.documents.title')}</h1>
      </header>
      {refused && (
        <div class="fault" role="alert">
          <p>{t('web.fault.not-readable', { name: refused.name })}</p>
          <MessageList view={view} messages={refused.messages} />
        </div>
      )}
      {view.may('plan.define') && <LoadForm view={view} />}
      {entries.length === 0 ? (
        <p>{t('web.documents.none')}</p>
      ) : (
        <table class="rows">
          <caption class="hidden">{t('web.documents.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('web.documents.name')}</th>
              <th scope="col">{t('web.documents.loaded')}</th>
              <th scope="col">{t('web.documents.state')}</th>
              <th scope="col">{t('web.plans.plan')}</th>
            </tr>
          </thead>
          <tbody>
            {entries.map(entry => {
              const moment = moments.get(entry.log)
              return (
                <tr>
                  <th scope="row">
                    <a href={to(address, `/documents/${entry.id}`)}>{entry.name}</a>
                  </th>
                  <td data-label={t('web.documents.loaded')}>{moment && showDay(dayIn(new Date(moment)), language)}</td>
                  <td data-label={t('web.documents.state')}>
                    {entry.draft && (
                      <a href={to(address, `/drafts/${entry.draft}`)}>
                        {entry.plan === null ? t('web.draft.open') : t('web.draft.published')}
                      </a>
                    )}
                  </td>
                  <td data-label={t('web.plans.plan')}>
                    {entry.plan && (
                      <a href={to(address, `/plans/${encodeURIComponent(entry.plan)}`)}>{t('web.draft.see-plan')}</a>
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
    </Layout>
  )
}

function LoadForm({ view }: { readonly view: View }) {
  const { t, address } = view
  return (
    <>
      <h2>{t('web.documents.load')}</h2>
      <form method="post" action={to(address, '/documents')} {...sends(view, 'web.documents.busy')}>
        <p>
          <label for="file">{t('web.documents.file')}</label>
          <br />
          <input
            type="file"
            id="file"
            name="file"
            required
            aria-describedby="about-file"
            accept=".docx,.pdf,.md,.markdown,.html,.htm,.txt"
          />
        </p>
        <p id="about-file" class="small">
          {t('web.documents.about', { size: String(LARGEST_MB) })}
        </p>
        <button class="main" type="submit">
          {t('web.documents.read')}
        </button>
      </form>
    </>
  )
}
