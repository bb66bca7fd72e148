import { BOUND_KINDS } from '../../measure/bound.ts'
import { showDay } from '../../measure/show.ts'
import { mapDays } from '../../territory/map-days.ts'
import { Choice, Field } from '../frame/field.tsx'
import { nameIn } from '../frame/view.ts'
import { areaIn, Carried, type WhatIfProps } from './view.tsx'

/** Assumptions that no slider makes: a pace from a year on, another bound, the map of another day. */
export function AddForms({ view, chosen, shown, refused: typed }: WhatIfProps) {
  const { t, language, address } = view
  const { plan, areas } = shown
  const refused = typed && { at: 'add', ...typed }
  const kind = typed?.fields['kind']
  const where = (form: string, whole: string) => (
    <Choice
      view={view}
      form={form}
      name="where"
      label={t('web.what-if.where')}
      value=""
      refused={null}
      choices={[['', whole], ...areas.map(id => [id, areaIn(view, chosen, plan, id)] as const)]}
    />
  )
  const form = (name: 'pace' | 'bound' | 'map', fields: unknown) => (
    <details open={kind === name}>
      <summary>{t(`web.what-if.add-${name}`)}</summary>
      <form method="get" action={address.path}>
        <Carried view={view} shown={shown} />
        <input type="hidden" name="area" value={shown.area} />
        <input type="hidden" name="do" value="add" />
        <input type="hidden" name="kind" value={name} />
        <div class="fields">{fields}</div>
        <p class="acts">
          <button type="submit">{t('web.what-if.add')}</button>
        </p>
      </form>
    </details>
  )
  const next = String(Math.min(plan.term.to, Number(shown.question.on.slice(0, 4)) + 1))
  const measures = plan.targets.filter(({ scope }) => scope === 'main').flatMap(target => target.measures)
  return (
    <section aria-labelledby="more">
      <h2 id="more">{t('web.what-if.more')}</h2>
      {form(
        'pace',
        <>
          <Choice
            view={view}
            form="pace"
            name="indicator"
            label={t('web.target.indicator')}
            value=""
            refused={null}
            choices={plan.indicators.map(each => [each.code, nameIn(each.name, language)])}
          />
          {where('pace', t('web.what-if.everywhere'))}
          <Field
            view={view}
            form="pace"
            name="from"
            label={t('web.what-if.since')}
            value={next}
            refused={kind === 'pace' ? refused : null}
          />
          <Choice
            view={view}
            form="pace"
            name="basis"
            label={t('web.what-if.basis')}
            value="relative"
            refused={null}
            choices={[
              ['relative', t('web.what-if.percent')],
              ['absolute', t('web.what-if.in-unit')],
            ]}
          />
          <Field
            view={view}
            form="pace"
            name="by"
            label={t('web.what-if.by')}
            value=""
            numeric
            refused={kind === 'pace' ? refused : null}
          />
        </>,
      )}
      {form(
        'bound',
        <>
          <Choice
            view={view}
            form="bound"
            name="measure"
            label={t('web.score.target')}
            value=""
            refused={null}
            choices={measures.map(each => [each.id, nameIn(each.name, language)])}
          />
          {where('bound', t('web.what-if.whole'))}
          <Choice
            view={view}
            form="bound"
            name="bound"
            label={t('web.score.bound')}
            value="atLeast"
            refused={null}
            choices={BOUND_KINDS.map(each => [each, t(`web.bound.${each}`)])}
          />
          <Field
            view={view}
            form="bound"
            name="low"
            label={t('web.what-if.low')}
            value=""
            numeric
            refused={kind === 'bound' ? refused : null}
          />
          <Field view={view} form="bound" name="high" label={t('web.what-if.high')} value="" numeric refused={null} />
        </>,
      )}
      {mapDays(chosen.territory).length > 0 &&
        form(
          'map',
          <Choice
            view={view}
            form="map"
            name="day"
            label={t('web.when.map')}
            value=""
            refused={null}
            choices={mapDays(chosen.territory).map(day => [day, showDay(day, language)])}
          />,
        )}
    </section>
  )
}
