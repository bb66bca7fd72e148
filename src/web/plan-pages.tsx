import { Hono } from 'hono'
import { documentOfPlan } from '../api/documents.ts'
import { loadOpenDraft } from '../api/draft/desk.ts'
import { Fault } from '../api/faults.ts'
import { currentPlans, listPlans } from '../store/plans.ts'
import { page, viewFor, viewNamingOffices, type Around } from './around.ts'
import { chosenBy } from './chosen.ts'
import { knownOf } from './known.ts'
import { PlansPage } from './plans/view.tsx'
import { checksOf } from './scoreboard/checks.ts'
import { deckOf } from './present/deck.ts'
import { OverviewSlide, TargetSlide } from './present/view.tsx'
import { isStatus, loadScoreboard, sortOf, type Choice } from './scoreboard/load.ts'
import { ScoreboardPage } from './scoreboard/page.tsx'
import { groundOf } from './map/ground.ts'
import { findingsAbout } from './target/findings.ts'
import { loadTarget } from './target/load.ts'
import { TargetPage } from './target/view.tsx'

/** The scoreboard, the list of plans and the page of one target. */
export function planPages(around: Around): Hono {
  const { store, tenant } = around
  const app = new Hono()
  const scoreboard = async (c: Parameters<typeof viewFor>[0], id: string) => {
    const view = viewFor(c)
    const chosen = await chosenBy(around, c)
    const known = await knownOf(around, id, chosen)
    const choice = choiceOf(c)
    if (c.req.query('present') === '1')
      return page(c, <OverviewSlide view={view} deck={deckOf(known, choice)} chosen={chosen} />)
    const board = loadScoreboard(known, choice)
    const source = await documentOfPlan(around, id)
    const checks = source && checksOf(source.document, (await loadOpenDraft(around, source.draft)).reading)
    return page(c, <ScoreboardPage view={view} board={board} choice={choice} chosen={chosen} checks={checks} />)
  }
  app.get('/', async c => {
    const plans = await listPlans(store, tenant)
    const only = plans.length === 1 ? plans[0] : undefined
    if (only) return scoreboard(c, only.id)
    // The newest term first; among those of one term the names in Vietnamese order.
    const order = plans.map(({ id }) => id)
    const whole = plans.length === 0 ? [] : (await currentPlans(store, tenant)).map(({ plan }) => plan)
    const sorted = whole.sort((a, b) => b.term.from - a.term.from || order.indexOf(a.id) - order.indexOf(b.id))
    return page(c, <PlansPage view={viewFor(c)} plans={sorted} />)
  })
  app.get('/plans/:id', c => scoreboard(c, c.req.param('id')))
  app.get('/plans/:id/targets/:target', async c => {
    const view = await viewNamingOffices(around, c)
    const ground = await groundOf(around, c)
    const { chosen } = ground
    const known = await knownOf(around, c.req.param('id'), chosen)
    const id = c.req.param('target')
    if (c.req.query('present') === '1') {
      const deck = deckOf(known, choiceOf(c))
      const entry = deck.entries.find(({ target }) => target.id === id)
      if (entry)
        return page(
          c,
          <TargetSlide view={await viewNamingOffices(around, c)} deck={deck} chosen={chosen} entry={entry} />,
        )
    }
    const target = await loadTarget(around, known, ground, id)
    if (!target) throw new Fault('no-target', { id })
    const { member } = c.get('who')
    const findings = view.may('finding.read')
      ? await findingsAbout(around, member, target.plan, target.entry.target)
      : null
    return page(c, <TargetPage view={view} found={target} chosen={chosen} findings={findings} />)
  })
  return app
}

function choiceOf(c: Parameters<typeof viewFor>[0]): Choice {
  const status = c.req.query('status')
  return { status: isStatus(status) ? status : null, sort: sortOf(c.req.query('sort')) }
}
