import type { OpenDraft } from '../../api/draft/desk.ts'
import { wordsOf } from '../../api/draft/plain-words.ts'
import type { DraftTarget } from '../../api/draft/state.ts'
import { SCOPES } from '../../plan/plan.ts'
import { placeFinder } from '../document/sections.ts'
import { to } from '../frame/address.ts'
import type { Refused } from '../frame/field.tsx'
import { Layout } from '../frame/layout.tsx'
import { MessageList } from '../frame/messages.tsx'
import type { View } from '../frame/view.ts'
import { FactsForm } from './facts-form.tsx'
import { MeasurePart } from './measure-form.tsx'

export interface DraftProps {
  readonly view: View
  readonly draft: OpenDraft
  /** At "plan", "publish" or the measure "t3.0". */
  readonly refused: Refused | null
}

/** Each target with its words and its measures as typed, to be corrected. */
export function DraftView({ view, draft, refused }: DraftProps) {
  const { t, address } = view
  const { state } = draft
  const kept = state.targets.filter(target => !target.dropped)
  const measures = kept.reduce((sum, target) => sum + target.measures.filter(m => !m.dropped).length, 0)
  const sectionOf = placeFinder(draft.reading)
  const name = state.facts.name === '' ? draft.document.name : state.facts.name
  return (
    <Layout view={view} title={t('web.draft.title', { name })} place="document">
      <header>
        <h1 lang="vi">{name}</h1>
        <p>
          {state.plan === null ? t('web.draft.open') : t('web.draft.published')} ·{' '}
          {t('web.draft.corrections', { count: String(state.corrections) })} ·{' '}
          <a href={to(address, `/documents/${draft.document.id}`)}>{t('web.documents.open')}</a>
        </p>
      </header>
      <p>{t('web.draft.about', { targets: String(kept.length), measures: String(measures) })}</p>
      {refused?.at === 'publish' && (
        <div class="fault" role="alert">
          <MessageList view={view} messages={refused.messages} />
          {refused.messages.every(m => LEFT_OUT.has(m.rule)) && (
            <form method="post" action={to(address, `/drafts/${draft.id}/publish`)}>
              <input type="hidden" name="incomplete" value="leave-out" />
              <button type="submit">{t('web.draft.publish-without')}</button>
            </form>
          )}
        </div>
      )}
      <Acts view={view} draft={draft} />
      <FactsForm view={view} draft={draft} refused={refused?.at === 'plan' ? refused : null} />
      {SCOPES.map(scope => (
        <ScopePart
          view={view}
          draft={draft}
          refused={refused}
          targets={state.targets.filter(x => x.target.scope === scope)}
          scope={scope}
          sectionOf={sectionOf}
        />
      ))}
      {state.reading.messages.length > 0 && (
        <section aria-labelledby="told">
          <h2 id="told">{t('web.document.messages')}</h2>
          <MessageList view={view} messages={state.reading.messages} />
        </section>
      )}
    </Layout>
  )
}

/** What a plan can be published without. */
const LEFT_OUT: ReadonlySet<string> = new Set(['web.draft.bound-missing', 'web.draft.unit-missing'])

function Acts({ view, draft }: Omit<DraftProps, 'refused'>) {
  const { t, address } = view
  const { plan, corrections } = draft.state
  if (plan !== null)
    return (
      <p class="told">
        {t('web.draft.published')}.{' '}
        <a href={to(address, `/plans/${encodeURIComponent(plan)}`)}>{t('web.draft.see-plan')}</a>
      </p>
    )
  return (
    <div class="acts">
      <form method="post" action={to(address, `/drafts/${draft.id}/publish`)}>
        <button class="main" type="submit">
          {t('web.draft.publish')}
        </button>
      </form>
      {corrections > 0 && (
        <form method="post" action={to(address, `/drafts/${draft.id}/undo`)}>
          <button type="submit">{t('web.draft.undo')}</button>
        </form>
      )}
    </div>
  )
}

interface PartProps extends DraftProps {
  /** Which piece of the document holds a place. */
  readonly sectionOf: (place: number) => string
}

interface ScopeProps extends PartProps {
  readonly targets: readonly DraftTarget[]
  readonly scope: (typeof SCOPES)[number]
}

function ScopePart({ view, draft, refused, sectionOf, targets, scope }: ScopeProps) {
  if (targets.length === 0) return null
  const groups = [...new Set(targets.map(t => t.target.group))]
  return (
    <section aria-labelledby={`scope-${scope}`}>
      <h2 id={`scope-${scope}`}>
        {view.t(`web.draft.scope-${scope}`)} <small>{targets.length}</small>
      </h2>
      {groups.map(group => (
        <>
          {group !== null && <h3 lang="vi">{group}</h3>}
          {targets
            .filter(t => t.target.group === group)
            .map(target => (
              <TargetPart view={view} draft={draft} refused={refused} sectionOf={sectionOf} target={target} />
            ))}
        </>
      ))}
    </section>
  )
}

function TargetPart({
  view,
  draft,
  refused,
  sectionOf,
  target: { target, measures, dropped },
}: PartProps & { readonly target: DraftTarget }) {
  const { t, address } = view
  const open = draft.state.plan === null
  const section = sectionOf(target.start)
  return (
    <article class="draft" id={target.id}>
      <p lang="vi" class={dropped ? 'gone' : undefined}>
        {target.number && <b>{target.number}. </b>}
        {wordsOf(draft.document.format)(target.text)}
      </p>
      <div class="acts small">
        <a href={to(address, `/documents/${draft.document.id}#${target.id}`, { section })}>
          {t('web.draft.in-document')}
        </a>
        {open && (
          <form method="post" action={to(address, `/drafts/${draft.id}/targets/${target.id}`)}>
            <input type="hidden" name="act" value={dropped ? 'restore' : 'drop'} />
            <button class="plain" type="submit">
              {dropped ? t('web.draft.restore') : t('web.draft.drop-target')}
            </button>
          </form>
        )}
      </div>
      {!dropped &&
        measures.map(measure => (
          <MeasurePart
            view={view}
            draft={draft}
            target={target.id}
            measure={measure}
            refused={refused?.at === `${target.id}.${measure.index}` ? refused : null}
          />
        ))}
    </article>
  )
}
