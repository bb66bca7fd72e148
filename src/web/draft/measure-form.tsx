import type { DraftMeasure } from '../../api/draft/draft.ts'
import { partsOfName } from '../../api/draft/combine.ts'
import { DIRECTIONS } from '../../measure/aggregation.ts'
import { BOUND_KINDS } from '../../measure/bound.ts'
import type { Decimal } from '../../measure/decimal.ts'
import { typeDecimal } from '../../measure/show.ts'
import { BASES, SHAPES } from '../../plan/plan.ts'
import type { ReadMeasure } from '../../reading/result.ts'
import { to } from '../frame/address.ts'
import { Area, Choice, Field } from '../frame/field.tsx'
import { MeasureLine } from './measure-line.tsx'
import type { DraftProps } from './view.tsx'

interface MeasureFormProps extends DraftProps {
  readonly target: string
  readonly measure: DraftMeasure
}

/** The correction of one measure: its fields one click away, its parts, what the reader had read. */
export function MeasureForm({ view, draft, target, measure, refused }: MeasureFormProps) {
  const { t, address } = view
  const { index, dropped, corrected } = measure
  const action = to(address, `/drafts/${draft.id}/targets/${target}/${index}`)
  const form = `${target}-${index}`
  if (dropped)
    return (
      <form class="acts small" method="post" action={action}>
        <span class="gone" lang="vi">
          {measure.measure.name}
        </span>
        <input type="hidden" name="act" value="restore" />
        <button class="plain" type="submit">
          {t('web.draft.restore')}
        </button>
      </form>
    )
  const read = corrected ? draft.state.reading.targets.find(each => each.id === target)?.measures[index] : undefined
  return (
    <details open={refused !== null}>
      <summary>
        {t('web.draft.correct')} <span lang="vi">{shortened(measure.measure.name)}</span>
      </summary>
      {read && (
        <p class="small">
          {t('web.draft.was-read')} <MeasureLine view={view} measure={read} />
        </p>
      )}
      <form method="post" action={action}>
        <MeasureFields view={view} form={form} measure={measure.measure} refused={refused} />
        <div class="acts">
          <button type="submit" name="act" value="save">
            {t('web.draft.save')}
          </button>
          <button class="plain" type="submit" name="act" value="drop">
            {t('web.draft.drop')}
          </button>
        </div>
      </form>
      <form method="post" action={action} class="draft-parts">
        <Area
          view={view}
          form={form}
          name="parts"
          label={t('web.draft.parts')}
          value={partsOfName(measure.measure.name).join('\n')}
          refused={refused}
          rows={3}
        />
        <button type="submit" name="act" value="split">
          {t('web.draft.split')}
        </button>
      </form>
    </details>
  )
}

const LONGEST = 60
const shortened = (name: string): string => (name.length <= LONGEST ? name : `${name.slice(0, LONGEST)}…`)

interface FieldsProps extends Pick<DraftProps, 'view' | 'refused'> {
  readonly form: string
  readonly measure: ReadMeasure
}

function MeasureFields({ view, form, measure, refused }: FieldsProps) {
  const { t, language } = view
  const shared = { view, form, refused }
  const number = (value: Decimal | null) => (value ? typeDecimal(value, language) : '')
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
        <label class="ticked">
          <input type="checkbox" name="part" value="1" checked={measure.part} /> {t('web.draft.part')}
        </label>
      </div>
    </div>
  )
}
