import { to } from '../frame/address.ts'
import { Field } from '../frame/field.tsx'
import type { PartProps } from './view.tsx'

/** The name of a group; its new name and its place among the groups one click away. */
export function GroupHead({
  view,
  draft,
  refused,
  group,
  scope,
}: PartProps & { readonly group: string; readonly scope: string }) {
  const { t, address } = view
  const { groups, plan } = draft.state
  const at = groups.indexOf(group)
  const own = refused?.at === `group.${at}` ? refused : null
  return (
    <div class="group-head">
      <h3 lang="vi">{group}</h3>
      {plan === null && (
        <details class="small" open={own !== null}>
          <summary>{t('web.draft.group')}</summary>
          <form class="acts" method="post" action={to(address, `/drafts/${draft.id}/groups`)}>
            <input type="hidden" name="group" value={group} />
            <Field
              view={view}
              form={`${scope}-group-${at}`}
              name="name"
              label={t('web.draft.group-name')}
              value={group}
              refused={own}
            />
            <button type="submit" name="act" value="rename">
              {t('web.draft.rename')}
            </button>
            {at > 0 && (
              <button type="submit" name="act" value="up">
                {t('web.draft.up')}
              </button>
            )}
            {at < groups.length - 1 && (
              <button type="submit" name="act" value="down">
                {t('web.draft.down')}
              </button>
            )}
          </form>
        </details>
      )}
    </div>
  )
}
