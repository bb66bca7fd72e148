import { DIRECTIONS, OVER_AREAS, OVER_TIME } from '../../measure/aggregation.ts'
import { FREQUENCIES } from '../../measure/period.ts'
import { here } from '../frame/address.ts'
import { Area, Choice, Field, type Refused } from '../frame/field.tsx'
import { nameIn } from '../frame/view.ts'
import { dimensionLines, methodLines } from './fields.ts'
import type { IndicatorProps } from './indicator.tsx'

/** Every field of an indicator; what is wrong is said at its field, in a formula at its place. */
export function IndicatorForm({ view, found, codes, organisations, refused }: IndicatorProps) {
  const { t, address, language } = view
  const indicator = found?.indicator
  const shared = { view, form: 'indicator', refused }
  const others = codes
    .filter(each => each.code !== indicator?.code)
    .map(each => [each.code, nameIn(each.name, language)] as const)
  const none = ['', t('web.draft.none')] as const
  const elsewhere = (refused?.messages ?? []).filter(each => !FIELDS.has(each.column ?? ''))
  return (
    <form method="post" action={here(address, {})} data-busy={t('web.indicators.busy')}>
      {elsewhere.length > 0 && (
        <p class="wrong" role="alert">
          {t('web.indicators.elsewhere', { fields: elsewhere.map(each => each.column ?? '').join(', ') })}
        </p>
      )}
      <div class="fields">
        {!found && <Field {...shared} name="code" label={t('web.indicators.code')} value="" />}
        <Field {...shared} name="name" label={t('web.indicators.name-vi')} value={indicator?.name.vi ?? ''} wide />
        <Field {...shared} name="name-en" label={t('web.indicators.name-en')} value={indicator?.name.en ?? ''} wide />
        <Area
          {...shared}
          name="definition"
          label={t('web.indicators.definition')}
          value={indicator?.definition?.vi ?? ''}
          rows={3}
        />
        <Area
          {...shared}
          name="definition-en"
          label={t('web.indicators.definition-en')}
          value={indicator?.definition?.en ?? ''}
          rows={2}
        />
        <Field {...shared} name="unit" label={t('web.indicators.unit')} value={indicator?.unit ?? ''} />
        <Field
          {...shared}
          name="decimals"
          label={t('web.indicators.decimals')}
          value={String(indicator?.decimals ?? 0)}
          numeric
        />
        <Choice
          {...shared}
          name="direction"
          label={t('web.indicators.direction')}
          value={indicator?.direction ?? 'up'}
          choices={DIRECTIONS.map(each => [each, t(`web.direction.${each}`)] as const)}
        />
        <Choice
          {...shared}
          name="frequency"
          label={t('web.indicators.frequency')}
          value={indicator?.frequency ?? 'A'}
          choices={FREQUENCIES.map(each => [each, t(`web.frequency.${each}`)] as const)}
        />
        <Choice
          {...shared}
          name="overTime"
          label={t('web.indicators.over-time')}
          value={indicator?.overTime ?? 'last'}
          choices={OVER_TIME.map(each => [each, t(`web.over-time.${each}`)] as const)}
        />
        <Choice
          {...shared}
          name="overAreas"
          label={t('web.indicators.over-areas')}
          value={indicator?.overAreas ?? 'sum'}
          choices={OVER_AREAS.map(each => [each, t(`web.over-areas.${each}`)] as const)}
        />
        <Choice
          {...shared}
          name="weight"
          label={t('web.indicators.weight')}
          value={indicator?.weight ?? ''}
          choices={[none, ...others]}
        />
        <Choice
          {...shared}
          name="numerator"
          label={t('web.indicators.numerator')}
          value={indicator?.ratio?.numerator ?? ''}
          choices={[none, ...others]}
        />
        <Choice
          {...shared}
          name="denominator"
          label={t('web.indicators.denominator')}
          value={indicator?.ratio?.denominator ?? ''}
          choices={[none, ...others]}
        />
        <Choice
          {...shared}
          name="responsible"
          label={t('web.indicators.responsible')}
          value={indicator?.responsible ?? ''}
          choices={[none, ...organisations.map(each => [each.id, each.name] as const)]}
        />
        <div>
          <label class="ticked">
            <input type="checkbox" name="nonNegative" value="1" checked={indicator?.nonNegative === true} />{' '}
            {t('web.indicators.non-negative')}
          </label>
        </div>
        <Field
          {...shared}
          name="formula"
          label={t('web.indicators.formula-form')}
          value={indicator?.formula ?? ''}
          wide
        />
        <FormulaFaults refused={refused} />
        <Area
          {...shared}
          name="dimensions"
          label={t('web.indicators.dimensions-form')}
          value={dimensionLines(indicator?.dimensions ?? [])}
          rows={2}
        />
        <Area
          {...shared}
          name="methods"
          label={t('web.indicators.methods-form')}
          value={methodLines(indicator?.methods ?? [])}
          rows={2}
        />
        <Area
          {...shared}
          name="sources"
          label={t('web.indicators.sources-form')}
          value={(indicator?.sources ?? []).join('\n')}
          rows={2}
        />
      </div>
      <button class="main" type="submit">
        {t(found ? 'web.indicators.save-version' : 'web.indicators.save')}
      </button>
    </form>
  )
}

const FIELDS = new Set([
  'code', 'name', 'definition', 'unit', 'decimals', 'direction', 'frequency', 'overTime', 'overAreas', 'weight',
  'numerator', 'denominator', 'responsible', 'formula', 'dimensions', 'methods', 'sources', 'nonNegative',
]) // prettier-ignore

/** The formula as it was typed, with the place of each fault marked. */
function FormulaFaults({ refused }: { readonly refused: Refused | null }) {
  const text = (refused?.fields['formula'] ?? '').normalize('NFC').trim()
  const places = (refused?.messages ?? []).filter(each => each.column === 'formula' && each.end !== undefined)
  if (places.length === 0) return null
  return (
    <div class="wide formula">
      {places.map(({ start = 0, end = 0 }) => (
        <code>
          {text.slice(0, start)}
          <mark>{text.slice(start, end) || ' '}</mark>
          {text.slice(end)}
        </code>
      ))}
    </div>
  )
}
