import { claimSentence } from '../../reading/claims/json.ts'
import { sentencesOf } from '../../evaluation/sentence.ts'
import { to } from '../frame/address.ts'
import { Mark } from '../frame/status.tsx'
import type { View } from '../frame/view.ts'
import type { DocumentCheck, DocumentChecks } from './checks.ts'
import type { Scoreboard } from './load.ts'
import { groupedNumber } from './names.ts'
import { pathOf } from './view.tsx'

/** What the plan's own numbers prove about it. */
export function Findings({ view, board }: { readonly view: View; readonly board: Scoreboard }) {
  const { t, language, address } = view
  const { plan, evaluation } = board
  return (
    <section class="below" aria-labelledby="findings">
      <h2 id="findings">{t('web.findings.title')}</h2>
      <p class="small">{t('web.findings.about')}</p>
      {evaluation.coherence.length === 0 ? (
        <p>{t('web.findings.none')}</p>
      ) : (
        <ul class="findings">
          {evaluation.coherence.map(finding => (
            <li>
              {sentencesOf(finding.explanation, language)}{' '}
              {plan.targets
                .filter(target => finding.targets.includes(target.id))
                .map(target => (
                  <small>
                    {' '}
                    <a href={to(address, pathOf(plan, { target }))}>
                      {t('web.findings.target', { number: groupedNumber(plan, target) })}
                    </a>
                  </small>
                ))}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** The document's own arithmetic: what is wrong first, the rest on demand. */
export function Checks({ view, checks }: { readonly view: View; readonly checks: DocumentChecks }) {
  const { t } = view
  const of = (verdict: string) => checks.all.filter(c => c.claim.verdict === verdict)
  const [wrong, open, holds] = [of('wrong'), of('unverifiable'), of('holds')]
  const others = [...open, ...holds]
  return (
    <section class="below" aria-labelledby="checks">
      <h2 id="checks">{t('web.checks.title')}</h2>
      <p>
        {t('web.checks.counts', {
          all: String(checks.all.length),
          holds: String(holds.length),
          wrong: String(wrong.length),
          open: String(open.length),
        })}
      </p>
      <CheckList view={view} document={checks.document} checks={wrong} />
      {others.length > 0 && (
        <details>
          <summary>{t('web.checks.others', { count: String(others.length) })}</summary>
          <CheckList view={view} document={checks.document} checks={others} />
        </details>
      )}
    </section>
  )
}

interface CheckListProps {
  readonly view: View
  readonly document: string
  readonly checks: readonly DocumentCheck[]
}

const CheckList = ({ view, document, checks }: CheckListProps) => (
  <ul class="findings">
    {checks.map(({ claim, section, words }) => (
      <li>
        <span class={`status ${claim.verdict === 'wrong' ? 'missed' : ''}`}>
          <Mark status={claim.verdict === 'wrong' ? 'missed' : claim.verdict === 'holds' ? 'met' : 'noData'} />
          {view.t(`web.check.${claim.verdict}`)}
        </span>{' '}
        {claimSentence(claim, view.language)} <q lang="vi">{words.length > 260 ? `${words.slice(0, 260)}…` : words}</q>{' '}
        <a href={to(view.address, `/documents/${document}#c${claim.start}`, { section })}>
          {view.t('web.checks.in-document')}
        </a>
      </li>
    ))}
  </ul>
)
