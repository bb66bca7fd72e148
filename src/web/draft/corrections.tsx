import type { OpenDraft } from '../../api/draft/desk.ts'
import type { Correction } from '../../api/draft/event.ts'
import { to } from '../frame/address.ts'
import type { View } from '../frame/view.ts'

interface Props {
  readonly view: View
  readonly draft: OpenDraft
}

/** Corrections that the document as read now has no place for. */
export function Conflicts({ view, draft }: Props) {
  const { t, address } = view
  const { conflicts, plan } = draft.state
  if (conflicts.length === 0) return null
  return (
    <section class="fault" aria-labelledby="conflicts">
      <h2 id="conflicts">{t('web.draft.conflicts', { count: String(conflicts.length) })}</h2>
      <ul class="findings">
        {conflicts.map(({ correction, why, words }, i) => (
          <li>
            <b>{didIn(correction, view)}</b> {t(`web.draft.conflict-${why}`)}
            <blockquote lang="vi">{words.slice(0, 400)}</blockquote>
            {plan === null && (
              <form method="post" action={to(address, `/drafts/${draft.id}/conflicts/${i}`)}>
                <button class="plain" type="submit">
                  {t('web.draft.dismiss')}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

const MOST = 200

/** Every correction that stands, the newest first. */
export function Corrections({ view, draft }: Props) {
  const { t } = view
  const standing = draft.state.standing.slice(-MOST).reverse()
  if (standing.length === 0) return null
  return (
    <section aria-labelledby="corrected">
      <h2 id="corrected">
        {t('web.draft.standing')} <small>{draft.state.standing.length}</small>
      </h2>
      <ol class="findings" reversed>
        {standing.map(correction => (
          <li>{didIn(correction, view)}</li>
        ))}
      </ol>
    </section>
  )
}

/** What a correction did, in words. */
function didIn(correction: Correction, { t }: View): string {
  const said = (values: Readonly<Record<string, string>> = {}) => t(`web.draft.did-${correction.kind}`, values)
  switch (correction.kind) {
    case 'plan':
    case 'orderGroups':
    case 'dismiss':
      return said()
    case 'measure':
    case 'mergeMeasures':
    case 'addMeasure':
      return said({ target: correction.target, name: correction.measure.name })
    case 'drop':
    case 'restore':
      return said({ target: correction.target })
    case 'dropTargets':
    case 'move':
      return said({ targets: correction.targets.join(', ') })
    case 'mergeTargets':
      return said({ into: correction.into, targets: correction.targets.join(', ') })
    case 'splitMeasure':
      return said({ target: correction.target, names: correction.into.map(each => each.name).join('; ') })
    case 'splitTarget':
      return said({ target: correction.target, id: correction.id })
    case 'addTarget':
      return said({ target: correction.target.id })
    case 'renameGroup':
      return said({ from: correction.from, to: correction.to })
    default:
      return correction satisfies never
  }
}
