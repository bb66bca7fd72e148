import { dayIn } from '../../measure/vietnam-time.ts'
import { reportSteps, type ReportStep } from '../../store/reports.ts'
import type { Store } from '../../store/open.ts'
import { workingDaysBetween } from '../calendar/working-days.ts'
import type { ReportState } from '../reports/report.ts'
import { askedBy, askedOfEach } from '../rounds/asked.ts'
import { roundsOpenedBy, type Round } from '../rounds/round.ts'
import type { Setup } from '../setup.ts'

/** How an office stands in a round on a day. */
export interface Standing {
  readonly round: Round
  readonly organisation: string
  /** How many figures are asked of it. */
  readonly asked: number
  /** The version that stands; 0 where nothing was begun. */
  readonly version: number
  readonly state: ReportState | 'not-begun'
  /** The day on which it was first submitted; null where it never was. */
  readonly submitted: string | null
  /** The due day, where the office is or was late; null where it was not. */
  readonly lateSince: string | null
  /** Working days from the due day to the submission, or to the day asked. */
  readonly daysLate: number
}

/** How every office stands in the rounds that have opened by a day, the first due first; `''` is what is nobody's. */
export async function standings(
  store: Store,
  tenant: string,
  setup: Setup,
  asked: { readonly on: string; readonly since?: string; readonly organisation?: string },
): Promise<Standing[]> {
  const rounds = roundsOpenedBy(setup.schedules, asked.on, setup.calendar, setup.extensions, asked.since ?? '')
  const steps = await reportSteps(
    store,
    tenant,
    rounds.map(round => round.id),
  )
  const byReport = new Map<string, ReportStep[]>()
  for (const step of steps) {
    if (dayIn(new Date(step.moment)) > asked.on) continue
    const key = `${step.round} ${step.organisation}`
    const list = byReport.get(key)
    if (list) list.push(step)
    else byReport.set(key, [step])
  }
  return rounds.flatMap(round =>
    [...askedOfEach(askedBy(round, setup.territory, setup.planAreas), setup.assignments)]
      .filter(([organisation]) => asked.organisation === undefined || organisation === asked.organisation)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([organisation, figures]) =>
        standingOf(
          round,
          organisation,
          figures.length,
          byReport.get(`${round.id} ${organisation}`) ?? [],
          asked.on,
          setup,
        ),
      ),
  )
}

function standingOf(
  round: Round,
  organisation: string,
  asked: number,
  steps: readonly ReportStep[],
  on: string,
  { calendar }: Setup,
): Standing {
  const first = steps.find(step => step.verb === 'submit')
  const submitted = first ? dayIn(new Date(first.moment)) : null
  const until = submitted ?? on
  const last = steps.at(-1)
  return {
    round,
    organisation,
    asked,
    version: last?.version ?? 0,
    state: (last?.state as ReportState | undefined) ?? 'not-begun',
    submitted,
    lateSince: until > round.due ? round.due : null,
    daysLate: workingDaysBetween(calendar, round.due, until),
  }
}
