import type { PlanArea } from '../../api/draft/plan-area.ts'
import { showRange } from '../../measure/show.ts'
import { to } from '../frame/address.ts'
import { Field } from '../frame/field.tsx'
import type { DraftProps } from './view.tsx'

/** What the document says of the plan as a whole. */
export function FactsForm({ view, draft, refused, area }: DraftProps & { readonly area: PlanArea }) {
  const { t, address } = view
  const { facts, plan } = draft.state
  const shared = { view, form: 'plan', refused }
  const year = (y: number | null) => (y === null ? '' : String(y))
  const brief = {
    years: facts.from === null ? t('web.draft.no-years') : showRange(facts.from, facts.to ?? '…'),
    area: area.shown === '' ? t('web.draft.no-area') : area.shown,
  }
  if (plan !== null) return null
  return (
    <details open={refused !== null || facts.from === null || facts.name === '' || area.missing}>
      <summary>{area.missing || area.shown !== '' ? t('web.draft.plan-brief', brief) : t('web.draft.plan')}</summary>
      <form method="post" action={to(address, `/drafts/${draft.id}/plan`)}>
        <div class="fields">
          <Field {...shared} name="name" label={t('web.draft.name')} value={facts.name} wide />
          <Field {...shared} name="issuer" label={t('web.draft.issuer')} value={facts.issuer} wide />
          <Field {...shared} name="from" label={t('web.draft.from')} value={year(facts.from)} numeric />
          <Field {...shared} name="to" label={t('web.draft.to')} value={year(facts.to)} numeric />
          <Field
            {...shared}
            name="area"
            label={t('web.draft.area')}
            value={area.shown === '' ? area.guess : area.shown}
            list="plan-areas"
          />
          <Field {...shared} name="adopted" label={t('web.draft.adopted')} value={facts.adopted} type="date" />
        </div>
        <datalist id="plan-areas">
          {area.known.map(name => (
            <option value={name} />
          ))}
        </datalist>
        <button type="submit">{t('web.draft.save')}</button>
      </form>
    </details>
  )
}
