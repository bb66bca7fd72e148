import { writeXlsx, type Cell } from 'hucre/xlsx'
import { approximate, decimalText } from '../../measure/decimal.ts'
import { isAbsent } from '../../measure/absence.ts'
import type { Indicator } from '../../plan/plan.ts'
import { figureCells, LONG_COLUMNS } from '../figures.ts'
import type { ReadFigure } from '../figure-rows.ts'
import { columnLetter, shownDigits } from '../sheet.ts'

const VALUE = LONG_COLUMNS.indexOf('value')
const WIDTHS: Readonly<Record<string, number>> = { indicator: 24, area: 12, value: 16, note: 40, unit: 18, source: 18 }

/**
 * Figures as a workbook that can be imported again exactly: the long form, its head frozen, values as numbers with the
 * decimals of their indicator. Text is typed as text, so nothing of it is ever run; a number of more digits than a
 * spreadsheet keeps is written as text.
 */
export function writeExcel(
  figures: readonly ReadFigure[],
  indicators: readonly Indicator[],
  made: Date,
): Promise<Uint8Array> {
  const byCode = new Map(indicators.map(indicator => [indicator.code, indicator]))
  const cells = new Map<string, Partial<Cell>>(
    LONG_COLUMNS.map((name, c) => [`0,${c}`, { value: name, style: { font: { bold: true } } }]),
  )
  const rows = figures.map((figure, i) => {
    const indicator = byCode.get(figure.indicator)
    const row: (string | number)[] = [...figureCells(figure, indicator?.unit ?? '')]
    if (isAbsent(figure.value)) return row
    const near = approximate(figure.value)
    const kept = shownDigits(near)
    if (!kept || decimalText(kept) !== decimalText(figure.value)) return row
    row[VALUE] = near
    const decimals = indicator?.decimals ?? figure.value.scale
    const numFmt = decimals > 0 ? `#,##0.${'0'.repeat(decimals)}` : '#,##0'
    cells.set(`${i + 1},${VALUE}`, { value: near, style: { numFmt } })
    return row
  })
  return writeXlsx({
    properties: { created: made, modified: made },
    sheets: [
      {
        name: 'figures',
        columns: LONG_COLUMNS.map(name => ({ width: WIDTHS[name] ?? 14 })),
        rows: [[...LONG_COLUMNS], ...rows],
        cells,
        freezePane: { rows: 1 },
        autoFilter: { range: `A1:${columnLetter(LONG_COLUMNS.length - 1)}${rows.length + 1}` },
      },
    ],
  })
}
