import { periodCode } from '../../measure/period.ts'
import { showDay, showPeriod } from '../../measure/show.ts'
import type { Observation } from '../../plan/observation.ts'
import type { Plan } from '../../plan/plan.ts'
import type { Area } from '../../territory/territory.ts'
import { to } from '../frame/address.ts'
import { boundInSigns, figureIn, periodInBrief, quantityIn, unitIn } from '../frame/figures.ts'
import { Layout } from '../frame/layout.tsx'
import { Status } from '../frame/status.tsx'
import { nameIn, sourceIn, type View } from '../frame/view.ts'
import { When } from '../frame/when.tsx'
import { areaName, areaPath, MapFigure } from '../map/figure.tsx'
import { areasAt, pictureOf, type Ground } from '../map/ground.ts'
import type { Entry } from '../scoreboard/load.ts'
import { Partial, pathOf } from '../scoreboard/view.tsx'
import { above, eventsOf, factNear, type AreaFigures } from './load.ts'

export interface AreaPageProps {
  readonly view: View
  readonly ground: Ground
  readonly area: Area
  readonly plan: Plan | null
  /** What the plan gave it to reach. */
  readonly targets: readonly Entry[]
  readonly figures: readonly AreaFigures[]
}

/** One area: since when it is what, what it was made of and became, where it lies, its figures. */
export function AreaPage({ view, ground, area, plan, targets, figures }: AreaPageProps) {
  const { t, language } = view
  const { map } = ground
  const here = map.areas.get(area.id)
  const fact = factNear(area, map.day)
  const title = fact ? areaName(fact) : area.id
  return (
    <Layout view={view} title={title} place="areas" kind="mapped">
      <header>
        <p class="way">
          <a href={to(view.address, '/areas')}>{t('web.areas.title')}</a>
          {above(map, area.id).map(each => (
            <>
              {' › '}
              <a href={areaPath(view, each.id)}>{areaName(each)}</a>
            </>
          ))}
        </p>
        <h1>{title}</h1>
        {fact && (
          <p>
            {t('web.areas.code')} {fact.code} ·{' '}
            {fact.to === null
              ? t('web.areas.from', { from: showDay(fact.from, language) })
              : t('web.areas.from-to', { from: showDay(fact.from, language), to: showDay(fact.to, language) })}
          </p>
        )}
        <When view={view} chosen={ground.chosen} />
      </header>
      {!here && <p class="told">{t('web.area.gone', { day: showDay(map.day, language) })}</p>}
      <div class="map-and-table">
        <div>
          <Where view={view} ground={ground} area={area} title={title} />
          <Neighbours view={view} ground={ground} area={area} />
        </div>
        <div>
          {plan && targets.length > 0 && <Targets view={view} plan={plan} targets={targets} />}
          <Figures view={view} plan={plan} figures={figures} />
          <History view={view} ground={ground} area={area} />
          <Facts view={view} ground={ground} area={area} />
        </div>
      </div>
    </Layout>
  )
}

type PartProps = Pick<AreaPageProps, 'view' | 'ground' | 'area'>

/** A name of any time, as a link. */
function Named({ view, ground, id }: { readonly view: View; readonly ground: Ground; readonly id: string }) {
  const known = ground.chosen.territory.areas.get(id)
  const fact = known && factNear(known, ground.map.day)
  return <a href={areaPath(view, id)}>{fact ? areaName(fact) : id}</a>
}

/** Its place among the areas of its level. */
function Where({ view, ground, area, title }: PartProps & { readonly title: string }) {
  const { t } = view
  const { map, outlines } = ground
  const here = map.areas.get(area.id)
  if (!here) return null
  const top = above(map, area.id)[0]?.id ?? area.id
  const shown = here.level === 'province' || here.level === 'nation' ? 'commune' : here.level
  const areas = areasAt(map, shown, top)
  if (areas.length < 2) return null
  const { picture, lacking } = pictureOf(map, areas, outlines)
  return (
    <section aria-labelledby="where">
      <h2 id="where">{t('web.area.where')}</h2>
      <MapFigure
        view={view}
        id="place"
        title={t('web.area.map-title', { name: title })}
        picture={picture}
        lacking={lacking}
        table="beside"
        lookOf={id => {
          const each = map.areas.get(id)
          const own = id === area.id
          const near = each?.parent === here.parent
          return {
            tone: own ? 'own' : near ? 'near' : 'far',
            said: each ? areaName(each) : id,
            href: own ? null : areaPath(view, id),
            name: each?.name ?? '',
            number: own ? (each?.name ?? '') : '',
            chosen: own,
          }
        }}
      />
    </section>
  )
}

function Neighbours({ view, ground: { map }, area }: PartProps) {
  const { t } = view
  const here = map.areas.get(area.id)
  const children = map.children.get(area.id) ?? []
  const listed = children.length > 0 ? children : (map.children.get(here?.parent ?? '') ?? [])
  if (listed.length === 0) return null
  return (
    <section aria-labelledby="beside" tabindex={-1}>
      <h2 id="beside">
        {children.length > 0 ? t('web.areas.children', { count: String(children.length) }) : t('web.area.siblings')}
      </h2>
      <ul class="names">
        {listed.map(id => {
          const each = map.areas.get(id)
          return (
            each && (
              <li>{id === area.id ? <b>{areaName(each)}</b> : <a href={areaPath(view, id)}>{areaName(each)}</a>}</li>
            )
          )
        })}
      </ul>
    </section>
  )
}

/** Its shares of the plan's targets, and how each stands. */
function Targets({
  view,
  plan,
  targets,
}: {
  readonly view: View
  readonly plan: Plan
  readonly targets: readonly Entry[]
}) {
  const { t, language, address } = view
  return (
    <section aria-labelledby="targets">
      <h2 id="targets">{t('web.area.targets')}</h2>
      <table class="rows">
        <caption class="hidden">{t('web.area.targets')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('web.score.target')}</th>
            <th scope="col">{t('web.score.unit')}</th>
            <th scope="col" class="num">
              {t('web.score.bound')}
            </th>
            <th scope="col" class="num">
              {t('web.score.latest')}
            </th>
            <th scope="col">{t('web.score.status')}</th>
          </tr>
        </thead>
        <tbody>
          {targets.flatMap(entry =>
            entry.rows.map(({ measure, judgement, latest }) => (
              <tr>
                <th scope="row">
                  <a href={to(address, `${pathOf(plan, entry)}#${measure.id}`)}>{nameIn(measure.name, language)}</a>
                </th>
                <td data-label={t('web.score.unit')}>{unitIn(measure.unit, language)}</td>
                <td class="num" data-label={t('web.score.bound')}>
                  {measure.bound ? boundInSigns(measure.bound, language) : t('web.score.to-do')}
                </td>
                <td class="num" data-label={t('web.score.latest')}>
                  {(latest && quantityIn(latest.value, judgement.decimals, language)) ?? '–'}{' '}
                  {latest && <small>{periodInBrief(latest.period, language)}</small>}
                </td>
                <td data-label={t('web.score.status')}>
                  <Status view={view} status={judgement.status} />
                  <Partial view={view} judgement={judgement} />
                </td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </section>
  )
}

function Figures({ view, plan, figures }: Pick<AreaPageProps, 'view' | 'plan' | 'figures'>) {
  const { t, language } = view
  const cell = (o: Observation | undefined) =>
    o ? (
      <>
        {figureIn(o.value, language)} <small>{showPeriod(o.period, language)}</small>
      </>
    ) : (
      '–'
    )
  return (
    <section aria-labelledby="figures">
      <h2 id="figures">{t('web.area.figures')}</h2>
      {!plan || figures.length === 0 ? (
        <p>{t('web.area.no-figures')}</p>
      ) : (
        <table class="rows">
          <caption class="hidden">{t('web.area.figures')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('web.target.indicator')}</th>
              <th scope="col">{t('web.score.unit')}</th>
              <th scope="col" class="num">
                {t('web.area.before')}
              </th>
              <th scope="col" class="num">
                {t('web.area.latest')}
              </th>
              <th scope="col">{t('web.target.source')}</th>
            </tr>
          </thead>
          <tbody>
            {figures.map(({ indicator, figures: [latest, before] }) => (
              <tr>
                <th scope="row">
                  <a
                    href={to(view.address, '/map', {
                      plan: plan.id,
                      indicator: indicator.code,
                      period: latest ? periodCode(latest.period) : null,
                    })}
                  >
                    {nameIn(indicator.name, language)}
                  </a>
                </th>
                <td data-label={t('web.score.unit')}>{unitIn(indicator.unit, language)}</td>
                <td class="num" data-label={t('web.area.before')}>
                  {cell(before)}
                </td>
                <td class="num" data-label={t('web.area.latest')}>
                  {cell(latest)}
                </td>
                <td data-label={t('web.target.source')}>
                  <small>{latest && sourceIn(latest.source, view)}</small>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function History({ view, ground, area }: PartProps) {
  const { t, language } = view
  const events = eventsOf(ground.chosen.territory, area.id)
  return (
    <section aria-labelledby="history">
      <h2 id="history">{t('web.area.history')}</h2>
      {events.length === 0 ? (
        <p>{t('web.area.no-events')}</p>
      ) : (
        <dl class="facts">
          {events.map(event => (
            <>
              <dt>{showDay(event.date, language)}</dt>
              <dd>
                {t(`web.area.${event.kind}`)}
                {event.areas.map((id, i) => (
                  <>
                    {i === 0 ? ': ' : ', '}
                    <Named view={view} ground={ground} id={id} />
                  </>
                ))}
                {event.basis !== '' && <small> {event.basis}</small>}
              </dd>
            </>
          ))}
        </dl>
      )}
    </section>
  )
}

function Facts({ view, ground, area }: PartProps) {
  const { t, language } = view
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">{t('web.area.facts')}</h2>
      <table class="rows">
        <caption class="hidden">{t('web.area.facts')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('web.areas.time')}</th>
            <th scope="col">{t('web.areas.area')}</th>
            <th scope="col">{t('web.areas.code')}</th>
            <th scope="col">{t('web.areas.lies-in')}</th>
          </tr>
        </thead>
        <tbody>
          {area.facts.map(fact => (
            <tr>
              <th scope="row">
                {fact.to === null
                  ? t('web.areas.from', { from: showDay(fact.from, language) })
                  : t('web.areas.from-to', { from: showDay(fact.from, language), to: showDay(fact.to, language) })}
              </th>
              <td data-label={t('web.areas.area')}>{areaName(fact)}</td>
              <td data-label={t('web.areas.code')}>{fact.code}</td>
              <td data-label={t('web.areas.lies-in')}>
                {fact.parent !== null && <Named view={view} ground={ground} id={fact.parent} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
