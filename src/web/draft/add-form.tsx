import { wordsOf } from '../../api/draft/plain-words.ts'
import { unreadIn } from '../../api/draft/unread.ts'
import { SCOPES } from '../../plan/plan.ts'
import { to } from '../frame/address.ts'
import { Area, Choice } from '../frame/field.tsx'
import type { DraftProps } from './view.tsx'

/** Targets that the reader passed by: figures that no target holds, and words that a person chooses. */
export function AddPart({ view, draft, refused }: DraftProps) {
  const { t, address } = view
  const unread = unreadIn(draft.state, draft.reading.text)
  const plain = wordsOf(draft.document.format)
  const action = to(address, `/drafts/${draft.id}/targets`)
  return (
    <section aria-labelledby="add">
      <h2 id="add">{t('web.draft.add')}</h2>
      {unread.length > 0 && (
        <>
          <p>{t('web.draft.unread')}</p>
          <ul class="findings">
            {unread.map(line => (
              <li>
                <span lang="vi" data-at={line.start}>
                  {plain(line.text)}
                </span>
                <form method="post" action={action}>
                  <input type="hidden" name="words" value={line.text} />
                  <input type="hidden" name="near" value={String(line.start)} />
                  <button class="plain" type="submit" name="act" value="add">
                    {t('web.draft.add-this')}
                  </button>
                </form>
              </li>
            ))}
          </ul>
        </>
      )}
      <form method="post" action={action} data-add>
        <p class="small">{t('web.draft.about-add')}</p>
        <div class="fields">
          <Area view={view} form="add" name="words" label={t('web.draft.words')} value="" refused={refused} />
          <Choice
            view={view}
            form="add"
            name="scope"
            label={t('web.draft.scope')}
            value="main"
            refused={refused}
            choices={SCOPES.map(scope => [scope, t(`web.draft.scope-${scope}`)] as const)}
          />
        </div>
        <input type="hidden" name="near" value={refused?.fields['near'] ?? ''} />
        <button type="submit" name="act" value="add">
          {t('web.draft.add-words')}
        </button>
      </form>
    </section>
  )
}
