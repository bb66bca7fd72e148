import { periodCode, type Period } from '../measure/period.ts'
import type { Ratio } from '../measure/ratio.ts'
import type { Chosen, Known } from './choice.ts'
import type { FigureRef, Param, Reason } from './judgement.ts'
import { ofRatio, shownQuantity, type Quantity } from './quantity.ts'
import type { ReasonCode } from './reason-code.ts'
import type { NameOf } from './series.ts'

export const because = (code: ReasonCode, values: Readonly<Record<string, Param>> = {}): Reason => ({ code, values })

/** A value for show: exact where it is short enough, else rounded to `decimals` and marked as such. */
export function amount(q: Quantity, unit: string | null, decimals: number): Param {
  const shown = shownQuantity(q, decimals)
  return shown ? { kind: 'amount', unit, ...shown } : { kind: 'word', code: 'evaluation.word.noRoot' }
}

export const amountOf = (value: Ratio, unit: string | null, decimals: number): Param =>
  amount(ofRatio(value), unit, decimals)

/** An area by its name, where somebody knows it. */
export const inArea = (id: string, nameOf?: NameOf): Param => ({ kind: 'area', area: named(id, nameOf) })
export const inAreas = (ids: readonly string[], nameOf?: NameOf): Param => ({
  kind: 'areas',
  areas: ids.map(id => named(id, nameOf)),
})
const named = (id: string, nameOf?: NameOf) => ({ id, name: nameOf?.(id) ?? null })

export const inPeriod = (period: Period): Param => ({ kind: 'period', period })
export const inPeriods = (periods: readonly Period[]): Param => ({ kind: 'periods', periods })

export const refOf = ({ indicator, method, period, source, status, log, value }: Known): FigureRef => ({
  indicator,
  method,
  period,
  source,
  status,
  log,
  value,
})

export const figureParam = (figure: Known, unit: string): Param => ({ kind: 'figure', figure: refOf(figure), unit })

/** Where a period's chosen figure stands against other sources that say something else. */
export const differences = (chosen: readonly Chosen[], unit: string): readonly Reason[] =>
  [...new Map(chosen.map(c => [periodCode(c.figure.period) + c.figure.method, c])).values()].flatMap(c =>
    c.differing.map(other =>
      because('evaluation.sources-differ', {
        period: inPeriod(c.figure.period),
        taken: figureParam(c.figure, unit),
        other: figureParam(other, unit),
      }),
    ),
  )
