import { Hono, type Context } from 'hono'
import { need } from '../../api/access.ts'
import { Fault } from '../../api/faults.ts'
import { limited } from '../../api/sent.ts'
import { formParts } from '../../api/upload.ts'
import { changedTerritory } from '../../desk/territory/change.ts'
import { lastDifference, previewSeries, type PreviewAsked } from '../../desk/territory/preview.ts'
import { readTerritory, writeTerritory } from '../../exchange/territory.ts'
import { isDay } from '../../measure/period.ts'
import { dayIn } from '../../measure/vietnam-time.ts'
import type { Message } from '../../messages/message.ts'
import { currentTerritory, saveTerritory } from '../../store/territory.ts'
import type { Territory } from '../../territory/territory.ts'
import { page, viewFor, type Around } from '../around.ts'
import { to } from '../frame/address.ts'
import type { Refused } from '../frame/field.tsx'
import { AreaPage } from './area.tsx'
import { EventPage } from './event.tsx'
import { PreviewPage } from './preview.tsx'
import { TerritoryPage } from './view.tsx'

/** The territory: its time line, the map of a day, one area, one day of changes; and changing it, looked at before it is saved. */
export function territoryPages(around: Around): Hono {
  const { store, tenant, now } = around
  const app = new Hono()
  const dayOf = (c: Context): string => {
    const asked = c.req.query('map') ?? ''
    if (asked === '') return dayIn(now())
    if (!isDay(asked)) throw new Fault('bad-day', { actual: asked })
    return asked
  }
  const show = async (c: Context, refused: Refused | null = null, told: readonly Message[] = []) => {
    const territory = await currentTerritory(store, tenant)
    const props = { view: viewFor(c), territory, day: dayOf(c), find: c.req.query('find') ?? '', refused, told }
    return page(c, <TerritoryPage {...props} />, refused || told.length > 0 ? 422 : 200)
  }
  app.get('/territory', c => show(c))
  app.get('/territory/areas/:id', async c => {
    const area = (await currentTerritory(store, tenant)).areas.get(c.req.param('id'))
    if (!area) throw new Fault('not-found')
    return page(c, <AreaPage view={viewFor(c)} territory={await currentTerritory(store, tenant)} area={area} />)
  })
  app.get('/territory/days/:date', async c => {
    const date = c.req.param('date')
    const territory = await currentTerritory(store, tenant)
    if (!territory.reorganisations.some(event => event.date === date)) throw new Fault('not-found')
    const preview = await previewSeries(
      store,
      tenant,
      territory,
      date,
      askedIn(name => c.req.query(name)),
    )
    return page(c, <EventPage view={viewFor(c)} territory={territory} date={date} preview={preview} />)
  })

  /** Shows what would change, or saves it: both take the same form. */
  const previewed = async (
    c: Context,
    fields: Readonly<Record<string, string>>,
    after: Territory,
    sent: Readonly<Record<string, string>>,
    action: string,
  ) => {
    const { by } = need(c, 'territory.define')
    if (fields['act'] === 'save') {
      await saveTerritory(store, tenant, after, by)
      return c.redirect(to(viewFor(c).address, '/territory'), 303)
    }
    const before = await currentTerritory(store, tenant)
    const date = lastDifference(before, after)
    const preview =
      date === null
        ? null
        : await previewSeries(
            store,
            tenant,
            after,
            date,
            askedIn(name => fields[name]),
          )
    return page(
      c,
      <PreviewPage view={viewFor(c)} before={before} after={after} preview={preview} sent={sent} action={action} />,
    )
  }
  app.post('/territory/change', limited(), async c => {
    need(c, 'territory.define')
    const { fields } = await formParts(c)
    const said = {
      date: fields['date'] ?? '',
      from: fields['from'] ?? '',
      into: fields['into'] ?? '',
      basis: fields['basis'] ?? '',
      rename: (fields['rename'] ?? '') !== '',
    }
    const { value, messages } = changedTerritory(await currentTerritory(store, tenant), said)
    if (!value) return show(c, { at: 'change', fields, messages })
    const sent = { ...said, rename: said.rename ? '1' : '' }
    return previewed(c, fields, value, sent, '/territory/change')
  })
  app.post('/territory/load', limited(), async c => {
    need(c, 'territory.define')
    const { fields, files } = await formParts(c)
    const text = (name: string) => fields[name] ?? new TextDecoder().decode(files.get(name)?.bytes ?? new Uint8Array())
    const [areas, events] = [text('areas'), text('events')]
    if (areas === '' || events === '') throw new Fault('no-file')
    const { value, messages } = readTerritory(areas, events)
    if (!value) return show(c, null, messages)
    return previewed(c, fields, value, { areas, events }, '/territory/load')
  })
  app.get('/territory/:file{(?:areas|events)\\.csv}', async c => {
    const tables = writeTerritory(await currentTerritory(store, tenant))
    const name = c.req.param('file') === 'areas.csv' ? 'areas' : 'events'
    c.header('Content-Disposition', `attachment; filename="${name}.csv"`)
    return c.body(`\uFEFF${tables[name]}`, 200, { 'Content-Type': 'text/csv; charset=utf-8' })
  })
  return app
}

/** Which series a preview is asked of. */
function askedIn(of: (name: string) => string | undefined): PreviewAsked {
  const by = of('by')
  return {
    indicator: of('indicator') ?? '',
    period: of('period') ?? '',
    by: by === 'population' || by === 'area' || by === 'equal' ? by : null,
  }
}
