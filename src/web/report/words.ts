import type { Organisation } from '../../desk/organisations/organisation.ts'
import type { Round } from '../../desk/rounds/round.ts'
import { showPeriod } from '../../measure/show.ts'
import { say } from '../../messages/catalogue.ts'
import type { Language } from '../../messages/message.ts'
import { showFigure, TYPED } from '../../plan/entry.ts'
import type { Beside, FormFigure, ReportForm } from '../../desk/reports/form.ts'
import { unitIn } from '../frame/figures.ts'
import { nameIn, type View } from '../frame/view.ts'
import type { ShownReport } from './load.ts'

/** A figure's name: its indicator, and its area where there are several. */
export function figureName({ indicator, area }: FormFigure, { areas, indicators }: ReportForm, view: View): string {
  const name = nameIn(indicator.name, view.language)
  if (areas.length === 1) return name
  return indicators.length === 1 ? area.name : `${area.name}: ${name}`
}

/** A figure that stands beside: its value, or in words why there is none. */
export const besideIn = (beside: Beside | null, { language }: View, notation: Language = language): string | null =>
  beside && showFigure(beside.value, beside.absent ?? 'notReported', language, notation)

/** How numbers are written in a report: as they are typed where they are typed, else as the reader writes them. */
export const notationOf = ({ editable }: Pick<ShownReport, 'editable'>, { language }: View): Language =>
  editable ? TYPED : language

export const unitOf = ({ indicator }: Pick<FormFigure, 'indicator'>, { language }: View): string =>
  unitIn(indicator.unit, language)

/** What a report is called: its office, its round and the period. */
export const reportName = (office: Organisation, { schedule, period }: Round, { language }: View): string =>
  `${office.name}: ${schedule.name}, ${showPeriod(period, language)}`

export const stateIn = (state: ReportForm['state'], { language }: View): string => say(`desk.state-${state}`, language)
