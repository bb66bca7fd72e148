import { endOf } from '../../measure/period.ts'
import type { Mapping } from '../../exchange/layout/mapping.ts'
import { showRange } from '../../measure/show.ts'
import type { Message } from '../../messages/message.ts'
import type { Observation } from '../../plan/observation.ts'
import type { Plan } from '../../plan/plan.ts'
import type { PlanListed } from '../../store/plans.ts'
import { to } from '../frame/address.ts'
import { figureIn, periodInBrief, unitIn } from '../frame/figures.ts'
import { Layout } from '../frame/layout.tsx'
import { messageIn, MessageList } from '../frame/messages.tsx'
import { nameIn, type View } from '../frame/view.ts'
import { sends } from '../frame/sends.ts'

/** What became of a file that was sent. */
export type Told =
  | {
      readonly kind: 'taken'
      readonly added: number
      readonly unchanged: number
      /** How the sheets of a form were understood. */
      readonly mappings: readonly Mapping[]
      readonly messages: readonly Message[]
    }
  | { readonly kind: 'refused'; readonly count: number; readonly messages: readonly Message[] }

export interface FiguresViewProps {
  readonly view: View
  readonly plans: readonly PlanListed[]
  readonly shown: { readonly plan: Plan; readonly observations: readonly Observation[] } | null
  readonly told: Told | null
}

export function FiguresView({ view, plans, shown, told }: FiguresViewProps) {
  const { t, address } = view
  return (
    <Layout view={view} title={t('web.figures.title')} place="figures" scripts={['busy']}>
      <header>
        <h1>{t('web.figures.title')}</h1>
        {shown && <p>{nameIn(shown.plan.name, view.language)}</p>}
      </header>
      {plans.length > 1 && (
        <ul class="findings">
          {plans.map(plan => (
            <li>
              <a
                href={to(address, '/figures', { plan: plan.id })}
                aria-current={plan.id === shown?.plan.id ? 'true' : undefined}
              >
                {plan.name}
              </a>
            </li>
          ))}
        </ul>
      )}
      {told && <ToldView view={view} told={told} />}
      {shown ? (
        <>
          <ImportForm view={view} plan={shown.plan} />
          <Downloads view={view} plan={shown.plan} />
          <Indicators view={view} plan={shown.plan} observations={shown.observations} />
        </>
      ) : (
        <p>
          {t('web.plans.none')} <a href={to(address, '/documents')}>{t('web.documents.load')}</a>
        </p>
      )}
    </Layout>
  )
}

function ToldView({ view, told }: { readonly view: View; readonly told: Told }) {
  const { t } = view
  if (told.kind === 'taken')
    return (
      <div class="told" role="status">
        <p>{t('web.figures.taken', { added: String(told.added), unchanged: String(told.unchanged) })}</p>
        {told.mappings.map(mapping => (
          <MappingView view={view} mapping={mapping} />
        ))}
        {told.messages.length > 0 && <MessageList view={view} messages={told.messages} />}
      </div>
    )
  return (
    <div class="fault" role="alert">
      <p>{t('web.figures.refused', { count: String(told.count) })}</p>
      <table class="rows">
        <thead>
          <tr>
            <th scope="col">{t('web.figures.line')}</th>
            <th scope="col">{t('web.figures.column')}</th>
            <th scope="col">{t('web.figures.actual')}</th>
            <th scope="col">{t('web.figures.expected')}</th>
            <th scope="col">{t('web.figures.what')}</th>
          </tr>
        </thead>
        <tbody>
          {told.messages.map(message => (
            <tr>
              <th scope="row">{message.line === undefined ? '' : `${t('web.figures.line')} ${message.line}`}</th>
              <td data-label={t('web.figures.column')}>{message.column}</td>
              <td data-label={t('web.figures.actual')}>{message.actual}</td>
              <td data-label={t('web.figures.expected')}>{message.expected}</td>
              <td data-label={t('web.figures.what')}>{messageIn(message, view)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** How a form was read: which column gave what, so that a wrong guess is seen at once. */
export function MappingView({ view, mapping }: { readonly view: View; readonly mapping: Mapping }) {
  const { t } = view
  return (
    <details>
      <summary>
        {t('web.figures.mapping', {
          sheet: mapping.sheet,
          lines: showRange(mapping.first, mapping.last),
        })}
      </summary>
      <table class="rows">
        <thead>
          <tr>
            <th scope="col">{t('web.figures.column')}</th>
            <th scope="col">{t('web.figures.head')}</th>
            <th scope="col">{t('web.figures.read-as')}</th>
          </tr>
        </thead>
        <tbody>
          {mapping.columns.map(({ column, head, is, indicator, area, period, status, unit }) => (
            <tr>
              <th scope="row">{column}</th>
              <td data-label={t('web.figures.head')}>{head}</td>
              <td data-label={t('web.figures.read-as')}>
                {[t(`web.figures.role-${is}`), indicator, area, period, status, unit].filter(Boolean).join(' · ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

function ImportForm({ view, plan }: { readonly view: View; readonly plan: Plan }) {
  const { t, address } = view
  return (
    <section aria-labelledby="import">
      <h2 id="import">{t('web.figures.import')}</h2>
      <p class="small">{t('web.figures.about')}</p>
      <form method="post" action={to(address, '/figures')} {...sends(view, 'web.figures.busy')}>
        <input type="hidden" name="plan" value={plan.id} />
        <div class="fields">
          <div class="wide">
            <label for="file">{t('web.figures.file')}</label>
            <input type="file" id="file" name="file" accept=".csv,.xlsx,text/csv" required />
          </div>
          <div>
            <label for="locale">{t('web.figures.locale')}</label>
            <select id="locale" name="locale">
              <option value="vi">{t('web.figures.locale-vi')}</option>
              <option value="plain">{t('web.figures.locale-plain')}</option>
            </select>
          </div>
        </div>
        <button class="main" type="submit">
          {t('web.figures.send')}
        </button>
      </form>
    </section>
  )
}

function Downloads({ view, plan }: { readonly view: View; readonly plan: Plan }) {
  const { t } = view
  const at = `/api/plans/${encodeURIComponent(plan.id)}`
  return (
    <section aria-labelledby="download">
      <h2 id="download">{t('web.figures.download')}</h2>
      <ul>
        <li>
          <a href={`${at}/observations.csv`}>{t('web.figures.csv')}</a>
        </li>
        <li>
          <a href={`${at}/observations.xlsx`}>{t('web.figures.xlsx')}</a>
        </li>
        <li>
          <a href={`${at}/observations`}>{t('web.figures.json')}</a>
        </li>
        <li>
          <a href={to(view.address, `${at}/evaluation`)}>{t('web.figures.evaluation')}</a>
        </li>
        <li>
          <a href={at}>{t('web.figures.plan')}</a>
        </li>
        <li>
          <a href="/api/openapi.json">{t('web.figures.api')}</a>
        </li>
      </ul>
    </section>
  )
}

function Indicators({
  view,
  plan,
  observations,
}: {
  readonly view: View
  readonly plan: Plan
  readonly observations: readonly Observation[]
}) {
  const { t, language, address } = view
  return (
    <section aria-labelledby="indicators">
      <h2 id="indicators">{t('web.figures.all')}</h2>
      <table class="rows">
        <caption class="hidden">{t('web.figures.all')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('web.figures.name')}</th>
            <th scope="col">{t('web.figures.code')}</th>
            <th scope="col">{t('web.target.unit')}</th>
            <th scope="col" class="num">
              {t('web.figures.decimals')}
            </th>
            <th scope="col" class="num">
              {t('web.figures.count')}
            </th>
            <th scope="col" class="num">
              {t('web.score.latest')}
            </th>
          </tr>
        </thead>
        <tbody>
          {plan.indicators.map(indicator => {
            const own = observations.filter(o => o.indicator === indicator.code)
            const last = [...own].sort((a, b) => (endOf(a.period) < endOf(b.period) ? -1 : 1)).at(-1)
            const target = plan.targets.find(x => x.measures.some(m => m.indicators.includes(indicator.code)))
            const name = nameIn(indicator.name, language)
            return (
              <tr>
                <th scope="row">
                  {target ? (
                    <a href={to(address, `/plans/${encodeURIComponent(plan.id)}/targets/${target.id}`)}>{name}</a>
                  ) : (
                    name
                  )}
                </th>
                <td data-label={t('web.figures.code')}>
                  <code>{indicator.code}</code>
                </td>
                <td data-label={t('web.target.unit')}>{unitIn(indicator.unit, language)}</td>
                <td class="num" data-label={t('web.figures.decimals')}>
                  {indicator.decimals}
                </td>
                <td class="num" data-label={t('web.figures.count')}>
                  {own.length}
                </td>
                <td class="num" data-label={t('web.score.latest')}>
                  {last && (
                    <>
                      {figureIn(last.value, language)} <small>{periodInBrief(last.period, language)}</small>
                    </>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
