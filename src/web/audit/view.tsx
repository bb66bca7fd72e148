import { ROLES } from '../../desk/policy.ts'
import { ORIGINS } from '../../store/log.ts'
import type { Job } from '../../store/jobs.ts'
import { here, to } from '../frame/address.ts'
import { Kept } from '../frame/kept.tsx'
import { Choice, Field } from '../frame/field.tsx'
import { Layout } from '../frame/layout.tsx'
import { momentIn } from '../frame/moment.ts'
import { Term } from '../frame/term.tsx'
import type { View, WebCode } from '../frame/view.ts'
import { isLive, progressIn, resultIn, stateIn } from '../jobs/words.ts'
import type { AuditSearch } from '../../api/audit/asked.ts'
import type { FieldChange } from './changes.ts'
import { AUDIT_KINDS, isKind, subjectPath } from './kinds.ts'
import type { AuditPage, ShownLine } from './load.ts'

export interface AuditViewProps {
  readonly view: View
  readonly search: AuditSearch
  readonly found: AuditPage
  readonly places: readonly { readonly id: string; readonly name: string }[]
  /** The newest check of the chain. */
  readonly checked: Job | null
  readonly first: boolean
}

/** The audit: who did what, when, from where, and what it changed. */
export function AuditView({ view, search, found, places, checked, first }: AuditViewProps) {
  const { t, address } = view
  const narrowed = Object.keys(search).length > 0
  return (
    <Layout view={view} title={t('web.audit.title')} place="audit" scripts={['busy']}>
      <header>
        <h1>{t('web.audit.title')}</h1>
        <p>{t('web.audit.about')}</p>
        <Term view={view} id="audit" />
      </header>
      <Search view={view} search={search} places={places} />
      {narrowed && (
        <p class="small">
          <a href={to(address, '/audit')}>{t('web.audit.everything')}</a>
        </p>
      )}
      {found.lines.length === 0 ? (
        <p role="status">{t(narrowed ? 'web.audit.none' : 'web.audit.empty')}</p>
      ) : (
        <table class="rows audit">
          <caption class="hidden">{t('web.audit.title')}</caption>
          <thead>
            <tr>
              <th scope="col" class="num">
                {t('web.audit.number')}
              </th>
              <th scope="col">{t('web.audit.when')}</th>
              <th scope="col">{t('web.audit.who')}</th>
              <th scope="col">{t('web.audit.what')}</th>
              <th scope="col">{t('web.audit.change')}</th>
            </tr>
          </thead>
          <tbody>
            {found.lines.map(line => (
              <Line view={view} shown={line} />
            ))}
          </tbody>
        </table>
      )}
      <p class="acts">
        {!first && <a href={here(address, { before: null })}>{t('web.audit.newest')}</a>}
        {found.older !== null && <a href={here(address, { before: String(found.older) })}>{t('web.audit.older')}</a>}
      </p>
      <h2>{t('web.audit.take-away')}</h2>
      <form method="post" action="/audit/export" data-busy={t('web.audit.exporting')}>
        {Object.entries(search).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <p class="acts">
          <button type="submit" name="format" value="csv">
            {t('web.audit.csv')}
          </button>
          <button type="submit" name="format" value="xlsx">
            {t('web.audit.xlsx')}
          </button>
          <small>{t(narrowed ? 'web.audit.export-found' : 'web.audit.export-all')}</small>
        </p>
      </form>
      <Chain view={view} checked={checked} />
    </Layout>
  )
}

/** Whether the chain holds, and having it proved. */
export function Chain({ view, checked }: { readonly view: View; readonly checked: Job | null }) {
  const { t, address } = view
  return (
    <>
      <h2>{t('web.audit.chain')}</h2>
      <p>{t('web.audit.chain-about')}</p>
      {checked ? (
        <p class={checked.result?.said === 'chain-broken' ? 'wrong' : undefined}>
          <a href={to(address, `/jobs/${checked.id}`)}>{momentIn(checked.asked)}</a>: {stateIn(view, checked)}{' '}
          {isLive(checked) ? progressIn(view, checked) : resultIn(view, checked)}
        </p>
      ) : (
        <p>{t('web.audit.never')}</p>
      )}
      <form method="post" action="/audit/verify" data-busy={t('web.audit.verifying')}>
        <p>
          <button type="submit">{t('web.audit.verify')}</button>
        </p>
      </form>
    </>
  )
}

function Search({ view, search, places }: Pick<AuditViewProps, 'view' | 'search' | 'places'>) {
  const { t } = view
  const field = { view, form: 'audit', refused: null }
  const all = [['', t('web.audit.any')]] as const
  const kinds = AUDIT_KINDS.map(kind => [kind, kindIn(view, kind)] as const)
  const chosen = search.kind === undefined || isKind(search.kind) ? [] : [[search.kind, search.kind] as const]
  return (
    <form method="get" action="/audit" role="search" aria-label={t('web.audit.search')}>
      <Kept view={view} />
      <div class="fields tight">
        <Field {...field} name="text" label={t('web.audit.text')} value={search.text ?? ''} />
        <Field {...field} name="who" label={t('web.audit.who-asked')} value={search.who ?? ''} />
        <Choice
          {...field}
          name="kind"
          label={t('web.audit.kind')}
          value={search.kind ?? ''}
          choices={[...all, ...kinds, ...chosen]}
        />
        <Field {...field} name="place" label={t('web.audit.place')} value={search.place ?? ''} list="audit-places" />
        <Choice
          {...field}
          name="via"
          label={t('web.audit.via')}
          value={search.via ?? ''}
          choices={[...all, ...ORIGINS.map(origin => [origin, t(`web.audit.via-${origin}`)] as const)]}
        />
        <Field {...field} type="date" name="since" label={t('web.audit.since')} value={search.since ?? ''} />
        <Field {...field} type="date" name="until" label={t('web.audit.until')} value={search.until ?? ''} />
        {search.subject !== undefined && (
          <Field {...field} name="subject" label={t('web.audit.subject')} value={search.subject} />
        )}
        {search.figure !== undefined && (
          <Field {...field} name="figure" label={t('web.audit.figure')} value={search.figure} />
        )}
      </div>
      <datalist id="audit-places">
        {places.map(({ id, name }) => (
          <option value={id}>{name}</option>
        ))}
      </datalist>
      <p>
        <button class="main" type="submit">
          {t('web.audit.find')}
        </button>
      </p>
    </form>
  )
}

/** What a line is of, in words; the code where a later version wrote it. */
export const kindIn = ({ t }: View, kind: string): string => (isKind(kind) ? t(`web.audit.kind-${kind}`) : kind)

function Line({ view, shown: { line, changes } }: { readonly view: View; readonly shown: ShownLine }) {
  const { t, address } = view
  const origin = ORIGINS.find(each => each === line.origin)
  return (
    <tr>
      <td class="num" data-label={t('web.audit.number')}>
        <a href={to(address, `/audit/${line.number}`)}>{line.number}</a>
      </td>
      <td data-label={t('web.audit.when')}>{momentIn(line.moment)}</td>
      <td data-label={t('web.audit.who')}>
        {line.actor === '' ? t('web.audit.nobody') : line.actor}{' '}
        <small>{[origin ? t(`web.audit.via-${origin}`) : line.origin, line.address].filter(Boolean).join(' · ')}</small>
      </td>
      <td data-label={t('web.audit.what')}>
        {kindIn(view, line.kind)} <Subject view={view} kind={line.kind} subject={line.subject} />
      </td>
      <td data-label={t('web.audit.change')}>
        <Changes view={view} changes={changes} most={MOST_CHANGES} />
        {changes.length > MOST_CHANGES && (
          <a class="small" href={to(address, `/audit/${line.number}`)}>
            {t('web.audit.more', { count: String(changes.length - MOST_CHANGES) })}
          </a>
        )}
      </td>
    </tr>
  )
}

const MOST_CHANGES = 4
const LONGEST = 160

function Subject({ view, kind, subject }: { readonly view: View; readonly kind: string; readonly subject: string }) {
  if (subject === '') return null
  const path = subjectPath(kind, subject)
  return path === null ? <span>“{subject}”</span> : <a href={to(view.address, path)}>{subject}</a>
}

/** Fields side by side: what was and what is. */
export function Changes({
  view,
  changes,
  most,
  whole = false,
}: {
  readonly view: View
  readonly changes: readonly FieldChange[]
  readonly most: number
  /** Long values are not cut. */
  readonly whole?: boolean
}) {
  const { t } = view
  if (changes.length === 0) return null
  return (
    <ul class="changes">
      {changes.slice(0, most).map(({ field, before, after }) => (
        <li>
          {field !== '' && <span class="field">{fieldIn(view, field)}: </span>}
          {before !== null && (
            <>
              <del>{valueIn(view, field, before, whole)}</del> →{' '}
            </>
          )}
          {after === null ? (
            <span class="none">{t('web.audit.gone')}</span>
          ) : (
            <ins>{valueIn(view, field, after, whole)}</ins>
          )}
        </li>
      ))}
    </ul>
  )
}

const NAMED = new Set([
  'version',
  'verb',
  'state',
  'reason',
  'rows',
  'digest',
  'sha256',
  'name',
  'kind',
  'expires',
  'notices',
  'role',
  'organisation',
  'area',
  'grants',
  'severity',
  'due',
  'found',
  'demanded',
  'answer',
  'answered',
  'recorded',
  'closed',
  'about',
  'id',
  'parent',
  'head',
])

/** The way to a field in words where they are known: "grants.0.organisation" is "role 1 › organisation". */
function fieldIn({ t }: View, field: string): string {
  const said: string[] = []
  for (const part of field.split('.')) {
    const word = NAMED.has(part) ? t(`web.audit.field-${part}` as WebCode) : part
    const last = said.at(-1)
    if (/^\d+$/.test(part) && last !== undefined) said[said.length - 1] = `${last} ${Number(part) + 1}`
    else if (last?.replace(/ \d+$/, '') !== word) said.push(word)
  }
  return said.join(' › ')
}

/** A value as its field means it: a role by its name, a moment as people write it, of a hash enough to compare. */
function valueIn({ t }: View, field: string, value: string, whole: boolean): string {
  const last = field.split('.').at(-1) ?? ''
  const role = last === 'role' ? ROLES.find(each => each === value) : undefined
  if (role) return t(`web.role.${role}`)
  if (/^\d{4}-\d\d-\d\dT/.test(value)) return momentIn(value)
  if (whole) return value
  if (/^[0-9a-f]{64}$/.test(value)) return `${value.slice(0, 12)}…`
  return value.length > LONGEST ? `${value.slice(0, LONGEST)} …` : value
}

/** One line with everything that it tells. */
export function LineView({ view, shown }: { readonly view: View; readonly shown: ShownLine }) {
  const { t, address } = view
  const { line, changes } = shown
  const origin = ORIGINS.find(each => each === line.origin)
  const facts = [
    ['when', momentIn(line.moment)],
    ['who', line.actor === '' ? t('web.audit.nobody') : line.actor],
    ['via', [origin ? t(`web.audit.via-${origin}`) : line.origin, line.address].filter(Boolean).join(' · ')],
    ['hash', line.hash],
    ['previous', line.previous],
  ] as const
  return (
    <Layout view={view} title={t('web.audit.line', { number: String(line.number) })} place="audit">
      <header>
        <h1>{t('web.audit.line', { number: String(line.number) })}</h1>
        <p>
          {kindIn(view, line.kind)} <Subject view={view} kind={line.kind} subject={line.subject} />
        </p>
      </header>
      <dl class="facts">
        {facts.map(([name, value]) => (
          <>
            <dt>{t(`web.audit.${name}`)}</dt>
            <dd>{value}</dd>
          </>
        ))}
      </dl>
      <h2>{t('web.audit.change')}</h2>
      {changes.length === 0 ? (
        <p>{t('web.audit.no-change')}</p>
      ) : (
        <Changes view={view} changes={changes} most={changes.length} whole />
      )}
      <p class="acts">
        {line.subject !== '' && (
          <a href={to(address, '/audit', { subject: line.subject })}>{t('web.audit.same-subject')}</a>
        )}
        <a href={to(address, '/audit', { who: line.actor })}>{t('web.audit.same-who')}</a>
        <a href={to(address, '/audit', { before: String(line.number + 1) })}>{t('web.audit.around')}</a>
      </p>
    </Layout>
  )
}
