import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { decimal, powerOfTen, type Decimal } from '../src/measure/decimal.ts'
import { year } from '../src/measure/period.ts'
import type { Observation } from '../src/plan/observation.ts'
import { parsePlanFile } from '../src/plan/plan-file.ts'
import type { Measure, Plan } from '../src/plan/plan.ts'
import { readTerritory } from '../src/exchange/territory.ts'
import type { Territory } from '../src/territory/territory.ts'

export const EXAMPLE = join(resolve(import.meta.dirname, '..'), 'examples', 'lang-son-2020-2025')

/** The plan that ships; null where it cannot be read. */
export const examplePlan = (): Plan | null =>
  parsePlanFile(JSON.parse(readFileSync(join(EXAMPLE, 'plan.json'), 'utf8'))).value

/** A plan with every measure shared out to 200 areas, each with eight years of figures of its own. */
export interface Province {
  readonly plan: Plan
  readonly areas: readonly string[]
  readonly observations: readonly Observation[]
  /** The areas lie directly in the plan's own. */
  readonly inside: ReadonlyMap<string, string>
  readonly territory: Territory
}

export function provinceOf(example: Plan): Province {
  const areas = Array.from({ length: 200 }, (_, i) => `area-${String(i)}`)
  const shared = (measure: Measure): Measure => {
    const { bound } = measure
    return bound ? { ...measure, allocations: areas.map(area => ({ area, when: null, bound, within: null })) } : measure
  }
  const targets = example.targets.map(target => ({ ...target, measures: target.measures.map(shared) }))
  const plan: Plan = { ...example, targets }
  const observations = plan.indicators.flatMap(({ code, decimals }, i) =>
    areas.flatMap((area, a) => YEARS.map((_, y) => figure(code, area, y, valueOf(decimals, i, a, y)))),
  )
  const inside = new Map(areas.map(area => [area, plan.area]))
  return { plan, areas, observations, inside, territory: territoryOf(plan.area, areas) }
}

function territoryOf(whole: string, areas: readonly string[]): Territory {
  const rows = areas.map(
    (id, i) => `${id},xã,Số ${String(i + 1)},${String(i + 1).padStart(5, '0')},${whole},2015-01-01,`,
  )
  const table = ['id,type,name,code,parent,from,to', `${whole},tỉnh,Mẫu,${whole},,2015-01-01,`, ...rows].join('\n')
  const { value, messages } = readTerritory(table, 'date,kind,from,to,group,population,area_km2,basis\n')
  if (!value) throw new Error(JSON.stringify(messages[0]))
  return value
}

const YEARS = Array.from({ length: 8 }, (_, y) => year(2017 + y))

const figure = (indicator: string, area: string, y: number, value: Decimal): Observation => ({
  indicator,
  method: '',
  area,
  map: null,
  period: YEARS[y] ?? year(2017 + y),
  breakdown: {},
  source: 's',
  value,
  status: 'official',
  note: '',
  log: 1,
})

/** A steady walk with a stumble, the same in every run. */
const valueOf = (decimals: number, indicator: number, area: number, y: number): Decimal =>
  decimal(
    BigInt(20 + ((indicator * 7 + area * 3) % 50) + y * 4 + ((area + y * indicator) % 5)) * powerOfTen(decimals),
    decimals,
  )
