import type { Child } from 'hono/jsx'
import { say } from '../../messages/catalogue.ts'
import type { Recast } from '../../cube/recast.ts'
import type { SeriesPreview } from '../../desk/territory/preview.ts'
import { isAbsent } from '../../measure/absence.ts'
import { showDecimal } from '../../measure/show.ts'
import type { Territory } from '../../territory/territory.ts'
import { Choice } from '../frame/field.tsx'
import { figureIn as valueIn, unitIn } from '../frame/figures.ts'
import { nameIn, type View } from '../frame/view.ts'
import { areaName } from './names.ts'

interface SeriesProps {
  readonly view: View
  readonly territory: Territory
  readonly preview: SeriesPreview
}

/** Which series is looked at; inside a form of the page. */
export function SeriesChoice({
  view,
  preview,
  children,
}: Omit<SeriesProps, 'territory'> & { readonly children?: Child }) {
  const { t, language } = view
  const { chosen, indicators, periods } = preview
  if (!chosen) return null
  const shared = { view, form: 'series', refused: null }
  return (
    <div class="fields">
      <Choice
        {...shared}
        name="indicator"
        label={t('web.territory.indicator')}
        value={chosen.indicator.code}
        choices={indicators.map(each => [each.code, nameIn(each.name, language)] as const)}
      />
      <Choice
        {...shared}
        name="period"
        label={t('web.territory.period')}
        value={chosen.period}
        choices={periods.map(period => [period, period] as const)}
      />
      <Choice
        {...shared}
        name="by"
        label={t('web.territory.by')}
        value={chosen.by ?? ''}
        choices={[
          ['', t('web.territory.by-none')],
          ['population', t('web.territory.by-population')],
          ['area', t('web.territory.by-area')],
          ['equal', t('web.territory.by-equal')],
        ]}
      />
      {children}
    </div>
  )
}

/** A series on the old map beside the new one: areas that changed, how each figure came about, and the totals of both. */
export function SeriesTable({ view, territory, preview }: SeriesProps) {
  const { t, language } = view
  const { chosen, table, counts, before, after } = preview
  if (!chosen || !table) return <p>{t('web.territory.no-figures')}</p>
  const reportedTotal = [...table.reported.values()].filter(value => !isAbsent(value)).length
  const changed = table.rows.filter(row => row.how !== 'carried' || row.from[0] !== row.id)
  const said = (Object.keys(counts) as (keyof typeof counts)[]).filter(key => counts[key] > 0)
  return (
    <>
      <p>
        {t('web.territory.added', { rule: t(`web.over-areas.${chosen.indicator.overAreas}`) })}{' '}
        {said.map(key => t(`web.territory.counted-${key}`, { count: String(counts[key]) })).join('; ')}.
      </p>
      <table class="rows series">
        <caption>
          <span lang="vi">{nameIn(chosen.indicator.name, language)}</span>, {chosen.period},{' '}
          {unitIn(chosen.indicator.unit, language)}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('web.territory.new-area')}</th>
            <th scope="col" class="num">
              {t('web.territory.new-figure')}
            </th>
            <th scope="col">{t('web.territory.how')}</th>
            <th scope="col">{t('web.territory.old-figures')}</th>
          </tr>
        </thead>
        <tbody>
          {changed.map(row => (
            <tr>
              <th scope="row" lang="vi">
                {areaName(territory, row.id, after.day)}
              </th>
              <td class="num" data-label={t('web.territory.new-figure')}>
                {figureIn(row, view)}
              </td>
              <td data-label={t('web.territory.how')}>{howIn(row, view)}</td>
              <td data-label={t('web.territory.old-figures')}>
                {parted(row) && t('web.territory.shared')}{' '}
                {row.from.map((id, i) => {
                  const value = table.reported.get(id)
                  return (
                    <>
                      {i > 0 && '; '}
                      <span lang="vi">{areaName(territory, id, before.day)}</span>
                      {parted(row) ? '' : ` ${value === undefined ? '—' : valueIn(value, language)}`}
                    </>
                  )
                })}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('web.territory.total')}</th>
            <td class="num" data-label={t('web.territory.new-figure')}>
              <b>{figureIn(table.total, view)}</b>
            </td>
            <td data-label={t('web.territory.how')}>{howIn(table.total, view)}</td>
            <td>{t('web.territory.reported', { count: String(reportedTotal) })}</td>
          </tr>
        </tfoot>
      </table>
    </>
  )
}

/** Of parts that nobody can tell apart the areas that share them are named. */
const parted = (row: Recast): boolean => row.how === 'absent' && row.value.because === 'cube.parts-unknown'

const figureIn = (row: Recast, { language }: View): string =>
  isAbsent(row.value) ? '—' : showDecimal(row.value, language)

function howIn(row: Recast, { t, language }: View): string {
  if (row.how === 'absent')
    return row.value.because === undefined ? t('web.territory.how-notReported') : say(row.value.because, language)
  if (row.how === 'apportioned') return `${t('web.territory.how-apportioned')} (${t(`web.territory.by-${row.by}`)})`
  return t(`web.territory.how-${row.how}`)
}
