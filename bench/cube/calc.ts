import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rollUp } from '../../src/cube/roll.ts'
import { inTurn, median, missing, spreadOf, type Row } from '../bench.ts'
import { inFolder } from './folder.ts'
import { communesOf, cubeOf, ruleOf, valueOf, type Size } from './province.ts'

/** A two hundredth of the province's figures: nobody would wait for a spreadsheet with all of them. */
const SMALL: Size = { provinces: 1, districts: 4, communes: 20, indicators: 10, months: 60 }
const RUNS = 3

interface Total {
  readonly i: number
  readonly d?: number
  readonly c?: number
  readonly m?: number
  readonly y?: number
}

/** Communes' years, districts' months and years, the province's months and years, of every indicator that is added over time. */
function totalsOf({ indicators, districts, communes, months }: Size): Total[] {
  const upTo = (n: number) => Array.from({ length: n }, (_, k) => k)
  const [M, Y] = [upTo(months), upTo(months / 12)]
  return upTo(indicators)
    .filter(i => ruleOf(i) === 'sum')
    .flatMap(i => [
      ...upTo(communes).flatMap(c => Y.map(y => ({ i, c, y }))),
      ...upTo(districts).flatMap(d => [...M.map(m => ({ i, d, m })), ...Y.map(y => ({ i, d, y }))]),
      ...M.map(m => ({ i, m })),
      ...Y.map(y => ({ i, y })),
    ])
}

/** The figures as a sheet, one row each, and the totals beside them as another, each a SUMIFS that nobody worked out yet. */
function workbook(size: Size, totals: readonly Total[]): string {
  const number = (value: number) => `<table:table-cell office:value-type="float" office:value="${value}"/>`
  const rows: string[] = []
  for (let i = 0; i < size.indicators; i += 1)
    communesOf(size).forEach(({ district }, c) => {
      for (let m = 0; m < size.months; m += 1)
        rows.push(
          `<table:table-row>${[i, district, c, m, Math.floor(m / 12), valueOf(i, c, m)].map(number).join('')}</table:table-row>`,
        )
    })
  const column = (letter: string) => `[$figures.$${letter}$1:.$${letter}$${rows.length}]`
  const letters = { i: 'A', d: 'B', c: 'C', m: 'D', y: 'E' } as const
  const formulas = totals.map(total => {
    const asked = (Object.keys(letters) as (keyof Total)[]).flatMap(key =>
      total[key] === undefined ? [] : [`${column(letters[key])};${total[key]}`],
    )
    return `<table:table-row><table:table-cell table:formula="of:=SUMIFS(${[column('F'), ...asked].join(';')})"/></table:table-row>`
  })
  const table = (name: string, of: readonly string[]) =>
    `<table:table table:name="${name}">${of.join('\n')}</table:table>`
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:body><office:spreadsheet>${table('totals', formulas)}${table('figures', rows)}</office:spreadsheet></office:body></office:document>`
}

/**
 * LibreOffice Calc without a window: the time it takes to open the workbook, work out the totals and write them, less the same
 * without totals. What it writes is held against the cube's first.
 */
export async function againstCalc(): Promise<Row> {
  const version = spawnSync('soffice', ['--headless', '--version'], { encoding: 'utf8' })
  const totals = totalsOf(SMALL)
  const figures = SMALL.indicators * SMALL.communes * SMALL.months
  const against = `calc, SUMIFS, without a window: ${figures} figures, ${totals.length} totals`
  if (version.status !== 0) return missing('rollup', against, 'LibreOffice is not installed on this system')
  return inFolder(async folder => {
    const convert = (name: string): number => {
      const started = performance.now()
      const home = `-env:UserInstallation=file://${join(folder, 'home')}`
      const done = spawnSync(
        'soffice',
        [home, '--headless', '--convert-to', 'csv', '--outdir', folder, join(folder, `${name}.fods`)],
        { encoding: 'utf8' },
      )
      if (done.status !== 0) throw new Error(done.stderr)
      return performance.now() - started
    }
    writeFileSync(join(folder, 'with.fods'), workbook(SMALL, totals))
    writeFileSync(join(folder, 'without.fods'), workbook(SMALL, []))
    convert('with')
    const cube = cubeOf(SMALL)
    rollUp(cube)
    readFileSync(join(folder, 'with.csv'), 'utf8')
      .trim()
      .split('\n')
      .forEach((text, k) => {
        const ours = totals[k] && totalOf(cube, totals[k])
        if (Number(text) !== ours) throw new Error(`${JSON.stringify(totals[k])}: ours is ${ours}, not ${text}`)
      })
    const times: number[] = []
    for (let run = 0; run < RUNS; run += 1) times.push(convert('with') - convert('without'))
    const row = await inTurn(
      'rollup',
      41,
      () => rollUp(cube, undefined, true),
      against,
      () => undefined,
    )
    const againstValue = median(times)
    const ratio = againstValue / (row.value ?? 1)
    return { ...row, againstValue, ratio, runs: RUNS, spread: spreadOf(times), note: version.stdout.trim() }
  })
}

function totalOf({ axis, columns }: ReturnType<typeof cubeOf>, { i, d, c, m, y }: Total): number | undefined {
  const column = columns[i]
  if (!column?.totals) return undefined
  const { base, kept, length } = column.calendar
  const index = m ?? base + (y ?? 0)
  if (c !== undefined)
    return column.totals.kept[0]?.[(axis.rows.get(`c${String(c).padStart(4, '0')}`) ?? 0) * (kept - base) + (y ?? 0)]
  const row = axis.rows.get(d === undefined ? 'p0' : `d${d}`) ?? 0
  return column.totals.inner[0]?.[(axis.inner[row] ?? 0) * length + index]
}
