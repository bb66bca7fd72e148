import type { Finding, FindingVerb } from '../../desk/findings/finding.ts'
import { showDay, showMoment } from '../../measure/show.ts'
import { to } from '../frame/address.ts'
import { Area } from '../frame/field.tsx'
import { Layout } from '../frame/layout.tsx'
import type { View } from '../frame/view.ts'
import { aboutPath } from './about.ts'
import { StateOf, Waiting } from './state.tsx'

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
          {verbs.length === 0 && wrong.text !== '' && <p class="finding-said">{wrong.text}</p>}
        </div>
      )}
      <dl class="facts">
        <dt>{t(`web.finding.about-${finding.about.kind}`)}</dt>
        <dd>{path === null ? finding.about.name : <a href={to(address, path)}>{finding.about.name}</a>}</dd>
        <dt>{t('web.finding.organisation')}</dt>
        <dd>{office}</dd>
        <dt>{t('web.finding.due')}</dt>
        <dd>
          {day(finding.due)} <Waiting view={view} finding={finding} today={today} />
        </dd>
      </dl>
      <div class="finding-words">
        <section>
          <h2>{t('web.finding.found')}</h2>
          <p class="finding-said">{finding.found}</p>
        </section>
        <section>
          <h2>{t('web.finding.demanded')}</h2>
          <p class="finding-said">{finding.demanded}</p>
        </section>
      </div>
      <h2>{t('web.finding.history')}</h2>
      <ol class="finding-steps">
        {steps.map((step, i) => {
          const said = step.finding.state === 'answered' ? step.finding.answer : i === 0 ? '' : step.finding.reason
          return (
            <li>
              <b>{t(`web.finding.step-${stepOf(step.finding.state, steps[i - 1]?.finding.state)}`)}</b>{' '}
              <small>
                {step.actor} · {showMoment(step.moment, view.language)}
              </small>
              {said !== '' && <p class="finding-said">{said}</p>}
            </li>
          )
        })}
      </ol>
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
      <p class="acts">
        {view.may('audit.read') && (
          <a href={to(address, '/audit', { kind: 'finding', subject: finding.id })}>{t('web.finding.audit')}</a>
        )}
        <a href={to(address, '/findings')}>{t('web.finding.back')}</a>
      </p>
    </Layout>
  )
}

type State = Finding['state']

/** What was done to come into a state from the one before. */
function stepOf(state: State, before: State | undefined): 'record' | 'answer' | 'close' | 'refuse' | 'reopen' {
  switch (state) {
    case 'answered':
      return 'answer'
    case 'closed':
      return 'close'
    case 'open':
      return before === undefined ? 'record' : before === 'closed' ? 'reopen' : 'refuse'
    default:
      return state satisfies never
  }
}
