import type { Filled } from '../../../desk/reports/filled.ts'
import type { ReportForm } from '../../../desk/reports/form.ts'
import { showPeriod } from '../../../measure/show.ts'
import { showFigure } from '../../../plan/entry.ts'
import { here, to } from '../../frame/address.ts'
import { Layout } from '../../frame/layout.tsx'
import { MessageList } from '../../frame/messages.tsx'
import type { View } from '../../frame/view.ts'
import { sends } from '../../frame/sends.ts'
import { MappingView } from '../../figures/view.tsx'
import { reportPath } from '../path.ts'
import { figureName, unitOf } from '../words.ts'
import type { FileChange } from './changes.ts'

const MOST_SHOWN = 200

/** What a filled file says, and what it would change; nothing is written until it is confirmed. */
export function FilePage({
  view,
  form,
  name,
  filled,
  changes,
}: {
  readonly view: View
  readonly form: ReportForm
  readonly name: string
  readonly filled: Filled
  readonly changes: readonly FileChange[]
}) {
  const { t, language, address } = view
  const path = reportPath(form.round.id, form.organisation.id)
  const { entered, messages, mappings, template } = filled
  return (
    <Layout view={view} title={t('web.file.title')} place="desk" scripts={['busy']}>
      <header>
        <h1>{t('web.file.title')}</h1>
        <p>
          {form.round.schedule.name}, {showPeriod(form.round.period, language)} · {form.organisation.name}
          {name !== '' && ` · ${name}`}
        </p>
      </header>
      {!entered && (
        <div class="fault" role="alert">
          <p>{t('web.file.refused', { count: String(messages.length) })}</p>
          <MessageList view={view} messages={messages.slice(0, MOST_SHOWN)} />
        </div>
      )}
      {entered && messages.length > 0 && (
        <div class="told" role="status">
          <MessageList view={view} messages={messages.slice(0, MOST_SHOWN)} />
        </div>
      )}
      {template && <p>{t('web.file.template-read', { value: template.value, note: template.note })}</p>}
      {mappings.map(mapping => (
        <MappingView view={view} mapping={mapping} />
      ))}
      {entered && (
        <>
          <p>{t('web.file.counts', { read: String(entered.size), changes: String(changes.length) })}</p>
          {changes.length > 0 && (
            <>
              <table class="rows">
                <thead>
                  <tr>
                    <th scope="col">{t('web.report.figure')}</th>
                    <th scope="col" class="num">
                      {t('web.file.stands')}
                    </th>
                    <th scope="col" class="num">
                      {t('web.file.in-file')}
                    </th>
                    <th scope="col">{t('web.report.note')}</th>
                  </tr>
                </thead>
                <tbody>
                  {changes.slice(0, MOST_SHOWN).map(({ figure, next }) => (
                    <tr>
                      <th scope="row">
                        {figureName(figure, form, view)} <small>{unitOf(figure, view)}</small>
                      </th>
                      <td class="num" data-label={t('web.file.stands')}>
                        {showFigure(figure.line?.value ?? null, figure.line?.absent ?? null, view.language)}
                      </td>
                      <td class="num" data-label={t('web.file.in-file')}>
                        <b>{showFigure(next.value, next.absent, view.language)}</b>
                      </td>
                      <td data-label={t('web.report.note')}>{next.note}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
              {changes.length > MOST_SHOWN && (
                <p>{t('web.report.more', { count: String(changes.length - MOST_SHOWN) })}</p>
              )}
              <form
                method="post"
                action={here({ ...address, path: `${path}/file/confirm` }, {})}
                data-busy={t('web.report.busy')}
              >
                <input type="hidden" name="expected" value={String(form.version)} />
                <input
                  type="hidden"
                  name="changes"
                  value={JSON.stringify(
                    changes.map(({ figure, next }) => [figure.key, next.value, next.absent, next.note ?? '']),
                  )}
                />
                <div class="report-bar">
                  <button type="submit" class="main">
                    {t('web.file.confirm')}
                  </button>
                  <a href={to(address, path)}>{t('web.file.back')}</a>
                </div>
              </form>
            </>
          )}
        </>
      )}
      {(changes.length === 0 || !entered) && (
        <p>
          <a href={to(address, path)}>{t('web.file.back')}</a>
        </p>
      )}
    </Layout>
  )
}

/** The way down and up, on the page of the report. */
export function FileForms({ view, path }: { readonly view: View; readonly path: string }) {
  const { t, address } = view
  return (
    <>
      <h2>{t('web.file.excel')}</h2>
      <form
        method="post"
        action={here({ ...address, path: `${path}/file` }, { did: null })}
        class="fields attach"
        {...sends(view, 'web.file.busy')}
      >
        <p>
          <a href={to(address, `${path}/template.xlsx`)}>{t('web.file.download')}</a>
        </p>
        <div>
          <label for="filled">{t('web.file.filled')}</label>
          <input id="filled" type="file" name="file" required accept=".xlsx,.csv" />
          <small>{t('web.file.about')}</small>
        </div>
        <p>
          <button type="submit">{t('web.file.look')}</button>
        </p>
      </form>
    </>
  )
}
