import { byteSize, type Cube } from '../../src/cube/cube.ts'
import { rollUp } from '../../src/cube/roll.ts'
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
      9,
      () => rollUp(large, undefined, true),
      'the province, for a figure',
      () => rollUp(small, undefined, true),
      'processor',
    )
    const [value, againstValue] = [
      ((row.value ?? 0) * 1e6) / figuresOf(NATION),
      ((row.againstValue ?? 0) * 1e6) / figuresOf(PROVINCE),
    ]
    const gaps = cubeOf(PROVINCE, cell => cell % 97 === 0)
    rollUp(gaps)
    return [
      { ...row, value, againstValue, ratio: againstValue / value, unit: 'ns of processor time for a figure' },
      memory(large, 'the nation'),
      memory(small, 'the province'),
      memory(gaps, 'the province, 1% of the figures missing'),
    ]
  },
}

function memory(cube: Cube, what: string): Row {
  const { all, values } = byteSize(cube)
  const row = { name: 'nation', unit: 'MB, all that the cube keeps, totals too', against: `the values alone (${what})` }
  return { ...row, value: all / 1e6, againstValue: values / 1e6, ratio: values / all, runs: 1, spread: 0 }
}
