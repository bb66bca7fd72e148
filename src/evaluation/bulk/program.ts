import { judgeEach, type EachProgram } from './each.ts'
import { judgeGrowth, type GrowthProgram } from './growth.ts'
import { judgeLine, type LineProgram } from './line.ts'
import { judgeMeanGrowth, type MeanGrowthProgram } from './mean-growth.ts'
import { judgeTotal, type TotalProgram } from './total.ts'
import { UNSURE } from './code.ts'

/** How one measure of one area is judged from a row of cells; `exact`: only by the full judgement. */
export type Program =
  | { readonly kind: 'line'; readonly of: LineProgram }
  | { readonly kind: 'total'; readonly of: TotalProgram }
  | { readonly kind: 'growth'; readonly of: GrowthProgram }
  | { readonly kind: 'meanGrowth'; readonly of: MeanGrowthProgram }
  | { readonly kind: 'each'; readonly of: EachProgram }
  | { readonly kind: 'exact' }

export function run(program: Program, cells: Float64Array, from: number): number {
  switch (program.kind) {
    case 'line':
      return judgeLine(program.of, cells, from)
    case 'total':
      return judgeTotal(program.of, cells, from)
    case 'growth':
      return judgeGrowth(program.of, cells, from)
    case 'meanGrowth':
      return judgeMeanGrowth(program.of, cells, from)
    case 'each':
      return judgeEach(program.of, cells, from)
    case 'exact':
      return UNSURE
    default:
      return program satisfies never
  }
}
