import { randomUUID } from 'node:crypto'
import type { Member, Role } from '../../src/desk/policy.ts'
import { readAssignments } from '../../src/desk/organisations/assignment.ts'
import { knownNames } from '../../src/desk/organisations/known.ts'
import { readOrganisations } from '../../src/desk/organisations/organisation.ts'
import { act, type Act, type Acted } from '../../src/desk/reports/act.ts'
import type { ReportLine, ReportVerb } from '../../src/desk/reports/report.ts'
import { readSchedules } from '../../src/desk/rounds/schedule.ts'
import { saveAssignments, saveOrganisations, saveSchedules, setupOf } from '../../src/desk/setup.ts'
import type { Outcome } from '../../src/messages/message.ts'
import type { Indicator } from '../../src/plan/plan.ts'
import { define } from '../../src/store/definitions.ts'
import { ensureTenant } from '../../src/store/log.ts'
import { migrate } from '../../src/store/migrate.ts'
import type { Store } from '../../src/store/open.ts'
import { publishPlan } from '../../src/store/plans.ts'
import { plan } from '../store/fixtures.ts'

export const TENANT = 'LS'
export const BY = { actor: 'test' }

const indicator = (code: string, decimals: number, nonNegative: boolean): Indicator => ({
  code,
  name: { vi: code },
  unit: '%',
  decimals,
  direction: 'up',
  frequency: 'M',
  overAreas: 'sum',
  overTime: 'sum',
  methods: [{ id: 'm1', name: { vi: 'm1' }, linked: [] }],
  nonNegative,
})

export const ORGANISATIONS = `id,name,kind,parent,area,head
ubnd,UBND tỉnh,office,,P,chu.tich@ls.vn
so-lao-dong,Sở Lao động,office,ubnd,P,giam.doc@ls.vn
so-y-te,Sở Y tế,office,ubnd,P,
`
export const ASSIGNMENTS = `indicator,area,organisation,owner,deputy
poor,P,so-lao-dong,hoa@ls.vn,nam@ls.vn
jobs,P,so-lao-dong,hoa@ls.vn,
doctors,P,so-y-te,minh@ls.vn,yen@ls.vn
`
export const SCHEDULES = `id,name,rhythm,indicators,levels,from,to,opens,due,remind,head,planner
thang,Báo cáo tháng,month,poor jobs doctors,province,2026-01-01,,-5,ngày làm việc 3,2 1,2,4
`
export const ROUND = 'thang:2026-03'
export const OFFICE = 'so-lao-dong'

export const value = <T>({ value, messages }: Outcome<T | null>): T => {
  if (value === null) throw new Error(JSON.stringify(messages))
  return value
}

/** People by name, with what they may do. */
const PEOPLE = {
  hoa: ['reporter', OFFICE],
  nam: ['reporter', OFFICE],
  giam_doc: ['approver', OFFICE],
  pho: ['approver', OFFICE],
  minh: ['reporter', 'so-y-te'],
  lan: ['planner', null],
  thanh: ['planner', null],
  tra: ['inspector', null],
  an: ['administrator', null],
} as const satisfies Readonly<Record<string, readonly [Role, string | null]>>
export type Person = keyof typeof PEOPLE
export const EVERYBODY = Object.keys(PEOPLE) as Person[]
export const emailOf = (person: Person): string => `${person.replace('_', '.')}@ls.vn`

export interface World {
  readonly store: Store
  /** Sets the clock. */
  at(moment: string): void
  readonly member: (person: Person) => Member
  does(person: Person, verb: ReportVerb, given: Partial<Act>): Promise<Acted>
}

/** An office that reports poverty and jobs every month, with people of every role. */
export async function makeWorld(
  open: (now: () => Date) => Promise<Store>,
  schedules: string = SCHEDULES,
): Promise<World> {
  let clock = new Date('2026-03-30T09:00:00+07:00')
  const store = await open(() => clock)
  const migrated = await migrate(store)
  if ('refused' in migrated) throw new Error(migrated.detail)
  await ensureTenant(store.db, TENANT, 'Lạng Sơn')
  const indicators = [indicator('poor', 2, true), indicator('jobs', 0, true), indicator('doctors', 1, false)]
  await publishPlan(store, TENANT, { ...plan('p', 'Kế hoạch'), indicators, targets: [] }, BY)
  const none = knownNames(await setupOf(store, TENANT), '2026-03-30')
  await saveOrganisations(store, TENANT, value(readOrganisations(ORGANISATIONS, none.area)), BY)
  const known = knownNames(await setupOf(store, TENANT), '2026-03-30')
  await saveAssignments(store, TENANT, value(readAssignments(ASSIGNMENTS, known)), BY)
  await saveSchedules(store, TENANT, value(readSchedules(schedules, known.indicators)), BY)
  const members = new Map<Person, Member>()
  for (const person of EVERYBODY) {
    const [role, organisation] = PEOPLE[person]
    const user = randomUUID()
    const grants = [{ role, organisation, area: null }]
    const moment = clock.toISOString()
    await store.db
      .insertInto('account_user')
      .values({
        id: user,
        name: person,
        email: emailOf(person),
        emailVerified: 1,
        image: null,
        createdAt: moment,
        updatedAt: moment,
        twoFactorEnabled: 0,
      })
      .execute()
    await define(store, TENANT, 'member', { [user]: { grants } }, BY)
    members.set(person, { user, grants })
  }
  const member = (person: Person) => {
    const found = members.get(person)
    if (!found) throw new Error(person)
    return found
  }
  return {
    store,
    at: moment => {
      clock = new Date(moment)
    },
    member,
    does: (person, verb, given) =>
      act({ store, tenant: TENANT }, { member: member(person), by: { actor: emailOf(person), origin: 'api' } }, verb, {
        round: ROUND,
        organisation: OFFICE,
        expected: 0,
        ...given,
      }),
  }
}

export const line = (indicator: string, text: string | null, more: Partial<ReportLine> = {}): ReportLine => ({
  indicator,
  area: 'P',
  breakdown: {},
  method: '',
  value: text,
  absent: text === null ? 'notReported' : null,
  status: 'provisional',
  note: '',
  ...more,
})

export const LINES = [line('poor', '3.25'), line('jobs', '1200')]
