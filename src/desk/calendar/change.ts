import { isDay } from '../../measure/period.ts'
import type { Outcome } from '../../messages/message.ts'
import { definitions } from '../../store/definitions.ts'
import type { By } from '../../store/log.ts'
import type { Store } from '../../store/open.ts'
import { saveDecisions } from './decisions.ts'
import type { YearDecision } from './holidays.ts'

/** What was decided of single years, by year. */
export const decisionsOf = async (store: Store, tenant: string): Promise<ReadonlyMap<string, YearDecision>> =>
  new Map((await definitions(store, tenant, 'calendar')).map(({ id, body }) => [id, body as YearDecision]))

/** Makes one day off, worked (a weekend day), or as the law has it again; true, or null with messages by field. */
export async function decideDay(
  { store, tenant, by }: { readonly store: Store; readonly tenant: string; readonly by: By },
  { day = '', is = '', basis = '' }: Readonly<Record<string, string>>,
): Promise<Outcome<true | null>> {
  const fault = (rule: string, column: string, actual: string, expected: string): Outcome<null> => ({
    value: null,
    messages: [{ rule, severity: 'error', line: 1, column, actual, expected }],
  })
  if (!isDay(day)) return fault('exchange.not-a-day', 'day', day, '2026-09-03')
  if (is !== 'off' && is !== 'working' && is !== 'law') return fault('desk.not-a-kind', 'is', is, 'off, working, law')
  const year = day.slice(0, 4)
  const before = (await decisionsOf(store, tenant)).get(year) ?? { off: [], working: [], basis: '' }
  const without = (days: readonly string[]) => days.filter(each => each !== day)
  const after: YearDecision = {
    off: is === 'off' ? [...without(before.off), day].sort() : without(before.off),
    working: is === 'working' ? [...without(before.working), day].sort() : without(before.working),
    basis: basis.trim() === '' ? before.basis : basis.normalize('NFC').trim(),
  }
  await saveDecisions(store, tenant, new Map([[year, after]]), by)
  return { value: true, messages: [] }
}
