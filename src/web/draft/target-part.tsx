import { wordsOf } from '../../api/draft/plain-words.ts'
import type { DraftTarget } from '../../api/draft/draft.ts'
import { here, to } from '../frame/address.ts'
import { MessageList } from '../frame/messages.tsx'
import { MeasureForm } from './measure-form.tsx'
import { MeasureLine } from './measure-line.tsx'
import type { PartProps } from './view.tsx'

/** A target: its words, what was typed of them, and the forms that correct it. */
export function TargetPart({ found, ...part }: PartProps & { readonly found: DraftTarget }) {
  const { view, draft, refused, sectionOf, formsOf } = part
  const { target, measures, dropped } = found
  const { t, address } = view
  const open = draft.state.plan === null
  const own = refused?.at === target.id ? refused : null
  const forms = formsOf(target.id)
  return (
    <article class="draft three" id={target.id} aria-label={target.number ?? undefined} tabindex={-1}>
      <div class="draft-said" lang="vi" data-at={target.start}>
        <Between {...part} found={found} />
        <p class={dropped ? 'gone' : undefined}>
          {target.number && <b>{target.number}. </b>}
          {wordsOf(draft.document.format)(target.text)}
        </p>
        <p class="small" lang={view.language}>
          <a href={to(address, `/documents/${draft.document.id}#${target.id}`, { section: sectionOf(target.start) })}>
            {t('web.draft.in-document')}
          </a>
        </p>
      </div>
      <div class="typed">
        {measures.map(({ index, measure, dropped: gone, corrected }) => (
          <p class={gone || dropped ? 'gone' : undefined}>
            {open && !dropped && measures.length > 1 && (
              <input
                type="checkbox"
                form={`f-${target.id}`}
                name={`m.${index}`}
                value="1"
                checked={own?.fields[`m.${index}`] !== undefined}
                aria-label={t('web.draft.choose-measure', { name: measure.name })}
              />
            )}{' '}
            <MeasureLine view={view} measure={measure} />
            {corrected && <small> · {t('web.draft.corrected')}</small>}
          </p>
        ))}
        {own && (
          <div class="wrong" role="alert">
            <MessageList view={view} messages={own.messages} />
          </div>
        )}
        {open && <TargetActs {...part} found={found} />}
      </div>
      {open && !dropped && (
        <div class="correct">
          {forms
            ? measures.map(measure => (
                <MeasureForm
                  view={view}
                  draft={draft}
                  target={target.id}
                  measure={measure}
                  refused={refused?.at === `${target.id}.${measure.index}` ? refused : null}
                />
              ))
            : measures.length > 0 && (
                <p>
                  <a href={`${here(address, { at: target.id })}#${target.id}`}>{t('web.draft.correct')}</a>
                </p>
              )}
        </div>
      )}
    </article>
  )
}

const SHORT = 240
const LONG = 6000

/** The words between the target before and this one, so that a target that was passed by is seen. */
function Between({ view, draft, wordsFrom, found }: PartProps & { readonly found: DraftTarget }) {
  const from = wordsFrom(found)
  const words = wordsOf(draft.document.format)(draft.reading.text.slice(from, found.target.start)).trim()
  if (words === '' || /^[\s\p{P}\p{S}\d]*$/u.test(words)) return null
  if (words.length <= SHORT)
    return (
      <p class="between" data-at={from}>
        {words}
      </p>
    )
  return (
    <details class="between">
      <summary lang={view.language}>{view.t('web.draft.between', { count: String(words.length) })}</summary>
      <p data-at={from}>{words.length <= LONG ? words : `… ${words.slice(-LONG)}`}</p>
    </details>
  )
}

function TargetActs({ view, draft, found }: PartProps & { readonly found: DraftTarget }) {
  const { t, address } = view
  const { target, measures, dropped } = found
  const several = measures.length > 1
  const { targets } = draft.state
  const at = targets.indexOf(found)
  const before = targets.slice(0, at).findLast(each => !each.dropped && each.target.scope === target.scope)
  // The one before in the document is the one above on the page only within a group.
  const follows = before?.target.group === target.group
  return (
    <form
      class="acts small"
      id={`f-${target.id}`}
      method="post"
      action={to(address, `/drafts/${draft.id}/targets/${target.id}`)}
    >
      {dropped ? (
        <button class="plain" type="submit" name="act" value="restore">
          {t('web.draft.restore')}
        </button>
      ) : (
        <>
          <label class="ticked">
            <input type="checkbox" form="chosen" name={`t.${target.id}`} value="1" /> {t('web.draft.choose')}
          </label>
          {follows && (
            <button class="plain" type="submit" name="act" value="merge-before">
              {t('web.draft.merge-before')}
            </button>
          )}
          {several && (
            <>
              <button class="plain" type="submit" name="act" value="merge-measures">
                {t('web.draft.merge-measures')}
              </button>
              <button class="plain" type="submit" name="act" value="split-target">
                {t('web.draft.split-target')}
              </button>
            </>
          )}
          <button class="plain" type="submit" name="act" value="add-measure">
            {t('web.draft.add-measure')}
          </button>
          <button class="plain" type="submit" name="act" value="drop">
            {t('web.draft.drop-target')}
          </button>
        </>
      )}
    </form>
  )
}
