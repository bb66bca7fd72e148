import { absent, type Absence } from '../measure/absence.ts'
import type { Ratio } from '../measure/ratio.ts'
import type { Column } from './column.ts'
import type { Cube } from './cube.ts'

/** An exact figure with how much is reported behind it; no value where nothing is, with the reason. */
export interface Amount {
  readonly value: Ratio | null
  readonly covered: number
  readonly due: number
  readonly why?: Absence
}

/** Who says what an area comes to in a period. */
export type AmountAt = (cube: Cube, column: Column, row: number, index: number) => Amount

export const isWhole = ({ value, covered, due }: Amount): boolean => value !== null && covered >= due

/** Why a formula takes nothing from a total of which something is missing. */
export const PARTIAL = absent('notReported', 'cube.partial')
