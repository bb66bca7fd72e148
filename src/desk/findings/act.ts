import { isDay } from '../../measure/period.ts'
import { dayIn } from '../../measure/vietnam-time.ts'
import type { Message } from '../../messages/message.ts'
import { defineIn, definition, definitions, type Redefined } from '../../store/definitions.ts'
import { loggedIfChanged, NOTHING, type By } from '../../store/log.ts'
import { writeNotices } from '../../store/notices.ts'
import type { Store } from '../../store/open.ts'
import {
  ABOUTS,
  FINDING_VERBS,
  SEVERITIES,
  type About,
  type Finding,
  type FindingVerb,
  type Severity,
} from './finding.ts'
import { findingReaders, noticesOfFinding } from './tell.ts'

/** What an inspector enters. */
export interface Recorded {
  readonly about: About
  readonly severity: string
  readonly found: string
  readonly demanded: string
  readonly due: string
  readonly organisation: string
}

export type FindingRefusal = 'no-finding' | 'conflict' | 'wrong-state' | 'no-reason'

const LONGEST = 4000

/** What is wrong with a finding as it was entered; each message names its field. */
export function findingFaults(
  { about, severity, found, demanded, due, organisation }: Recorded,
  today: string,
  organisations: ReadonlySet<string>,
): Message[] {
  const wrong = (rule: string, column: string, actual = ''): Message => ({ rule, severity: 'error', column, actual })
  return [
    ...(ABOUTS.includes(about.kind) && about.name !== '' ? [] : [wrong('desk.finding-no-subject', 'id', about.id)]),
    ...(SEVERITIES.some(each => each === severity) ? [] : [wrong('desk.finding-no-severity', 'severity', severity)]),
    ...(found === '' ? [wrong('desk.finding-empty', 'found')] : []),
    ...(demanded === '' ? [wrong('desk.finding-empty', 'demanded')] : []),
    ...(found.length > LONGEST ? [wrong('desk.finding-too-long', 'found', String(found.length))] : []),
    ...(demanded.length > LONGEST ? [wrong('desk.finding-too-long', 'demanded', String(demanded.length))] : []),
    ...(isDay(due) && due >= today ? [] : [wrong('desk.finding-due', 'due', due)]),
    ...(organisations.has(organisation) ? [] : [wrong('desk.finding-no-organisation', 'organisation', organisation)]),
  ]
}

/** Records a finding that has no faults, and tells the office that answers; gives its id. */
export async function recordFinding(store: Store, tenant: string, recorded: Recorded, by: By): Promise<string> {
  const today = dayIn(store.now())
  const year = today.slice(0, 4)
  const readers = await findingReaders(store, tenant)
  let id = ''
  await loggedIfChanged<Redefined>(
    store,
    tenant,
    redefined => ({ by, kind: 'finding', subject: id, ...redefined }),
    async (trx, log) => {
      // Counted under the lock of the log, so no two get one number.
      const known = await definitions({ ...store, db: trx }, tenant, 'finding')
      const last = known.filter(each => each.id.startsWith(year)).at(-1)
      id = `${year}-${String(Number(last?.id.slice(5) ?? 0) + 1).padStart(3, '0')}`
      const finding: Omit<Finding, 'id'> = {
        ...recorded,
        severity: recorded.severity as Severity,
        state: 'open',
        recorder: by.actor,
        recorded: today,
        ...{ answered: '', closed: '', answer: '', reason: '' },
      }
      const step = { actor: by.actor, log, now: store.now() }
      await writeNotices(trx, tenant, log, noticesOfFinding({ ...finding, id }, 'record', readers, step))
      return (await defineIn(trx, tenant, log, 'finding', { [id]: finding })) ?? NOTHING
    },
  )
  return id
}

/**
 * Answers, closes, refuses or reopens a finding, or says why not. `expected` is the number of the log of the version that
 * the person saw: who comes second is told, and loses nothing.
 */
export async function actOnFinding(
  store: Store,
  tenant: string,
  id: string,
  verb: FindingVerb,
  given: { readonly expected: number; readonly text: string },
  by: By,
): Promise<{ readonly refused: FindingRefusal } | null> {
  const { from, to } = FINDING_VERBS[verb]
  const text = given.text.slice(0, LONGEST)
  if (text === '') return { refused: 'no-reason' }
  const today = dayIn(store.now())
  const met: { refused?: FindingRefusal } = {}
  const readers = await findingReaders(store, tenant)
  await loggedIfChanged<Redefined>(
    store,
    tenant,
    redefined => ({ by, kind: 'finding', subject: id, ...redefined }),
    async (trx, log) => {
      const found = await definition({ ...store, db: trx }, tenant, 'finding', id)
      const before = found?.body as Omit<Finding, 'id'> | undefined
      if (!found || !before) met.refused = 'no-finding'
      else if (found.log !== given.expected) met.refused = 'conflict'
      else if (before.state !== from) met.refused = 'wrong-state'
      if (met.refused || !before) return NOTHING
      const said = verb === 'answer' ? { answer: text, answered: today } : { reason: text }
      const after = { ...before, ...said, state: to, closed: verb === 'close' ? today : '' }
      const step = { actor: by.actor, log, now: store.now() }
      await writeNotices(trx, tenant, log, noticesOfFinding({ ...after, id }, verb, readers, step))
      return (await defineIn(trx, tenant, log, 'finding', { [id]: after })) ?? NOTHING
    },
  )
  return met.refused ? { refused: met.refused } : null
}
