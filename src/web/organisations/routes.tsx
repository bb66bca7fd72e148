import { Hono, type Context } from 'hono'
import { need } from '../../api/access.ts'
import { withCode } from '../../api/draft/codes.ts'
import { Fault } from '../../api/faults.ts'
import { limited } from '../../api/sent.ts'
import { fieldsOf, fileOf } from '../../api/upload.ts'
import { readAssignments, responsibilityGaps, writeAssignments } from '../../desk/organisations/assignment.ts'
import { assign, defineOrganisation, dropOrganisation, unassign } from '../../desk/organisations/change.ts'
import { knownNames } from '../../desk/organisations/known.ts'
import { readOrganisations, writeOrganisations } from '../../desk/organisations/organisation.ts'
import { may } from '../../desk/policy.ts'
import { askedBy } from '../../desk/rounds/asked.ts'
import { roundsOpenedBy } from '../../desk/rounds/round.ts'
import { saveAssignments, saveOrganisations, setupOf, type Setup } from '../../desk/setup.ts'
import { tableText } from '../../exchange/table-text.ts'
import { dayIn } from '../../measure/vietnam-time.ts'
import type { Message } from '../../messages/message.ts'
import { page, viewFor, type Around } from '../around.ts'
import { to } from '../frame/address.ts'
import type { Refused } from '../frame/field.tsx'
import { OrganisationPage } from './organisation.tsx'
import { OrganisationsPage } from './view.tsx'

/** The organisations: who there is, whose figures are whose, and which are nobody's. */
export function organisationPages(around: Around): Hono {
  const { store, tenant, now } = around
  const app = new Hono()
  const today = () => dayIn(now())
  const deskOf = (c: Context) => ({ store, tenant, by: need(c, 'organisation.define').by })
  const back = (c: Context, path = '/organisations') => c.redirect(to(viewFor(c).address, path), 303)
  const signedIn = (c: Context) => {
    const { user, member } = c.get('who')
    if (!user) throw new Fault('sign-in')
    return member
  }
  const gapsOf = (setup: Setup) =>
    roundsOpenedBy(setup.schedules, today(), setup.calendar, setup.extensions, today()).flatMap(round =>
      responsibilityGaps(askedBy(round, setup.territory, setup.planAreas), setup.assignments),
    )
  const show = async (c: Context, refused: Refused | null = null, told: readonly Message[] = []) => {
    const member = signedIn(c)
    const setup = await setupOf(store, tenant)
    const gaps = may(member, 'read.pending') || may(member, 'organisation.define') ? gapsOf(setup) : null
    return page(
      c,
      <OrganisationsPage view={viewFor(c)} setup={setup} gaps={gaps} refused={refused} told={told} />,
      refused || told.length > 0 ? 422 : 200,
    )
  }
  const one = async (c: Context, refused: Refused | null = null) => {
    signedIn(c)
    const setup = await setupOf(store, tenant)
    const organisation = setup.organisations.get(c.req.param('id') ?? '')
    if (!organisation) throw new Fault('no-organisation', { organisation: c.req.param('id') ?? '' })
    return page(
      c,
      <OrganisationPage view={viewFor(c)} setup={setup} organisation={organisation} refused={refused} />,
      refused ? 422 : 200,
    )
  }

  app.use('/organisations', limited())
  app.use('/organisations/*', limited())
  app.get('/organisations', c => show(c))
  app.get('/organisations/:file{(?:organisations|assignments)\\.csv}', async c => {
    need(c, 'organisation.define')
    const setup = await setupOf(store, tenant)
    const file = c.req.param('file')
    const text =
      file === 'assignments.csv'
        ? writeAssignments(setup.assignments)
        : writeOrganisations([...setup.organisations.values()])
    c.header('Content-Disposition', `attachment; filename="${file}"`)
    return c.body(`\uFEFF${text}`, 200, { 'Content-Type': 'text/csv; charset=utf-8' })
  })
  app.post('/organisations', async c => {
    const desk = deskOf(c)
    const setup = await setupOf(store, tenant)
    const fields = withCode(await fieldsOf(c), setup.organisations.keys())
    if (setup.organisations.has((fields['id'] ?? '').trim())) {
      const messages = [{ rule: 'plan.twice', severity: 'error', column: 'id', actual: fields['id'] ?? '' } as const]
      return show(c, { at: 'organisation', fields, messages })
    }
    const { value, messages } = await defineOrganisation(desk, setup, fields, today())
    return value
      ? back(c, `/organisations/${encodeURIComponent((fields['id'] ?? '').trim())}`)
      : show(c, { at: 'organisation', fields, messages })
  })
  app.post('/organisations/table', async c => {
    const { by } = deskOf(c)
    const { file, fields } = await fileOf(c)
    const text = await tableText(file.name, file.bytes)
    if (text.value === null) return show(c, null, text.messages)
    const known = knownNames(await setupOf(store, tenant), today())
    if (fields['of'] === 'assignments') {
      const { value, messages } = readAssignments(text.value, known)
      if (!value) return show(c, null, messages)
      await saveAssignments(store, tenant, value, by)
    } else {
      const { value, messages } = readOrganisations(text.value, known.area)
      if (!value) return show(c, null, messages)
      await saveOrganisations(store, tenant, value, by)
    }
    return back(c)
  })
  app.get('/organisations/:id', c => one(c))
  app.post('/organisations/:id', async c => {
    const desk = deskOf(c)
    const id = c.req.param('id')
    const fields = { ...(await fieldsOf(c)), id }
    const setup = await setupOf(store, tenant)
    if (!setup.organisations.has(id)) throw new Fault('no-organisation', { organisation: id })
    const drops = (fields as Readonly<Record<string, string>>)['act'] === 'drop'
    const { value, messages } = drops
      ? await dropOrganisation(desk, setup, id)
      : await defineOrganisation(desk, setup, fields, today())
    if (!value) return one(c, { at: 'organisation', fields, messages })
    return back(c, drops ? '/organisations' : `/organisations/${encodeURIComponent(id)}`)
  })
  app.post('/organisations/:id/assignments', async c => {
    const desk = deskOf(c)
    const id = c.req.param('id')
    const fields = { ...(await fieldsOf(c)), organisation: id } as Readonly<Record<string, string>>
    const setup = await setupOf(store, tenant)
    if (!setup.organisations.has(id)) throw new Fault('no-organisation', { organisation: id })
    if (fields['act'] === 'drop') await unassign(desk, setup, id, fields['indicator'] ?? '')
    else {
      const { value, messages } = await assign(desk, setup, fields, today())
      if (value === null) return one(c, { at: 'assignment', fields, messages })
    }
    return back(c, `/organisations/${encodeURIComponent(id)}#figures`)
  })
  return app
}
