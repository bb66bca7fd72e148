import type { SeriesPreview } from '../../desk/territory/preview.ts'
import { showDay } from '../../measure/show.ts'
import type { Territory } from '../../territory/territory.ts'
import { to } from '../frame/address.ts'
import { Layout } from '../frame/layout.tsx'
import type { View } from '../frame/view.ts'
import { countOn } from './line.tsx'
import { areaName } from './names.ts'
import { SeriesChoice, SeriesTable } from './series.tsx'

interface PreviewProps {
  readonly view: View
  readonly before: Territory
  readonly after: Territory
  /** Null where nothing would change. */
  readonly preview: SeriesPreview | null
  /** What was sent, to be sent again. */
  readonly sent: Readonly<Record<string, string>>
  readonly action: string
}

/** What a change of the territory would do, before it is saved. */
export function PreviewPage({ view, before, after, preview, sent, action }: PreviewProps) {
  const { t, address, language } = view
  const names = (ids: readonly string[], day: string) => ids.map(id => areaName(after, id, day)).join(', ')
  return (
    <Layout view={view} title={t('web.territory.preview-title')} place="territory" scripts={['busy']}>
      <header>
        <h1>{t('web.territory.preview-title')}</h1>
        <p>{t('web.territory.not-saved')}</p>
      </header>
      {preview === null ? (
        <p>{t('web.territory.no-change')}</p>
      ) : (
        <>
          <dl class="facts">
            <dt>{t('web.territory.day')}</dt>
            <dd>{showDay(preview.after.day, language)}</dd>
            <dt>{t('web.territory.communes')}</dt>
            <dd>
              {countOn(after, preview.before.day, 'commune')} → <b>{countOn(after, preview.after.day, 'commune')}</b>
            </dd>
            <dt>{t('web.territory.areas-known')}</dt>
            <dd>
              {before.areas.size} → <b>{after.areas.size}</b>
            </dd>
            {preview.ended.length > 0 && preview.ended.length <= MOST_NAMED && (
              <>
                <dt>{t('web.territory.ended')}</dt>
                <dd lang="vi">{names(preview.ended, preview.before.day)}</dd>
              </>
            )}
            {preview.begun.length > 0 && preview.begun.length <= MOST_NAMED && (
              <>
                <dt>{t('web.territory.begun')}</dt>
                <dd lang="vi">{names(preview.begun, preview.after.day)}</dd>
              </>
            )}
          </dl>
          <h2>{t('web.territory.series')}</h2>
        </>
      )}
      <form
        method="post"
        action={to(address, action)}
        enctype="multipart/form-data"
        data-busy={t('web.territory.busy')}
      >
        {Object.entries(sent).map(([name, value]) => (
          <textarea name={name} hidden aria-hidden="true">
            {value}
          </textarea>
        ))}
        {preview && (
          <SeriesChoice view={view} preview={preview}>
            <div>
              <button type="submit" name="act" value="preview">
                {t('web.territory.see')}
              </button>
            </div>
          </SeriesChoice>
        )}
        {preview && <SeriesTable view={view} territory={after} preview={preview} />}
        <div class="acts">
          <button class="main" type="submit" name="act" value="save">
            {t('web.territory.save')}
          </button>
          <a href={to(address, '/territory')}>{t('web.territory.cancel')}</a>
        </div>
      </form>
    </Layout>
  )
}

const MOST_NAMED = 30
