import type { Message } from '../messages/message.ts'
import { fromDecimal, addRatio, compareRatio, subtractRatio, type Ratio } from './ratio.ts'
import type { Decimal } from './decimal.ts'
import { convert, isMessage, parseUnit, type Unit } from './unit.ts'
import type { MULTIPLIERS, UNIT_NAMES } from './unit-names.ts'

declare const DIMENSION: unique symbol

/**
 * An exact amount with its unit. `D` is what it measures, where the program knows ("đồng", "m²"): then adding unlike
 * amounts does not compile. Where it does not know (`string`), the same sum gives a message instead of an amount.
 */
export interface Quantity<D extends string = string> {
  readonly value: Ratio
  readonly unit: Unit
  /** Only for the compiler; never there. */
  readonly [DIMENSION]?: D
}

type Names = typeof UNIT_NAMES
type Named<T extends string> = T extends keyof Names ? Names[T]['of'] : T
type Bare<T extends string> = T extends `${keyof typeof MULTIPLIERS} ${infer Rest}` ? Bare<Rest> : T

/** What a unit measures, from its writing: "nghìn tỷ đồng" → "đồng", "ha" → "m²"; a text unknown until it runs stays `string`. */
export type DimensionOf<T extends string> = string extends T ? string : Named<Bare<T>>

/** An amount in a unit; throws on a text that is no unit, so it is for the program's own literals. */
export function quantity<const T extends string>(value: Decimal, unit: T): Quantity<DimensionOf<T>> {
  const parsed = parseUnit(unit)
  if (!parsed) throw new RangeError(`not a unit of measure: "${unit}"`)
  return { value: fromDecimal(value), unit: parsed }
}

/** An amount whose unit came from a file. */
export const quantityOf = (value: Ratio, unit: Unit): Quantity => ({ value, unit })

/** An amount, and a message as well where the compiler cannot know that the units are alike. */
export type Sum<D extends string> = string extends D ? Quantity | Message : Quantity<D>

/** The sum, in the unit of the first. */
export const addQuantities = <D extends string>(a: Quantity<D>, b: Quantity<NoInfer<D>>): Sum<D> =>
  combined(a, b, addRatio) as Sum<D>

/** The difference, in the unit of the first. */
export const subtractQuantities = <D extends string>(a: Quantity<D>, b: Quantity<NoInfer<D>>): Sum<D> =>
  combined(a, b, subtractRatio) as Sum<D>

function combined(a: Quantity, b: Quantity, by: (x: Ratio, y: Ratio) => Ratio): Quantity | Message {
  const other = convert(b.value, b.unit, a.unit)
  return isMessage(other) ? other : { value: by(a.value, other), unit: a.unit }
}

/** -1, 0 or 1 whatever units they are written in; a message where they measure different things. */
export function compareQuantities<D extends string>(
  a: Quantity<D>,
  b: Quantity<NoInfer<D>>,
): (string extends D ? Message : never) | -1 | 0 | 1 {
  const other = convert(b.value, b.unit, a.unit)
  type Result = ReturnType<typeof compareQuantities<D>>
  return (isMessage(other) ? other : compareRatio(a.value, other)) as Result
}

/** The same amount in another unit. */
export function quantityIn(a: Quantity, unit: Unit): Quantity | Message {
  const value = convert(a.value, a.unit, unit)
  return isMessage(value) ? value : { value, unit }
}
