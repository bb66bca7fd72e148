import { showDay, showRange } from '../../measure/show.ts'
import type { Plan } from '../../plan/plan.ts'
import { nameIn, type View } from '../frame/view.ts'

/** Who decided on a plan, its term, and when. */
export const factsIn = ({ issuer, term, adopted }: Plan, { t, language }: View): string =>
  [
    issuer && nameIn(issuer, language),
    t('web.score.term', { years: showRange(term.from, term.to) }),
    adopted && t('web.score.adopted', { day: showDay(adopted, language) }),
  ]
    .filter(fact => fact !== null)
    .join(' · ')
