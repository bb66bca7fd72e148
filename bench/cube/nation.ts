import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { byteSize, type Cube } from '../../src/cube/cube.ts'
import { rollUp } from '../../src/cube/roll.ts'
import { cubeIn, snapshotOf } from '../../src/cube/snapshot.ts'
import { inTurn, type Bench, type Row } from '../bench.ts'
import { cubeOf, NATION, PROVINCE } from './province.ts'

const figuresOf = ({ indicators, communes, months }: typeof NATION) => indicators * communes * months

/** Some 40 million figures against the province's 2,4: time and bytes for a figure; 1 is linear. */
export const nation: Bench = {
  name: 'nation',
  async run() {
    const [large, small] = [cubeOf(NATION), cubeOf(PROVINCE)]
    for (const cube of [large, small]) rollUp(cube)
    const row = await inTurn(
      this.name,
      5,
      () => rollUp(large, undefined, true),
      'the province, for a figure',
      () => rollUp(small, undefined, true),
    )
    const [value, againstValue] = [
      ((row.value ?? 0) * 1e6) / figuresOf(NATION),
      ((row.againstValue ?? 0) * 1e6) / figuresOf(PROVINCE),
    ]
    const bytes = byteSize(large).all / figuresOf(NATION)
    return [
      { ...row, value, againstValue, ratio: againstValue / value, unit: 'ns for a figure' },
      {
        name: this.name,
        value: bytes,
        unit: 'bytes for a figure, all that the cube keeps, totals too',
        against: 'the values alone',
        againstValue: 8,
        ratio: 8 / bytes,
        runs: 1,
        spread: 0,
      },
    ]
  },
}

/** A cube from its snapshot, checked, against reading the bytes of the file. */
export const load: Bench = {
  name: 'load',
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'cotmoc-bench-'))
    try {
      const cube = cubeOf(PROVINCE)
      const file = join(folder, 'province.cube')
      writeFileSync(file, snapshotOf(cube, 'bench'))
      return await fromSnapshot(cube, file)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

function fromSnapshot(cube: Cube, file: string): Promise<Row> {
  const of = {
    tenant: cube.tenant,
    territory: cube.territory,
    indicators: [...cube.indicators.values()],
    mark: 'bench',
  }
  return inTurn(
    'load',
    15,
    () => {
      if (!cubeIn(readFileSync(file), of)) throw new Error('the snapshot does not fit')
    },
    'reading the bytes of the file',
    () => readFileSync(file),
  )
}
