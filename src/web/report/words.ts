import { say } from '../../messages/catalogue.ts'
import { showEntry } from '../../plan/entry.ts'
import type { Beside, FormFigure, ReportForm } from '../../desk/reports/form.ts'
import { unitIn } from '../frame/figures.ts'
import { nameIn, type View } from '../frame/view.ts'

/** A figure's name: its indicator, and its area where there are several. */
export function figureName({ indicator, area }: FormFigure, { areas, indicators }: ReportForm, view: View): string {
  const name = nameIn(indicator.name, view.language)
  if (areas.length === 1) return name
  return indicators.length === 1 ? area.name : `${area.name}: ${name}`
}

/** A figure that stands beside: its value, or in words why there is none. */
export const besideIn = (beside: Beside | null, { t }: View): string | null =>
  beside && (beside.value === null ? t(`web.absent.${beside.absent ?? 'notReported'}`) : showEntry(beside.value, null))

export const unitOf = ({ indicator }: Pick<FormFigure, 'indicator'>, { language }: View): string =>
  unitIn(indicator.unit, language)

export const stateIn = (state: ReportForm['state'], { language }: View): string => say(`desk.state-${state}`, language)
