import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readTerritory } from '../../src/exchange/territory.ts'
import type { Indicator, Plan } from '../../src/plan/plan.ts'
import type { NewObservation } from '../../src/store/figures.ts'
import { importFigures } from '../../src/store/import-figures.ts'
import { publishPlan } from '../../src/store/plans.ts'
import { saveTerritory } from '../../src/store/territory.ts'
import { mapOn } from '../../src/territory/map.ts'
import type { Territory } from '../../src/territory/territory.ts'
import { figure, plan } from '../store/fixtures.ts'
import { TENANT, type Site } from './site.ts'

const FOLDER = resolve(import.meta.dirname, '../../examples/lang-son-territory')
const BY = { actor: 'test' }

export const tables = () => ({
  areas: readFileSync(join(FOLDER, 'areas.csv'), 'utf8'),
  events: readFileSync(join(FOLDER, 'reorganisations.csv'), 'utf8'),
})

export function langSon(): Territory {
  const { areas, events } = tables()
  const { value, messages } = readTerritory(areas, events)
  if (!value) throw new Error(JSON.stringify(messages.slice(0, 3)))
  return value
}

const indicator = (code: string, name: string, unit: string, more: Partial<Indicator>): Indicator => ({
  code,
  name: { vi: name },
  unit,
  decimals: 0,
  direction: 'up',
  frequency: 'A',
  overAreas: 'sum',
  overTime: 'last',
  methods: [],
  ...more,
})

/** A plan of the province with one indicator of each way in which figures add over areas. */
export const communePlan = (): Plan => ({
  ...plan('dan-so', 'Kế hoạch dân số, giảm nghèo'),
  area: '20',
  indicators: [
    indicator('ho-dan', 'Số hộ dân cư', 'hộ', {}),
    indicator('ho-ngheo', 'Số hộ nghèo', 'hộ', { direction: 'down' }),
    indicator('ty-le-ngheo', 'Tỷ lệ hộ nghèo', '%', {
      decimals: 2,
      direction: 'down',
      overAreas: 'ratioOfSums',
      ratio: { numerator: 'ho-ngheo', denominator: 'ho-dan' },
    }),
    indicator('xa-dat-chuan', 'Xã đạt chuẩn nông thôn mới', 'xã', { overAreas: 'recount' }),
  ],
  targets: [],
})

/** The territory of Lạng Sơn, and figures of every commune of two years. */
export async function seedTerritory(site: Site): Promise<Territory> {
  const territory = langSon()
  await saveTerritory(site.store, TENANT, territory, BY)
  await publishPlan(site.store, TENANT, communePlan(), BY)
  const figures = [2023, 2024].flatMap(at => figuresOf(territory, at))
  await importFigures(site.store, TENANT, figures, { ...BY, subject: 'communes' })
  return territory
}

/** Figures of every commune that there was in a year: at its end in 2024, else in its middle. */
function figuresOf(territory: Territory, at: number): NewObservation[] {
  const map = mapOn(territory, at === 2024 ? '2024-12-31' : `${at}-06-30`)
  const communes = [...map.areas.values()].filter(area => area.level === 'commune')
  return communes.flatMap(({ id }, i): NewObservation[] => {
    const [homes, poor] = [800 + ((i * 37) % 900), 20 + ((i * 13) % 70)]
    const one = (code: string, value: string) => figure(code, at, value, { area: id })
    return [
      one('ho-dan', String(homes)),
      one('ho-ngheo', String(poor)),
      one('ty-le-ngheo', ((poor / homes) * 100).toFixed(2)),
      one('xa-dat-chuan', String(i % 2)),
    ]
  })
}
