import { showDay } from '../../measure/show.ts'
import { dayIn } from '../../measure/vietnam-time.ts'
import type { Chosen } from '../chosen.ts'
import { to } from '../frame/address.ts'
import { Layout } from '../frame/layout.tsx'
import { factsIn } from '../plans/facts.ts'
import { nameIn, type View } from '../frame/view.ts'
import { When } from '../frame/when.tsx'
import { Checks, Findings } from './findings.tsx'
import type { Choice, Scoreboard } from './load.ts'
import type { DocumentChecks } from './checks.ts'
import { ScoreTable, Summary } from './view.tsx'

export interface ScoreboardPageProps {
  readonly view: View
  readonly board: Scoreboard
  readonly choice: Choice
  readonly chosen: Chosen
  readonly checks: DocumentChecks | null
}

export function ScoreboardPage({ view, board, choice, chosen, checks }: ScoreboardPageProps) {
  const { t, language } = view
  const { plan } = board
  const { asked } = chosen
  const title = nameIn(plan.name, language)
  return (
    <Layout view={view} title={title} place="scoreboard" kind="board">
      <header>
        <h1>{title}</h1>
        <p>{factsIn(plan, view)}</p>
        <p class="paper">
          {t('web.score.printed', {
            on: showDay(asked.on, language),
            asOf: showDay(dayIn(new Date(asked.asOf)), language),
          })}
        </p>
        <When view={view} chosen={chosen} />
      </header>
      <Summary view={view} board={board} choice={choice} />
      {board.sections.length > 0 ? <ScoreTable view={view} board={board} /> : <p>{t('web.score.empty')}</p>}
      <p class="notes">
        {t('web.score.legend')} <a href={to(view.address, '/help#statuses')}>{t('web.help.statuses')}</a>
      </p>
      {view.may('plan.define') && (
        <p class="notes desk-link">
          <a href={to(view.address, `/plans/${encodeURIComponent(plan.id)}/allocations`)}>
            {t('web.allocations.open')}
          </a>
        </p>
      )}
      {plan.note && <p class="notes">{nameIn(plan.note, language)}</p>}
      <Findings view={view} board={board} />
      {checks && <Checks view={view} checks={checks} />}
    </Layout>
  )
}
