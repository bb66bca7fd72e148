import { somewhere } from '../../api/access.ts'
import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { Fault, FAULTS } from '../../api/faults.ts'
import { fieldsOf, fileOf } from '../../api/upload.ts'
import { attachEvidence, withdrawEvidence, type EvidenceRefused } from '../../desk/evidence/attach.ts'
import { LARGEST_EVIDENCE, LARGEST_EVIDENCE_MB } from '../../desk/evidence/kind.ts'
import { act, type Refused } from '../../desk/reports/act.ts'
import { REPORT_VERBS, type ReportVerb } from '../../desk/reports/report.ts'
import { fileBytes } from '../../store/evidence.ts'
import { page, viewFor, type Around } from '../around.ts'
import { here } from '../frame/address.ts'
import { keepable, personOf } from '../offline.ts'
import type { WebCode } from '../frame/view.ts'
import type { Again } from './figures.tsx'
import { filePages } from './file/routes.tsx'
import { loadReport } from './load.ts'
import { reportPath } from './path.ts'
import { takeForm } from './take.ts'
import { ReportPage, type Told } from './view.tsx'
import { stateIn } from './words.ts'

const LARGEST_FORM = 4 << 20
/** A form around a file has its own marks and fields. */
const AROUND_FILE = 64 << 10

const DONE = ['saved', 'submitted', 'recalled', 'revised', 'attached', 'withdrawn'] as const
const DID: Readonly<Partial<Record<ReportVerb, (typeof DONE)[number]>>> = {
  save: 'saved',
  submit: 'submitted',
  recall: 'recalled',
  revise: 'revised',
}

/** The report of an office: its form, what is done to it, its evidence. */
export function reportPages(around: Around): Hono {
  const { store, tenant } = around
  const app = new Hono()
  app.use('/reports/*', somewhere('read.pending'))
  const limit = (most: number, megabytes: number) =>
    bodyLimit({
      maxSize: most,
      onError: () => {
        throw new Fault('too-large', { size: String(megabytes) })
      },
    })

  const show = async (c: Context, more: { again?: Again; told?: Told; status?: number } = {}) => {
    const who = c.get('who')
    const view = viewFor(c)
    const shown = await loadReport(around, who, askedIn(c))
    const did = DONE.find(each => each === c.req.query('did'))
    const told = more.told ?? (did ? { kind: 'done' as const, text: view.t(`web.report.${did}`), messages: [] } : null)
    const person = personOf(who)
    keepable(c, person)
    const content = <ReportPage view={view} shown={shown} again={more.again ?? null} told={told} person={person} />
    return page(c, content, more.status ?? 200)
  }

  app.get('/reports/:round/:organisation', c => show(c))

  app.post('/reports/:round/:organisation', limit(LARGEST_FORM, LARGEST_FORM >> 20), async c => {
    const who = c.get('who')
    if (!who.user) throw new Fault('sign-in')
    const fields = await fieldsOf(c)
    const asked = askedIn(c)
    const verb = REPORT_VERBS.find(each => each === fields['do'])
    const expected = Number(fields['expected'])
    if (!verb || !Number.isSafeInteger(expected)) throw new Fault('bad-form')
    // A page that was left open while somebody else signed in.
    if ((fields['person'] ?? who.user.id) !== who.user.id) throw new Fault('sign-in')
    const { t } = viewFor(c)
    const given = { round: asked.round, organisation: asked.organisation, expected }
    const reason = fields['reason'] ?? ''
    if (!Object.keys(fields).some(name => name.startsWith('v '))) {
      const done = await act({ store, tenant }, who, verb, { ...given, reason })
      if ('refused' in done) return show(c, refusedAs(c, done, undefined))
      return c.redirect(here(viewFor(c).address, { did: DID[verb] ?? null }), 303)
    }
    const { form } = await loadReport(around, who, asked)
    const taken = takeForm(form, fields)
    const again = { typed: taken.typed, wrong: taken.wrong, sideBySide: false }
    const saved = await act({ store, tenant }, who, 'save', { ...given, lines: taken.lines })
    if ('refused' in saved) return show(c, refusedAs(c, saved, again))
    if (taken.wrong.size > 0) {
      const text = t('web.report.wrong', { count: String(taken.wrong.size) })
      return show(c, { again, told: { kind: 'fault', text, messages: [] }, status: 422 })
    }
    if (verb === 'submit') {
      const sent = await act({ store, tenant }, who, 'submit', { ...given, expected: saved.report.version })
      if ('refused' in sent) return show(c, refusedAs(c, sent, undefined))
    }
    return c.redirect(here(viewFor(c).address, { did: DID[verb] ?? 'saved' }), 303)
  })

  app.post(
    '/reports/:round/:organisation/evidence',
    limit(LARGEST_EVIDENCE + AROUND_FILE, LARGEST_EVIDENCE_MB),
    async c => {
      const who = c.get('who')
      if (!who.user) throw new Fault('sign-in')
      const { file, fields } = await fileOf(c)
      const done = await attachEvidence({ store, tenant }, who, keyIn(c, fields), file)
      return 'refused' in done ? refusedEvidence(done) : back(c, 'attached')
    },
  )
  app.post('/reports/:round/:organisation/evidence/:hash', limit(AROUND_FILE, 1), async c => {
    const who = c.get('who')
    if (!who.user) throw new Fault('sign-in')
    const done = await withdrawEvidence({ store, tenant }, who, keyIn(c, await fieldsOf(c)), c.req.param('hash'))
    return 'refused' in done ? refusedEvidence(done) : back(c, 'withdrawn')
  })
  app.get('/reports/:round/:organisation/evidence/:hash', async c => {
    const { form } = await loadReport(around, c.get('who'), askedIn(c))
    const file = form.evidence.find(each => each.hash === c.req.param('hash'))
    const bytes = file && (await fileBytes(store, tenant, file.hash))
    if (!file || !bytes) throw new Fault('no-evidence')
    return c.body(bytes, 200, {
      'Content-Type': file.type,
      // Never shown in the program's own origin, whatever is inside.
      'Content-Disposition': `attachment; filename*=UTF-8''${headerName(file.name)}`,
      'Cache-Control': 'private, no-store',
    })
  })
  app.route('/', filePages(around))
  return app

  function refusedAs(c: Context, refused: Refused, again: Again | undefined) {
    const view = viewFor(c)
    const { actor = '', version = '', state = '' } = refused.values
    const side = again ? { again: { ...again, sideBySide: true } } : {}
    const editable = state === 'draft' || state === 'returned' || state === ''
    const text =
      refused.refused === 'conflict' || refused.refused === 'wrong-state'
        ? editable
          ? view.t('web.report.conflict', { actor, version })
          : view.t('web.report.changed-state', { actor, state: stateIn(state as 'draft', view) })
        : refused.refused === 'lines-refused'
          ? view.t('web.report.refused', { count: refused.values['count'] ?? '' })
          : view.t(`web.fault.${refused.refused}` as WebCode, refused.values)
    return {
      ...side,
      told: { kind: 'fault' as const, text, messages: refused.messages },
      status: FAULTS[refused.refused],
    }
  }
}

/** A name as RFC 8187 writes it in a header. */
const headerName = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, mark => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)

export const askedIn = (c: Context) => ({
  round: c.req.param('round') ?? '',
  organisation: c.req.param('organisation') ?? '',
  area: c.req.query('area'),
  from: c.req.query('from'),
})

const keyIn = (c: Context, fields: Readonly<Record<string, string>>) => ({
  round: c.req.param('round') ?? '',
  organisation: c.req.param('organisation') ?? '',
  indicator: fields['indicator'] ?? '',
  area: fields['area'] ?? '',
})

function refusedEvidence({ refused, values }: EvidenceRefused): never {
  throw new Fault(refused, values)
}

function back(c: Context, did: (typeof DONE)[number]): Response {
  const { round = '', organisation = '' } = c.req.param() as Record<string, string>
  const { address } = viewFor(c)
  return c.redirect(`${here({ ...address, path: reportPath(round, organisation) }, { did })}#evidence`, 303)
}
