import { STATUS_WORDS, type MeasureJudgement } from '../../evaluation/judgement.ts'
import { setTo, EVERYWHERE, type Lever } from '../../evaluation/what-if/lever.ts'
import { named } from '../../evaluation/what-if/named.ts'
import { pack } from '../../evaluation/what-if/packed.ts'
import { onMapOf } from '../../evaluation/what-if/what-if.ts'
import type { Counts } from '../../evaluation/what-if/shares.ts'
import { showDay, showPeriod, typeDecimal } from '../../measure/show.ts'
import { periodCode } from '../../measure/period.ts'
import type { Message } from '../../messages/message.ts'
import { layersText } from '../../plan/layer-text.ts'
import { planFile } from '../../plan/plan-file.ts'
import { here, to } from '../frame/address.ts'
import { Kept } from '../frame/kept.tsx'
import { boundInSigns, quantityIn, unitIn } from '../frame/figures.ts'
import { Layout } from '../frame/layout.tsx'
import { messageIn, MessageList } from '../frame/messages.tsx'
import { Handed } from '../frame/script.tsx'
import { Status } from '../frame/status.tsx'
import { nameIn, statusIn, type View } from '../frame/view.ts'
import { When } from '../frame/when.tsx'
import { factNear } from '../area/load.ts'
import type { Chosen } from '../chosen.ts'
import { areaName } from '../map/figure.tsx'
import { groupedNumber } from '../scoreboard/names.ts'
import { pathOf } from '../scoreboard/view.tsx'
import type { Entry, Row } from '../scoreboard/load.ts'
import { leverField } from './asked.ts'
import { AddForms } from './add.tsx'
import { Assumptions } from './assumptions.tsx'
import { MOST_LAYERS, type Supposition } from './load.ts'

export interface WhatIfProps {
  readonly view: View
  readonly chosen: Chosen
  readonly shown: Supposition
  /** What was typed and refused. */
  readonly refused: { readonly fields: Readonly<Record<string, string>>; readonly messages: readonly Message[] } | null
}

/** The name of an area of any time, or what stands for the whole. */
export function areaIn(view: View, { territory, asked }: Chosen, plan: Supposition['plan'], id: string): string {
  if (id === EVERYWHERE) return view.t('web.what-if.everywhere')
  const area = territory.areas.get(id)
  const fact = area && factNear(area, asked.map ?? asked.on)
  return fact ? areaName(fact) : id === plan.area ? view.t('web.what-if.whole') : id
}

/** Suppositions over a plan: what would stand where if figures came so. Nothing of it is kept but the address. */
export function WhatIfPage(props: WhatIfProps) {
  const { view, chosen, shown, refused } = props
  const { t, language, address } = view
  const { plan, layers, at } = shown
  const layer = layers[at]
  // The script moves the layer that is edited, on its map.
  const ground = layer ? onMapOf(shown.question, layer) : shown.question
  return (
    <Layout view={view} title={t('web.what-if.title')} place="scoreboard" scripts={['what-if']}>
      <header>
        <p>
          <a href={to(address, `/plans/${encodeURIComponent(plan.id)}`)}>{nameIn(plan.name, language)}</a>
        </p>
        <h1>{t('web.what-if.title')}</h1>
        <When view={view} chosen={chosen} />
      </header>
      <p class="told simulated">
        <b>{t('web.what-if.simulated')}</b> {t('web.what-if.about', { on: showDay(shown.question.on, language) })}
      </p>
      {refused && (
        <div class="fault" role="alert">
          <MessageList view={view} messages={refused.messages} />
        </div>
      )}
      <Layers {...props} />
      <SupposeForm {...props} />
      {shown.answers.map(
        ({ messages }, i) =>
          messages.length > 0 && (
            <div class="told">
              <p>{layers[i]?.name}</p>
              <MessageList
                view={view}
                messages={messages.map(each => named(each, plan, language, id => areaIn(view, chosen, plan, id)))}
              />
            </div>
          ),
      )}
      <Assumptions {...props} />
      <AddForms {...props} />
      <Handed
        id="what-if"
        data={{
          plan: planFile(plan),
          figures: pack(ground.observations),
          on: ground.on,
          map: ground.map ?? null,
          inside: [...(ground.inside ?? [])],
          area: shown.area,
          layers: layersText(layers),
          at,
          language,
          words: Object.fromEntries(STATUS_WORDS.map(word => [word, statusIn(word, language)])),
          counted: view.template('web.what-if.counted'),
          ofWhole: view.template('web.what-if.of-whole'),
          whole: areaIn(view, chosen, plan, plan.area),
          slide: t('web.what-if.slide'),
          reset: t('web.what-if.reset'),
        }}
      />
    </Layout>
  )
}

/** The layers by name: which is edited, a new one, a copy, one away. */
function Layers({ view, shown }: WhatIfProps) {
  const { t, address } = view
  const { layers, at } = shown
  return (
    <nav class="summary" aria-label={t('web.what-if.layers')}>
      {layers.map((layer, i) => (
        <a href={here(address, { at: String(i) })} aria-current={i === at ? 'true' : undefined}>
          {layer.name}
        </a>
      ))}
      <span class="sort">
        {layers.length < MOST_LAYERS && <a href={here(address, { do: 'new' })}>{t('web.what-if.new')}</a>}
        {layers.length > 0 && layers.length < MOST_LAYERS && (
          <a href={here(address, { do: 'copy', at: String(at) })}>{t('web.what-if.copy')}</a>
        )}
        {layers.length > 0 && <a href={here(address, { do: 'drop', at: String(at) })}>{t('web.what-if.drop')}</a>}
        <a id="share" href={here(address, {})}>
          {t('web.what-if.share')}
        </a>
      </span>
    </nav>
  )
}

/** The address's own fields, so that a form without script keeps them. */
export const Carried = ({ view, shown }: Pick<WhatIfProps, 'view' | 'shown'>) => (
  <>
    <Kept view={view} except={['layers']} />
    <input type="hidden" name="layers" value={layersText(shown.layers)} class="carried" />
    <input type="hidden" name="at" value={String(shown.at)} />
  </>
)

function SupposeForm(props: WhatIfProps) {
  const { view, chosen, shown } = props
  const { t, address } = view
  const { plan, layers, at, areas, area, entries, counts } = shown
  const own = layers[at]
  return (
    <>
      <form class="when" method="get" action={address.path}>
        <Carried view={view} shown={shown} />
        {areas.length > 1 && (
          <>
            <label for="area">{t('web.what-if.where')}</label>
            <select id="area" name="area">
              {[...areas, EVERYWHERE].map(id => (
                <option value={id} selected={id === area}>
                  {areaIn(view, chosen, plan, id)}
                </option>
              ))}
            </select>
            <button type="submit">{t('web.when.show')}</button>
          </>
        )}
      </form>
      <form method="get" action={address.path} id="suppose">
        <Carried view={view} shown={shown} />
        <input type="hidden" name="area" value={area} />
        <input type="hidden" name="do" value="set" />
        <p class="acts">
          <label for="name">{t('web.what-if.name')}</label>
          <input
            id="name"
            name="name"
            value={own?.name ?? t('web.what-if.first', { number: '1' })}
            maxlength={80}
            autocomplete="off"
          />
          <button type="submit" class="main">
            {t('web.what-if.compute')}
          </button>
        </p>
        <table class="rows what-if">
          <caption class="hidden">{t('web.what-if.title')}</caption>
          <thead>
            <tr>
              <th scope="col">№</th>
              <th scope="col">{t('web.score.target')}</th>
              <th scope="col" class="num">
                {t('web.score.bound')}
              </th>
              <th scope="col" class="num">
                {t('web.what-if.now')}
              </th>
              <th scope="col">{t('web.score.status')}</th>
              <th scope="col" class="set">
                {area === EVERYWHERE ? t('web.what-if.pace') : t('web.what-if.suppose')}
              </th>
              {layers.map(layer => (
                <th scope="col" colspan={2}>
                  {layer.name}
                </th>
              ))}
              {layers.length === 0 && (
                <th scope="col" colspan={2}>
                  {t('web.what-if.first', { number: '1' })}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {entries.flatMap(entry =>
              entry.rows.map((row, i) => <MeasureRow {...props} entry={entry} row={row} first={i === 0} />),
            )}
          </tbody>
        </table>
        {counts && <p class="notes">{t('web.what-if.counts-about')}</p>}
      </form>
    </>
  )
}

type RowProps = WhatIfProps & { readonly entry: Entry; readonly row: Row; readonly first: boolean }

function MeasureRow(props: RowProps) {
  const { view, shown, entry, row, first } = props
  const { t, language, address } = view
  const { plan, layers, answers, counts, levers, at } = shown
  const { measure, judgement } = row
  const lever = levers.find(each => each.measures[0] === measure.id)
  const later = levers.some(each => each.measures.includes(measure.id))
  const columns = layers.length === 0 ? [null] : layers
  return (
    <tr data-measure={measure.id}>
      <td>{first && groupedNumber(plan, entry.target)}</td>
      <th scope="row">
        <a href={to(address, `${pathOf(plan, entry)}#${measure.id}`)}>{nameIn(measure.name, language)}</a>
      </th>
      <td class="num" data-label={t('web.score.bound')}>
        {measure.bound ? boundInSigns(measure.bound, language) : t('web.score.to-do')}{' '}
        <small>{unitIn(measure.unit, language)}</small>
      </td>
      <td class="num" data-label={t('web.what-if.now')}>
        {valueIn(judgement, view)}
      </td>
      <td>
        <Status view={view} status={judgement.status} />
        <CountsText view={view} counts={counts?.base.get(measure.id)} />
      </td>
      <td class="set" data-label={t('web.what-if.suppose')}>
        {lever ? (
          <LeverField {...props} lever={lever} />
        ) : (
          <small>{later ? t('web.what-if.above') : t('web.what-if.computed')}</small>
        )}
      </td>
      {columns.map((layer, i) => {
        const under = answers[i]?.measures.get(measure.id)
        const live = i === at ? 'live' : undefined
        return (
          <>
            <td
              class={`num ${live ?? ''}`}
              data-label={layer?.name ?? t('web.what-if.then')}
              data-value={live && measure.id}
            >
              {under ? valueIn(under, view) : ''}
            </td>
            <td class={live} data-state={live && measure.id}>
              {under && <Status view={view} status={under.status} />}
              <WholeText {...props} judgement={shown.whole?.[i]?.get(measure.id)} />
              <CountsText view={view} counts={counts?.under[i]?.get(measure.id)} />
            </td>
          </>
        )
      })}
    </tr>
  )
}

const valueIn = (judged: MeasureJudgement, { language }: View): string =>
  (judged.value && quantityIn(judged.value, judged.decimals, language)) ?? '–'

/** "tỉnh Lạng Sơn: 62,5 (khó đạt)", where another area is moved. */
function WholeText({
  view,
  chosen,
  shown,
  judgement,
}: WhatIfProps & { readonly judgement: MeasureJudgement | undefined }) {
  if (!judgement?.value) return null
  const { plan } = shown
  return (
    <small class="counted whole">
      {view.t('web.what-if.of-whole', {
        area: areaIn(view, chosen, plan, plan.area),
        value: valueIn(judgement, view),
        status: statusIn(judgement.status, view.language),
      })}
    </small>
  )
}

/** "12 đơn vị đạt · 3 đơn vị khó đạt", of the areas that have a share. */
function CountsText({ view, counts }: { readonly view: View; readonly counts: Counts | undefined }) {
  if (!counts) return null
  const said = STATUS_WORDS.filter(word => counts[word] > 0).map(word =>
    view.t('web.what-if.counted', { count: String(counts[word]), status: statusIn(word, view.language) }),
  )
  return <small class="counted">{said.join(' · ')}</small>
}

/** A field in the reader's notation; the script puts a slider beside it. */
function LeverField({ view, shown, refused, lever }: RowProps & { readonly lever: Lever }) {
  const { t, language } = view
  const layer = shown.layers[shown.at]
  const value = layer ? setTo(layer, lever, shown.area) : null
  const field = leverField(lever)
  const faults = refused?.messages.filter(each => each.column === field) ?? []
  const [from, last] = [lever.periods[0], lever.periods.at(-1)]
  const when =
    lever.kind === 'pace'
      ? t('web.what-if.from', { period: from ? showPeriod(from, language) : '' })
      : lever.periods.length > 1
        ? t('web.what-if.each', { periods: lever.periods.map(periodCode).join(', ') })
        : last
          ? showPeriod(last, language)
          : ''
  return (
    <span class="lever">
      <input
        type="text"
        inputmode="decimal"
        autocomplete="off"
        name={field}
        aria-label={`${nameIn(lever.indicator.name, language)}, ${when}`}
        value={refused?.fields[field] ?? (value ? typeDecimal(value, language) : '')}
        placeholder={t('web.what-if.as-is')}
        data-lever={lever.indicator.code}
        aria-invalid={faults.length > 0 ? 'true' : undefined}
      />
      <small>
        {lever.kind === 'pace'
          ? lever.basis === 'relative'
            ? '%'
            : t('web.what-if.points')
          : unitIn(lever.indicator.unit, language)}
        , {when}
      </small>
      {faults.map(fault => (
        <small class="wrong">{messageIn(fault, view)}</small>
      ))}
    </span>
  )
}
