import { showDay } from '../../measure/show.ts'
import { dayIn } from '../../measure/vietnam-time.ts'
import type { Chosen } from '../chosen.ts'
import { to } from '../frame/address.ts'
import { Layout } from '../frame/layout.tsx'
import { factsIn } from '../plans/facts.ts'
import { Status } from '../frame/status.tsx'
import { nameIn, type View } from '../frame/view.ts'
import { When } from '../frame/when.tsx'
import { Checks, Findings } from './findings.tsx'
import type { Choice, Scoreboard } from './load.ts'
import type { DocumentChecks } from './checks.ts'
import { ScoreTable, SHOWN_ORDER, Summary } from './view.tsx'

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
    <Layout view={view} title={title} place="scoreboard" kind={printedAs(board)}>
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
      <p class="notes">{t('web.score.legend')}</p>
      <Legend view={view} board={board} />
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

/** About so many letters of a name go on one line of the printed table. */
const LETTERS = 80

/** How small the table is printed, so that it stays on one sheet: by how many lines it will have. */
function printedAs({ sections, needs }: Scoreboard): 'board' | 'board dense' | 'board denser' {
  const rows = sections.flatMap(({ entries }) => entries.flatMap(entry => entry.rows))
  const names = rows.reduce((sum, { measure }) => sum + Math.ceil(measure.name.vi.length / LETTERS), 0)
  const lines = names + needs.size
  return lines <= 40 ? 'board' : lines <= 52 ? 'board dense' : 'board denser'
}

/** What every status means that stands in the table, opened where one reads it. */
function Legend({ view, board }: { readonly view: View; readonly board: Scoreboard }) {
  const { t } = view
  const shown = new Set(board.sections.flatMap(({ entries }) => entries.flatMap(({ rows }) => rows.map(row => row.judgement.status)))) // prettier-ignore
  return (
    <details class="notes">
      <summary>{t('web.help.statuses')}</summary>
      <dl class="facts">
        {SHOWN_ORDER.filter(status => shown.has(status)).map(status => (
          <>
            <dt>
              <Status view={view} status={status} />
            </dt>
            <dd>{t(`web.about.${status}`)}</dd>
          </>
        ))}
      </dl>
      <p>
        {t('web.about.rule-worst')} <a href={to(view.address, '/help#statuses')}>{t('web.help.all-words')}</a>
      </p>
    </details>
  )
}
