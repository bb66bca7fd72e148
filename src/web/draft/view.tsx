import { canReadAgain, type OpenDraft } from '../../api/draft/desk.ts'
import type { PlanArea } from '../../api/draft/plan-area.ts'
import type { DraftTarget } from '../../api/draft/draft.ts'
import { SCOPES } from '../../plan/plan.ts'
import { placeFinder } from '../document/sections.ts'
import { to } from '../frame/address.ts'
import type { Refused } from '../frame/field.tsx'
import { Kept } from '../frame/kept.tsx'
import { Layout } from '../frame/layout.tsx'
import { Handed } from '../frame/script.tsx'
import { MessageList } from '../frame/messages.tsx'
import type { View } from '../frame/view.ts'
import { AddPart } from './add-form.tsx'
import { ChosenBar } from './chosen-bar.tsx'
import { Conflicts, Corrections } from './corrections.tsx'
import { FactsForm } from './facts-form.tsx'
import { GroupHead } from './group-form.tsx'
import { ReadAgain } from './read-form.tsx'
import { Reread } from './reread.tsx'
import { TargetPart } from './target-part.tsx'

export interface DraftProps {
  readonly view: View
  readonly draft: OpenDraft
  /** At "plan", "targets", "add", "read", "group.0", the target "t3" or the measure "t3.0". */
  readonly refused: Refused | null
}

export interface PartProps extends DraftProps {
  /** Which piece of the document holds a place. */
  readonly sectionOf: (place: number) => string
  /** Whether the forms of a target stand in the page, or one click away. */
  readonly formsOf: (target: string) => boolean
  /** Where the words before a target begin: behind the target before it. */
  readonly wordsFrom: (target: DraftTarget) => number
}

/** Up to so many measures have their forms in the page. */
const MOST_FORMS = 80

interface DraftViewProps extends DraftProps {
  /** The target whose forms are asked for. */
  readonly at: string | null
  readonly area: PlanArea
}

/** Each target in three columns: its words, its measures as typed, their correction. */
export function DraftView({ view, draft, refused, at, area }: DraftViewProps) {
  const { t, address } = view
  const { state } = draft
  const kept = state.targets.filter(target => !target.dropped)
  const measures = kept.reduce((sum, target) => sum + target.measures.filter(m => !m.dropped).length, 0)
  const name = state.facts.name === '' ? draft.document.name : state.facts.name
  const open = state.plan === null
  const refusedAt = refused?.at.split('.')[0]
  const part: PartProps = {
    view,
    draft,
    refused,
    sectionOf: placeFinder(draft.reading),
    formsOf: target => open && (measures <= MOST_FORMS || target === at || target === refusedAt),
    wordsFrom: wordsFinder(state),
  }
  return (
    <Layout view={view} title={t('web.draft.title', { name })} place="document" scripts={open ? ['busy', 'draft'] : []}>
      <header>
        <h1 lang="vi">{name}</h1>
        <p>
          {open ? t('web.draft.open') : t('web.draft.published')} ·{' '}
          {t('web.draft.corrections', { count: String(state.corrections) })} ·{' '}
          <a href={to(address, `/documents/${draft.document.id}`)}>{t('web.documents.open')}</a>
          {state.revises !== null && (
            <>
              {' '}
              · <a href={to(address, `/plans/${encodeURIComponent(state.revises)}`)}>{t('web.draft.revises')}</a>
            </>
          )}
        </p>
      </header>
      <p>{t('web.draft.about', { targets: String(kept.length), measures: String(measures) })}</p>
      <Acts view={view} draft={draft} />
      {open && <p class="small keys">{t('web.draft.keys')}</p>}
      {open && <Handed id="draft-words" data={{ addSelection: t('web.draft.add-selection') }} />}
      <Reread view={view} draft={draft} />
      <Conflicts view={view} draft={draft} />
      <FactsForm view={view} draft={draft} refused={refused?.at === 'plan' ? refused : null} area={area} />
      <ReadAgain
        view={view}
        draft={draft}
        refused={refused?.at === 'read' ? refused : null}
        kept={canReadAgain(draft)}
      />
      {SCOPES.map(scope => (
        <ScopePart {...part} targets={state.targets.filter(x => x.target.scope === scope)} scope={scope} />
      ))}
      {open && <AddPart view={view} draft={draft} refused={refused?.at === 'add' ? refused : null} />}
      <Corrections view={view} draft={draft} />
      {state.reading.messages.length > 0 && (
        <section aria-labelledby="told">
          <h2 id="told">{t('web.document.messages')}</h2>
          <MessageList view={view} messages={state.reading.messages} />
        </section>
      )}
      {open && <ChosenBar view={view} draft={draft} refused={refused?.at === 'targets' ? refused : null} />}
    </Layout>
  )
}

/** Behind the target before, but no further back than the section that a target stands in. */
function wordsFinder({ targets, reading }: OpenDraft['state']): (target: DraftTarget) => number {
  const before = new Map<string, number>()
  let end = 0
  for (const { target } of [...targets].sort((a, b) => a.target.start - b.target.start)) {
    const section = reading.sections.findLast(each => each.start <= target.start && target.start < each.end)
    before.set(target.id, Math.min(Math.max(end, section?.start ?? 0), target.start))
    end = Math.max(end, target.end)
  }
  return ({ target }) => before.get(target.id) ?? target.start
}

function Acts({ view, draft }: Omit<DraftProps, 'refused'>) {
  const { t, address } = view
  const { plan, undoable } = draft.state
  if (plan !== null)
    return (
      <p class="told">
        {t('web.draft.published')}.{' '}
        <a href={to(address, `/plans/${encodeURIComponent(plan)}`)}>{t('web.draft.see-plan')}</a>
      </p>
    )
  return (
    <div class="acts">
      <form method="get" action={`/drafts/${draft.id}/publish`}>
        <Kept view={view} />
        <button class="main" type="submit">
          {t(draft.state.revises === null ? 'web.draft.publish' : 'web.draft.publish-version')}
        </button>
      </form>
      {undoable > 0 && (
        <form method="post" action={to(address, `/drafts/${draft.id}/undo`)} data-undo>
          <button type="submit">{t('web.draft.undo')}</button>
        </form>
      )}
    </div>
  )
}

interface ScopeProps extends PartProps {
  readonly targets: readonly DraftTarget[]
  readonly scope: (typeof SCOPES)[number]
}

function ScopePart({ targets, scope, ...part }: ScopeProps) {
  if (targets.length === 0) return null
  const { view, draft } = part
  const { t } = view
  const groups = [...draft.state.groups, null].filter(group => targets.some(each => each.target.group === group))
  return (
    <section aria-labelledby={`scope-${scope}`}>
      <h2 id={`scope-${scope}`}>
        {t(`web.draft.scope-${scope}`)} <small>{targets.length}</small>
      </h2>
      <div class="three three-heads" aria-hidden="true">
        <span>{t('web.draft.column-words')}</span>
        <span>{t('web.draft.column-typed')}</span>
        <span>{t('web.draft.column-correct')}</span>
      </div>
      {groups.map(group => (
        <>
          {group !== null && <GroupHead {...part} group={group} scope={scope} />}
          {targets
            .filter(each => each.target.group === group)
            .map(each => (
              <TargetPart {...part} found={each} />
            ))}
        </>
      ))}
    </section>
  )
}
