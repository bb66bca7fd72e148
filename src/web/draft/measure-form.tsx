import type { DraftMeasure } from '../../api/draft/state.ts'
import { DIRECTIONS } from '../../measure/aggregation.ts'
import { boundOf, BOUND_KINDS } from '../../measure/bound.ts'
import type { Decimal } from '../../measure/decimal.ts'
import { showDecimal } from '../../measure/show.ts'
import { BASES, SHAPES } from '../../plan/plan.ts'
import type { ReadMeasure } from '../../reading/result.ts'
import { to } from '../frame/address.ts'
import { boundInWords } from '../frame/figures.ts'
import type { View } from '../frame/view.ts'
import { Choice, Field } from '../frame/field.tsx'
import type { DraftProps } from './view.tsx'

interface MeasurePartProps extends DraftProps {
  readonly target: string
  readonly measure: DraftMeasure
}

/** One measure as understood, in a line; its form one click under it. */
export function MeasurePart({
  view,
  draft,
  target,
  measure: { index, measure, corrected, dropped },
  refused,
}: MeasurePartProps) {
  const { t, address } = view
  const action = to(address, `/drafts/${draft.id}/targets/${target}/${index}`)
  const line = <MeasureLine view={view} measure={measure} />
  if (draft.state.plan !== null) return <p class={dropped ? 'gone' : undefined}>{line}</p>
  if (dropped)
    return (
      <form class="acts" method="post" action={action}>
        <span class="gone">{line}</span>
        <input type="hidden" name="act" value="restore" />
        <button class="plain" type="submit">
          {t('web.draft.restore')}
        </button>
      </form>
    )
  return (
    <details open={refused !== null}>
      <summary>
        {line} {corrected && <small>({t('web.draft.corrections', { count: '1' })})</small>}
      </summary>
      <form method="post" action={action}>
        <MeasureFields view={view} form={`${target}-${index}`} measure={measure} refused={refused} />
        <div class="acts">
          <button type="submit" name="act" value="save">
            {t('web.draft.save')}
          </button>
          <button class="plain" type="submit" name="act" value="drop">
            {t('web.draft.drop')}
          </button>
        </div>
      </form>
    </details>
  )
}

function MeasureLine({ view, measure }: { readonly view: View; readonly measure: ReadMeasure }) {
  const { t, language } = view
  const bound = boundOf(measure.bound.kind, measure.bound.low, measure.bound.high)
  const when =
    measure.when &&
    (measure.when.from === measure.when.to ? String(measure.when.to) : `${measure.when.from}–${measure.when.to}`)
  const said = [
    measure.change && t(`web.change.${measure.change}`),
    bound && boundInWords(bound, measure.unit, language),
  ].filter(part => part !== null)
  return (
    <>
      <span lang="vi">{measure.name}</span> · {said.length > 0 && <b>{said.join(' ')}</b>}{' '}
      <small>{[t(`web.shape.${measure.shape}`), when].filter(part => part !== null).join(', ')}</small>
    </>
  )
}

interface FieldsProps extends Pick<DraftProps, 'view' | 'refused'> {
  readonly form: string
  readonly measure: ReadMeasure
}

function MeasureFields({ view, form, measure, refused }: FieldsProps) {
  const { t, language } = view
  const shared = { view, form, refused }
  const number = (value: Decimal | null) => (value ? showDecimal(value, language) : '')
  const none = ['', t('web.draft.none')] as const
  const one = measure.bound.kind === 'exactly'
  return (
    <div class="fields">
      <Field {...shared} name="name" label={t('web.draft.measure-name')} value={measure.name} wide />
      <Choice
        {...shared}
        name="bound"
        label={t('web.draft.bound')}
        value={measure.bound.kind}
        choices={BOUND_KINDS.map(kind => [kind, t(`web.bound.${kind}`)] as const)}
      />
      <Field {...shared} name="low" label={t('web.draft.low')} value={number(measure.bound.low)} numeric />
      <Field
        {...shared}
        name="high"
        label={t('web.draft.high')}
        value={one ? '' : number(measure.bound.high)}
        numeric
      />
      <Field {...shared} name="unit" label={t('web.draft.unit')} value={measure.unit} />
      <Field
        {...shared}
        name="from"
        label={t('web.draft.when-from')}
        value={String(measure.when?.from ?? '')}
        numeric
      />
      <Field {...shared} name="to" label={t('web.draft.when-to')} value={String(measure.when?.to ?? '')} numeric />
      <Choice
        {...shared}
        name="shape"
        label={t('web.draft.shape')}
        value={measure.shape}
        choices={SHAPES.map(shape => [shape, t(`web.shape.${shape}`)] as const)}
      />
      <Choice
        {...shared}
        name="direction"
        label={t('web.draft.direction')}
        value={measure.direction}
        choices={DIRECTIONS.map(d => [d, t(`web.direction.${d}`)] as const)}
      />
      <Choice
        {...shared}
        name="change"
        label={t('web.draft.change')}
        value={measure.change ?? ''}
        choices={[none, ['up', t('web.change.up')], ['down', t('web.change.down')]]}
      />
      <Choice
        {...shared}
        name="basis"
        label={t('web.draft.basis')}
        value={measure.basis ?? ''}
        choices={[none, ...BASES.map(b => [b, t(`web.basis.${b}`)] as const)]}
      />
      <Choice
        {...shared}
        name="mean"
        label={t('web.draft.mean')}
        value={measure.mean ?? ''}
        choices={[none, ['geometric', t('web.mean.geometric')], ['arithmetic', t('web.mean.arithmetic')]]}
      />
      <Field {...shared} name="base" label={t('web.draft.base')} value={String(measure.base?.year ?? '')} numeric />
      <Field
        {...shared}
        name="indicators"
        label={t('web.draft.indicators')}
        value={String(measure.indicators)}
        numeric
      />
      <div>
        <label>
          <input type="checkbox" name="part" value="1" checked={measure.part} /> {t('web.draft.part')}
        </label>
      </div>
    </div>
  )
}
