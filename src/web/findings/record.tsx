import { ABOUTS, SEVERITIES } from '../../desk/findings/finding.ts'
import { to } from '../frame/address.ts'
import { Area, Choice, Field, type Refused } from '../frame/field.tsx'
import { Layout } from '../frame/layout.tsx'
import type { View } from '../frame/view.ts'

interface Office {
  readonly id: string
  readonly name: string
}

export interface NewFindingProps {
  readonly view: View
  readonly offices: readonly Office[]
  /** Targets as "plan/target" with their words. */
  readonly targets: readonly Office[]
  readonly given: Readonly<Record<string, string>>
  readonly refused: Refused | null
  readonly today: string
}

/** Recording a finding. */
export function NewFindingView({ view, offices, targets, given, refused, today }: NewFindingProps) {
  const { t, address } = view
  const field = { view, form: 'finding', refused }
  return (
    <Layout view={view} title={t('web.finding.new')} place="findings" scripts={['busy']}>
      <header>
        <h1>{t('web.finding.new')}</h1>
        <p>{t('web.finding.no-persons')}</p>
      </header>
      {refused && (
        <div class="fault" role="alert">
          <p>{t('web.finding.refused', { count: String(refused.messages.length) })}</p>
        </div>
      )}
      <form method="post" action={to(address, '/findings')} data-busy={t('web.finding.sending')}>
        <div class="fields">
          <Choice
            {...field}
            name="kind"
            label={t('web.finding.about')}
            value={given['kind'] ?? 'target'}
            choices={ABOUTS.map(kind => [kind, t(`web.finding.about-${kind}`)])}
          />
          <Field {...field} name="id" label={t('web.finding.which')} value={given['id'] ?? ''} list="finding-known" />
          <Choice
            {...field}
            name="severity"
            label={t('web.finding.severity')}
            value={given['severity'] ?? 'shortcoming'}
            choices={SEVERITIES.map(each => [each, t(`web.finding.severity-${each}`)])}
          />
          <Choice
            {...field}
            name="organisation"
            label={t('web.finding.organisation')}
            value={given['organisation'] ?? ''}
            choices={[['', t('web.finding.choose')], ...offices.map(({ id, name }) => [id, name] as const)]}
          />
          <Field {...field} type="date" name="due" label={t('web.finding.due')} value={given['due'] ?? today} />
          <Area {...field} name="found" label={t('web.finding.found')} value={given['found'] ?? ''} rows={5} />
          <Area {...field} name="demanded" label={t('web.finding.demanded')} value={given['demanded'] ?? ''} rows={4} />
        </div>
        <datalist id="finding-known">
          {[...targets, ...offices].map(({ id, name }) => (
            <option value={id} lang="vi">
              {name}
            </option>
          ))}
        </datalist>
        <p class="small">{t('web.finding.which-note')}</p>
        <p>
          <button class="main" type="submit">
            {t('web.finding.record')}
          </button>
        </p>
      </form>
    </Layout>
  )
}
