import { SEVERITIES, type Finding } from '../../desk/findings/finding.ts'
import { besidesState, inState, STATES_ASKED, type FindingsAsked } from '../../desk/findings/search.ts'
import { showDay } from '../../measure/show.ts'
import { here, to } from '../frame/address.ts'
import { Choice, Field } from '../frame/field.tsx'
import { Kept } from '../frame/kept.tsx'
import { Layout } from '../frame/layout.tsx'
import { Term } from '../frame/term.tsx'
import type { View } from '../frame/view.ts'
import { StateOf, Waiting } from './state.tsx'

export interface FindingsViewProps {
  readonly view: View
  /** All that the reader may see, in order of urgency. */
  readonly findings: readonly Finding[]
  readonly offices: ReadonlyMap<string, string>
  readonly today: string
  readonly asked: FindingsAsked
}

/** The register of findings, the late first. */
export function FindingsView({ view, findings, offices, today, asked }: FindingsViewProps) {
  const { t, address } = view
  const meant = besidesState(findings, asked)
  const shown = inState(meant, asked.state, today)
  const narrowed = asked.organisation !== '' || asked.severity !== '' || asked.text !== ''
  const words = (state: (typeof STATES_ASKED)[number]) =>
    state === ''
      ? t('web.finding.all')
      : state === 'overdue'
        ? t('web.finding.overdue')
        : t(`web.finding.state-${state}`)
  return (
    <Layout view={view} title={t('web.finding.title')} place="findings">
      <header>
        <h1>{t('web.finding.title')}</h1>
        <p>{t('web.finding.about-page')}</p>
        <Term view={view} id="finding" />
      </header>
      {view.may('finding.record') && (
        <p class="acts">
          <a href={to(address, '/findings/new')}>{t('web.finding.new')}</a>
        </p>
      )}
      <nav class="summary" aria-label={t('web.finding.state')}>
        {STATES_ASKED.map(state => {
          const count = inState(meant, state, today).length
          return (
            <a
              href={here(address, { state: state === '' ? null : state })}
              aria-current={asked.state === state ? 'true' : undefined}
              class={state === 'overdue' && count > 0 ? 'missed' : undefined}
            >
              {words(state)} <b>{count}</b>
            </a>
          )
        })}
      </nav>
      {findings.length > 1 && <Filter view={view} findings={findings} offices={offices} asked={asked} />}
      {shown.length === 0 ? (
        <p role="status">
          {t(findings.length === 0 ? 'web.finding.none' : 'web.finding.none-so')}{' '}
          {findings.length > 0 && <a href={to(address, '/findings')}>{t('web.finding.see-all')}</a>}
        </p>
      ) : (
        <>
          <Register view={view} findings={shown} offices={offices} today={today} />
          <p class="acts">
            <a href={here({ ...address, path: '/findings/register.csv' }, {})} download>
              {t('web.finding.csv')}
            </a>
            {narrowed && <a href={to(address, '/findings')}>{t('web.finding.see-all')}</a>}
          </p>
        </>
      )}
    </Layout>
  )
}

function Filter({ view, findings, offices, asked }: Omit<FindingsViewProps, 'today'>) {
  const { t } = view
  const field = { view, form: 'register', refused: null }
  const any = ['', t('web.finding.all')] as const
  const named = [...new Set(findings.map(each => each.organisation))]
    .map(id => [id, offices.get(id) ?? id] as const)
    .sort((a, b) => a[1].localeCompare(b[1], 'vi'))
  return (
    <form class="register-asked" method="get" action="/findings" role="search">
      <Kept view={view} />
      {asked.state !== '' && <input type="hidden" name="state" value={asked.state} />}
      <Choice
        {...field}
        name="organisation"
        label={t('web.finding.organisation')}
        value={asked.organisation}
        choices={[any, ...named]}
      />
      <Choice
        {...field}
        name="severity"
        label={t('web.finding.severity')}
        value={asked.severity}
        choices={[any, ...SEVERITIES.map(each => [each, t(`web.finding.severity-${each}`)] as const)]}
      />
      <Field {...field} name="text" label={t('web.audit.text')} value={asked.text} />
      <button type="submit">{t('web.when.show')}</button>
    </form>
  )
}

function Register({ view, findings, offices, today }: Omit<FindingsViewProps, 'asked'>) {
  const { t, address, language } = view
  return (
    <table class="rows register">
      <caption class="hidden">{t('web.finding.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('web.finding.number')}</th>
          <th scope="col">{t('web.finding.found')}</th>
          <th scope="col">{t('web.finding.organisation')}</th>
          <th scope="col">{t('web.finding.severity')}</th>
          <th scope="col">{t('web.finding.due')}</th>
          <th scope="col">{t('web.finding.state')}</th>
        </tr>
      </thead>
      <tbody>
        {findings.map(finding => (
          <tr>
            <td class="register-no">
              <a href={to(address, `/findings/${finding.id}`)}>{finding.id}</a>
            </td>
            <th scope="row">
              {finding.found.length > SHORT ? `${finding.found.slice(0, SHORT)} …` : finding.found}{' '}
              <small>
                {t(`web.finding.about-${finding.about.kind}`)}: {finding.about.name}
              </small>
            </th>
            <td>{offices.get(finding.organisation) ?? finding.organisation}</td>
            <td data-label={t('web.finding.severity')} class={finding.severity === 'serious' ? 'register-serious' : ''}>
              {t(`web.finding.severity-${finding.severity}`)}
            </td>
            <td class="register-day" data-label={t('web.finding.due')}>
              {showDay(finding.due, language)}
            </td>
            <td class="register-state" data-label={t('web.finding.state')}>
              <StateOf view={view} finding={finding} today={today} />{' '}
              <Waiting view={view} finding={finding} today={today} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const SHORT = 180
