import type { AuditField, AuditSearch } from '../../api/audit/asked.ts'
import { addDays } from '../../measure/period.ts'
import { ORIGINS } from '../../store/log.ts'
import { showDay } from '../../measure/show.ts'
import { here } from '../frame/address.ts'
import { Choice, Field } from '../frame/field.tsx'
import { Kept } from '../frame/kept.tsx'
import type { View } from '../frame/view.ts'
import { AUDIT_GROUPS, isKind, type AuditGroup } from './kinds.ts'
import type { AuditNames } from './subject.ts'

interface SearchProps {
  readonly view: View
  readonly search: AuditSearch
  readonly names: AuditNames
  /** Who is known to have done something: offered while one types. */
  readonly actors: readonly string[]
}

/** What a line is of, in words; the code where a later version wrote it. */
export const kindIn = ({ t }: View, kind: string): string => (isKind(kind) ? t(`web.audit.kind-${kind}`) : kind)

/** Who, what, which thing, from when to when; the rarer conditions are folded away. */
export function Search({ view, search, names, actors }: SearchProps) {
  const { t } = view
  const field = { view, form: 'audit', refused: null }
  const all = [['', t('web.audit.any')]] as const
  const groups = (Object.keys(AUDIT_GROUPS) as AuditGroup[]).map(group => ({
    label: t(`web.audit.group-${group}`),
    choices: AUDIT_GROUPS[group].map(kind => [kind, kindIn(view, kind)] as const),
  }))
  const other = search.kind === undefined || isKind(search.kind) ? [] : [[search.kind, search.kind] as const]
  const rare = search.via !== undefined || search.subject !== undefined || search.figure !== undefined
  return (
    <form class="audit-search" method="get" action="/audit" role="search" aria-label={t('web.audit.search')}>
      <Kept view={view} />
      <div class="audit-asked">
        <Field {...field} name="who" label={t('web.audit.who-asked')} value={search.who ?? ''} list="audit-actors" />
        <Choice
          {...field}
          name="kind"
          label={t('web.audit.kind')}
          value={search.kind ?? ''}
          choices={[...all, ...other]}
          groups={groups}
        />
        <Field {...field} name="place" label={t('web.audit.place')} value={search.place ?? ''} list="audit-places" />
        <Field {...field} name="text" label={t('web.audit.text')} value={search.text ?? ''} />
        <Field {...field} type="date" name="since" label={t('web.audit.since')} value={search.since ?? ''} />
        <Field {...field} type="date" name="until" label={t('web.audit.until')} value={search.until ?? ''} />
        <button class="main" type="submit">
          {t('web.audit.find')}
        </button>
      </div>
      <details open={rare}>
        <summary>{t('web.audit.rarer')}</summary>
        <div class="audit-asked">
          <Choice
            {...field}
            name="via"
            label={t('web.audit.via')}
            value={search.via ?? ''}
            choices={[
              ...all,
              ...ORIGINS.map(origin => [origin, t(`web.audit.via-${origin}`)] as const),
              ...(search.via === undefined || ORIGINS.some(each => each === search.via)
                ? []
                : [[search.via, search.via] as const]),
            ]}
          />
          <Field {...field} name="subject" label={t('web.audit.subject')} value={search.subject ?? ''} />
          <Field {...field} name="figure" label={t('web.audit.figure')} value={search.figure ?? ''} />
        </div>
      </details>
      <datalist id="audit-places">
        {[...names.organisations].map(([id, name]) => (
          <option value={id}>{name}</option>
        ))}
      </datalist>
      <datalist id="audit-actors">
        {actors.map(actor => (
          <option value={actor} />
        ))}
      </datalist>
    </form>
  )
}

const LABELS = {
  who: 'web.audit.who',
  kind: 'web.audit.kind',
  subject: 'web.audit.subject',
  place: 'web.audit.place-short',
  via: 'web.audit.via',
  since: 'web.audit.since',
  until: 'web.audit.until',
  text: 'web.audit.text-short',
  figure: 'web.audit.figure-short',
} as const satisfies Readonly<Record<AuditField, string>>

/** What narrows the list, each with the way to be rid of it; and the ranges of days that one mostly wants. */
export function Narrowed({ view, search, names, today }: Omit<SearchProps, 'actors'> & { readonly today: string }) {
  const { t, address, language } = view
  const given = (Object.keys(LABELS) as AuditField[]).flatMap(name => {
    const value = search[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  const said = (name: AuditField, value: string): string => {
    if (name === 'kind') return kindIn(view, value)
    if (name === 'place') return names.organisations.get(value) ?? value
    const origin = name === 'via' ? ORIGINS.find(each => each === value) : undefined
    if (origin) return t(`web.audit.via-${origin}`)
    return name === 'since' || name === 'until' ? showDay(value, language) : value
  }
  const start = { before: null, after: null }
  const ranges = [
    ['today', today],
    ['week', addDays(today, -6)],
    ['month', addDays(today, -29)],
    ['year', `${today.slice(0, 4)}-01-01`],
  ] as const
  return (
    <p class="audit-narrowed">
      {given.map(([name, value]) => (
        <span>
          {t(LABELS[name])}: <b>{said(name, value)}</b>{' '}
          <a href={here(address, { ...start, [name]: null })}>
            {t('web.audit.without')}
            <span class="hidden"> {t(LABELS[name])}</span>
          </a>
        </span>
      ))}
      {given.length > 1 && (
        <a href={here(address, { ...start, ...Object.fromEntries(given.map(([name]) => [name, null])) })}>
          {t('web.audit.everything')}
        </a>
      )}
      <span>
        {t('web.audit.ranges')}{' '}
        {ranges.map(([name, since]) => (
          <>
            <a
              href={here(address, { ...start, since, until: today })}
              aria-current={search.since === since && search.until === today ? 'true' : undefined}
            >
              {t(`web.audit.range-${name}`)}
            </a>{' '}
          </>
        ))}
      </span>
    </p>
  )
}
