import { to } from '../frame/address.ts'
import type { View } from '../frame/view.ts'
import type { ShownReport } from '../report/load.ts'

/** The name of the field that chooses a report; its value is the version that was seen. */
export const choiceName = (round: string, organisation: string): string => `r ${round} ${organisation}`

/** What is decided of the reports of a form, with the reason that a return needs. */
export function Decisions({
  view,
  verb,
  returns,
  at,
  reason = '',
}: {
  readonly view: View
  /** The step forward; null where it is another person's. */
  readonly verb: 'approve' | 'publish' | null
  readonly returns: boolean
  /** Unique on the page. */
  readonly at: string
  /** A reason that was written and not taken. */
  readonly reason?: string
}) {
  const { t } = view
  return (
    <div class="report-bar">
      {verb && (
        <button type="submit" name="do" value={verb} class="main">
          {t(`web.approvals.${verb}`)}
        </button>
      )}
      {returns && (
        <span class="choice">
          <label for={`reason-${at}`}>{t('web.approvals.reason')}</label>{' '}
          <input
            id={`reason-${at}`}
            name="reason"
            value={reason || undefined}
            maxlength={2000}
            autocomplete="off"
            aria-describedby={`reason-${at}-about`}
          />{' '}
          <button type="submit" name="do" value="return">
            {t('web.approvals.return')}
          </button>{' '}
          <small id={`reason-${at}-about`}>{t('web.approvals.reason-about')}</small>
        </span>
      )}
    </div>
  )
}

/** The decision on one report, on its own page. */
export function Decide({
  view,
  shown,
  back,
}: {
  readonly view: View
  readonly shown: ShownReport
  readonly back: string
}) {
  const { t, address } = view
  const { form, verbs, own } = shown
  const verb = verbs.has('approve') ? 'approve' : verbs.has('publish') ? 'publish' : null
  return (
    <section class="decide">
      <h2>{t('web.approvals.decide')}</h2>
      {own && <p class="told">{t('web.approvals.own')}</p>}
      <form method="post" action={to(address, '/approvals')} data-busy={t('web.approvals.busy')}>
        <input type="hidden" name={choiceName(form.round.id, form.organisation.id)} value={String(form.version)} />
        <input type="hidden" name="back" value={back} />
        <Decisions view={view} verb={verb} returns={verbs.has('return')} at="one" />
      </form>
    </section>
  )
}
