import { derive } from '../../cube/derive.ts'
import { isAbsent } from '../../measure/absence.ts'
import { decimalText } from '../../measure/decimal.ts'
import { periodCode } from '../../measure/period.ts'
import { say } from '../../messages/catalogue.ts'
import type { Language } from '../../messages/message.ts'
import { arithmetic } from '../../plan/formula/explain.ts'
import type { Plan } from '../../plan/plan.ts'
import { observations } from '../../store/figures.ts'
import type { Store } from '../../store/open.ts'

/** A computed figure with its arithmetic in words, and the figures that it stands on. */
export interface Explained {
  readonly period: string
  /** Decimal text; null where it could not be computed, which `arithmetic` then says. */
  readonly value: string | null
  readonly arithmetic: string
  readonly inputs: readonly {
    readonly code: string
    readonly period: string
    readonly source: string
    readonly log: number
  }[]
}

/** How an indicator with a formula comes to its figures in an area, the oldest period first; none where it has no formula. */
export async function explainFigures(
  store: Store,
  tenant: string,
  plan: Plan,
  asked: {
    readonly indicator: string
    readonly area: string
    readonly period?: string | undefined
    readonly asOf?: number | null
  },
  language: Language,
): Promise<Explained[]> {
  const codes = plan.indicators.map(each => each.code)
  const known = await observations(store, tenant, {
    indicators: codes,
    areas: [asked.area],
    asOf: asked.asOf ?? null,
  })
  const { derived, missing } = derive(plan.indicators, known)
  const names = new Map(plan.indicators.map(each => [each.code, each.name.vi]))
  const why = ({ absent, because }: { readonly absent: string; readonly because?: string }) =>
    because === undefined ? `(${absent})` : `(${say(because, language)})`
  return [
    ...derived.map(({ figure, computed, inputs }) => ({ ...figure, computed, inputs })),
    ...missing.map(({ why: value, ...rest }) => ({ ...rest, value, inputs: [] })),
  ]
    .filter(
      each =>
        each.indicator === asked.indicator && (asked.period === undefined || asked.period === periodCode(each.period)),
    )
    .sort((a, b) => (a.period.start < b.period.start ? -1 : 1))
    .map(each => ({
      period: periodCode(each.period),
      value: isAbsent(each.value) ? null : decimalText(each.value),
      arithmetic: arithmetic(each.computed, language, code => names.get(code) ?? code, why),
      inputs: each.inputs.map(({ indicator: code, period, source, log }) => ({
        code,
        period: periodCode(period),
        source,
        log,
      })),
    }))
}
