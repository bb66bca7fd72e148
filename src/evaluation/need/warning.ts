import { compareRatio, ONE } from '../../measure/ratio.ts'
import type { Reason } from '../judgement.ts'
import { ofRatio } from '../quantity.ts'
import { amount, because } from '../reason.ts'
import type { Need } from './need.ts'

/** Why a measure is warned of, in one sentence: what every period needs beside the best that was ever made; null where it is there. */
export function warningOf({ reach, best, strain, explanation }: Need): Reason | null {
  if (reach === 'there') return null
  const values: Reason['values'] = Object.assign({}, ...explanation.map(reason => reason.values)) as Reason['values']
  const most = explanation.some(({ code }) => code === 'evaluation.need-each-most')
  if (!best) return because(most ? 'evaluation.warning-alone-most' : 'evaluation.warning-alone', values)
  if (!strain) return because(most ? 'evaluation.warning-never-most' : 'evaluation.warning-never', values)
  if (compareRatio(strain, ONE) <= 0)
    return because(most ? 'evaluation.warning-best-most' : 'evaluation.warning-best', values)
  const times = amount(ofRatio(strain), null, 2)
  return because(most ? 'evaluation.warning-times-most' : 'evaluation.warning-times', { ...values, times })
}
