import { CALENDAR_COLUMNS } from '../../desk/calendar/decisions.ts'
import { showDay } from '../../measure/show.ts'
import { to } from '../frame/address.ts'
import { Choice, Field } from '../frame/field.tsx'
import { TableForm } from './table-form.tsx'
import type { RoundsProps } from './view.tsx'

/** What was decided of days off beside the law: due days move by it. */
export function CalendarPart({ view, decisions, refused }: RoundsProps) {
  const { t, address, language } = view
  const own = refused?.at === 'calendar' ? refused : null
  const shared = { view, form: 'calendar', refused: own }
  const days = (list: readonly string[]) => list.map(day => showDay(day, language)).join(', ')
  return (
    <section aria-labelledby="calendar">
      <h2 id="calendar">{t('web.rounds.calendar')}</h2>
      {decisions.size === 0 ? (
        <p>{t('web.rounds.by-law')}</p>
      ) : (
        <dl class="facts">
          {[...decisions].map(([year, { off, working, basis }]) => (
            <>
              <dt>{year}</dt>
              <dd>
                {off.length > 0 && <div>{t('web.rounds.days-off', { days: days(off) })}</div>}
                {working.length > 0 && <div>{t('web.rounds.days-worked', { days: days(working) })}</div>}
                <small lang="vi">{basis}</small>
              </dd>
            </>
          ))}
        </dl>
      )}
      <details open={own !== null}>
        <summary>{t('web.rounds.decide')}</summary>
        <form method="post" action={to(address, '/rounds/calendar')}>
          <div class="fields">
            <Field {...shared} name="day" label={t('web.territory.on')} value="" type="date" />
            <Choice
              {...shared}
              name="is"
              label={t('web.rounds.is')}
              value="off"
              choices={[
                ['off', t('web.rounds.is-off')],
                ['working', t('web.rounds.is-working')],
                ['law', t('web.rounds.is-law')],
              ]}
            />
            <Field {...shared} name="basis" label={t('web.territory.basis')} value="" />
          </div>
          <button type="submit">{t('web.draft.save')}</button>
        </form>
      </details>
      <TableForm view={view} action="/rounds/table" of="calendar" download={null} columns={CALENDAR_COLUMNS} />
    </section>
  )
}
