import { BOUND_KINDS } from '../../measure/bound.ts'
import { showDay } from '../../measure/show.ts'
import { mapDays } from '../../territory/map-days.ts'
import { Choice, Field } from '../frame/field.tsx'
import { nameIn } from '../frame/view.ts'
import type { Supposition } from './load.ts'
import { areaIn, Carried, type WhatIfProps } from './view.tsx'

/** Assumptions that no slider makes: a figure of any area, a pace from a year on, another bound, the map of another day. */
export function AddForms({ view, chosen, shown, refused: typed }: WhatIfProps) {
  const { t, language, address } = view
  const { plan, areas } = shown
  const refused = typed && { at: 'add', ...typed }
  const kind = typed?.fields['kind']
  const nameOf = (id: string) => areaIn(view, chosen, plan, id)
  const where = (form: string, first: readonly (readonly [string, string])[], groups: readonly Within[] = []) => (
    <Choice
      view={view}
      form={form}
      name="where"
      label={t('web.what-if.where')}
      value={typed?.fields['where'] ?? ''}
      refused={null}
      choices={first}
      groups={groups.map(({ area, ids }) => ({
        label: nameOf(area),
        choices: ids.map(id => [id, nameOf(id)] as const),
      }))}
    />
  )
  const shares = areas.map(id => [id, nameOf(id)] as const)
  // Any area of the map may be supposed something of: it moves those above it.
  const within = withinOf(shown, new Set(areas))
  const indicator = (form: string) => (
    <Choice
      view={view}
      form={form}
      name="indicator"
      label={t('web.target.indicator')}
      value={typed?.fields['indicator'] ?? ''}
      refused={null}
      choices={plan.indicators.map(each => [each.code, nameIn(each.name, language)])}
    />
  )
  const form = (name: 'value' | 'pace' | 'bound' | 'map', fields: unknown) => (
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
        'value',
        <>
          {indicator('value')}
          {where('value', shares, within)}
          <Field
            view={view}
            form="value"
            name="period"
            label={t('web.what-if.period')}
            value={next}
            refused={kind === 'value' ? refused : null}
          />
          <Field
            view={view}
            form="value"
            name="value"
            label={t('web.what-if.value')}
            value=""
            numeric
            refused={kind === 'value' ? refused : null}
          />
        </>,
      )}
      {form(
        'pace',
        <>
          {indicator('pace')}
          {where('pace', [['', t('web.what-if.everywhere')], ...shares], within)}
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
          {where('bound', [['', t('web.what-if.whole')], ...shares])}
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

/** The areas that lie in one, but for those that are told apart. */
interface Within {
  readonly area: string
  readonly ids: readonly string[]
}

function withinOf({ question, plan }: Supposition, apart: ReadonlySet<string>): readonly Within[] {
  const found = new Map<string, string[]>([[plan.area, []]])
  for (const [area, above] of question.inside ?? []) {
    if (apart.has(area)) continue
    const list = found.get(above)
    if (list) list.push(area)
    else found.set(above, [area])
  }
  return [...found].flatMap(([area, ids]) => (ids.length > 0 ? [{ area, ids }] : []))
}
