import type { OpenDraft } from '../../api/draft/desk.ts'
import type { Publication } from '../../api/draft/publication.ts'
import { showDay, showMoment, showRange } from '../../measure/show.ts'
import type { Message } from '../../messages/message.ts'
import type { MeasureChange, PlanDifference, PlanFact, TargetChange } from '../../plan/difference.ts'
import { differs } from '../../plan/difference.ts'
import type { Measure, Plan, Target } from '../../plan/plan.ts'
import { to } from '../frame/address.ts'
import { boundInWords, countIn } from '../frame/figures.ts'
import { Kept } from '../frame/kept.tsx'
import { Layout } from '../frame/layout.tsx'
import { MessageList } from '../frame/messages.tsx'
import { nameIn, type View } from '../frame/view.ts'
import { factsIn } from '../plans/facts.ts'

export interface PublishProps {
  readonly view: View
  readonly draft: OpenDraft
  /** Null where something is still missing: `messages` say what. */
  readonly publication: Publication | null
  readonly messages: readonly Message[]
  readonly leaveOut: boolean
  /** Why it was not published when that was asked for. */
  readonly why: 'look-first' | 'meanwhile' | null
}

/** What becomes public and what of it is new, before it is so for good. */
export function PublishView({ view, draft, publication, messages, leaveOut, why }: PublishProps) {
  const { t, address } = view
  const path = `/drafts/${draft.id}`
  return (
    <Layout view={view} title={t('web.publish.title')} place="document" scripts={['busy']}>
      <header>
        <h1>{t('web.publish.title')}</h1>
        <p>{t('web.publish.about')}</p>
      </header>
      {why && (
        <p class="fault" role="alert">
          {t(`web.publish.${why}`)}
        </p>
      )}
      {publication === null && <Missing view={view} draft={draft} messages={messages} />}
      {publication && <Content view={view} publication={publication} />}
      <div class="acts">
        {publication && (
          <form method="post" action={to(address, `${path}/publish`)} data-busy={t('web.publish.busy')}>
            <input type="hidden" name="seen" value={publication.seen} />
            {leaveOut && <input type="hidden" name="incomplete" value="leave-out" />}
            <button class="main" type="submit">
              {t(publication.standing === null ? 'web.draft.publish' : 'web.draft.publish-version')}
            </button>
          </form>
        )}
        <a href={to(address, path)}>{t('web.publish.back')}</a>
      </div>
    </Layout>
  )
}

/** What a plan can be published without. */
const LEFT_OUT: ReadonlySet<string> = new Set(['web.draft.bound-missing', 'web.draft.unit-missing'])

function Missing({ view, draft, messages }: Pick<PublishProps, 'view' | 'draft' | 'messages'>) {
  const { t } = view
  return (
    <div class="fault" role="alert">
      <p>{t('web.publish.missing')}</p>
      <MessageList view={view} messages={messages} />
      {messages.every(({ rule }) => LEFT_OUT.has(rule)) && (
        <form method="get" action={`/drafts/${draft.id}/publish`}>
          <Kept view={view} />
          <input type="hidden" name="incomplete" value="leave-out" />
          <button type="submit">{t('web.draft.publish-without')}</button>
        </form>
      )}
    </div>
  )
}

const countOf = (targets: readonly Target[]): number => targets.reduce((sum, { measures }) => sum + measures.length, 0)

function Content({ view, publication }: { readonly view: View; readonly publication: Publication }) {
  const { t, language } = view
  const { plan, version, standing, leftOut } = publication
  return (
    <>
      <dl class="facts">
        <dt>{t('web.publish.plan')}</dt>
        <dd>
          <b lang="vi">{nameIn(plan.name, language)}</b>
          <br />
          {factsIn(plan, view)}
        </dd>
        <dt>{t('web.publish.public')}</dt>
        <dd>
          {t('web.publish.counts', {
            targets: countIn(plan.targets.length, language),
            measures: countIn(countOf(plan.targets), language),
            indicators: countIn(plan.indicators.length, language),
          })}
        </dd>
        {leftOut > 0 && (
          <>
            <dt>{t('web.publish.left-out')}</dt>
            <dd>{t('web.publish.left-out-count', { count: countIn(leftOut, language) })}</dd>
          </>
        )}
        <dt>{t('web.publish.version')}</dt>
        <dd>
          {standing
            ? t('web.publish.next', { version: String(version), moment: showMoment(standing.moment, language) })
            : t('web.publish.first')}
        </dd>
      </dl>
      {standing ? (
        <section aria-labelledby="difference">
          <h2 id="difference">{t('web.publish.difference')}</h2>
          <Difference view={view} before={standing.plan} after={plan} difference={standing.difference} />
        </section>
      ) : (
        <Groups view={view} plan={plan} />
      )}
    </>
  )
}

/** Of a first version: how many targets each group has, in the plan's order. */
function Groups({ view, plan }: { readonly view: View; readonly plan: Plan }) {
  const { t, language } = view
  const groups = [...plan.groups.map(({ id, name }) => [id, nameIn(name, language)] as const), [null, null] as const]
  const counted = groups.flatMap(([id, name]) => {
    const count = plan.targets.filter(({ group }) => group === id).length
    return count === 0 ? [] : [{ name, count }]
  })
  return (
    <section aria-labelledby="groups">
      <h2 id="groups">{t('web.publish.groups')}</h2>
      <ul>
        {counted.map(({ name, count }) => (
          <li>
            {name === null ? t('web.publish.ungrouped') : <span lang="vi">{name}</span>}: <b>{count}</b>
          </li>
        ))}
      </ul>
    </section>
  )
}

interface DifferenceProps {
  readonly view: View
  readonly before: Plan
  readonly after: Plan
  readonly difference: PlanDifference
}

/** So many targets are named of each sort; of more, how many. */
const MOST_NAMED = 40

function Difference({ view, before, after, difference }: DifferenceProps) {
  const { t, language } = view
  const { added, dropped, changed, same, facts } = difference
  if (!differs(difference)) return <p role="status">{t('web.publish.nothing')}</p>
  return (
    <>
      {facts.length > 0 && (
        <>
          <h3>{t('web.publish.facts')}</h3>
          <ul>
            {facts.map(fact => (
              <li>
                {t(`web.publish.fact-${fact}`)}: {factIn(before, fact, view)} → <b>{factIn(after, fact, view)}</b>
              </li>
            ))}
          </ul>
        </>
      )}
      <Targets view={view} title="added" targets={added} />
      <Targets view={view} title="dropped" targets={dropped} />
      {dropped.length > 0 && <p class="small">{t('web.publish.kept')}</p>}
      {changed.length > 0 && (
        <>
          <h3>
            {t('web.publish.changed')} <small>{changed.length}</small>
          </h3>
          <ul>
            {changed.slice(0, MOST_NAMED).map(change => (
              <li>
                <span lang="vi">{change.after.text}</span>
                <ul class="bare small">
                  {changesIn(change, view).map(said => (
                    <li>{said}</li>
                  ))}
                </ul>
              </li>
            ))}
            <More view={view} count={changed.length} />
          </ul>
        </>
      )}
      <p>{t('web.publish.same', { count: countIn(same, language) })}</p>
    </>
  )
}

interface TargetsProps {
  readonly view: View
  readonly title: 'added' | 'dropped'
  readonly targets: readonly Target[]
}

const Targets = ({ view, title, targets }: TargetsProps) =>
  targets.length === 0 ? null : (
    <>
      <h3>
        {view.t(`web.publish.${title}`)} <small>{targets.length}</small>
      </h3>
      <ul>
        {targets.slice(0, MOST_NAMED).map(({ text }) => (
          <li lang="vi">{text}</li>
        ))}
        <More view={view} count={targets.length} />
      </ul>
    </>
  )

const More = ({ view, count }: { readonly view: View; readonly count: number }) =>
  count > MOST_NAMED ? (
    <li>{view.t('web.publish.more', { count: countIn(count - MOST_NAMED, view.language) })}</li>
  ) : null

function factIn(plan: Plan, fact: PlanFact, { t, language }: View): string {
  const none = t('web.publish.fact-none')
  switch (fact) {
    case 'name':
      return nameIn(plan.name, language)
    case 'issuer':
      return plan.issuer ? nameIn(plan.issuer, language) : none
    case 'adopted':
      return plan.adopted === null ? none : showDay(plan.adopted, language)
    case 'term':
      return showRange(plan.term.from, plan.term.to)
    case 'area':
      return plan.area
    default:
      return fact satisfies never
  }
}

const changesIn = ({ words, number, measures, before, after }: TargetChange, view: View): readonly string[] => [
  ...(words ? [view.t('web.publish.words')] : []),
  ...(number ? [view.t('web.publish.number', { before: before.number ?? '–', after: after.number ?? '–' })] : []),
  ...measures.flatMap(change => measureIn(change, view)),
]

/** A measure that asks for no figure is told by its name alone. */
const askedBy = ({ bound, unit }: Measure, { language }: View): string =>
  bound ? boundInWords(bound, unit, language) : '–'

function measureIn(change: MeasureChange, view: View): readonly string[] {
  const { t, language } = view
  switch (change.kind) {
    case 'added':
      return [t('web.publish.measure-added', { name: nameIn(change.after.name, language), after: askedBy(change.after, view) })] // prettier-ignore
    case 'dropped':
      return [t('web.publish.measure-dropped', { name: nameIn(change.before.name, language), before: askedBy(change.before, view) })] // prettier-ignore
    case 'changed': {
      const [before, after] = [askedBy(change.before, view), askedBy(change.after, view)]
      const name = nameIn(change.after.name, language)
      const lapsed = (change.before.allocations?.length ?? 0) - (change.after.allocations?.length ?? 0)
      return [
        before === after
          ? t('web.publish.measure-other', { name, after })
          : t('web.publish.measure-bound', { name, before, after }),
        ...(lapsed > 0 ? [t('web.publish.shares-lapse', { name, count: countIn(lapsed, language) })] : []),
      ]
    }
    default:
      return change satisfies never
  }
}
