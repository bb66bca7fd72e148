import { showDay } from '../../measure/show.ts'
import { dayIn } from '../../measure/vietnam-time.ts'
import type { Asked } from '../../api/asked.ts'
import { here } from '../frame/address.ts'
import { Layout } from '../frame/layout.tsx'
import { nameIn, type View } from '../frame/view.ts'
import { Checks, Findings } from './findings.tsx'
import type { Choice, Scoreboard } from './load.ts'
import type { DocumentChecks } from './checks.ts'
import { ScoreTable, Summary } from './view.tsx'

export interface ScoreboardPageProps {
  readonly view: View
  readonly board: Scoreboard
  readonly choice: Choice
  readonly asked: Asked
  readonly checks: DocumentChecks | null
}

export function ScoreboardPage({ view, board, choice, asked, checks }: ScoreboardPageProps) {
  const { t, language } = view
  const { plan } = board
  const title = nameIn(plan.name, language)
  const facts = [
    plan.issuer && nameIn(plan.issuer, language),
    t('web.score.term', { from: String(plan.term.from), to: String(plan.term.to) }),
    plan.adopted && t('web.score.adopted', { day: showDay(plan.adopted, language) }),
  ].filter(fact => fact !== null)
  return (
    <Layout view={view} title={title} place="scoreboard" kind="board">
      <header>
        <h1>{title}</h1>
        <p>{facts.join(' · ')}</p>
        <p class="paper">
          {t('web.score.printed', {
            on: showDay(asked.on, language),
            asOf: showDay(dayIn(new Date(asked.asOf)), language),
          })}
        </p>
        <When view={view} asked={asked} choice={choice} />
      </header>
      <Summary view={view} board={board} choice={choice} />
      {board.sections.length > 0 ? <ScoreTable view={view} board={board} /> : <p>{t('web.score.empty')}</p>}
      <p class="notes">{t('web.score.legend')}</p>
      {plan.note && <p class="notes">{nameIn(plan.note, language)}</p>}
      <Findings view={view} board={board} />
      {checks && <Checks view={view} checks={checks} />}
    </Layout>
  )
}

/** Which day is judged and what was known: in the address, so that a link shows what its sender saw. */
export function When({
  view,
  asked,
  choice,
}: {
  readonly view: View
  readonly asked: Asked
  readonly choice?: Choice
}) {
  const { t, address } = view
  const chosen = address.query.has('on') || address.query.has('asOf')
  return (
    <form class="when" method="get" action={address.path}>
      {choice?.status && <input type="hidden" name="status" value={choice.status} />}
      {choice?.sort === 'status' && <input type="hidden" name="sort" value="status" />}
      <label for="on">{t('web.score.on')}</label>
      <input type="date" id="on" name="on" value={asked.on} />
      <label for="asOf">{t('web.score.as-of')}</label>
      <input type="date" id="asOf" name="asOf" value={address.query.get('asOf')?.slice(0, 10) ?? ''} />
      <button type="submit">{t('web.score.show')}</button>
      {chosen && <a href={here(address, { on: null, asOf: null })}>{t('web.score.now')}</a>}
    </form>
  )
}
