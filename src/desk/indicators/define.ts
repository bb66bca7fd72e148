import { isAbsent } from '../../measure/absence.ts'
import { normalize } from '../../measure/decimal.ts'
import { parseUnit, sameUnit } from '../../measure/unit.ts'
import type { Message, Outcome } from '../../messages/message.ts'
import { Faults } from '../../plan/file-faults.ts'
import { checkIndicators, readIndicator } from '../../plan/indicator-file.ts'
import { madeOf } from '../../plan/made-of.ts'
import type { Observation } from '../../plan/observation.ts'
import type { Indicator, Plan } from '../../plan/plan.ts'
import { defineIn, type Redefined } from '../../store/definitions.ts'
import { observations } from '../../store/figures.ts'
import { loggedIfChanged, NOTHING, type By } from '../../store/log.ts'
import type { Store } from '../../store/open.ts'
import { currentPlans, publishPlanIn } from '../../store/plans.ts'
import { indicatorCatalogue } from './catalogue.ts'

/**
 * Defines an indicator, new or as a new version, and gives every plan that holds it a version with it, all in one change of
 * the log. Null with messages by field: what the file of indicators is refused for, and what the figures that stand forbid
 * (another unit, fewer decimals than they have, a method that they are of taken away). `log` is null where nothing differs.
 */
export async function defineIndicator(
  store: Store,
  tenant: string,
  sent: unknown,
  by: By,
): Promise<Outcome<{ readonly code: string; readonly log: number | null } | null>> {
  const faults = new Faults()
  const indicator = readIndicator(sent, 'indicator', faults)
  if (indicator.code !== '' && !CODE.test(indicator.code))
    faults.add('indicator.code', 'indicator.not-a-code', indicator.code, 'thu-noi-dia')
  if (faults.messages.length > 0) return { value: null, messages: faults.messages }
  const { code } = indicator
  const catalogue = await indicatorCatalogue(store, tenant)
  const all = new Map([...catalogue].map(([id, each]) => [id, each.indicator]))
  all.set(code, indicator)
  checkIndicators([...all.values()], faults)
  const messages = [...faults.messages]
  const before = catalogue.get(code)?.indicator
  if (before) messages.push(...forbidden(before, indicator, await observations(store, tenant, { indicators: [code] })))
  if (messages.length > 0) return { value: null, messages }
  const done = await loggedIfChanged<Changed>(
    store,
    tenant,
    ({ redefined, plans }) => ({
      by,
      kind: 'indicator',
      subject: code,
      before: redefined?.before ?? {},
      after: { ...redefined?.after, ...(Object.keys(plans).length > 0 ? { '@plans': plans } : {}) },
    }),
    async (trx, log) => {
      const redefined = await defineIn(trx, tenant, log, 'indicator', { [code]: indicator })
      const plans: Record<string, string> = {}
      for (const { plan } of await currentPlans({ ...store, db: trx }, tenant)) {
        if (!plan.indicators.some(each => each.code === code)) continue
        const hash = await publishPlanIn(trx, tenant, log, holding(plan, all))
        if (hash !== null) plans[plan.id] = hash
      }
      return redefined || Object.keys(plans).length > 0 ? { redefined, plans } : NOTHING
    },
  )
  return { value: { code, log: done?.log ?? null }, messages: [] }
}

/** The definition, and the hashes of the plans that got a version with it. */
interface Changed {
  readonly redefined: Redefined | null
  readonly plans: Readonly<Record<string, string>>
}

const CODE = /^[a-z0-9][a-z0-9_-]{0,63}$/

const LISTED = 3

function forbidden(before: Indicator, after: Indicator, figures: readonly Observation[]): Message[] {
  if (figures.length === 0) return []
  const messages: Message[] = []
  const fault = (field: string, rule: string, actual: string, expected: string) =>
    void messages.push({ rule, severity: 'error', column: `indicator.${field}`, actual, expected })
  const [own, was] = [parseUnit(after.unit), parseUnit(before.unit)]
  if (!own || !was || !sameUnit(own, was)) fault('unit', 'indicator.unit-in-use', after.unit, before.unit)
  const most = figures.reduce((most, { value }) => (isAbsent(value) ? most : Math.max(most, normalize(value).scale)), 0)
  if (after.decimals < most) fault('decimals', 'indicator.decimals-in-use', String(after.decimals), String(most))
  const methods = new Set(after.methods.map(each => each.id))
  const gone = [...new Set(figures.map(each => each.method))].filter(id => id !== '' && !methods.has(id))
  if (gone.length > 0) fault('methods', 'indicator.method-in-use', gone.slice(0, LISTED).join(', '), '')
  return messages
}

/** The plan with its indicators as they are defined now, and with those that they are made of. */
function holding(plan: Plan, all: ReadonlyMap<string, Indicator>): Plan {
  const held = new Map(plan.indicators.map(each => [each.code, all.get(each.code) ?? each]))
  const open = [...held.values()]
  for (let next = open.pop(); next; next = open.pop())
    for (const code of madeOf(next)) {
      const part = all.get(code)
      if (!part || held.has(code)) continue
      held.set(code, part)
      open.push(part)
    }
  return { ...plan, indicators: [...held.values()] }
}
