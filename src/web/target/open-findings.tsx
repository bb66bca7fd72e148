import { showDay } from '../../measure/show.ts'
import type { Plan, Target } from '../../plan/plan.ts'
import { to } from '../frame/address.ts'
import type { View } from '../frame/view.ts'
import type { OpenFinding } from './findings.ts'

interface FindingsProps {
  readonly view: View
  readonly plan: Plan
  readonly target: Target
  readonly findings: readonly OpenFinding[]
}

/** What inspectors found about a target and is not closed. */
export function OpenFindings({ view, plan, target, findings }: FindingsProps) {
  const { t, language, address } = view
  return (
    <section aria-labelledby="open-findings">
      <h2 id="open-findings">{t('web.target.findings')}</h2>
      {findings.length === 0 ? (
        <p class="small">{t('web.target.no-findings')}</p>
      ) : (
        <ul class="findings">
          {findings.map(({ finding, office }) => (
            <li>
              <a href={to(address, `/findings/${encodeURIComponent(finding.id)}`)}>{finding.id}</a>{' '}
              <span lang="vi">{finding.found}</span>{' '}
              <small>
                {t(`web.finding.severity-${finding.severity}`)} · {office} · {t(`web.finding.state-${finding.state}`)}
                {finding.state === 'open' &&
                  `, ${t('web.target.finding-due', { day: showDay(finding.due, language) })}`}
              </small>
            </li>
          ))}
        </ul>
      )}
      {view.may('finding.record') && (
        <p class="acts">
          <a href={to(address, '/findings/new', { kind: 'target', id: `${plan.id}/${target.id}` })}>
            {t('web.target.record-finding')}
          </a>
        </p>
      )}
    </section>
  )
}
