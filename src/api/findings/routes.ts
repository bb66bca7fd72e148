import { Hono } from 'hono'
import { officesOfFindings } from '../../desk/findings/access.ts'
import { isOverdue, SEVERITIES, type Finding } from '../../desk/findings/finding.ts'
import { findingById, findingSteps } from '../../desk/findings/known.ts'
import { besidesState, findingsAsked, inState, readableFindings, STATES_ASKED } from '../../desk/findings/search.ts'
import { showRange } from '../../measure/show.ts'
import { dayIn } from '../../measure/vietnam-time.ts'
import { somewhere } from '../access.ts'
import type { Shelf } from '../draft/desk.ts'
import { Fault } from '../faults.ts'

const USUAL = 100
const MOST = 1000

/** Findings of inspections, to whoever may read them on their page: each reader those of the offices that are theirs. */
export function findingRoutes({ store, tenant, now }: Shelf & { readonly now: () => Date }): Hono {
  const app = new Hono()
  app.use(somewhere('finding.read'))
  app.get('/', async c => {
    const query = (name: string) => c.req.query(name)?.normalize('NFC').trim() ?? ''
    refuseUnknown('state', query('state'), STATES_ASKED)
    refuseUnknown('severity', query('severity'), ['', ...SEVERITIES])
    const today = dayIn(now())
    const { findings, offices } = await readableFindings(store, tenant, c.get('who').member, today)
    const asked = findingsAsked(query)
    const meant = besidesState(findings, asked)
    const of = (state: string) => inState(meant, state, today)
    const sorted = of(asked.state)
    const after = query('after')
    const from = after === '' ? 0 : sorted.findIndex(({ id }) => id === after) + 1
    if (after !== '' && from === 0) throw new Fault('bad-query', { name: 'after', actual: after, expected: 'next' })
    const shown = sorted.slice(from, from + limitOf(query('limit')))
    const last = shown.at(-1)
    return c.json({
      today,
      counts: {
        all: meant.length,
        overdue: of('overdue').length,
        open: of('open').length,
        answered: of('answered').length,
        closed: of('closed').length,
      },
      findings: shown.map(each => findingJson(each, offices.get(each.organisation), today)),
      next: last && sorted.at(-1) !== last ? last.id : null,
    })
  })
  app.get('/:id', async c => {
    const id = c.req.param('id')
    const today = dayIn(now())
    const [found, { offices, allowed }] = [
      await findingById(store, tenant, id),
      await officesOfFindings({ store, tenant }, today),
    ]
    if (!found || !allowed(c.get('who').member, 'finding.read', found.finding)) throw new Fault('no-finding', { id })
    const { finding } = found
    return c.json({
      ...findingJson(finding, offices.get(finding.organisation)?.name, today),
      steps: (await findingSteps(store, tenant, id)).map(({ finding: { state, answer, reason }, moment, actor }) => ({
        state,
        moment,
        actor,
        answer,
        reason,
      })),
    })
  })
  return app
}

/** A filter that is misspelt would show everything as if it had been asked for. */
function refuseUnknown(name: string, actual: string, known: readonly string[]): void {
  if (!known.includes(actual))
    throw new Fault('bad-query', { name, actual, expected: known.filter(each => each !== '').join(', ') })
}

function limitOf(text: string): number {
  if (text === '') return USUAL
  const number = Number(text)
  if (!Number.isSafeInteger(number) || number < 1)
    throw new Fault('bad-query', { name: 'limit', actual: text, expected: showRange(1, MOST) })
  return Math.min(MOST, number)
}

/** Without the account that recorded it: that stands with the steps of one finding, as on its page. */
const findingJson = ({ recorder: _, ...finding }: Finding, office: string | undefined, today: string) => ({
  ...finding,
  overdue: isOverdue(finding, today),
  organisationName: office ?? finding.organisation,
})
