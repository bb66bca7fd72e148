import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { need } from '../../api/access.ts'
import { Fault } from '../../api/faults.ts'
import { fieldsOf } from '../../api/upload.ts'
import { act, type Refused } from '../../desk/reports/act.ts'
import { page, viewFor, type Around } from '../around.ts'
import { here, to } from '../frame/address.ts'
import { reportName, stateIn } from '../report/words.ts'
import type { View, WebCode } from '../frame/view.ts'
import { roundById } from '../../desk/rounds/round.ts'
import { setupOf } from '../../desk/setup.ts'
import { reportPath } from '../report/path.ts'
import { DECISIONS, type Again, type Done } from './decided.ts'
import { loadApprovals, ORDERS } from './load.ts'
import { ApprovalsPage } from './view.tsx'

const LARGEST_FORM = 64 << 10

/** The queue of whoever approves or publishes; both may return. */
export function approvalPages(around: Around): Hono {
  const { store, tenant } = around
  const app = new Hono()
  const show = async (c: Context, again: Again = NOTHING_AGAIN, done: Done | null = null) => {
    const view = viewFor(c)
    const order = ORDERS.find(each => each === c.req.query('order')) ?? 'due'
    const found = await loadApprovals(around, c.get('who'), order)
    return page(
      c,
      <ApprovalsPage
        view={view}
        found={found}
        order={order}
        calm={c.req.query('choose') === 'calm'}
        done={done}
        again={again}
      />,
      again.refused.length > 0 ? 409 : 200,
    )
  }
  app.get('/approvals', async c => {
    need(c, 'report.return', placeOfWhoDecides(c))
    const verb = DECISIONS.find(each => each === c.req.query('did'))
    const count = Number(c.req.query('count'))
    if (!verb || !Number.isSafeInteger(count) || count < 1) return show(c)
    const nameOf = await namesOf(viewFor(c))
    const which = c.req.queries('of') ?? []
    const reports = which.flatMap(each => {
      const [round = '', organisation = ''] = each.split(' ')
      const name = nameOf(round, organisation)
      return name === null ? [] : [{ name, path: reportPath(round, organisation) }]
    })
    return show(c, NOTHING_AGAIN, { verb, count, reports })
  })
  app.post(
    '/approvals',
    bodyLimit({
      maxSize: LARGEST_FORM,
      onError: () => {
        throw new Fault('bad-form')
      },
    }),
    async c => {
      const who = need(c, 'report.return', placeOfWhoDecides(c))
      const view = viewFor(c)
      const fields = await fieldsOf(c)
      // The button of one report decides on it alone, whatever else is chosen.
      const [, alone = fields['do'], report = '', version = ''] =
        /^(\w+) (r \S+ \S+) (\d+)$/.exec(fields['only'] ?? '') ?? []
      const verb = DECISIONS.find(each => each === alone)
      if (!verb) throw new Fault('bad-form')
      const named = report === '' ? fields : { [report]: version }
      const chosen = Object.entries(named).flatMap(([name, version]) => {
        const [, round = '', organisation = ''] = /^r (\S+) (\S+)$/.exec(name) ?? []
        return round === '' ? [] : [{ round, organisation, expected: Number(version) }]
      })
      const reason = (fields['reason'] ?? '').trim()
      // What was chosen and written stays, whatever was refused.
      const again = { chosen: new Set(chosen.map(each => `${each.round} ${each.organisation}`)), reason }
      if (chosen.length === 0) return show(c, { ...again, refused: [view.t('web.approvals.none-chosen')] })
      if (verb === 'return' && reason === '') return show(c, { ...again, refused: [view.t('web.approvals.no-reason')] })
      const refused: string[] = []
      const nameOf = await namesOf(view)
      const did: typeof chosen = []
      for (const each of chosen) {
        const given = verb === 'return' ? { ...each, reason } : each
        const done = await act({ store, tenant }, who, verb, given)
        if ('refused' in done)
          refused.push(
            view.t('web.approvals.refused', {
              report: nameOf(each.round, each.organisation) ?? `${each.organisation} ${each.round}`,
              why: whyNot(done, view),
            }),
          )
        else did.push(each)
      }
      if (refused.length > 0) {
        const done = did.length === 0 ? null : { verb, count: did.length, reports: [] }
        return show(c, { ...again, refused }, done)
      }
      const back = fields['back'] ?? ''
      return c.redirect(
        /^\/reports\/[^/\\]+\/[^/\\]+$/.test(back)
          ? to(view.address, back)
          : `${here(view.address, { did: verb, count: String(did.length), choose: null })}${did
              .slice(0, MOST_NAMED)
              .map(each => `&of=${encodeURIComponent(`${each.round} ${each.organisation}`)}`)
              .join('')}`,
        303,
      )
    },
  )
  return app

  /** What a report is called: its office and its round; null where there is none. */
  async function namesOf(view: View) {
    const setup = await setupOf(store, tenant)
    return (id: string, organisation: string): string | null => {
      const round = roundById(id, setup.schedules, setup.calendar, setup.extensions)
      const office = setup.organisations.get(organisation)
      return round && office ? reportName(office, round, view) : null
    }
  }
}

/** So many of what was decided are named, each to be opened again. */
const MOST_NAMED = 5

const NOTHING_AGAIN: Again = { chosen: new Set(), reason: '', refused: [] }

/** The queue is offered to whoever decides on anything at all; each decision asks for its own office and areas. */
function placeOfWhoDecides(c: Context) {
  const grant = c.get('who').member?.grants.find(each => each.role === 'approver' || each.role === 'planner')
  return {
    ...(grant?.organisation == null ? {} : { organisation: grant.organisation }),
    ...(grant?.area == null ? {} : { area: grant.area }),
  }
}

function whyNot({ refused, values }: Refused, view: View): string {
  if (refused === 'own-work') return view.t('web.approvals.own')
  const { actor = '', state = '' } = values
  if (refused === 'conflict') return view.t('web.approvals.changed', { actor, state: stateIn(state as 'draft', view) })
  return view.t(`web.fault.${refused}` as WebCode, values)
}
