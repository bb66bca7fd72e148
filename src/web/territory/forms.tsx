import type { Message } from '../../messages/message.ts'
import { to } from '../frame/address.ts'
import { Area, Field, type Refused } from '../frame/field.tsx'
import { MessageList } from '../frame/messages.tsx'
import type { View } from '../frame/view.ts'
import { sends } from '../frame/sends.ts'

interface FormsProps {
  readonly view: View
  readonly refused: Refused | null
  readonly told: readonly Message[]
  readonly empty: boolean
}

/** Changing the territory: one change by a form, or the two tables; both are looked at before they are saved. */
export function ChangeForms({ view, refused, told, empty }: FormsProps) {
  const { t, address } = view
  const shared = { view, form: 'change', refused }
  return (
    <section aria-labelledby="change">
      <h2 id="change">{t('web.territory.change')}</h2>
      {!empty && (
        <form
          method="post"
          action={to(address, '/territory/change')}
          enctype="multipart/form-data"
          data-busy={t('web.territory.busy')}
        >
          <p class="small">{t('web.territory.about-change')}</p>
          <div class="fields">
            <Field {...shared} name="date" label={t('web.territory.from-day')} value="" type="date" />
            <Field {...shared} name="basis" label={t('web.territory.basis')} value="" />
            <Area {...shared} name="from" label={t('web.territory.from')} value="" />
            <Area {...shared} name="into" label={t('web.territory.into')} value="" />
            <div class="wide">
              <label class="ticked">
                <input type="checkbox" name="rename" value="1" checked={refused?.fields['rename'] === '1'} />{' '}
                {t('web.territory.only-name')}
              </label>
            </div>
          </div>
          <button type="submit" name="act" value="preview">
            {t('web.territory.preview')}
          </button>
        </form>
      )}
      <h3>{t('web.territory.load')}</h3>
      {told.length > 0 && (
        <div class="fault" role="alert">
          <p>{t('web.territory.refused', { count: String(told.length) })}</p>
          <MessageList view={view} messages={told.slice(0, MOST_TOLD)} />
        </div>
      )}
      <form method="post" action={to(address, '/territory/load')} {...sends(view, 'web.territory.busy')}>
        <p class="small">{t('web.territory.about-load')}</p>
        <div class="fields">
          <div>
            <label for="areas">{t('web.territory.areas-file')}</label>
            <input type="file" id="areas" name="areas" accept=".csv" required />
          </div>
          <div>
            <label for="events">{t('web.territory.events-file')}</label>
            <input type="file" id="events" name="events" accept=".csv" required />
          </div>
        </div>
        <button type="submit" name="act" value="preview">
          {t('web.territory.preview')}
        </button>
      </form>
    </section>
  )
}

const MOST_TOLD = 100
