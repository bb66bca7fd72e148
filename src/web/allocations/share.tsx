import type { ShareConflict } from '../../desk/allocations/allocate.ts'
import { addsUp, SLICES, type Slice } from '../../desk/allocations/shares.ts'
import { placeOf } from '../../evaluation/allocation/places.ts'
import { showDay, showMoment } from '../../measure/show.ts'
import type { Message } from '../../messages/message.ts'
import type { Indicator } from '../../plan/plan.ts'
import { here, to as toPage } from '../frame/address.ts'
import { Choice } from '../frame/field.tsx'
import { boundInSigns, boundInWords } from '../frame/figures.ts'
import { Kept } from '../frame/kept.tsx'
import { Layout } from '../frame/layout.tsx'
import { MessageList } from '../frame/messages.tsx'
import { Handed } from '../frame/script.tsx'
import { nameIn, type View } from '../frame/view.ts'
import type { Shown } from './load.ts'
import { gapsOf, handedShares, nameOfArea, nameOfYear } from './said.ts'
import { ShareTableView } from './table.tsx'
import type { Typed } from './typed.ts'

export interface ShareProps {
  readonly view: View
  readonly shown: Shown
  readonly typed: Typed
  /** The version that was opened. */
  readonly seen: number
  /** Indicators that can weigh. */
  readonly weights: readonly Indicator[]
  readonly messages: readonly Message[]
  readonly clash: { readonly at: number; readonly conflicts: readonly ShareConflict[] } | null
}

/** One measure shared out: the table of its shares, or a row or column of it, with what they come to. */
export function SharePage(props: ShareProps) {
  const { view, shown, typed, seen, messages, clash } = props
  const { plan, target, measure, bound, slice, day, sharers } = shown
  const { t, address, language } = view
  const path = `/plans/${encodeURIComponent(plan.id)}/allocations`
  const own = `${path}/${encodeURIComponent(measure.id)}`
  const elsewhere = messages.filter(each => !/^(?:low|high)\./.test(each.column ?? ''))
  return (
    <Layout view={view} title={nameIn(measure.name, language)} place="scoreboard" scripts={['busy', 'allocations']}>
      <header>
        <h1 lang="vi">{nameIn(measure.name, language)}</h1>
        <p>
          <a href={toPage(address, path)}>{t('web.allocations.title')}</a> ·{' '}
          <b>{boundInWords(bound, measure.unit, language)}</b>
        </p>
      </header>
      <blockquote lang="vi">{target.text}</blockquote>
      <nav class="places" aria-label={t('web.allocations.kinds')}>
        {SLICES.map(kind => (
          <a href={toPage(address, own, { to: kind })} aria-current={kind === slice.to ? 'page' : undefined}>
            {t(`web.allocations.to-${kind}`)}
          </a>
        ))}
      </nav>
      <Told view={view} />
      {elsewhere.length > 0 && (
        <div class="fault" role="alert">
          <MessageList view={view} messages={elsewhere} />
        </div>
      )}
      <Which view={view} shown={shown} own={own} />
      {slice.to !== 'years' && sharers.areas.length === 0 ? (
        <p>{t('web.allocations.no-areas', { day: showDay(day, language) })}</p>
      ) : (
        <form method="post" action={here(address, { saved: null })} data-busy={t('web.allocations.busy')} data-shares>
          <input type="hidden" name="seen" value={String(seen)} />
          {clash && <Clash view={view} shown={shown} clash={clash} />}
          <ShareOut {...props} />
          <ShareTableView view={view} shown={shown} typed={typed} messages={messages} own={own} />
          <ul id="gaps" class="share-gaps" aria-live="polite">
            {gapsOf(view, shown, typed).map(text => (
              <li>{text}</li>
            ))}
          </ul>
          <div class="share-acts">
            {/* Enter in a field saves: the first button of a form is the one that it presses. */}
            <button class="main" type="submit" name="act" value="save">
              {t('web.allocations.save')}
            </button>
            <button type="submit" name="act" value="sum">
              {t('web.allocations.count')}
            </button>
          </div>
          <p class="notes">{t('web.allocations.about-save')}</p>
          <p class="notes keys" hidden>
            {t('web.report.keys')}
          </p>
        </form>
      )}
      <Handed id="allocations" data={handedShares(view, shown)} />
    </Layout>
  )
}

/** What the save before did, and taking it back. */
function Told({ view: { t, address } }: { readonly view: View }) {
  const saved = address.query.get('saved') ?? ''
  if (saved === 'nothing') return <p class="told">{t('web.allocations.nothing')}</p>
  if (!/^\d+$/.test(saved)) return null
  return (
    <form class="told" method="post" action={here(address, { saved: null })} data-busy={t('web.allocations.busy')}>
      <input type="hidden" name="of" value={saved} />
      <span role="status">{t('web.allocations.saved')}</span>{' '}
      <button class="plain" type="submit" name="act" value="back">
        {t('web.allocations.back')}
      </button>
    </form>
  )
}

/** Which row, column and map of the table is looked at. */
function Which({ view, shown, own }: { readonly view: View; readonly shown: Shown; readonly own: string }) {
  const { t } = view
  const { slice, day, sharers } = shown
  return (
    <form class="when" method="get" action={own}>
      <Kept view={view} except={['map']} />
      <input type="hidden" name="to" value={slice.to} />
      {slice.to === 'areas' && (
        <>
          <label for="year">{t('web.allocations.time')}</label>
          <select id="year" name="year">
            {['', ...sharers.years.map(each => each.key)].map(key => (
              <option value={key} selected={key === slice.year}>
                {nameOfYear(view, key)}
              </option>
            ))}
          </select>
        </>
      )}
      {slice.to === 'years' && (
        <>
          <label for="area">{t('web.organisations.area')}</label>
          <select id="area" name="area">
            {['', ...sharers.areas.map(each => each.key)].map(key => (
              <option value={key} selected={key === slice.area}>
                {nameOfArea(view, shown, key)}
              </option>
            ))}
          </select>
        </>
      )}
      <label for="map">{t('web.allocations.map')}</label>
      <input type="date" id="map" name="map" value={day} />
      <button type="submit">{t('web.territory.see')}</button>
    </form>
  )
}

/** Shares made by weights, to be looked at before they are saved. */
function ShareOut({ view, shown, weights }: ShareProps) {
  const { t, language } = view
  const { slice, sharers, measure, indicator } = shown
  const button = (over: 'areas' | 'years') => (
    <button type="submit" name="act" value={`share-${over}`}>
      {addsUp(measure, indicator, over)
        ? t(slice.to === 'table' ? `web.allocations.share-${over}` : 'web.allocations.share')
        : t(slice.to === 'table' ? `web.allocations.same-${over}` : 'web.allocations.same')}
    </button>
  )
  const last = sharers.areas.some(each => each.last !== null)
  const weighed = slice.to !== 'years' && addsUp(measure, indicator, 'areas')
  const adds = addsUp(measure, indicator, slice.to === 'years' ? 'years' : 'areas')
  return (
    <div class="acts share-out">
      {weighed && (
        <Choice
          view={view}
          form="share"
          name="by"
          label={t('web.allocations.by')}
          value={last ? 'last' : ''}
          refused={null}
          choices={[
            ...(last ? ([['last', t('web.allocations.by-last')]] as const) : []),
            ['', t('web.allocations.equally')],
            ...weights.map(each => [each.code, nameIn(each.name, language)] as const),
          ]}
        />
      )}
      {slice.to !== 'years' && button('areas')}
      {slice.to !== 'areas' && button('years')}
      {!adds && <small>{t('web.allocations.not-added')}</small>}
    </div>
  )
}

/** Shares that two people changed, side by side: nothing is saved until each is chosen. */
function Clash({
  view,
  shown,
  clash,
}: Pick<ShareProps, 'view' | 'shown'> & { readonly clash: NonNullable<ShareProps['clash']> }) {
  const { t, language } = view
  const [first] = clash.conflicts
  const text = (bound: ShareConflict['mine']) => (bound ? boundInSigns(bound, language) : t('web.allocations.no-share'))
  return (
    <section class="sides-by" role="alert">
      <p>
        {t('web.allocations.clash', {
          actor: first?.actor ?? '',
          when: first ? showMoment(first.moment, view.language) : '',
        })}
      </p>
      <input type="hidden" name="at" value={String(clash.at)} />
      <table class="rows">
        <caption class="hidden">{t('web.allocations.clash-table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('web.allocations.share-of')}</th>
            <th scope="col">{t('web.allocations.mine')}</th>
            <th scope="col">{t('web.allocations.theirs')}</th>
          </tr>
        </thead>
        <tbody>
          {clash.conflicts.map(({ key, mine, theirs, actor, moment }) => {
            const { area, year } = placeOf(key)
            return (
              <tr>
                <th scope="row">
                  {nameOfArea(view, shown, area)}, {nameOfYear(view, year)}
                </th>
                <td data-label={t('web.allocations.mine')}>
                  <label class="ticked">
                    <input type="radio" name={`choice.${key}`} value="mine" /> {text(mine)}
                  </label>
                </td>
                <td data-label={t('web.allocations.theirs')}>
                  <label class="ticked">
                    <input type="radio" name={`choice.${key}`} value="theirs" /> {text(theirs)}
                  </label>{' '}
                  <small>
                    {actor}, {showMoment(moment, view.language)}
                  </small>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

/** The part of the table, as the address names it. */
export const sliceIn = (slice: Slice): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(slice).filter(([, value]) => value !== ''))
