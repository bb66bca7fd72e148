import { writeXlsx, type CellValue, type WriteSheet } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { takeTable, type TableOptions } from '../../src/desk/figures/take-table.ts'
import { inPieces } from '../../src/exchange/in-pieces.ts'
import { isAbsent } from '../../src/measure/absence.ts'
import { dec, decimalText } from '../../src/measure/decimal.ts'
import { periodCode, year } from '../../src/measure/period.ts'
import { say } from '../../src/messages/catalogue.ts'
import { observations } from '../../src/store/figures.ts'
import { importFigures } from '../../src/store/import-figures.ts'
import { ensureTenant } from '../../src/store/log.ts'
import { migrate } from '../../src/store/migrate.ts'
import { openStore, type Store } from '../../src/store/open.ts'
import { publishPlan } from '../../src/store/plans.ts'
import { examplePlan, TENANT } from '../web/site.ts'

const BY = { actor: 'test' }
const plan = examplePlan()
/** One that is not in %. */
const tourists = 'tourists'
let store: Store
beforeAll(async () => {
  store = openStore({ path: ':memory:' }, () => new Date('2026-02-01T09:00:00+07:00'))
  await migrate(store)
  await ensureTenant(store.db, TENANT, TENANT)
  await publishPlan(store, TENANT, plan, BY)
  const figure = (indicator: string, value: string) => ({
    indicator,
    method: '',
    area: plan.area,
    map: null,
    period: year(2022),
    breakdown: {},
    source: '',
    value: dec(value),
    status: 'official' as const,
    note: '',
  })
  const known = [figure(percent(0), '63.5'), figure(percent(1), '95'), figure(tourists, '3100000')]
  await importFigures(store, TENANT, known, { ...BY, subject: 'before.csv' })
})
afterAll(() => store.close())

/** The example's indicators in %, by their place in it. */
function percent(i: number): string {
  const found = plan.indicators.filter(each => each.unit === '%' && each.decimals >= 1)[i]
  if (!found) throw new Error('the example has indicators in %')
  return found.code
}
const nameOf = (code: string): string => plan.indicators.find(each => each.code === code)?.name.vi ?? ''

const form = (rows: readonly (readonly CellValue[])[], more: Partial<WriteSheet> = {}) =>
  writeXlsx({ sheets: [{ name: 'Biểu 1', rows: rows.map(row => [...row]), ...more }] })
const take = async (bytes: Uint8Array, options: Partial<TableOptions> = {}, name = 'bieu.xlsx') =>
  takeTable(
    { store, tenant: TENANT, by: BY },
    plan,
    inPieces({ name, bytes }, () => Promise.resolve()),
    {
      locale: 'plain',
      look: true,
      ...options,
    },
  )
const rules = ({ messages }: { readonly messages: readonly { readonly rule: string }[] }) =>
  messages.map(each => each.rule)
const valueOf = async (code: string, at: number) => {
  const found = (await observations(store, TENANT, { indicators: [code] })).find(each => periodCode(each.period) === String(at)) // prettier-ignore
  return found && !isAbsent(found.value) ? decimalText(found.value) : null
}

const HEAD = ['Chỉ tiêu', 'Đơn vị tính', 'Năm 2024']
const rowsOf = (first: CellValue, second: CellValue): CellValue[][] => [
  HEAD,
  [nameOf(percent(0)), '%', first],
  [nameOf(percent(1)), '%', second],
  [nameOf(tourists), 'lượt người', 3200000],
]
const formats = (...cells: string[]) => new Map(cells.map(cell => [cell, { style: { numFmt: '0%' } }]))

describe('figures in % that look like shares of one', () => {
  test('a whole column within 0 and 1 where it was ten times as much: taken, with where and what to do', async () => {
    const taken = await take(await form(rowsOf(0.6, 0.9)), { look: false })
    expect([taken.imported?.added, taken.faults]).toEqual([3, 0])
    expect(taken.messages).toEqual([
      { rule: 'exchange.shares-of-one', severity: 'warning', column: 'C', line: 2, actual: '105', expected: '2' },
    ])
    expect(say('exchange.shares-of-one', 'vi', { column: 'C', line: '2', actual: '105', expected: '2' })).toContain('Cột C, từ dòng 2') // prettier-ignore
    // What the cell says is what is taken.
    expect(await valueOf(percent(0), 2024)).toBe('0.6')
    // Its own year is no witness: the same file again says the same.
    expect(rules(await take(await form(rowsOf(0.6, 0.9))))).toEqual(['exchange.shares-of-one'])
  })

  test('a cell in percent format is a hundred times as much, and nothing is odd about it', async () => {
    const bytes = await form(rowsOf(0.65, 0.98), { cells: formats('1,2', '2,2') })
    const taken = await take(bytes, { look: false })
    expect([taken.imported?.added, rules(taken)]).toEqual([2, []])
    expect([await valueOf(percent(0), 2024), await valueOf(percent(1), 2024)]).toEqual(['65', '98'])
  })

  test('one figure above 1, one that always was so small, none that is known: no warning', async () => {
    expect(rules(await take(await form(rowsOf(0.6, 98))))).toEqual([])
    const other = plan.indicators.filter(each => each.unit === '%' && each.decimals >= 1)[2]
    const unknown = [HEAD, [other?.name.vi ?? '', '%', 0.4]]
    expect(rules(await take(await form(unknown)))).toEqual([])
    // Ten times as much it never was.
    const grown = [HEAD.with(2, 'Năm 2023'), [nameOf(percent(1)), '%', 1]]
    await take(await form([HEAD.with(2, 'Năm 2021'), [nameOf(percent(1)), '%', 9]]), { look: false })
    expect(rules(await take(await form(grown)))).toEqual(['exchange.shares-of-one'])
    expect(rules(await take(await form(rowsOf('0,6 %', '0,9 %'))))).toEqual([])
  })
})

describe('the long form', () => {
  const LONG = ['indicator', 'area', 'period', 'value', 'status', 'note']
  const long = (value: CellValue, more: Partial<WriteSheet> = {}) =>
    form([LONG, [percent(0), plan.area, '2020', value, 'official', '']], more)

  test('a workbook’s percent format counts there too, and so does a sign behind the number', async () => {
    expect((await take(await long(0.61, { cells: formats('1,3') }), { look: false })).imported?.added).toBe(1)
    expect(await valueOf(percent(0), 2020)).toBe('61')
    const csv = new TextEncoder().encode(`${LONG.join(',')}\n${percent(0)},${plan.area},2019,60.5%,official,\n`)
    expect((await take(csv, { look: false }, 'a.csv')).imported?.added).toBe(1)
    expect(await valueOf(percent(0), 2019)).toBe('60.5')
  })

  test('a sign of percent where the indicator is none is refused', async () => {
    const csv = `${LONG.join(',')}\n${tourists},${plan.area},2019,60%,official,\n`
    const taken = await take(new TextEncoder().encode(csv), {}, 'a.csv')
    expect([rules(taken), taken.faults]).toEqual([['exchange.unit-does-not-fit'], 1])
  })

  test('bare numbers that look like shares of one are told by their indicator', async () => {
    const taken = await take(await long(0.62))
    expect(taken.messages).toMatchObject([
      { rule: 'exchange.shares-of-one-all', severity: 'warning', column: percent(0) },
    ])
  })
})
