import { describe, expect, expectTypeOf, test } from 'vitest'
import { say } from '../../src/messages/catalogue.ts'
import { dec } from '../../src/measure/decimal.ts'
import {
  addQuantities,
  compareQuantities,
  quantity,
  quantityIn,
  quantityOf,
  subtractQuantities,
  type DimensionOf,
  type Quantity,
} from '../../src/measure/quantity.ts'
import { ratio } from '../../src/measure/ratio.ts'
import { isMessage, parseUnit, type Unit } from '../../src/measure/unit.ts'

const unit = (text: string): Unit => {
  const found = parseUnit(text)
  if (!found) throw new Error(`no unit: ${text}`)
  return found
}

const fromFile = (value: bigint, text: string): Quantity => quantityOf(ratio(value), unit(text))

describe('where the program knows the units', () => {
  test('like amounts add, in the unit of the first', () => {
    const total = addQuantities(quantity(dec('1.5'), 'nghìn tỷ đồng'), quantity(dec('250'), 'tỷ đồng'))
    expectTypeOf(total).toEqualTypeOf<Quantity<'đồng'>>()
    expect([total.value, total.unit.text]).toEqual([ratio(7n, 4n), 'nghìn tỷ đồng'])
    expect(subtractQuantities(quantity(dec('1'), 'km²'), quantity(dec('40'), 'ha')).value).toEqual(ratio(3n, 5n))
    expect(compareQuantities(quantity(dec('1000'), 'kg'), quantity(dec('1'), 'tấn'))).toBe(0)
  })

  test('unlike amounts do not compile, and are a message all the same', () => {
    // @ts-expect-error đồng and hectares
    const sum: object = addQuantities(quantity(dec('1'), 'tỷ đồng'), quantity(dec('1'), 'ha'))
    // @ts-expect-error percent and percentage points
    const points: object = subtractQuantities(quantity(dec('5'), '%'), quantity(dec('1'), 'điểm %'))
    // @ts-expect-error tonnes and đồng
    const order: unknown = compareQuantities(quantity(dec('1'), 'tấn'), quantity(dec('1'), 'triệu đồng'))
    // @ts-expect-error an amount from a file has no known unit
    addQuantities(quantity(dec('1'), 'tỷ đồng'), fromFile(1n, 'tỷ đồng'))
    expect([sum, points, order].map(result => (result as { rule: string }).rule)).toEqual(
      Array<string>(3).fill('measure.unlike-units'),
    )
  })

  test('the dimension is taken from the writing', () => {
    expectTypeOf<DimensionOf<'nghìn tỷ đồng'>>().toEqualTypeOf<'đồng'>()
    expectTypeOf<DimensionOf<'nghìn ha'>>().toEqualTypeOf<'m²'>()
    expectTypeOf<DimensionOf<'‰'>>().toEqualTypeOf<'%'>()
    expectTypeOf<DimensionOf<'điểm %'>>().toEqualTypeOf<'điểm %'>()
    expectTypeOf<DimensionOf<'nghìn lượt người'>>().toEqualTypeOf<'lượt người'>()
    expectTypeOf<DimensionOf<string>>().toEqualTypeOf<string>()
    expect(() => quantity(dec('1'), 'đồng/')).toThrow(RangeError)
  })
})

describe('where it does not', () => {
  test('like amounts add', () => {
    const total = addQuantities(fromFile(3n, 'nghìn lượt'), fromFile(500n, 'lượt'))
    expect(isMessage(total)).toBe(false)
    expect(total).toMatchObject({ value: ratio(7n, 2n) })
  })

  test('unlike amounts give a message that both languages can say', () => {
    const total = addQuantities(fromFile(3n, 'tỷ đồng'), fromFile(5n, 'ha'))
    if (!isMessage(total)) throw new Error('đồng and hectares were added')
    expect(total).toEqual({ rule: 'measure.unlike-units', severity: 'error', actual: 'ha', expected: 'tỷ đồng' })
    const { actual = '', expected = '' } = total
    expect(say(total.rule, 'vi', { actual, expected })).toContain('“ha” với “tỷ đồng”')
    expect(say(total.rule, 'en', { actual, expected })).toContain('“ha”')
    expect(compareQuantities(fromFile(3n, '%'), fromFile(3n, 'điểm %'))).toMatchObject({ rule: total.rule })
  })

  test('an amount in another unit', () => {
    expect(quantityIn(fromFile(250n, 'ha'), unit('km2'))).toMatchObject({ value: ratio(5n, 2n) })
    expect(quantityIn(fromFile(250n, 'ha'), unit('kg'))).toMatchObject({ actual: 'ha', expected: 'kg' })
  })
})
