import { multiplyRatio, type Ratio } from '../../measure/ratio.ts'
import type { Reason } from '../judgement.ts'
import { HUNDRED, ofRatio } from '../quantity.ts'
import { amount, amountOf, because, inPeriod } from '../reason.ts'
import type { ReasonCode } from '../reason-code.ts'
import { said } from '../said.ts'
import type { Task } from '../task.ts'
import type { Outlook } from './outlook.ts'

const word = (code: ReasonCode) => ({ kind: 'word', code }) as const
const count = (n: number) => ({ kind: 'count', count: n }) as const
const percentage = (share: Ratio) => amountOf(multiplyRatio(share, HUNDRED), '%', 0)

/** Which method is taken and why, what it expects, how far it may err, and what the others say. */
export function outlookReasons(task: Task, outlook: Omit<Outlook, 'explanation'>): readonly Reason[] {
  const { methods, chosen, compared, errorUnit, period } = outlook
  const taken = methods.find(m => m.method === chosen)
  if (!taken) return []
  const name = (method: typeof chosen) => word(`evaluation.method.${method}`)
  const reasons: Reason[] = []
  const { backTest, interval } = taken
  if (compared === 0)
    reasons.push(
      because(methods.length > 1 ? 'evaluation.method-few-trials' : 'evaluation.method-few-figures', {
        count: count(outlook.known),
        method: name(chosen),
      }),
    )
  else if (backTest)
    reasons.push(
      because('evaluation.method-best', {
        count: count(compared),
        methods: count(methods.length),
        method: name(chosen),
      }),
    )
  reasons.push(
    because(taken.reaches ? 'evaluation.method-reaches' : 'evaluation.method-falls-short', {
      method: name(chosen),
      period: inPeriod(period),
      value: said(task, taken.value),
    }),
  )
  if (backTest)
    reasons.push(
      because(backTest.mase ? 'evaluation.method-error-against-naive' : 'evaluation.method-error', {
        count: count(backTest.trials),
        error: amountOf(backTest.mae, errorUnit, Math.max(task.decimals, task.indicator.decimals)),
        ...(backTest.mase ? { scaled: amount(ofRatio(backTest.mase), null, 2) } : {}),
      }),
    )
  if (interval)
    reasons.push(
      because('evaluation.method-interval', {
        low: said(task, interval.low),
        high: said(task, interval.high),
        count: count(interval.errors),
        coverage: percentage(interval.coverage),
      }),
    )
  for (const other of methods)
    if (other.method !== chosen)
      reasons.push(
        because(other.reaches ? 'evaluation.method-other-reaches' : 'evaluation.method-other-falls-short', {
          method: name(other.method),
          value: said(task, other.value),
        }),
      )
  return reasons
}
