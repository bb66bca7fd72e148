import { EVERYWHERE } from '../../evaluation/what-if/lever.ts'
import { showRatio, type Ratio } from '../../measure/ratio.ts'
import { showDay, showDecimal, showPeriod } from '../../measure/show.ts'
import type { Assumption } from '../../plan/layer.ts'
import { here } from '../frame/address.ts'
import { boundInWords, unitIn } from '../frame/figures.ts'
import { nameIn, type View } from '../frame/view.ts'
import type { Chosen } from '../chosen.ts'
import type { Supposition } from './load.ts'
import { areaIn, type WhatIfProps } from './view.tsx'

/** What the edited layer supposes, one by one, each with a way to take it back. */
export function Assumptions(props: WhatIfProps) {
  const { view, chosen, shown } = props
  const { t, address } = view
  const layer = shown.layers[shown.at]
  if (!layer || layer.assumptions.length === 0) return null
  return (
    <section aria-labelledby="assumptions">
      <h2 id="assumptions">{t('web.what-if.assumptions', { name: layer.name })}</h2>
      <ul class="findings">
        {layer.assumptions.map((each, i) => (
          <li>
            {assumptionIn(each, view, chosen, shown.plan)}{' '}
            <a href={here(address, { do: 'remove', at: String(shown.at), index: String(i) })}>
              {t('web.what-if.remove')}
            </a>
          </li>
        ))}
      </ul>
      <AddedUp {...props} />
    </section>
  )
}

/** What the edited layer makes of areas above those that it speaks of: of each the last period, beside what it would be without. */
function AddedUp({ view, chosen, shown }: WhatIfProps) {
  const { t, language } = view
  const { plan, areas } = shown
  const added = shown.answers[shown.at]?.added.filter(({ area }) => areas.includes(area)) ?? []
  if (added.length === 0) return null
  const last = new Map(added.map(each => [`${each.indicator.code}\n${each.area}`, each]))
  return (
    <>
      <p>{t('web.what-if.added')}</p>
      <ul class="findings">
        {[...last.values()].map(({ indicator, area, period, before, value }) => {
          const number = (each: Ratio) =>
            `${showDecimal(showRatio(each, indicator.decimals), language)} ${unitIn(indicator.unit, language)}`
          const said = t('web.what-if.said-value', {
            name: nameIn(indicator.name, language),
            area: areaIn(view, chosen, plan, area),
            period: showPeriod(period, language),
            value: number(value),
          })
          return <li>{before ? t('web.what-if.added-to', { said, before: number(before) }) : said}</li>
        })}
      </ul>
    </>
  )
}

function assumptionIn(each: Assumption, view: View, chosen: Chosen, plan: Supposition['plan']): string {
  const { t, language } = view
  const indicatorOf = (code: string) => plan.indicators.find(known => known.code === code)
  const indicator = 'indicator' in each ? indicatorOf(each.indicator) : undefined
  const name = indicator ? nameIn(indicator.name, language) : 'indicator' in each ? each.indicator : ''
  const unit = indicator ? unitIn(indicator.unit, language) : ''
  switch (each.kind) {
    case 'value':
      return t('web.what-if.said-value', {
        name,
        area: areaIn(view, chosen, plan, each.area),
        period: showPeriod(each.period, language),
        value: `${showDecimal(each.value, language)} ${unit}`,
      })
    case 'pace':
      return t('web.what-if.said-pace', {
        name,
        area: areaIn(view, chosen, plan, each.area ?? EVERYWHERE),
        period: showPeriod(each.from, language),
        by: `${showDecimal(each.by, language)}${each.basis === 'relative' ? '%' : ` ${unit.startsWith('%') ? t('web.what-if.points') : unit}`}`,
      })
    case 'bound': {
      const measure = plan.targets.flatMap(({ measures }) => measures).find(({ id }) => id === each.measure)
      return t('web.what-if.said-bound', {
        name: measure ? nameIn(measure.name, language) : each.measure,
        area: areaIn(view, chosen, plan, each.area ?? plan.area),
        bound: boundInWords(each.bound, measure?.unit ?? '', language),
      })
    }
    case 'map':
      return t('web.what-if.said-map', { day: showDay(each.day, language) })
    default:
      return each satisfies never
  }
}
