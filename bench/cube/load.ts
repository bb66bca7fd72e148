import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Cube } from '../../src/cube/cube.ts'
import { rollUp } from '../../src/cube/roll.ts'
import { cubeIn, snapshotOf } from '../../src/cube/snapshot.ts'
import { loadCube } from '../../src/store/cube.ts'
import { ensureTenant } from '../../src/store/log.ts'
import { migrate } from '../../src/store/migrate.ts'
import { openStore, type Store } from '../../src/store/open.ts'
import { inTurn, type Bench, type Row } from '../bench.ts'
import { inFolder } from './folder.ts'
import { communesOf, cubeOf, DAY, indicatorsOf, monthCode, PROVINCE, territoryOf, valueOf, YEARS } from './province.ts'

/** The province's cube from its snapshot, checked, and from the store, each against reading the bytes of the file. */
export const load: Bench = {
  name: 'load',
  run: () =>
    inFolder(async folder => {
      const cube = cubeOf(PROVINCE)
      return [await fromSnapshot(cube, join(folder, 'province.cube')), await fromStore(cube, join(folder, 'store.db'))]
    }),
}

function fromSnapshot(cube: Cube, file: string): Promise<Row> {
  writeFileSync(file, snapshotOf(cube, 'bench'))
  const { tenant, territory } = cube
  const of = { tenant, territory, indicators: [...cube.indicators.values()], mark: 'bench' }
  const ours = () => {
    if (!cubeIn(readFileSync(file), of)) throw new Error('the snapshot does not fit')
  }
  return inTurn('load', 41, ours, 'reading the bytes of the snapshot', () => readFileSync(file), 'processor')
}

async function fromStore(cube: Cube, path: string): Promise<Row> {
  const store = openStore({ path }, () => new Date())
  await migrate(store)
  await ensureTenant(store.db, cube.tenant, cube.tenant)
  fill(store, cube.tenant)
  const territory = territoryOf(PROVINCE)
  const what = { territory, day: DAY, indicators: indicatorsOf(PROVINCE), terms: [YEARS] }
  const loaded = await loadCube(store, cube.tenant, what, 1)
  for (const each of [loaded, cube]) rollUp(each)
  cube.columns.forEach(({ slice, totals }) => {
    const same = loaded.columns.find(column => column.slice.indicator === slice.indicator)?.totals
    if (same?.inner[0]?.join() !== totals?.inner[0]?.join()) throw new Error(`${slice.indicator} is loaded otherwise`)
  })
  const row = await inTurn(
    'load',
    3,
    () => loadCube(store, cube.tenant, what, 1),
    'reading the bytes of the SQLite file',
    () => readFileSync(path),
  )
  await store.close()
  return row
}

/** The figures as they stand in the store, written straight into its tables. */
function fill({ embedded }: Store, tenant: string): void {
  if (!embedded) throw new Error('this store is not embedded')
  const series = embedded.prepare(`insert into series values (?, ?, ?, '', ?, '', '{}', 's')`)
  const figure = embedded.prepare(
    `insert into observations (tenant, series, period, log, units, scale, status, obs_status, note)
     values (?, ?, ?, 1, ?, 1, 'official', 'A', '')`,
  )
  embedded.prepare('begin').run([])
  let id = 0
  for (let i = 0; i < PROVINCE.indicators; i += 1)
    communesOf(PROVINCE).forEach((commune, c) => {
      id += 1
      series.run([tenant, id, `i${i}`, commune.id])
      for (let month = 0; month < PROVINCE.months; month += 1)
        figure.run([tenant, id, monthCode(month), valueOf(i, c, month)])
    })
  embedded.prepare('commit').run([])
}
