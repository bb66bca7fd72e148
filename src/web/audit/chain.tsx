import { showMoment } from '../../measure/show.ts'
import type { Job } from '../../store/jobs.ts'
import { to } from '../frame/address.ts'
import { countIn } from '../frame/figures.ts'
import type { View } from '../frame/view.ts'
import { isLive, progressIn, stateIn } from '../jobs/words.ts'

interface ChainProps {
  readonly view: View
  /** The newest check of the chain. */
  readonly checked: Job | null
}

/** Whether the chain holds, in one line: whole as of a check, broken at which line, or never checked. */
export function ChainState({ view, checked }: ChainProps) {
  const { t, address, language } = view
  if (!checked) return <p class="audit-chain">{t('web.audit.never')}</p>
  const when = <a href={to(address, `/jobs/${checked.id}`)}>{showMoment(checked.asked, language)}</a>
  const result = checked.result
  if (isLive(checked) || !result)
    return (
      <p class="audit-chain">
        {t('web.audit.chain-check')} {when}: {stateIn(view, checked)}. {isLive(checked) && progressIn(view, checked)}
      </p>
    )
  if (result.said !== 'chain-broken')
    return (
      <p class="audit-chain">
        {t('web.audit.chain-whole', { lines: countIn(Number(result.values['lines'] ?? 0), language) })} {when}.
      </p>
    )
  const first = result.messages?.find(({ line }) => line !== undefined)?.line
  return (
    <p class="audit-chain wrong" role="alert">
      <strong>
        {t('web.audit.chain-broken', {
          line: first === undefined ? '–' : countIn(first, language),
          count: result.values['count'] ?? '',
        })}
      </strong>{' '}
      {first !== undefined && <a href={to(address, `/audit/${first}`)}>{t('web.audit.chain-look')}</a>} {when}
    </p>
  )
}

/** Having the chain proved. */
export const VerifyChain = ({ view }: Pick<ChainProps, 'view'>) => (
  <form method="post" action="/audit/verify" data-busy={view.t('web.audit.verifying')}>
    <button type="submit">{view.t('web.audit.verify')}</button>
  </form>
)

/** The chain with what it is, for whoever keeps the system. */
export const Chain = ({ view, checked }: ChainProps) => (
  <>
    <h2>{view.t('web.audit.chain')}</h2>
    <p>{view.t('web.audit.chain-about')}</p>
    <ChainState view={view} checked={checked} />
    <VerifyChain view={view} />
  </>
)
