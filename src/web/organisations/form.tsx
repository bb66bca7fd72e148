import { ORGANISATION_KINDS, type Organisation } from '../../desk/organisations/organisation.ts'
import type { Setup } from '../../desk/setup.ts'
import { to } from '../frame/address.ts'
import { Choice, Field, type Refused } from '../frame/field.tsx'
import { messageIn } from '../frame/messages.tsx'
import type { View } from '../frame/view.ts'

interface OrganisationFormProps {
  readonly view: View
  readonly setup: Setup
  /** Null: a new one. */
  readonly organisation: Organisation | null
  readonly refused: Refused | null
  readonly action: string
}

const FIELDS = new Set(['id', 'name', 'kind', 'parent', 'area', 'head'])

/** The fields of an organisation. */
export function OrganisationForm({ view, setup, organisation, refused, action }: OrganisationFormProps) {
  const { t, address } = view
  const shared = { view, form: 'organisation', refused }
  const others = [...setup.organisations.values()].filter(each => each.id !== organisation?.id)
  const elsewhere = (refused?.messages ?? []).filter(each => !FIELDS.has(each.column ?? ''))
  return (
    <form method="post" action={to(address, action)}>
      {elsewhere.length > 0 && (
        <p class="wrong" role="alert">
          {elsewhere.map(each => messageIn(each, view)).join(' ')}
        </p>
      )}
      <div class="fields">
        {!organisation && <Field {...shared} name="id" label={t('web.organisations.id')} value="" />}
        <Field {...shared} name="name" label={t('web.organisations.name')} value={organisation?.name ?? ''} wide />
        <Choice
          {...shared}
          name="kind"
          label={t('web.organisations.kind')}
          value={organisation?.kind ?? 'office'}
          choices={ORGANISATION_KINDS.map(kind => [kind, t(`web.organisations.kind-${kind}`)] as const)}
        />
        <Choice
          {...shared}
          name="parent"
          label={t('web.organisations.parent')}
          value={organisation?.parent ?? ''}
          choices={[['', t('web.draft.none')], ...others.map(each => [each.id, each.name] as const)]}
        />
        <Field {...shared} name="area" label={t('web.organisations.area-form')} value={organisation?.area ?? ''} />
        <Field {...shared} name="head" label={t('web.organisations.head')} value={organisation?.head ?? ''} />
      </div>
      <button type="submit" name="act" value="save">
        {t('web.draft.save')}
      </button>
    </form>
  )
}
