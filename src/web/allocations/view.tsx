import { addsUp } from '../../desk/allocations/shares.ts'
import { placeOf, sharesByPlace, WHOLE } from '../../evaluation/allocation/places.ts'
import { sumLines } from '../../evaluation/allocation/sum-lines.ts'
import { endsOf } from '../../measure/bound.ts'
import { absolute, sign } from '../../measure/decimal.ts'
import { showDecimal } from '../../measure/show.ts'
import type { Measure, Plan } from '../../plan/plan.ts'
import { to } from '../frame/address.ts'
import { boundInWords } from '../frame/figures.ts'
import { Layout } from '../frame/layout.tsx'
import { nameIn, type View } from '../frame/view.ts'

interface AllocationsProps {
  readonly view: View
  readonly plan: Plan
}

/** The measures of a plan with what of each is shared out, and whether the shares come to it. */
export function AllocationsPage({ view, plan }: AllocationsProps) {
  const { t, address, language } = view
  const path = `/plans/${encodeURIComponent(plan.id)}`
  const rows = plan.targets.flatMap(target =>
    target.measures.flatMap(measure => (measure.bound ? [{ target, measure, bound: measure.bound }] : [])),
  )
  const groups = [...plan.groups.map(group => group.id), null]
    .map(group => ({ group, own: rows.filter(each => each.target.group === group) }))
    .filter(({ own }) => own.length > 0)
  return (
    <Layout view={view} title={t('web.allocations.title')} place="scoreboard">
      <header>
        <h1>{t('web.allocations.title')}</h1>
        <p>
          <a href={to(address, path)} lang="vi">
            {nameIn(plan.name, language)}
          </a>
        </p>
      </header>
      <p>{t('web.allocations.about')}</p>
      {rows.length === 0 ? (
        <p>{t('web.allocations.none')}</p>
      ) : (
        <table class="rows links">
          <caption class="hidden">{t('web.allocations.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('web.allocations.measure')}</th>
              <th scope="col">{t('web.allocations.whole')}</th>
              <th scope="col">{t('web.allocations.to-areas')}</th>
              <th scope="col">{t('web.allocations.to-years')}</th>
            </tr>
          </thead>
          {groups.map(({ group, own }) => (
            <tbody>
              {groups.length > 1 && (
                <tr class="group">
                  <th scope="rowgroup" colspan={4} lang={group === null ? undefined : 'vi'}>
                    {group === null ? t('web.allocations.no-group') : groupIn(view, plan, group)}
                  </th>
                </tr>
              )}
              {own.map(({ target, measure, bound }) => (
                <tr>
                  <th scope="row" lang="vi">
                    {target.number !== null && <small>{target.number}. </small>}
                    <a href={to(address, `${path}/allocations/${encodeURIComponent(measure.id)}`, { to: 'table' })}>
                      {nameIn(measure.name, language)}
                    </a>
                  </th>
                  <td data-label={t('web.allocations.whole')}>{boundInWords(bound, measure.unit, language)}</td>
                  {(['areas', 'years'] as const).map(kind => (
                    <td data-label={t(`web.allocations.to-${kind}`)}>
                      <a href={to(address, `${path}/allocations/${encodeURIComponent(measure.id)}`, { to: kind })}>
                        {standing(view, plan, measure, kind)}
                      </a>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      )}
    </Layout>
  )
}

const groupIn = ({ language }: View, plan: Plan, id: string): string => {
  const group = plan.groups.find(each => each.id === id)
  return group ? nameIn(group.name, language) : id
}

/** "11 shares, adds up", "11 shares, 5 too many", "share out". */
function standing({ t, language }: View, plan: Plan, measure: Measure, kind: 'areas' | 'years'): string {
  const shares = sharesByPlace(plan, measure)
  const keys = [...shares.keys()].filter(key => key !== WHOLE).map(placeOf)
  const own = keys.filter(({ area, year }) => (kind === 'areas' ? year === '' : area === ''))
  if (own.length === 0 || !measure.bound) return t('web.allocations.share-out')
  const count = t('web.allocations.shares', { count: String(own.length) })
  const indicator = plan.indicators.find(each => each.code === measure.indicators[0])
  if (!addsUp(measure, indicator, kind)) return count
  const table = {
    areas: kind === 'areas' ? own.map(each => each.area) : [''],
    years: kind === 'years' ? own.map(each => each.year) : [''],
    ends: endsOf(measure.bound),
    overAreas: kind === 'areas',
    overYears: kind === 'years',
  }
  const off = sumLines(table, (key, end) => shares.get(key)?.[end] ?? null).find(
    ({ difference }) => difference && sign(difference) !== 0,
  )
  if (!off?.difference) return `${count}, ${t('web.allocations.adds')}`
  const gap = showDecimal(absolute(off.difference), language)
  return `${count}, ${t(sign(off.difference) > 0 ? 'web.allocations.over' : 'web.allocations.under', { gap })}`
}
