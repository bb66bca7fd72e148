import { addDays } from '../../measure/period.ts'
import { showDay } from '../../measure/show.ts'
import { mapOn } from '../../territory/map.ts'
import type { Level, Reorganisation, Territory } from '../../territory/territory.ts'
import { changingDays } from '../../desk/territory/preview.ts'
import { here, to } from '../frame/address.ts'
import type { View } from '../frame/view.ts'

interface LineProps {
  readonly view: View
  readonly territory: Territory
}

export const countOn = (territory: Territory, day: string, level: Level): number =>
  [...mapOn(territory, day).areas.values()].filter(area => area.level === level).length

/** The reorganisations on a line of time, as a timetable: day, kind, how many areas before and after, on what basis. */
export function TimeLine({ view, territory }: LineProps) {
  const { t, address, language } = view
  const days = changingDays(territory)
  return (
    <table class="rows timeline">
      <caption class="hidden">{t('web.territory.line')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('web.territory.day')}</th>
          <th scope="col">{t('web.territory.kind')}</th>
          <th scope="col" class="num">
            {t('web.territory.communes')}
          </th>
          <th scope="col" class="num">
            {t('web.territory.districts')}
          </th>
          <th scope="col">{t('web.territory.basis')}</th>
        </tr>
      </thead>
      <tbody>
        {days.map((day, i) => {
          const events = territory.reorganisations.filter(event => event.date === day)
          return (
            <tr>
              <th scope="row">
                {events.length > 0 ? (
                  <a href={to(address, `/territory/days/${day}`)}>{showDay(day, language)}</a>
                ) : (
                  <a href={here(address, { map: day })}>{showDay(day, language)}</a>
                )}
              </th>
              <td data-label={t('web.territory.kind')}>
                {i === 0 ? t('web.territory.begins') : kindsIn(events, view)}
              </td>
              <Counts view={view} territory={territory} day={day} first={i === 0} level="commune" />
              <Counts view={view} territory={territory} day={day} first={i === 0} level="district" />
              <td data-label={t('web.territory.basis')} lang="vi">
                {[...new Set(events.map(event => event.basis))].filter(basis => basis !== '').join('; ')}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Counts({
  view,
  territory,
  day,
  first,
  level,
}: LineProps & { readonly day: string; readonly first: boolean; readonly level: 'commune' | 'district' }) {
  const after = countOn(territory, day, level)
  const before = first ? after : countOn(territory, addDays(day, -1), level)
  return (
    <td class="num" data-label={view.t(level === 'commune' ? 'web.territory.communes' : 'web.territory.districts')}>
      {before === after ? String(after) : `${before} → `}
      {before !== after && <b>{after}</b>}
    </td>
  )
}

/** "merge, split": what happened, each kind once. */
export function kindsIn(events: readonly Reorganisation[], { t }: View): string {
  if (events.length === 0) return t('web.territory.renamed')
  const kinds = events.flatMap((event): readonly ('merge' | 'split' | 'transfer' | 'regrouping' | 'abolition')[] => {
    if (event.kind !== 'links') return [event.kind]
    const splits = event.links.some(a => event.links.filter(b => b.from === a.from).length > 1)
    const merges = event.links.some(a => event.links.filter(b => b.to === a.to).length > 1)
    return [
      ...(merges ? (['merge'] as const) : []),
      ...(splits ? (['split'] as const) : []),
      ...(merges || splits ? [] : (['transfer'] as const)),
    ]
  })
  return [...new Set(kinds)].map(kind => t(`web.territory.kind-${kind}`)).join(', ')
}
