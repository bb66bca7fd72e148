import {
  ABOUTS,
  FINDING_STATES,
  isOverdue,
  SEVERITIES,
  type About,
  type Finding,
  type FindingVerb,
} from '../../desk/findings/finding.ts'
import { showDay } from '../../measure/show.ts'
import { here, to } from '../frame/address.ts'
import { Area, Choice, Field, type Refused } from '../frame/field.tsx'
import { Layout } from '../frame/layout.tsx'
import { momentIn } from '../frame/moment.ts'
import { Term } from '../frame/term.tsx'
import type { View } from '../frame/view.ts'

interface Office {
  readonly id: string
  readonly name: string
}

/** State in words, and whether it is late; red is spent on what is late only. */
function StateOf({ view, finding, today }: { readonly view: View; readonly finding: Finding; readonly today: string }) {
  const { t } = view
  return isOverdue(finding, today) ? (
    <strong class="wrong">{t('web.finding.overdue')}</strong>
  ) : (
    <>{t(`web.finding.state-${finding.state}`)}</>
  )
}

/** Where what a finding is about is seen; null where it has no page. */
export function aboutPath({ kind, id }: About): string | null {
  const parts = id.split('/').map(encodeURIComponent)
  switch (kind) {
    case 'target':
      return `/plans/${parts[0] ?? ''}/targets/${parts[1] ?? ''}`
    case 'figure':
      return `/audit?figure=${encodeURIComponent(id)}`
    case 'report':
    case 'organisation':
    case 'area':
      return null
    default:
      return kind satisfies never
  }
}

export interface FindingsViewProps {
  readonly view: View
  readonly findings: readonly Finding[]
  readonly offices: ReadonlyMap<string, string>
  readonly today: string
  /** "open", "answered", "closed", "overdue"; empty for all. */
  readonly chosen: string
}

/** The register of findings, the late first. */
export function FindingsView({ view, findings, offices, today, chosen }: FindingsViewProps) {
  const { t, address, language } = view
  const late = findings.filter(finding => isOverdue(finding, today))
  const shown = findings.filter(
    finding => chosen === '' || (chosen === 'overdue' ? isOverdue(finding, today) : finding.state === chosen),
  )
  const counts = [
    ['', findings.length],
    ['overdue', late.length],
    ...FINDING_STATES.map(state => [state, findings.filter(finding => finding.state === state).length] as const),
  ] as const
  const words = (key: string) =>
    key === ''
      ? t('web.finding.all')
      : key === 'overdue'
        ? t('web.finding.overdue')
        : t(`web.finding.state-${key as Finding['state']}`)
  return (
    <Layout view={view} title={t('web.finding.title')} place="findings">
      <header>
        <h1>{t('web.finding.title')}</h1>
        <p>{t('web.finding.about-page')}</p>
        <Term view={view} id="finding" />
      </header>
      <p class="summary">
        {counts.map(([key, count]) => (
          <a
            href={here(address, { state: key === '' ? null : key })}
            aria-current={chosen === key ? 'true' : undefined}
            class={key === 'overdue' && count > 0 ? 'missed' : undefined}
          >
            {words(key)} {count}
          </a>
        ))}
      </p>
      {view.may('finding.record') && (
        <p class="acts">
          <a href={to(address, '/findings/new')}>{t('web.finding.new')}</a>
        </p>
      )}
      {shown.length === 0 ? (
        <p role="status">{t(findings.length === 0 ? 'web.finding.none' : 'web.finding.none-so')}</p>
      ) : (
        <table class="rows register">
          <caption class="hidden">{t('web.finding.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('web.finding.number')}</th>
              <th scope="col">{t('web.finding.found')}</th>
              <th scope="col">{t('web.finding.severity')}</th>
              <th scope="col">{t('web.finding.organisation')}</th>
              <th scope="col">{t('web.finding.due')}</th>
              <th scope="col">{t('web.finding.state')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(finding => (
              <tr>
                <th scope="row">
                  <a href={to(address, `/findings/${finding.id}`)}>{finding.id}</a>
                </th>
                <td>
                  {finding.found.length > SHORT ? `${finding.found.slice(0, SHORT)} …` : finding.found}{' '}
                  <small>
                    {t(`web.finding.about-${finding.about.kind}`)}: {finding.about.name}
                  </small>
                </td>
                <td data-label={t('web.finding.severity')}>{t(`web.finding.severity-${finding.severity}`)}</td>
                <td data-label={t('web.finding.organisation')}>
                  {offices.get(finding.organisation) ?? finding.organisation}
                </td>
                <td data-label={t('web.finding.due')}>{showDay(finding.due, language)}</td>
                <td data-label={t('web.finding.state')}>
                  <StateOf view={view} finding={finding} today={today} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Layout>
  )
}

const SHORT = 180

export interface FindingViewProps {
  readonly view: View
  readonly finding: Finding
  /** The number of the log of the version that is shown. */
  readonly log: number
  readonly office: string
  readonly steps: readonly { readonly finding: Finding; readonly actor: string; readonly moment: string }[]
  readonly today: string
  /** What this reader may do to it as it stands. */
  readonly verbs: readonly FindingVerb[]
  readonly wrong: { readonly said: string; readonly verb: string; readonly text: string } | null
}

/** One finding: what, what is demanded, what was answered, and what was done to it since. */
export function FindingView({ view, finding, log, office, steps, today, verbs, wrong }: FindingViewProps) {
  const { t, address, language } = view
  const day = (iso: string) => showDay(iso, language)
  const path = aboutPath(finding.about)
  return (
    <Layout view={view} title={t('web.finding.one', { id: finding.id })} place="findings" scripts={['busy']}>
      <header>
        <h1>{t('web.finding.one', { id: finding.id })}</h1>
        <p>
          <StateOf view={view} finding={finding} today={today} /> · {t(`web.finding.severity-${finding.severity}`)} ·{' '}
          {t('web.finding.recorded-on', { day: day(finding.recorded) })}
        </p>
      </header>
      {wrong && (
        <div class="fault" role="alert">
          <p>{wrong.said}</p>
          {verbs.length === 0 && wrong.text !== '' && <p class="said">{wrong.text}</p>}
        </div>
      )}
      <dl class="facts">
        <dt>{t(`web.finding.about-${finding.about.kind}`)}</dt>
        <dd>{path === null ? finding.about.name : <a href={to(address, path)}>{finding.about.name}</a>}</dd>
        <dt>{t('web.finding.organisation')}</dt>
        <dd>{office}</dd>
        <dt>{t('web.finding.due')}</dt>
        <dd>{day(finding.due)}</dd>
      </dl>
      <h2>{t('web.finding.found')}</h2>
      <p class="said">{finding.found}</p>
      <h2>{t('web.finding.demanded')}</h2>
      <p class="said">{finding.demanded}</p>
      {finding.answer !== '' && (
        <>
          <h2>{t('web.finding.answer')}</h2>
          <p class="said">{finding.answer}</p>
          <p class="small">{t('web.finding.answered-on', { day: day(finding.answered) })}</p>
        </>
      )}
      {finding.reason !== '' && (
        <>
          <h2>{t('web.finding.reason')}</h2>
          <p class="said">{finding.reason}</p>
        </>
      )}
      {verbs.length > 0 && (
        <form method="post" action={to(address, `/findings/${finding.id}`)} data-busy={t('web.finding.sending')}>
          <h2>{t('web.finding.next')}</h2>
          <input type="hidden" name="expected" value={String(log)} />
          <div class="fields">
            <Area
              view={view}
              form="finding"
              name="text"
              label={t(verbs.includes('answer') ? 'web.finding.your-answer' : 'web.finding.your-reason')}
              value={wrong?.text ?? ''}
              refused={null}
              rows={5}
            />
          </div>
          <p class="acts">
            {verbs.map((verb, i) => (
              <button type="submit" name="verb" value={verb} class={i === 0 ? 'main' : undefined}>
                {t(`web.finding.do-${verb}`)}
              </button>
            ))}
          </p>
        </form>
      )}
      <h2>{t('web.finding.history')}</h2>
      <ol class="findings">
        {steps.map(step => (
          <li>
            {momentIn(step.moment)} · {step.actor} · {t(`web.finding.state-${step.finding.state}`)}
          </li>
        ))}
      </ol>
      <p class="acts">
        {view.may('audit.read') && (
          <a href={to(address, '/audit', { kind: 'finding', subject: finding.id })}>{t('web.finding.audit')}</a>
        )}
        <a href={to(address, '/findings')}>{t('web.finding.back')}</a>
      </p>
    </Layout>
  )
}

export interface NewFindingProps {
  readonly view: View
  readonly offices: readonly Office[]
  /** Targets as "plan/target" with their words. */
  readonly targets: readonly Office[]
  readonly given: Readonly<Record<string, string>>
  readonly refused: Refused | null
  readonly today: string
}

/** Recording a finding. */
export function NewFindingView({ view, offices, targets, given, refused, today }: NewFindingProps) {
  const { t, address } = view
  const field = { view, form: 'finding', refused }
  return (
    <Layout view={view} title={t('web.finding.new')} place="findings" scripts={['busy']}>
      <header>
        <h1>{t('web.finding.new')}</h1>
        <p>{t('web.finding.no-persons')}</p>
      </header>
      {refused && (
        <div class="fault" role="alert">
          <p>{t('web.finding.refused', { count: String(refused.messages.length) })}</p>
        </div>
      )}
      <form method="post" action={to(address, '/findings')} data-busy={t('web.finding.sending')}>
        <div class="fields">
          <Choice
            {...field}
            name="kind"
            label={t('web.finding.about')}
            value={given['kind'] ?? 'target'}
            choices={ABOUTS.map(kind => [kind, t(`web.finding.about-${kind}`)])}
          />
          <Field {...field} name="id" label={t('web.finding.which')} value={given['id'] ?? ''} list="finding-known" />
          <Choice
            {...field}
            name="severity"
            label={t('web.finding.severity')}
            value={given['severity'] ?? 'shortcoming'}
            choices={SEVERITIES.map(each => [each, t(`web.finding.severity-${each}`)])}
          />
          <Choice
            {...field}
            name="organisation"
            label={t('web.finding.organisation')}
            value={given['organisation'] ?? ''}
            choices={[['', t('web.finding.choose')], ...offices.map(({ id, name }) => [id, name] as const)]}
          />
          <Field {...field} type="date" name="due" label={t('web.finding.due')} value={given['due'] ?? today} />
          <Area {...field} name="found" label={t('web.finding.found')} value={given['found'] ?? ''} rows={5} />
          <Area {...field} name="demanded" label={t('web.finding.demanded')} value={given['demanded'] ?? ''} rows={4} />
        </div>
        <datalist id="finding-known">
          {[...targets, ...offices].map(({ id, name }) => (
            <option value={id}>{name}</option>
          ))}
        </datalist>
        <p class="small">{t('web.finding.which-note')}</p>
        <p>
          <button class="main" type="submit">
            {t('web.finding.record')}
          </button>
        </p>
      </form>
    </Layout>
  )
}
