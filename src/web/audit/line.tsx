import { showMoment } from '../../measure/show.ts'
import type { Job } from '../../store/jobs.ts'
import { to } from '../frame/address.ts'
import { Layout } from '../frame/layout.tsx'
import type { View } from '../frame/view.ts'
import { isDigest, type FieldChange } from './changes.ts'
import { ChainState } from './chain.tsx'
import type { ShownLine } from './load.ts'
import { saidOf, type Said } from './said.ts'
import type { AuditNames } from './subject.ts'
import { fieldIn, valueIn } from './values.ts'
import { viaIn } from './via.ts'

export interface LineViewProps {
  readonly view: View
  readonly shown: ShownLine
  readonly names: AuditNames
  /** The newest check of the chain. */
  readonly checked: Job | null
  /** The last line's number. */
  readonly last: number
}

/** One line with everything that it tells. */
export function LineView({ view, shown, names, checked, last }: LineViewProps) {
  const { t, address } = view
  const { line, changes } = shown
  const said = saidOf(view, line, names)
  const told = changes.filter(change => !isDigest(change))
  const facts = [
    ['when', showMoment(line.moment, view.language)],
    ['who', line.actor === '' ? t('web.audit.nobody') : line.actor],
    ['via', viaIn(view, line)],
  ] as const
  return (
    <Layout view={view} title={t('web.audit.line', { number: String(line.number) })} place="audit">
      <header>
        <h1>{t('web.audit.line', { number: String(line.number) })}</h1>
      </header>
      <p class="audit-lead">
        <Sentence view={view} said={said} />
      </p>
      <dl class="facts">
        {facts.map(([name, value]) => (
          <>
            <dt>{t(`web.audit.${name}`)}</dt>
            <dd>{value}</dd>
          </>
        ))}
      </dl>
      {told.length === 0 ? <p>{t('web.audit.no-change')}</p> : <ChangeTable view={view} names={names} changes={told} />}
      <details class="audit-digests">
        <summary>{t('web.audit.digests')}</summary>
        <ChainState view={view} checked={checked} />
        <dl class="facts">
          <dt>{t('web.audit.hash')}</dt>
          <dd>
            <code>{line.hash}</code>
          </dd>
          <dt>{t('web.audit.previous')}</dt>
          <dd>
            <code>{line.previous === '' ? '–' : line.previous}</code>
          </dd>
          {changes.filter(isDigest).map(({ field, before, after }) => (
            <>
              <dt>{fieldIn(view, field)}</dt>
              <dd>
                {before !== null && (
                  <>
                    <del>
                      <code>{before}</code>
                    </del>{' '}
                  </>
                )}
                {after !== null && <code>{after}</code>}
              </dd>
            </>
          ))}
        </dl>
      </details>
      <p class="acts">
        {line.subject !== '' && (
          <a href={to(address, '/audit', { kind: line.kind, subject: line.subject })}>{t('web.audit.same-subject')}</a>
        )}
        {line.actor !== '' && <a href={to(address, '/audit', { who: line.actor })}>{t('web.audit.same-who')}</a>}
        <a href={to(address, '/audit', { before: String(line.number + 1) })}>{t('web.audit.around')}</a>
        {line.number > 1 && (
          <a href={to(address, `/audit/${line.number - 1}`)} rel="prev">
            {t('web.audit.line-before')}
          </a>
        )}
        {line.number < last && (
          <a href={to(address, `/audit/${line.number + 1}`)} rel="next">
            {t('web.audit.line-after')}
          </a>
        )}
      </p>
    </Layout>
  )
}

/** What was done, in words, with the way to what it was done to. */
export const Sentence = ({ view, said }: { readonly view: View; readonly said: Said }) => (
  <>
    {said.before}
    {said.path === null ? said.what : <a href={to(view.address, said.path)}>{said.what}</a>}
    {said.after}
  </>
)

interface ChangesProps {
  readonly view: View
  readonly names: AuditNames
  readonly changes: readonly FieldChange[]
}

/** Every field side by side: what was, and what is. */
export const ChangeTable = ({ view, names, changes }: ChangesProps) => (
  <table class="rows audit-sides">
    <caption class="hidden">{view.t('web.audit.change')}</caption>
    <thead>
      <tr>
        <th scope="col">{view.t('web.audit.field')}</th>
        <th scope="col">{view.t('web.audit.before')}</th>
        <th scope="col">{view.t('web.audit.after')}</th>
      </tr>
    </thead>
    <tbody>
      {changes.map(({ field, before, after }) => (
        <tr>
          <th scope="row">{field === '' ? view.t('web.audit.content') : fieldIn(view, field)}</th>
          <td data-label={view.t('web.audit.before')}>
            {before === null ? <span class="none">–</span> : <del>{valueIn(view, names, field, before)}</del>}
          </td>
          <td data-label={view.t('web.audit.after')}>
            {after === null ? (
              <span class="none">{view.t('web.audit.gone')}</span>
            ) : (
              <ins>{valueIn(view, names, field, after)}</ins>
            )}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)
