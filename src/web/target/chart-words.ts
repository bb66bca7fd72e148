import type { ChartWords } from '../../chart/target-chart.ts'
import { boundInWords, quantityIn, unitIn } from '../frame/figures.ts'
import { withUnit } from '../../measure/show-unit.ts'
import type { View } from '../frame/view.ts'
import type { Row } from '../scoreboard/load.ts'
import { inWords } from '../scoreboard/picture-words.ts'

/** What the chart of a row says in words. */
export function chartWords(view: View, row: Row): ChartWords {
  const { t, language } = view
  const { course, judgement, measure } = row
  const [title, description] = inWords(view, row)
  const bound = measure.bound ? boundInWords(measure.bound, measure.unit, language) : ''
  const projected = judgement.projected && quantityIn(judgement.projected.value, judgement.decimals, language)
  return {
    language,
    title,
    description,
    bound: t('web.target.chart-bound', { bound }),
    projection: projected
      ? t('web.target.chart-projection', { value: withUnit(projected, unitIn(measure.unit, language)) })
      : '',
    unit: unitIn(course?.unit ?? measure.unit, language),
    today: t('web.target.chart-today'),
    decimals: judgement.decimals,
  }
}
