import { readFigures, type FigureFile } from '../exchange/figures.ts'
import type { Outcome } from '../messages/message.ts'
import { knownAreas } from '../store/known-areas.ts'
import { importFigures, type Imported } from '../store/import-figures.ts'
import { currentPlan } from '../store/plans.ts'
import type { SourceFile } from '../reading/source/open.ts'
import type { Desk } from './draft/desk.ts'
import { Fault } from './faults.ts'

/** Takes a CSV file of a plan's figures, whole or not at all; null with every refused row named. Throws `no-plan`. */
export async function takeFigures(
  { store, tenant, by }: Desk,
  id: string,
  file: SourceFile,
  locale: FigureFile['locale'],
): Promise<Outcome<Imported | null>> {
  const version = await currentPlan(store, tenant, id)
  if (!version) throw new Fault('no-plan', { id })
  const { plan } = version
  const text = new TextDecoder().decode(file.bytes)
  const { value, messages } = readFigures(text, {
    indicators: plan.indicators,
    areas: await knownAreas(store, tenant, plan),
    locale,
  })
  if (!value) return { value: null, messages }
  return { value: await importFigures(store, tenant, value, { ...by, subject: file.name }), messages }
}
