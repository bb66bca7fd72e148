import type { Standing } from './standing.ts'

/** How reliably an office reports, counted in figures over the rounds that are due. */
export interface ReportingRate {
  readonly organisation: string
  readonly rounds: number
  readonly asked: number
  readonly onTime: number
  readonly late: number
  readonly missing: number
}

/** The rate of every office over standings whose round was due by a day; what is nobody's is under ''. */
export function reportingRates(standings: readonly Standing[], on: string): ReportingRate[] {
  const rates = new Map<string, { rounds: number; asked: number; onTime: number; late: number; missing: number }>()
  for (const { organisation, round, asked, submitted } of standings) {
    if (round.due >= on && submitted === null) continue
    let rate = rates.get(organisation)
    if (!rate) rates.set(organisation, (rate = { rounds: 0, asked: 0, onTime: 0, late: 0, missing: 0 }))
    rate.rounds += 1
    rate.asked += asked
    rate[submitted === null ? 'missing' : submitted <= round.due ? 'onTime' : 'late'] += asked
  }
  return [...rates]
    .map(([organisation, rate]) => ({ organisation, ...rate }))
    .sort((a, b) => (a.organisation < b.organisation ? -1 : 1))
}
