import { boundOf } from '../../measure/bound.ts'
import { compare, type Decimal } from '../../measure/decimal.ts'
import { parseUnit, sameUnit } from '../../measure/unit.ts'
import type { ReadBound, ReadMeasure } from '../../reading/result.ts'

/**
 * Measures that were read apart as one: the first one's words and shape with the bound that spans them all ("55" and "60"
 * become 55 – 60; "at least 55" and "at most 60" the same). Null where their units differ.
 */
export function combined(measures: readonly ReadMeasure[]): ReadMeasure | null {
  const [first, ...others] = measures
  if (!first) return null
  const unit = parseUnit(first.unit)
  const alike = (each: ReadMeasure) => {
    const own = parseUnit(each.unit)
    return own && unit ? sameUnit(own, unit) : each.unit === first.unit
  }
  if (!others.every(alike)) return null
  return {
    ...first,
    bound: spanning(measures.map(each => each.bound)),
    start: Math.min(...measures.map(each => each.start)),
    end: Math.max(...measures.map(each => each.end)),
  }
}

function spanning(bounds: readonly ReadBound[]): ReadBound {
  const [first] = bounds
  const lows = bounds.flatMap(each => each.low ?? [])
  const highs = bounds.flatMap(each => each.high ?? [])
  const low = lows.reduce<Decimal | null>((least, each) => (least && compare(least, each) <= 0 ? least : each), null)
  const high = highs.reduce<Decimal | null>((most, each) => (most && compare(most, each) >= 0 ? most : each), null)
  const kind = first?.kind ?? 'exactly'
  if (bounds.every(each => each.kind === kind) && boundOf(kind, low, high)) return { kind, low, high }
  return low && high ? { kind: 'between', low, high } : { kind, low, high }
}

/** A compound thing as its parts, for a person to look over: "Tỷ lệ A và B" → "Tỷ lệ A", "B". */
export const partsOfName = (name: string): readonly string[] =>
  name
    .split(/\s*(?:;|,(?!\d)|\s(?:và|cùng với|cũng như)\s)\s*/u)
    .map(part => part.trim())
    .filter(part => part !== '')
