import type { Row } from './load.ts'
import { boundInWords, periodInBrief, quantityIn, ratioIn, unitIn } from '../frame/figures.ts'
import { nameIn, type View } from '../frame/view.ts'

/** The name of a row's picture and what it shows, for a reader who does not see it. */
export function inWords({ t, language }: View, { course, measure, judgement, indicator }: Row): [string, string] {
  if (!course) return [nameIn(measure.name, language), '']
  const decimals = judgement.decimals || (indicator?.decimals ?? 0)
  const marks =
    course.start && !course.figures.some(f => f.at === course.start?.at)
      ? [course.start, ...course.figures]
      : course.figures
  const unit = course.unit === measure.unit ? '' : ` ${unitIn(course.unit, language)}`
  const figures = marks.map(m => `${periodInBrief(m.period, language)}: ${ratioIn(m.exact, decimals, language)}${unit}`)
  const projected = judgement.projected && quantityIn(judgement.projected.value, decimals, language)
  const bound = measure.bound ? boundInWords(measure.bound, measure.unit, language) : ''
  return [
    figures.length > 0
      ? t('web.picture.title', { figures: figures.join('; '), bound })
      : t('web.picture.empty', { bound }),
    [
      judgement.required && `${t('web.target.required')}: ${ratioIn(judgement.required, decimals, language)}.`,
      projected && `${t('web.target.projected')}: ${projected}.`,
    ]
      .filter(part => part !== null && part !== '')
      .join(' '),
  ]
}
