import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readFigures } from '../exchange/figures.ts'
import { AREAS_FILE, EVENTS_FILE, readTerritory } from '../exchange/territory.ts'
import { say } from '../messages/catalogue.ts'
import { parsePlanFile } from '../plan/plan-file.ts'
import type { Plan } from '../plan/plan.ts'
import { importFigures } from '../store/import-figures.ts'
import { ensureTenant } from '../store/log.ts'
import { saveTerritory } from '../store/territory.ts'
import { migrate } from '../store/migrate.ts'
import { openStore, type Place, type Store } from '../store/open.ts'
import { currentPlan, listPlans, publishPlan } from '../store/plans.ts'
import type { ExitCode, Surroundings } from './command.ts'

/** Until accounts come there is one tenant: whoever runs the program. */
export const TENANT = 'local'

export const STORE_OPTIONS = { data: { type: 'string' } } as const

/** Where the store lives: `DATABASE_URL`, else a file in `--data`, `COTMOC_DATA` or ./data. */
export function placeOf(data: string | undefined, { env }: Surroundings): Place {
  const url = env['DATABASE_URL']
  if (url && data === undefined) return { url }
  return { path: join(resolve(data ?? env['COTMOC_DATA'] ?? 'data'), 'cotmoc.db') }
}

/** Opens the store, brings its schema up to date and hands it over; tells what stands in the way, in one sentence. */
export async function withStore(
  data: string | undefined,
  around: Surroundings,
  use: (store: Store) => Promise<ExitCode>,
): Promise<ExitCode> {
  const place = placeOf(data, around)
  const where = 'path' in place ? place.path : 'PostgreSQL'
  let store: Store
  try {
    store = openStore(place, around.now)
    const migrated = await migrate(store)
    if ('refused' in migrated) {
      around.err(`${say(`cli.store-${migrated.refused}`, around.language, { where, detail: migrated.detail })}\n`)
      await store.close()
      return 2
    }
    await ensureTenant(store.db, TENANT, TENANT)
  } catch (error) {
    around.err(
      `${say('cli.store-unreachable', around.language, { where, detail: error instanceof Error ? error.message : String(error) })}\n`,
    )
    return 2
  }
  try {
    return await use(store)
  } finally {
    await store.close()
  }
}

const EXAMPLES = join(fileURLToPath(new URL('../..', import.meta.url)), 'examples')
const EXAMPLE = join(EXAMPLES, 'lang-son-2020-2025')
const EXAMPLE_TERRITORY = join(EXAMPLES, 'lang-son-territory')

/** Loads the example plan into a store that holds no plan; tells whether it did. */
export async function loadExample(store: Store): Promise<boolean> {
  if ((await listPlans(store, TENANT)).length > 0 || !existsSync(EXAMPLE)) return false
  const { value: plan } = parsePlanFile(JSON.parse(readFileSync(join(EXAMPLE, 'plan.json'), 'utf8')))
  if (!plan) throw new Error('the example plan is broken')
  const { value: figures } = readFigures(readFileSync(join(EXAMPLE, 'figures.csv'), 'utf8'), {
    indicators: plan.indicators,
    areas: [plan.area],
    locale: 'plain',
  })
  if (!figures) throw new Error("the example's figures are broken")
  const { value: territory } = readTerritory(
    readFileSync(join(EXAMPLE_TERRITORY, AREAS_FILE), 'utf8'),
    readFileSync(join(EXAMPLE_TERRITORY, EVENTS_FILE), 'utf8'),
  )
  if (!territory) throw new Error("the example's territory is broken")
  const by = { actor: 'cotmoc', subject: 'examples/lang-son-2020-2025' }
  await saveTerritory(store, TENANT, territory, by)
  await publishPlan(store, TENANT, plan, by)
  await importFigures(store, TENANT, figures, by)
  return true
}

/** The plan that a call means: the one it names, or the only one; null after the reason was told. */
export async function planOf(
  store: Store,
  id: string | undefined,
  asOf: number | null,
  around: Surroundings,
): Promise<Plan | null> {
  const plans = await listPlans(store, TENANT)
  const known = plans.map(plan => plan.id).join(', ')
  const chosen = id ?? (plans.length === 1 ? plans[0]?.id : undefined)
  if (chosen === undefined) {
    around.err(`${say(plans.length === 0 ? 'cli.no-plan' : 'cli.which-plan', around.language, { known })}\n`)
    return null
  }
  const version = await currentPlan(store, TENANT, chosen, asOf)
  if (!version) around.err(`${say('cli.no-such-plan', around.language, { plan: chosen, known })}\n`)
  return version?.plan ?? null
}
