import type { Insight } from '../../evaluation/insight.ts'
import { sentencesOf } from '../../evaluation/sentence.ts'
import { quantityIn, ratioIn } from '../frame/figures.ts'
import { nameIn, type View } from '../frame/view.ts'
import type { MeasureFigures } from './load.ts'
import type { Plan } from '../../plan/plan.ts'

interface BeyondProps {
  readonly view: View
  readonly plan: Plan
  readonly measure: MeasureFigures
}

/** Beside the judgement: where named methods lead, what is still needed against the best that was made, another method. */
export function Beyond({ view, plan, measure: { insights, ambitions } }: BeyondProps) {
  const { t, language } = view
  const several = insights.length > 1
  const nameOf = (code: string) => {
    const indicator = plan.indicators.find(each => each.code === code)
    return indicator ? nameIn(indicator.name, language) : code
  }
  return (
    <>
      {insights.map(each => (
        <>
          {several && (each.outlook ?? each.need) && <h3>{nameOf(each.indicator)}</h3>}
          {each.need && (
            <>
              <h3>{t('web.target.still')}</h3>
              <p>{sentencesOf(each.need.explanation, language)}</p>
            </>
          )}
          {each.outlook && (
            <details>
              <summary>{t('web.target.outlook')}</summary>
              <p>{sentencesOf(each.outlook.explanation, language)}</p>
            </details>
          )}
          {each.growthRatio && <GrowthRatioPart view={view} insight={each} />}
        </>
      ))}
      {ambitions.length > 0 && (
        <details>
          <summary>{t('web.target.ambition')}</summary>
          {ambitions.map(({ explanation }) => (
            <p>{sentencesOf(explanation, language)}</p>
          ))}
        </details>
      )}
    </>
  )
}

/** Observed against required growth, for comparison: no status rests on it. */
function GrowthRatioPart({
  view,
  insight: { growthRatio, decimals },
}: {
  readonly view: View
  readonly insight: Insight
}) {
  const { t, language } = view
  if (!growthRatio) return null
  const { observed, required, ratio, word, replaced } = growthRatio
  const digits = Math.max(2, decimals)
  const facts: readonly (readonly [string, string | null])[] = [
    [t('web.growth.observed'), observed && quantityIn(observed, digits, language)],
    [t('web.growth.required'), required && quantityIn(required, digits, language)],
    [t('web.growth.ratio'), ratio && ratioIn(ratio, 2, language)],
    [t('web.growth.word'), t(`web.growth.${word}`)],
  ]
  return (
    <details>
      <summary>{t('web.growth.title')}</summary>
      <p>{t('web.growth.about')}</p>
      <dl class="facts">
        {facts.map(([head, text]) => (
          <>
            <dt>{head}</dt>
            <dd>{text ?? '–'}</dd>
          </>
        ))}
      </dl>
      {replaced.length > 0 && <p class="small">{t('web.growth.replaced')}</p>}
    </details>
  )
}
