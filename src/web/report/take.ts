import { linesWith, type EnteredFigure } from '../../desk/reports/entries.ts'
import type { FormFigure, ReportForm } from '../../desk/reports/form.ts'
import type { ReportLine } from '../../desk/reports/report.ts'
import { absenceOf, ABSENCES } from '../../measure/absence.ts'
import { readEntry, showEntry, type EntryFault } from '../../plan/entry.ts'
import type { ObservationStatus } from '../../plan/observation.ts'

/** The statuses that an office may give its figures by hand, in the order of how settled they are. */
export const ENTERED_STATUSES = ['estimated', 'provisional', 'official'] as const satisfies readonly ObservationStatus[]

/** The names of a figure's fields in the form. */
export const fieldsOf = (key: string) => ({ value: `v ${key}`, reason: `a ${key}`, note: `n ${key}` })

/** A form as it was sent: the lines that it makes, and what of it is no figure. */
export interface Taken {
  readonly lines: readonly ReportLine[]
  /** What was typed, by the name of the field. */
  readonly typed: Readonly<Record<string, string>>
  /** By the key of the figure. */
  readonly wrong: ReadonlyMap<string, EntryFault>
}

/** The lines that a form sent makes of a report; a field that cannot be read leaves its figure as it stands. */
export function takeForm(form: ReportForm, typed: Readonly<Record<string, string>>): Taken {
  const entered = new Map<string, EnteredFigure>()
  const wrong = new Map<string, EntryFault>()
  for (const figure of form.figures) {
    const given = enteredOf(figure, typed)
    if (given === null) continue
    if (typeof given === 'string') wrong.set(figure.key, given)
    else entered.set(figure.key, given)
  }
  const status = ENTERED_STATUSES.find(each => each === typed['status']) ?? null
  return { lines: linesWith(form, entered, status), typed, wrong }
}

/** What the fields of a figure say; null where nothing of it was changed. */
function enteredOf(
  { key, indicator, line }: FormFigure,
  typed: Readonly<Record<string, string>>,
): EnteredFigure | EntryFault | null {
  const names = fieldsOf(key)
  const [text, reason, note] = [typed[names.value], typed[names.reason], typed[names.note]]
  if (text === undefined) return null
  const shown = showEntry(line?.value ?? null, line?.absent ?? null)
  const same =
    (text.trim() === shown || absenceOf(text.trim()) === (line?.absent ?? '')) &&
    (reason === undefined || reason === (line?.absent ?? ''))
  const more = note === undefined ? {} : { note: note.slice(0, LONGEST_NOTE) }
  if (same)
    return note === undefined || !line || note.trim() === line.note
      ? null
      : { value: line.value, absent: line.absent, ...more }
  const entry = readEntry(text, indicator)
  switch (entry.kind) {
    case 'fault':
      return entry.fault
    case 'value':
      return { value: entry.value, absent: null, ...more }
    case 'absent': {
      // What was chosen from the list is said more exactly than by a mark that stood in the cell.
      const chosen = reason === (line?.absent ?? '') ? undefined : ABSENCES.find(each => each === reason)
      return { value: null, absent: chosen ?? entry.absent, ...more }
    }
    case 'empty': {
      const absent = ABSENCES.find(each => each === reason) ?? null
      return { value: null, absent, ...more }
    }
    default:
      return entry satisfies never
  }
}

/** As the data interface takes it. */
export const LONGEST_NOTE = 2000
