import { SCOPES } from '../../plan/plan.ts'
import { to } from '../frame/address.ts'
import { Choice, Field } from '../frame/field.tsx'
import { MessageList } from '../frame/messages.tsx'
import type { DraftProps } from './view.tsx'

/** What is done with the targets that were ticked, wherever they stand on the page. */
export function ChosenBar({ view, draft, refused }: DraftProps) {
  const { t, address } = view
  const shared = { view, form: 'chosen', refused: null }
  return (
    <form class="draft-chosen" id="chosen" method="post" action={to(address, `/drafts/${draft.id}/targets`)}>
      {refused && (
        <div class="wrong" role="alert">
          <MessageList view={view} messages={refused.messages} />
        </div>
      )}
      <div class="acts">
        <b data-count={t('web.draft.chosen-count', { count: '{count}' })}>{t('web.draft.chosen')}</b>
        <button type="submit" name="act" value="merge">
          {t('web.draft.merge')}
        </button>
        <button type="submit" name="act" value="drop">
          {t('web.draft.drop-chosen')}
        </button>
        <span class="move">
          <Choice
            {...shared}
            name="scope"
            label={t('web.draft.to-scope')}
            value=""
            choices={[
              ['', t('web.draft.as-is')],
              ...SCOPES.map(scope => [scope, t(`web.draft.scope-${scope}`)] as const),
            ]}
          />
          <Field {...shared} name="group" label={t('web.draft.to-group')} value="" list="groups" />
          <datalist id="groups">
            {draft.state.groups.map(group => (
              <option value={group}></option>
            ))}
          </datalist>
          <button type="submit" name="act" value="move">
            {t('web.draft.move')}
          </button>
        </span>
      </div>
    </form>
  )
}
