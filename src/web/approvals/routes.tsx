import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { need } from '../../api/access.ts'
import { Fault } from '../../api/faults.ts'
import { fieldsOf } from '../../api/upload.ts'
import { act, type Refused } from '../../desk/reports/act.ts'
import { page, viewFor, type Around } from '../around.ts'
import { here, to } from '../frame/address.ts'
import { stateIn } from '../report/words.ts'
import type { View, WebCode } from '../frame/view.ts'
import { loadApprovals } from './load.ts'
import { ApprovalsPage } from './view.tsx'

const LARGEST_FORM = 64 << 10
const DECISIONS = ['approve', 'publish', 'return'] as const
type Decision = (typeof DECISIONS)[number]

/** The queue of whoever approves or publishes; both may return. */
export function approvalPages(around: Around): Hono {
  const { store, tenant } = around
  const app = new Hono()
  const show = async (c: Context, refused: readonly string[] = [], done = 0, verb?: Decision) => {
    const view = viewFor(c)
    const found = await loadApprovals(around, c.get('who'))
    const told = verb && done > 0 ? view.t(`web.approvals.did-${verb}`, { count: String(done) }) : null
    return page(
      c,
      <ApprovalsPage view={view} found={found} done={told} refused={refused} />,
      refused.length > 0 ? 409 : 200,
    )
  }
  app.get('/approvals', c => {
    need(c, 'report.return', placeOfWhoDecides(c))
    const verb = DECISIONS.find(each => each === c.req.query('did'))
    return show(c, [], Number(c.req.query('count') ?? 0), verb)
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
      const verb = DECISIONS.find(each => each === fields['do'])
      if (!verb) throw new Fault('bad-form')
      const chosen = Object.entries(fields).flatMap(([name, version]) => {
        const [, round = '', organisation = ''] = /^r (\S+) (\S+)$/.exec(name) ?? []
        return round === '' ? [] : [{ round, organisation, expected: Number(version) }]
      })
      if (chosen.length === 0) return show(c, [view.t('web.approvals.none-chosen')])
      const reason = (fields['reason'] ?? '').trim()
      if (verb === 'return' && reason === '') return show(c, [view.t('web.approvals.no-reason')])
      const refused: string[] = []
      for (const each of chosen) {
        const given = verb === 'return' ? { ...each, reason } : each
        const done = await act({ store, tenant }, who, verb, given)
        if ('refused' in done)
          refused.push(
            view.t('web.approvals.refused', {
              report: `${each.organisation} ${each.round}`,
              why: whyNot(done, view),
            }),
          )
      }
      if (refused.length > 0) return show(c, refused, chosen.length - refused.length, verb)
      const back = fields['back'] ?? ''
      return c.redirect(
        /^\/reports\/[^/\\]+\/[^/\\]+$/.test(back)
          ? to(view.address, back)
          : here(view.address, { did: verb, count: String(chosen.length) }),
        303,
      )
    },
  )
  return app
}

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
