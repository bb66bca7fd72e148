import { Hono, type Context } from 'hono'
import { need } from '../../api/access.ts'
import type { Fields } from '../../api/draft/correct.ts'
import { Fault } from '../../api/faults.ts'
import { limited } from '../../api/sent.ts'
import { fieldsOf } from '../../api/upload.ts'
import { saveShares, sharesBefore, type ShareConflict, type SharesTaken } from '../../desk/allocations/allocate.ts'
import { placesOf, sharesTyped } from '../../desk/allocations/shares.ts'
import type { Bound } from '../../measure/bound.ts'
import type { Message } from '../../messages/message.ts'
import type { By } from '../../store/log.ts'
import { setupOf } from '../../desk/setup.ts'
import { page, viewFor, type Around } from '../around.ts'
import { to } from '../frame/address.ts'
import { planOf, sharesShown, type Shown } from './load.ts'
import { sharedTable } from './share-out.ts'
import { SharePage, sliceIn } from './share.tsx'
import { typedEnds, typedShares, type Typed } from './typed.ts'
import { AllocationsPage } from './view.tsx'

interface Again {
  readonly typed: Typed
  /** The version that was opened. */
  readonly seen: number
  readonly messages?: readonly Message[]
  /** The version that stands, and what two people changed since `seen`. */
  readonly clash?: { readonly at: number; readonly conflicts: readonly ShareConflict[] }
}

/** Measures of a plan shared out to areas and years; what is saved is a new version of the plan. */
export function allocationPages(around: Around): Hono {
  const { store, tenant } = around
  const app = new Hono()
  app.use('/plans/:id/allocations/*', limited())
  app.get('/plans/:id/allocations', async c => {
    need(c, 'plan.define')
    return page(c, <AllocationsPage view={viewFor(c)} plan={(await planOf(around, c)).plan} />)
  })
  const show = async (c: Context, shown: Shown, again: Again) => {
    const weights = [...(await setupOf(store, tenant)).indicators.values()].filter(each => each.overAreas === 'sum')
    const given = { messages: [], clash: null, ...again }
    const content = <SharePage view={viewFor(c)} shown={shown} weights={weights} {...given} />
    return page(c, content, again.clash ? 409 : again.messages ? 422 : 200)
  }
  app.get('/plans/:id/allocations/:measure', async c => {
    need(c, 'plan.define')
    const shown = await sharesShown(around, c)
    return show(c, shown, { typed: typedShares(shown.bound, shown.shares, viewFor(c).language), seen: shown.log })
  })
  app.post('/plans/:id/allocations/:measure', async c => {
    const { by } = need(c, 'plan.define')
    const shown = await sharesShown(around, c)
    const { bound, table } = shown
    const fields = await fieldsOf(c)
    const { language } = viewFor(c)
    const seen = Number(fields['seen'] ?? shown.log)
    const typed = { ...typedShares(bound, shown.shares, language), ...fields }
    if (fields['act'] === 'back') return takeBack(c, shown, Number(fields['of']), by)
    const read = sharesTyped(bound, shown.shares, placesOf(table), fields, language)
    if (!read.value) return show(c, shown, { typed, seen, messages: read.messages })
    if (fields['act'] === 'share-areas' || fields['act'] === 'share-years') {
      const wholes = new Map<string, Bound>(shown.shares)
      for (const [key, each] of read.value) if (each) wholes.set(key, each)
      const over = fields['act'] === 'share-areas' ? 'areas' : 'years'
      const made = await sharedTable(around, shown, wholes, { over, by: fields['by'] ?? '' })
      if (!made.value) return show(c, shown, { typed, seen, messages: made.messages })
      return show(c, shown, { typed: { ...typed, ...typedEnds(made.value, language) }, seen })
    }
    if (fields['act'] === 'sum') return show(c, shown, { typed, seen })
    const sent = { plan: shown.plan.id, measure: shown.measure.id, seen, shares: read.value, chosen: chosenIn(fields) }
    return answer(c, shown, await saveShares(store, tenant, sent, by), { typed, seen })
  })

  /** What a save changed is put back as it was before; what others changed since then is told as ever. */
  async function takeBack(c: Context, shown: Shown, log: number, by: By): Promise<Response> {
    const which = { plan: shown.plan.id, measure: shown.measure.id }
    const shares = await sharesBefore(store, tenant, { ...which, log })
    if (!shares) throw new Fault('nothing-to-undo')
    const { language } = viewFor(c)
    const taken = await saveShares(store, tenant, { ...which, seen: log, shares }, by)
    const wanted = [...shares].map(([key, bound]) => [key, bound ?? { low: null, high: null }] as const)
    const typed = { ...typedShares(shown.bound, shown.shares, language), ...typedEnds(wanted, language) }
    return answer(c, shown, taken, { typed, seen: log })
  }

  function answer(c: Context, shown: Shown, taken: SharesTaken, again: Again): Response | Promise<Response> {
    const { plan, measure, slice } = shown
    const at = `/plans/${encodeURIComponent(plan.id)}/allocations/${encodeURIComponent(measure.id)}`
    const back = (saved: string) => c.redirect(to(viewFor(c).address, at, { ...sliceIn(slice), saved }), 303)
    switch (taken.kind) {
      case 'saved':
        return back(String(taken.log))
      case 'unchanged':
        return back('nothing')
      case 'conflict':
        return show(c, shown, { ...again, clash: { at: taken.log, conflicts: taken.conflicts } })
      case 'refused':
        return show(c, shown, { ...again, messages: taken.messages })
      case 'gone':
        throw new Fault('no-measure', { id: shown.measure.id })
      default:
        return taken satisfies never
    }
  }
  return app
}

/** Whose share stands where two people changed it: "choice.AREA@YEAR", of the version that both were shown beside. */
function chosenIn(fields: Fields): { readonly at: number; readonly by: ReadonlyMap<string, 'mine' | 'theirs'> } {
  const by = new Map<string, 'mine' | 'theirs'>()
  for (const [name, value] of Object.entries(fields))
    if (name.startsWith('choice.') && (value === 'mine' || value === 'theirs')) by.set(name.slice(7), value)
  return { at: Number(fields['at'] ?? -1), by }
}
