import { absenceIn } from '../../measure/absence.ts'
import { say, catalogue } from '../../messages/catalogue.ts'
import { approximateRatio, showRatio, type Ratio } from '../../measure/ratio.ts'
import { periodCode } from '../../measure/period.ts'
import { showDay, showDecimal, showPeriod } from '../../measure/show.ts'
import type { PlanListed } from '../../store/plans.ts'
import type { Plan } from '../../plan/plan.ts'
import { unitIn } from '../frame/figures.ts'
import { withUnit } from '../../measure/show-unit.ts'
import { to } from '../frame/address.ts'
import { Kept } from '../frame/kept.tsx'
import { Layout } from '../frame/layout.tsx'
import { nameIn, sourceIn, type View } from '../frame/view.ts'
import { When } from '../frame/when.tsx'
import { areaName, areaPath, MapFigure, SwatchHatch } from './figure.tsx'
import type { Ground } from './ground.ts'
import { Bar, Legend } from './legend.tsx'
import type { AreaPicture, Ranked } from './load.ts'

export interface MapPageProps {
  readonly view: View
  readonly ground: Ground
  readonly plans: readonly PlanListed[]
  readonly plan: Plan | null
  /** The indicators that have figures by area; they are offered first. */
  readonly byArea: ReadonlySet<string>
  readonly shown: AreaPicture | null
}

/** An indicator over the areas of a map: map, classes and every value in a table. */
export function MapPage({ view, ground, plans, plan, byArea, shown }: MapPageProps) {
  const { t, language } = view
  const title = shown ? nameIn(shown.indicator.name, language) : t('web.map.title')
  return (
    <Layout view={view} title={title} place="map" kind="mapped">
      <header>
        <h1>{title}</h1>
        {shown?.period && (
          <p>
            {showPeriod(shown.period, language)} · {unitIn(shown.indicator.unit, language)}
            {ground.since !== null && ` · ${t('web.map.since', { day: showDay(ground.since, language) })}`}
          </p>
        )}
        <When view={view} chosen={ground.chosen} />
      </header>
      <SwatchHatch />
      {ground.map.areas.size === 0 ? (
        <NoTerritory view={view} ground={ground} />
      ) : (
        plan && shown && <Shown view={view} plans={plans} plan={plan} byArea={byArea} shown={shown} />
      )}
      {view.may('territory.define') && (
        <p class="acts">
          <a href={to(view.address, '/map/boundaries')}>{t('web.map.load-boundaries')}</a>
        </p>
      )}
    </Layout>
  )
}

/** What to do where there is nothing to draw on. */
export const NoTerritory = ({ view, ground }: { readonly view: View; readonly ground: Ground }) => (
  <p class="told">
    {ground.chosen.territory.areas.size === 0
      ? view.t('web.map.no-territory')
      : view.t('web.map.before-territory', { day: showDay(ground.map.day, view.language) })}
  </p>
)

interface ShownProps {
  readonly view: View
  readonly plans: readonly PlanListed[]
  readonly plan: Plan
  readonly byArea: ReadonlySet<string>
  readonly shown: AreaPicture
}

function Shown({ view, plans, plan, byArea, shown }: ShownProps) {
  const { t } = view
  return (
    <>
      <ChoiceForm view={view} plans={plans} plan={plan} byArea={byArea} shown={shown} />
      {shown.period === null && <p class="told">{t('web.map.no-figures')}</p>}
      <div class="map-and-table">
        <DrawnAreas view={view} shown={shown} id="map" table="values" />
        {shown.period ? <ValueTable view={view} shown={shown} id="values" /> : <AreaNames view={view} shown={shown} />}
      </div>
    </>
  )
}

interface DrawnProps {
  readonly view: View
  readonly shown: AreaPicture
  /** Of the map, and of its table; unique on the page. */
  readonly id: string
  readonly table: string
}

/** The map with its classes. */
export const DrawnAreas = ({ view, shown, id, table }: DrawnProps) => (
  <div>
    <MapFigure
      view={view}
      id={id}
      title={view.t('web.map.named', { name: nameIn(shown.indicator.name, view.language) })}
      picture={shown.picture}
      lacking={shown.lacking}
      table={table}
      ranked
      lookOf={area => lookOf(view, shown, area)}
    />
    {shown.period && (
      <Legend
        view={view}
        about={view.t(`web.map.by-${shown.classing}-about`, {
          bound: shown.mark ? valueText(shown.mark.at, shown, view) : '',
        })}
        unit={shown.indicator.unit}
        decimals={shown.indicator.decimals}
        classes={shown.classes}
        none={shown.rows.filter(({ found }) => found.value === null && !found.part).length}
        part={shown.rows.filter(({ found }) => partOf(found) !== null).length}
      />
    )}
  </div>
)

/** What is shown: kept in the address like everything else. */
function ChoiceForm({ view, plans, plan, byArea, shown }: ShownProps) {
  const { t, language } = view
  const select = (name: string, label: string, value: string, choices: readonly (readonly [string, string])[]) =>
    choices.length > 1 && (
      <span class="when-pair">
        <label for={`c-${name}`}>{label}</label>
        <select id={`c-${name}`} name={name}>
          {choices.map(([key, words]) => (
            <option value={key} selected={key === value}>
              {words}
            </option>
          ))}
        </select>
      </span>
    )
  return (
    <form class="when" method="get" action="/map">
      <Kept view={view} />
      {plans.length > 1
        ? select(
            'plan',
            t('web.plans.plan'),
            plan.id,
            plans.map(each => [each.id, each.name]),
          )
        : null}
      {select(
        'indicator',
        t('web.target.indicator'),
        shown.indicator.code,
        [true, false].flatMap(first =>
          plan.indicators
            .filter(each => byArea.has(each.code) === first)
            .map(
              each =>
                [each.code, `${nameIn(each.name, language)}${first ? '' : ` (${t('web.map.no-value')})`}`] as const,
            ),
        ),
      )}
      {select(
        'period',
        t('web.target.period'),
        shown.period ? periodCode(shown.period) : '',
        shown.periods.map(each => [periodCode(each), showPeriod(each, language)]),
      )}
      {select(
        'level',
        t('web.map.level'),
        shown.level,
        shown.levels.map(each => [each, t(`web.level.${each}`)]),
      )}
      {select(
        'classes',
        t('web.map.classes'),
        shown.classing,
        shown.classings.map(each => [each, t(`web.map.by-${each}`)]),
      )}
      <button type="submit">{t('web.when.show')}</button>
    </form>
  )
}

const valueText = (value: Ratio, shown: AreaPicture, view: View) =>
  showDecimal(showRatio(value, shown.indicator.decimals), view.language)

function lookOf(view: View, shown: AreaPicture, id: string) {
  const row = shown.rows.find(each => each.area.id === id)
  const value = row?.found.value ?? null
  const said = row
    ? `${row.rank === null ? '' : `${row.rank}. `}${areaName(row.area)}: ${
        value
          ? withUnit(valueText(value, shown, view), unitIn(shown.indicator.unit, view.language))
          : (partIn(view, shown, row.found) ?? whyOf(view, row.found))
      }`
    : ''
  return {
    tone: value ? shown.classes.toneOf(value) : row && partOf(row.found) ? 'part' : 'none',
    said,
    href: areaPath(view, id),
    name: row?.area.name ?? '',
    number: row?.rank == null ? '' : String(row.rank),
  }
}

const partOf = (found: Ranked['found']) => (found.value === null ? (found.part ?? null) : null)

/** What there is of a total that is not whole: "mới có 12/14 số liệu, cộng được 1.204 ha"; null where it is whole or there is nothing. */
function partIn(view: View, shown: AreaPicture, found: Ranked['found']): string | null {
  const part = partOf(found)
  if (!part) return null
  const value = withUnit(valueText(part.value, shown, view), unitIn(shown.indicator.unit, view.language))
  return view.t('web.map.part', { count: String(part.count), of: String(part.of), value })
}

/** Why an area has no value, in a few words. */
export function whyOf(view: View, found: Ranked['found']): string {
  if (found.value !== null) return ''
  const { absent, because } = found.why
  const brief = absenceIn(absent, view.language)
  return because !== undefined && because in catalogue ? `${brief}: ${say(because, view.language)}` : brief
}

interface ValueTableProps {
  readonly view: View
  readonly shown: AreaPicture
  readonly id: string
  /** At most so many rows; the rest is counted. */
  readonly most?: number
}

/** Areas with their values, the highest first, and a bar from nought. */
export function ValueTable({ view, shown, id, most: rows = Infinity }: ValueTableProps) {
  const { t, language } = view
  const valued = shown.rows.filter(row => row.rank !== null).length
  const parts = shown.rows.filter(({ found }) => partOf(found) !== null).length
  const said = (row: Ranked) => partIn(view, shown, row.found) ?? howOf(view, row)
  const common = commonOf(shown.rows.map(said))
  const sizes = shown.rows.flatMap(({ found }) => (found.value ? [approximateRatio(found.value)] : []))
  const [least, most] = [Math.min(0, ...sizes), Math.max(0, ...sizes)]
  return (
    <table class="rows ranks" id={id} tabindex={-1}>
      <caption>
        {t('web.map.counted', { valued: String(valued), all: String(shown.rows.length) })}
        {parts > 0 && ` ${t('web.map.parts', { count: String(parts) })}`}
        {common !== null && ` ${t('web.map.common', { how: common })}`}
        {shown.rows.some(isSoft) && ` ${t('web.map.soft')}`}
      </caption>
      <thead>
        <tr>
          <th scope="col" class="num">
            №
          </th>
          <th scope="col">{t('web.areas.area')}</th>
          <th scope="col" class="num">
            {t('web.target.value')} <small>{unitIn(shown.indicator.unit, language)}</small>
          </th>
          <th scope="col">
            <span class="hidden">{t('web.map.bar')}</span>
          </th>
          <th scope="col">{t('web.map.how')}</th>
        </tr>
      </thead>
      <tbody>
        {shown.rows.slice(0, rows).map(row => (
          <tr>
            <td class="num">{row.rank ?? ''}</td>
            <th scope="row">
              <a href={areaPath(view, row.area.id)}>{areaName(row.area)}</a>
            </th>
            <td class="num" data-label={t('web.target.value')}>
              {row.found.value ? valueText(row.found.value, shown, view) : '–'}
              <sup>{isSoft(row) ? '*' : ' '}</sup>
            </td>
            <td class="bars">
              {row.found.value && (
                <Bar value={row.found.value} least={least} most={most} tone={shown.classes.toneOf(row.found.value)} />
              )}
            </td>
            <td>
              <small>{said(row) === common ? '' : said(row)}</small>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Where there are no values: the areas by name, so that the map is not the only way to them. */
const AreaNames = ({ view, shown }: { readonly view: View; readonly shown: AreaPicture }) => (
  <ul class="names" id="values" tabindex={-1}>
    {shown.rows.map(({ area }) => (
      <li>
        <a href={areaPath(view, area.id)}>{areaName(area)}</a>
      </li>
    ))}
  </ul>
)

/** Estimated or provisional, or made of such. */
const isSoft = ({ found }: Ranked): boolean => found.value !== null && !found.firm

/** What most rows say alike is said once, in the caption. */
function commonOf(texts: readonly string[]): string | null {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  const [text, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ['', 0]
  return text !== '' && count > 1 && count * 2 > texts.length ? text : null
}

/** Its source, or what it was made of; why there is none. */
function howOf(view: View, { found }: Ranked): string {
  if (found.value === null) return whyOf(view, found)
  const { t } = view
  switch (found.how) {
    case 'own':
      return sourceIn(found.source, view)
    case 'added':
      return t('web.score.added-up')
    case 'carried':
    case 'summed':
      return t('web.map.summed', { count: String(found.from.length) })
    case 'apportioned':
      return t('web.map.apportioned')
    default:
      return found.how satisfies never
  }
}
