import { endsOf, sharesTyped, sumLine, type End, type Sharer, type ShareTo } from '../../desk/allocations/shares.ts'
import type { Bound } from '../../measure/bound.ts'
import { sign } from '../../measure/decimal.ts'
import { showDay, showDecimal } from '../../measure/show.ts'
import type { Message } from '../../messages/message.ts'
import type { Indicator, Measure, Plan, Target } from '../../plan/plan.ts'
import { here, to as toPage } from '../frame/address.ts'
import { Kept } from '../frame/kept.tsx'
import { Choice } from '../frame/field.tsx'
import { boundInWords, unitIn } from '../frame/figures.ts'
import { Layout } from '../frame/layout.tsx'
import { messageIn, MessageList } from '../frame/messages.tsx'
import { Handed } from '../frame/script.tsx'
import { nameIn, type View } from '../frame/view.ts'
import type { Typed } from './typed.ts'
import { absolute } from './view.tsx'

interface ShareProps {
  readonly view: View
  readonly plan: Plan
  readonly target: Target
  readonly measure: Measure
  readonly bound: Bound
  /** Whether shares must sum to the whole. */
  readonly adds: boolean
  readonly to: ShareTo
  readonly day: string
  readonly sharers: readonly Sharer[]
  readonly typed: Typed
  /** Indicators that can weigh. */
  readonly weights: readonly Indicator[]
  readonly messages: readonly Message[]
}

/** One measure shared out: a line for each area or year, the sum under them, and the difference to the measure. */
export function SharePage(props: ShareProps) {
  const { view, plan, target, measure, bound, adds, to, day, sharers, messages } = props
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
        {(['areas', 'years'] as const).map(kind => (
          <a href={toPage(address, own, { to: kind })} aria-current={kind === to ? 'page' : undefined}>
            {t(`web.allocations.to-${kind}`)}
          </a>
        ))}
      </nav>
      {address.query.get('saved') === '1' && (
        <p class="told" role="status">
          {t('web.allocations.saved')}
        </p>
      )}
      {elsewhere.length > 0 && (
        <div class="fault" role="alert">
          <MessageList view={view} messages={elsewhere} />
        </div>
      )}
      {to === 'areas' && (
        <form class="when" method="get" action={own}>
          <Kept view={view} except={['map']} />
          <input type="hidden" name="to" value="areas" />
          <label for="map">{t('web.allocations.map')}</label>
          <input type="date" id="map" name="map" value={day} />
          <button type="submit">{t('web.territory.see')}</button>
        </form>
      )}
      {sharers.length === 0 ? (
        <p>{t('web.allocations.no-areas', { day: showDay(day, language) })}</p>
      ) : (
        <form method="post" action={here(address, { saved: null })} data-busy={t('web.allocations.busy')} data-shares>
          <Helper {...props} />
          <Shares {...props} />
          <div class="acts">
            <button class="main" type="submit" name="act" value="save">
              {t('web.allocations.save')}
            </button>
            {adds && (
              <button type="submit" name="act" value="sum">
                {t('web.allocations.count')}
              </button>
            )}
          </div>
          <p class="small">{t('web.allocations.about-save')}</p>
        </form>
      )}
      {adds && <Handed id="allocations" data={handed(props)} />}
    </Layout>
  )
}

/** What the script counts with: the whole as plain decimals, and how it says over and under. */
const handed = ({ view, bound }: ShareProps) => ({
  language: view.language,
  whole: Object.fromEntries(
    endsOf(bound).map(end => {
      const value = bound[end]
      return [end, value && { coefficient: value.coefficient.toString(), scale: value.scale }]
    }),
  ),
  adds: view.t('web.allocations.adds'),
  over: view.t('web.allocations.over', { gap: '{gap}' }),
  under: view.t('web.allocations.under', { gap: '{gap}' }),
})

function Helper({ view, adds, to, weights, sharers }: ShareProps) {
  const { t, language } = view
  const last = sharers.some(each => each.last !== null)
  if (!adds)
    return (
      <div class="acts">
        <input type="hidden" name="by" value="" />
        <button type="submit" name="act" value="share">
          {t('web.allocations.same')}
        </button>
        <small>{t('web.allocations.not-added')}</small>
      </div>
    )
  return (
    <div class="acts share-out">
      <Choice
        view={view}
        form="share"
        name="by"
        label={t('web.allocations.by')}
        value={last && to === 'areas' ? 'last' : ''}
        refused={null}
        choices={[
          ...(last && to === 'areas' ? ([['last', t('web.allocations.by-last')]] as const) : []),
          ['', t('web.allocations.equally')],
          ...(to === 'areas' ? weights.map(each => [each.code, nameIn(each.name, language)] as const) : []),
        ]}
      />
      <button type="submit" name="act" value="share">
        {t('web.allocations.share')}
      </button>
    </div>
  )
}

function Shares({ view, measure, bound, adds, to, sharers, typed, messages }: ShareProps) {
  const { t, language } = view
  const ends = endsOf(bound)
  const shares = sharesTyped(
    bound,
    sharers.map(each => each.key),
    typed,
    language,
  ).value
  const label = (end: End) =>
    ends.length === 1 ? t('web.allocations.share-of') : t(end === 'low' ? 'web.draft.low' : 'web.draft.high')
  return (
    <table class="rows shares">
      <caption>{unitIn(measure.unit, language)}</caption>
      <thead>
        <tr>
          <th scope="col">{t(to === 'areas' ? 'web.organisations.area' : 'web.allocations.year')}</th>
          <th scope="col" class="num">
            {t('web.allocations.last')}
          </th>
          {ends.map(end => (
            <th scope="col" class="num">
              {label(end)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sharers.map(({ key, name, last }) => (
          <tr>
            <th scope="row" lang="vi">
              {name}
            </th>
            <td class="num" data-label={t('web.allocations.last')}>
              {last && showDecimal(last, language)}
            </td>
            {ends.map(end => {
              const field = `${end}.${key}`
              const faults = messages.filter(each => each.column === field)
              return (
                <td class="num" data-label={label(end)}>
                  <input
                    name={field}
                    value={typed[field] ?? ''}
                    inputmode="decimal"
                    autocomplete="off"
                    aria-label={`${name}: ${label(end)}`}
                    aria-invalid={faults.length > 0 ? 'true' : undefined}
                    data-end={end}
                  />
                  {faults.length > 0 && (
                    <small class="wrong" role="alert">
                      {faults.map(each => messageIn(each, view)).join(' ')}
                    </small>
                  )}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
      {adds && (
        <tfoot>
          <tr>
            <th scope="row">{t('web.territory.total')}</th>
            <td></td>
            {ends.map(end => {
              const line = shares && sumLine(bound, [...shares.values()], end)
              const gap = line ? sign(line.difference) : 0
              return (
                <td class="num" data-label={label(end)} data-sum={end} aria-live="polite">
                  {line && (
                    <>
                      <b>{showDecimal(line.sum, language)}</b>
                      <br />
                      <span class={gap === 0 ? undefined : 'overdue'}>
                        {gap === 0
                          ? t('web.allocations.adds')
                          : t(gap > 0 ? 'web.allocations.over' : 'web.allocations.under', {
                              gap: showDecimal(absolute(line.difference), language),
                            })}
                      </span>
                    </>
                  )}
                </td>
              )
            })}
          </tr>
        </tfoot>
      )}
    </table>
  )
}
