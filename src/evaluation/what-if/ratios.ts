import { factorOf } from '../../cube/computed.ts'
import { addRatio, divideRatio, multiplyRatio, subtractRatio, type Ratio } from '../../measure/ratio.ts'
import { computedAs, type Observation } from '../../plan/observation.ts'
import type { Indicator } from '../../plan/plan.ts'
import { goneOn, type Added } from './add-up.ts'
import { looking, readingOf, type Ground } from './ground.ts'
import { ADDED_SOURCE, figureKey, LAYER_SOURCE, RATIO_SOURCE, simulatedAs, type Figures } from './simulated.ts'

/**
 * What a layer makes of a ratio of sums by setting what it is a ratio of: it moves by the change of the quotient; where it is not known
 * itself, it is the quotient. The figures join `figures`, the ratio's own; where some of these are supposed by hand, only the
 * areas of which a part is supposed by hand too are moved, and the areas above by all of them together. `supposed`: of all
 * indicators. Returns what moved because areas within did.
 */
export function moveRatios(
  ground: Ground,
  indicator: Indicator,
  figures: Map<string, Observation>,
  supposed: Figures,
): readonly Added[] {
  const two = indicator.overAreas === 'ratioOfSums' && indicator.formula === undefined ? indicator.ratio : undefined
  const indicators = new Map(ground.plan.indicators.map(each => [each.code, each]))
  const [top, bottom] = [indicators.get(two?.numerator ?? ''), indicators.get(two?.denominator ?? '')]
  const factor = top && bottom ? factorOf(indicator, indicators) : null
  if (!top || !bottom || !factor) return []
  const byHand = figures.size > 0
  const added: Added[] = []
  for (const part of supposed.values()) {
    if (part.indicator !== top.code && part.indicator !== bottom.code) continue
    if (byHand && part.source !== LAYER_SOURCE) continue
    const { area, period } = part
    const key = figureKey({ indicator: indicator.code, area, period })
    if (figures.has(key)) continue
    const look = (of: Indicator, layer: Figures | null) =>
      goneOn(of, looking(ground, of, area, layer), period)?.value ?? null
    const quotient = (layer: Figures | null): Ratio | null => {
      const [over, under] = [look(top, layer), look(bottom, layer)]
      return over && under && under.num !== 0n ? multiplyRatio(factor, divideRatio(over, under)) : null
    }
    const parts = [top, bottom].flatMap(of => supposed.get(figureKey({ indicator: of.code, area, period })) ?? [])
    const [is, was, own] = [quotient(supposed), quotient(null), look(indicator, null)]
    if (!is) continue
    const value = own && was ? addRatio(own, subtractRatio(is, was)) : is
    const method = readingOf(ground, indicator, area).method ?? parts[0]?.method ?? ''
    const source = parts.some(each => each.source === LAYER_SOURCE) ? RATIO_SOURCE : ADDED_SOURCE
    figures.set(key, simulatedAs(indicator, { area, period, method, source }, computedAs(value, indicator.decimals)))
    if (source === ADDED_SOURCE) added.push({ indicator, area, period, before: own, value })
  }
  return added
}
