import { inPieces } from '../../exchange/in-pieces.ts'
import type { Plan } from '../../plan/plan.ts'
import type { JobResult } from '../../store/jobs.ts'
import { takeTable, type TableOptions, type Taken } from '../figures/take-table.ts'
import { JobFault, type Work } from './jobs.ts'

/** So many refused rows are told: a page is for reading. */
const MOST_TOLD = 500
/** A larger file is looked through before it is taken, so that the store is held only while it is written. */
const LARGE = 1 << 20

/** Takes a table of a plan's figures, whole or not at all; `told` is handed what became of it. */
export const takingFigures =
  (
    plan: Plan,
    sent: { readonly name: string; readonly bytes: Uint8Array },
    options: TableOptions,
    told: (taken: Taken) => void,
  ) =>
  async ({ store, tenant, by, step }: Work): Promise<JobResult> => {
    const size = sent.bytes.length
    const file = (doing: string) => inPieces(sent, at => step(doing, Math.ceil(at / 1000), Math.ceil(size / 1000)))
    const desk = { store, tenant, by }
    const looked = size > LARGE ? await takeTable(desk, plan, file('table'), { ...options, look: true }) : null
    const taken = looked && looked.faults > 0 ? looked : await takeTable(desk, plan, file('writing'), options)
    told(taken)
    const { imported, faults, messages } = taken
    if (!imported)
      throw new JobFault({
        said: 'figures-refused',
        values: { count: String(faults) },
        messages: messages.slice(0, MOST_TOLD),
      })
    const values = { added: String(imported.added), unchanged: String(imported.unchanged) }
    const link = `/figures?plan=${encodeURIComponent(plan.id)}`
    return { said: 'figures-taken', values, link, messages: messages.slice(0, MOST_TOLD) }
  }
