import { approximate } from '../../measure/decimal.ts'
import { scanNumbers } from '../numbers/scan.ts'
import { withTwoDigits } from '../numbers/two-digits.ts'
import { unitAfter, type UnitAfter } from '../numbers/unit-after.ts'
import type { ReadMeasure, YearSpan } from '../result.ts'
import { viewOf } from '../words/view.ts'
import { WHOLE_TERM } from '../words/years.ts'
import type { Times } from './clause.ts'
import type { Column } from './columns.ts'
import { directionOf } from './direction.ts'
import type { RowCell } from './grid.ts'
import { quantitiesOf } from './quantity.ts'
import { defaultUnit, expanded, withRate } from './row-unit.ts'
import { shapeOf } from './shape.ts'

/** What a row says of itself: its whole name, its own words of it, its unit as printed, and the name of the row that it belongs to. */
export interface RowWords {
  readonly name: string
  readonly own: string
  readonly unit: string
  readonly parent: string | null
}

/** The measures of a row: one for each column of targets that holds a quantity. */
export function measuresOfRow(
  row: readonly RowCell[],
  columns: readonly Column[],
  { name, own, unit: rowUnit, parent }: RowWords,
  times: Times,
): ReadMeasure[] {
  return row.flatMap(cell => {
    const column = columns[cell.column]
    if (column?.kind !== 'target') return []
    const quantity = quantitiesOf(cell.view, withTwoDigits(cell.view, scanNumbers(cell.view)))[0]
    if (!quantity) return []
    // The whole of a composition is no promise.
    if (
      /^cơ cấu/i.test(own) &&
      quantity.token.high === null &&
      quantity.token.low &&
      approximate(quantity.token.low) === 100
    )
      return []
    const printed = quantity.unit.kind === 'none' ? '' : quantity.unit.unit
    const rate = column.mean && column.unit === '%' ? '%' : ''
    const unit = [printed, rate, rowUnit, column.unit ?? ''].find(words => words !== '') ?? defaultUnit(name)
    const asUnit: UnitAfter = unitAfter(viewOf(` ${unit}`), 0)
    const grows = column.mean && asUnit.kind === 'percent' && !/^%|^‰/.test(rowUnit) && rowUnit !== ''
    const measured = grows ? `tốc độ tăng ${name}` : growthOf(name, parent)
    const running = runningSpan(column, columns, times, measured, unit)
    const span = running ?? column.years ?? times.years ?? times.term
    const dueInName = /(?:đến|tới|vào)(?: hết| cuối)?(?: năm)? (\d{4})/.exec(viewOf(own).low)
    const time = running ? 'span' : dueInName ? 'point' : column.time
    const low = viewOf(name).low
    const typed = shapeOf({
      before: column.mean && !WHOLE_TERM.test(low) ? `${low} bình quân ` : `${low} `,
      name: measured,
      after: cell.view.low.slice(quantity.to),
      unit: asUnit.kind === 'none' ? quantity.unit : asUnit,
      time,
      due: column.time === 'point',
      long: false,
      single: span !== null && span.to === span.from,
      until: false,
      below: quantity.bound.bound.kind === 'lessThan',
      ownYears: time === 'span' || (column.years !== null && !dueInName),
    })
    const bound = quantity.bound.bound
    const part = /cơ cấu/i.test(name) && asUnit.kind === 'percent'
    const spans = typed.shape !== 'level' && typed.shape !== 'growth' && typed.shape !== 'milestone'
    const measure: ReadMeasure = {
      ...cell.view.span(quantity.from, quantity.to),
      name,
      shape: typed.shape,
      when: span ? (spans ? span : { from: span.to, to: span.to }) : null,
      bound,
      unit: withRate(expanded(unit), own),
      direction: directionOf(name, bound.kind, typed.change, part),
      change: typed.change,
      basis: typed.basis,
      base: null,
      indicators: 1,
      mean: typed.mean,
      part,
    }
    return [measure]
  })
}

/**
 * A mean growth "đến năm 2030" runs over the years since the column before it ("Hiện trạng năm 2020", "Đến năm 2025"), or
 * over the plan's; null where the column's own years hold.
 */
function runningSpan(
  column: Column & { kind: 'target' },
  columns: readonly Column[],
  { term }: Times,
  name: string,
  unit: string,
): YearSpan | null {
  const mean =
    /tốc độ|tăng trưởng|^(?:mức |tỷ lệ )?(?:tăng|giảm) /i.test(name) &&
    (/bình quân/i.test(name) || /\/\s?năm$/.test(unit))
  const { years } = column
  if (!column.due || !mean || !years) return null
  const earlier = columns.flatMap(each =>
    (each.kind === 'past' || (each.kind === 'target' && each.due)) && each.years && each.years.to < years.to
      ? [each.years.to + 1]
      : [],
  )
  const from = earlier.length > 0 ? Math.max(...earlier) : term?.from
  return from !== undefined && from < years.to ? { from, to: years.to } : null
}

/** A sub-row measures what its parent measures: "Khu vực dịch vụ" under "Tốc độ tăng trưởng GRDP" is a growth. */
const growthOf = (name: string, parent: string | null) => (parent ? `${parent} ${name}` : name)
