import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { EXCEL } from '../../../api/endpoints.ts'
import { Fault, FAULTS } from '../../../api/faults.ts'
import { fieldsOf, fileOf, LARGEST_FILE, LARGEST_MB } from '../../../api/upload.ts'
import { act } from '../../../desk/reports/act.ts'
import { linesWith, type EnteredFigure } from '../../../desk/reports/entries.ts'
import { readFilled, reportName } from '../../../desk/reports/filled.ts'
import type { Beside } from '../../../desk/reports/form.ts'
import { writeTemplate } from '../../../exchange/excel/template.ts'
import { ABSENCES } from '../../../measure/absence.ts'
import { showPeriod } from '../../../measure/show.ts'
import { showEntry } from '../../../plan/entry.ts'
import { page, viewFor, type Around } from '../../around.ts'
import { here } from '../../frame/address.ts'
import { nameIn } from '../../frame/view.ts'
import { loadReport } from '../load.ts'
import { reportPath } from '../path.ts'
import { besideIn, unitOf } from '../words.ts'
import { changesOf } from './changes.ts'
import { FilePage } from './view.tsx'

/** The form as a workbook: down, and filled in, up again; what it would change is shown before anything is written. */
export function filePages(around: Around): Hono {
  const { store, tenant } = around
  const app = new Hono()
  const asked = (c: Context) => ({
    round: c.req.param('round') ?? '',
    organisation: c.req.param('organisation') ?? '',
  })
  const limit = bodyLimit({
    maxSize: LARGEST_FILE,
    onError: () => {
      throw new Fault('too-large', { size: String(LARGEST_MB) })
    },
  })

  app.get('/reports/:round/:organisation/template.xlsx', async c => {
    const { form } = await loadReport(around, c.get('who'), asked(c))
    const view = viewFor(c)
    const { t, language } = view
    const beside = (each: Beside | null) => each?.value ?? besideIn(each, view) ?? ''
    const title = `${form.round.schedule.name}, ${showPeriod(form.round.period, language)}`
    const yearBefore = form.yearBefore
      ? t('web.report.year-before', { period: showPeriod(form.yearBefore, language) })
      : ''
    const bytes = await writeTemplate(
      reportName(form),
      form.figures.map(({ key, area, indicator, line, previous, yearBefore: last }) => ({
        key,
        area: area.name,
        indicator: nameIn(indicator.name, language),
        unit: unitOf({ indicator }, view),
        decimals: indicator.decimals,
        yearBefore: beside(last),
        previous: beside(previous),
        value: line?.value ?? showEntry(null, line?.absent ?? null),
        note: line?.note ?? '',
      })),
      {
        sheet: t('web.file.sheet'),
        title: `${title} – ${form.organisation.name}`,
        about: t('web.file.about-sheet'),
        heads: {
          area: t('web.report.area'),
          indicator: t('web.report.indicator'),
          unit: t('web.file.unit'),
          yearBefore,
          previous: t('web.report.before', { period: showPeriod(form.previous, language) }),
          value: t('web.report.this'),
          note: t('web.report.note'),
        },
      },
      around.now(),
    )
    const name = `${form.round.id}-${form.organisation.id}`.replace(/[^\w.-]/g, '_')
    return c.body(new Uint8Array(bytes), 200, {
      'Content-Type': EXCEL,
      'Content-Disposition': `attachment; filename="${name}.xlsx"`,
      'Cache-Control': 'private, no-store',
    })
  })

  app.post('/reports/:round/:organisation/file', limit, async c => {
    const shown = await loadReport(around, c.get('who'), asked(c))
    if (!shown.editable) throw new Fault('not-allowed', { verb: 'report.edit' })
    const { file } = await fileOf(c)
    const filled = await readFilled(shown.form, shown.setup, {
      name: file.name,
      size: file.bytes.length,
      bytes: async function* () {
        yield await Promise.resolve(file.bytes)
      },
    })
    const changes = filled.entered ? changesOf(shown.form, filled.entered) : []
    const content = <FilePage view={viewFor(c)} form={shown.form} name={file.name} filled={filled} changes={changes} />
    return page(c, content, filled.entered ? 200 : 422)
  })

  app.post('/reports/:round/:organisation/file/confirm', limit, async c => {
    const who = c.get('who')
    const { form } = await loadReport(around, who, asked(c))
    const fields = await fieldsOf(c)
    const entered = enteredIn(fields['changes'] ?? '')
    const expected = Number(fields['expected'])
    if (!entered || !Number.isSafeInteger(expected)) throw new Fault('bad-form')
    const { round, organisation } = asked(c)
    const lines = linesWith(form, entered, null)
    const done = await act({ store, tenant }, who, 'save', { round, organisation, expected, lines })
    if (!('refused' in done)) {
      const { address } = viewFor(c)
      return c.redirect(here({ ...address, path: reportPath(round, organisation) }, { did: 'saved' }), 303)
    }
    if (done.messages.length === 0) throw new Fault(done.refused, done.values)
    const view = viewFor(c)
    const refused = { entered: null, messages: done.messages, mappings: [], template: null }
    return page(c, <FilePage view={view} form={form} name="" filled={refused} changes={[]} />, FAULTS[done.refused])
  })
  return app
}

/** The changes that were shown, as the page sends them back: [key, value, absent, note]; held against the report like any. */
function enteredIn(text: string): ReadonlyMap<string, EnteredFigure> | null {
  let found: unknown
  try {
    found = JSON.parse(text)
  } catch {
    return null
  }
  if (!Array.isArray(found)) return null
  const entered = new Map<string, EnteredFigure>()
  for (const each of found as unknown[]) {
    if (!Array.isArray(each)) return null
    const [key, value, reason, note] = each as unknown[]
    const absent = ABSENCES.find(known => known === reason) ?? null
    if (typeof key !== 'string' || (typeof value !== 'string' && value !== null) || typeof note !== 'string')
      return null
    entered.set(key, { value, absent, note })
  }
  return entered
}
