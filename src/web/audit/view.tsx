import type { AuditSearch } from '../../api/audit/asked.ts'
import type { Job } from '../../store/jobs.ts'
import { dayIn } from '../../measure/vietnam-time.ts'
import { showDay, showHour } from '../../measure/show.ts'
import { here, to } from '../frame/address.ts'
import { countIn } from '../frame/figures.ts'
import { Layout } from '../frame/layout.tsx'
import { Term } from '../frame/term.tsx'
import type { View } from '../frame/view.ts'
import { ChainState, VerifyChain } from './chain.tsx'
import { isDigest, type FieldChange } from './changes.ts'
import { ChangeTable, Sentence } from './line.tsx'
import { MOST_COUNTED, type AuditPage, type ShownLine } from './load.ts'
import { isSaid, saidOf } from './said.ts'
import { Narrowed, Search } from './search.tsx'
import type { AuditNames } from './subject.ts'
import { fieldIn, valueIn } from './values.ts'
import { viaIn } from './via.ts'

export interface AuditViewProps {
  readonly view: View
  readonly search: AuditSearch
  readonly found: AuditPage
  readonly names: AuditNames
  /** The newest check of the chain. */
  readonly checked: Job | null
  readonly today: string
}

/** The audit: who did what, when, from where, and what it changed. */
export function AuditView({ view, search, found, names, checked, today }: AuditViewProps) {
  const { t, address, language } = view
  const { lines, count, older, newer } = found
  const narrowed = Object.keys(search).length > 0
  return (
    <Layout view={view} title={t('web.audit.title')} place="audit" scripts={['busy']}>
      <header>
        <h1>{t('web.audit.title')}</h1>
        <p>{t('web.audit.about')}</p>
        <Term view={view} id="audit" />
      </header>
      <div class="audit-state">
        <ChainState view={view} checked={checked} />
        <VerifyChain view={view} />
      </div>
      <Search view={view} search={search} names={names} actors={actorsOf(lines)} />
      <Narrowed view={view} search={search} names={names} today={today} />
      <div class="audit-found">
        <p role="status">
          {count === 0
            ? t(narrowed ? 'web.audit.none' : 'web.audit.empty')
            : count > MOST_COUNTED
              ? t('web.audit.more-than', { count: countIn(MOST_COUNTED, language) })
              : t('web.audit.counted', { count: countIn(count, language) })}
        </p>
        {count > 0 && <Export view={view} search={search} />}
      </div>
      {lines.length > 0 && <Lines view={view} lines={lines} names={names} />}
      <p class="acts">
        {newer !== null && (
          <>
            <a href={here(address, { before: null, after: null })}>{t('web.audit.newest')}</a>
            <a href={here(address, { before: null, after: String(newer) })} rel="prev">
              {t('web.audit.newer')}
            </a>
          </>
        )}
        {older !== null && (
          <a href={here(address, { before: String(older), after: null })} rel="next">
            {t('web.audit.older')}
          </a>
        )}
      </p>
    </Layout>
  )
}

const actorsOf = (lines: readonly ShownLine[]): readonly string[] =>
  [...new Set(lines.map(({ line }) => line.actor))].filter(actor => actor !== '').sort()

/** What was found, as a file. */
const Export = ({ view, search }: Pick<AuditViewProps, 'view' | 'search'>) => (
  <form class="acts" method="post" action="/audit/export" data-busy={view.t('web.audit.exporting')}>
    {Object.entries(search).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    <button type="submit" name="format" value="csv">
      {view.t('web.audit.csv')}
    </button>
    <button type="submit" name="format" value="xlsx">
      {view.t('web.audit.xlsx')}
    </button>
  </form>
)

interface LinesProps {
  readonly view: View
  readonly lines: readonly ShownLine[]
  readonly names: AuditNames
}

/** Lines by their days, the newest first. */
function Lines({ view, lines, names }: LinesProps) {
  const { t, language } = view
  const days = new Map<string, ShownLine[]>()
  for (const shown of lines) {
    const day = dayIn(new Date(shown.line.moment))
    days.set(day, [...(days.get(day) ?? []), shown])
  }
  return (
    <table class="rows audit">
      <caption class="hidden">{t('web.audit.title')}</caption>
      <thead>
        <tr>
          <th scope="col" class="num">
            {t('web.audit.number')}
          </th>
          <th scope="col">{t('web.audit.hour')}</th>
          <th scope="col">{t('web.audit.what')}</th>
          <th scope="col">{t('web.audit.who')}</th>
        </tr>
      </thead>
      {[...days].map(([day, its]) => (
        <tbody>
          <tr class="audit-day">
            <th scope="rowgroup" colspan={4}>
              {showDay(day, language)}
            </th>
          </tr>
          {its.map(shown => (
            <Line view={view} shown={shown} names={names} />
          ))}
        </tbody>
      ))}
    </table>
  )
}

function Line({ view, shown: { line, changes }, names }: Omit<LinesProps, 'lines'> & { readonly shown: ShownLine }) {
  const { t, address } = view
  const unsaid = changes.filter(change => !isDigest(change) && !isSaid(line.kind, change.field))
  const changed = unsaid.filter(change => change.before !== null)
  const beside = changed.slice(0, MOST_BESIDE)
  const folded = unsaid.filter(change => !beside.includes(change))
  return (
    <tr>
      <td class="num audit-no">
        <a href={to(address, `/audit/${line.number}`)}>{line.number}</a>
      </td>
      <td class="audit-hour">{showHour(line.moment)}</td>
      <td class="audit-what">
        <p>
          <Sentence view={view} said={saidOf(view, line, names)} />
        </p>
        {beside.length > 0 && (
          <ul class="audit-beside">
            {beside.map(change => (
              <Beside view={view} names={names} change={change} />
            ))}
          </ul>
        )}
        {folded.length > 0 && (
          <details>
            <summary>
              {t(changed.length > 0 ? 'web.audit.more' : 'web.audit.told', { count: String(folded.length) })}
            </summary>
            <ChangeTable view={view} names={names} changes={folded} />
          </details>
        )}
      </td>
      <td class="audit-who">
        {line.actor === '' ? t('web.audit.nobody') : line.actor} <small>{viaIn(view, line)}</small>
      </td>
    </tr>
  )
}

const MOST_BESIDE = 4
const LONGEST = 160

/** A field that changed: what was, and beside it what is. */
function Beside({ view, names, change }: Omit<LinesProps, 'lines'> & { readonly change: FieldChange }) {
  const { t } = view
  const { field, before, after } = change
  const short = (value: string) => {
    const said = valueIn(view, names, field, value)
    return said.length > LONGEST ? `${said.slice(0, LONGEST)} …` : said
  }
  return (
    <li>
      <span class="audit-field">{field === '' ? t('web.audit.content') : fieldIn(view, field)}</span>
      {before !== null && <del>{short(before)}</del>}
      {after === null ? <span class="none">{t('web.audit.gone')}</span> : <ins>{short(after)}</ins>}
    </li>
  )
}
