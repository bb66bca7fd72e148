import { parsePeriod } from '../../measure/period.ts'
import type { Plan } from '../../plan/plan.ts'
import { auditLines } from '../../store/audit-lines.ts'
import { definition, definitionHistory, definitions, type Definition } from '../../store/definitions.ts'
import type { Store } from '../../store/open.ts'
import { roundById } from '../rounds/round.ts'
import type { Setup } from '../setup.ts'
import type { About, AboutKind, Finding } from './finding.ts'

const findingOf = ({ id, body }: Definition): Finding => ({ ...(body as Omit<Finding, 'id'>), id })

export const listFindings = async (store: Store, tenant: string): Promise<Finding[]> =>
  (await definitions(store, tenant, 'finding')).map(findingOf)

/** A finding with the number of the log of its version; null where there is none. */
export async function findingById(
  store: Store,
  tenant: string,
  id: string,
): Promise<{ readonly finding: Finding; readonly log: number } | null> {
  const found = await definition(store, tenant, 'finding', id)
  return found && { finding: findingOf(found), log: found.log }
}

/** What was done to a finding: each version with who and when. */
export async function findingSteps(store: Store, tenant: string, id: string) {
  const versions = await definitionHistory(store, tenant, 'finding', id)
  const lines = await auditLines(store, tenant, { numbers: versions.map(version => version.log) })
  const byNumber = new Map(lines.map(line => [line.number, line]))
  return versions.map(version => {
    const line = byNumber.get(version.log)
    return { finding: findingOf(version), log: version.log, actor: line?.actor ?? '', moment: line?.moment ?? '' }
  })
}

/**
 * What a finding can be about, by how an inspector writes it: a target as "plan/target", a figure as
 * "indicator/area/period", a report as "round/organisation", organisation and area by their ids. Its name is empty where
 * there is none. `plan` is the one that a target is looked for in.
 */
export function aboutOf(kind: AboutKind, id: string, setup: Setup, plan: Plan | null): About {
  return { kind, id, name: nameOf(kind, id, setup, plan) ?? '' }
}

function nameOf(kind: AboutKind, id: string, setup: Setup, plan: Plan | null): string | null {
  const [first = '', second = '', ...rest] = id.split('/')
  switch (kind) {
    case 'target': {
      const target = plan?.id === first ? plan.targets.find(each => each.id === second) : undefined
      return target ? shortened(target.text) : null
    }
    case 'figure': {
      const indicator = setup.indicators.get(first)
      const area = areaName(second, setup)
      const period = rest.join('/')
      return indicator && area !== null && parsePeriod(period) ? `${indicator.name.vi}, ${area}, ${period}` : null
    }
    case 'report': {
      const round = roundById(first, setup.schedules, setup.calendar, setup.extensions)
      const office = setup.organisations.get(second)
      return round && office ? `${round.schedule.name} ${first.split(':')[1] ?? ''}, ${office.name}` : null
    }
    case 'organisation':
      return setup.organisations.get(id)?.name ?? null
    case 'area':
      return areaName(id, setup)
    default:
      return kind satisfies never
  }
}

const areaName = (id: string, { territory, planAreas }: Setup): string | null =>
  territory.areas.get(id)?.facts.at(-1)?.name ?? (planAreas.includes(id) ? id : null)

const LONGEST_NAME = 160
const shortened = (text: string): string => (text.length > LONGEST_NAME ? `${text.slice(0, LONGEST_NAME - 1)}…` : text)
