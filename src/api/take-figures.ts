import { setImmediate } from 'node:timers/promises'
import { takeTable, type TableOptions, type Taken } from '../desk/figures/take-table.ts'
import { inPieces } from '../exchange/in-pieces.ts'
import type { SourceFile } from '../reading/source/open.ts'
import { currentPlan } from '../store/plans.ts'
import type { Desk } from './draft/desk.ts'
import { Fault } from './faults.ts'

/** Takes a CSV or Excel file of a plan's figures, whole or not at all, every refused row named. Throws `no-plan`. */
export async function takeFigures(desk: Desk, id: string, file: SourceFile, options: TableOptions): Promise<Taken> {
  const version = await currentPlan(desk.store, desk.tenant, id)
  if (!version) throw new Fault('no-plan', { id })
  return takeTable(
    desk,
    version.plan,
    inPieces(file, () => setImmediate()),
    options,
  )
}
