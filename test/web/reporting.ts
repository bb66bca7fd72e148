import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readAssignments } from '../../src/desk/organisations/assignment.ts'
import { knownNames } from '../../src/desk/organisations/known.ts'
import { readOrganisations } from '../../src/desk/organisations/organisation.ts'
import type { Role } from '../../src/desk/policy.ts'
import { act } from '../../src/desk/reports/act.ts'
import type { ReportLine } from '../../src/desk/reports/report.ts'
import { saveRules } from '../../src/desk/reports/rules.ts'
import { readSchedules } from '../../src/desk/rounds/schedule.ts'
import { saveAssignments, saveOrganisations, saveSchedules, setupOf } from '../../src/desk/setup.ts'
import { readTerritory } from '../../src/exchange/territory.ts'
import { isAbsent } from '../../src/measure/absence.ts'
import { add, dec, decimalText } from '../../src/measure/decimal.ts'
import { month, periodCode } from '../../src/measure/period.ts'
import type { Outcome } from '../../src/messages/message.ts'
import type { Indicator } from '../../src/plan/plan.ts'
import { observations } from '../../src/store/figures.ts'
import { importFigures } from '../../src/store/import-figures.ts'
import { publishPlan } from '../../src/store/plans.ts'
import { saveTerritory } from '../../src/store/territory.ts'
import { mapOn, within } from '../../src/territory/map.ts'
import { openSite, signedIn, TENANT, withCookie, type Site } from './site.ts'

const BY = { actor: 'test' }
const NOW = '2026-04-02T09:00:00+07:00'

/** A report of one office for the whole province, of one for every commune, and of one for 200 communes of 60 figures each. */
export const OFFICE = { round: 'thang:2026-03', organisation: 'so-lao-dong' }
export const COMMUNES = { round: 'xa:2026-03', organisation: 'so-nong-nghiep' }
export const WIDE = { round: 'rong:2024', organisation: 'cuc-thong-ke' }
export const pathOf = ({ round, organisation }: typeof OFFICE): string => `/reports/${round}/${organisation}`

/** People by name: role and organisation. */
const PEOPLE = {
  hoa: ['reporter', 'so-lao-dong'],
  nam: ['reporter', 'so-lao-dong'],
  dung: ['approver', 'so-lao-dong'],
  xuan: ['reporter', 'so-nong-nghiep'],
  binh: ['approver', 'so-nong-nghiep'],
  tke: ['reporter', 'cuc-thong-ke'],
  lan: ['planner', null],
  linh: ['leader', null],
  tra: ['inspector', null],
  an: ['administrator', null],
} as const satisfies Readonly<Record<string, readonly [Role, string | null]>>
export type Person = keyof typeof PEOPLE
export const EVERYBODY = Object.keys(PEOPLE) as Person[]
export const emailOf = (person: Person): string => `${person}@langson.gov.vn`

const indicator = (
  code: string,
  vi: string,
  unit: string,
  decimals: number,
  more: Partial<Indicator> = {},
): Indicator => ({
  code,
  name: { vi, en: code },
  unit,
  decimals,
  direction: 'up',
  frequency: 'M',
  overAreas: 'sum',
  overTime: 'sum',
  methods: [],
  nonNegative: true,
  ...more,
})

export const WIDE_INDICATORS = 60
const INDICATORS: readonly Indicator[] = [
  indicator('poor', 'Tỷ lệ hộ nghèo', '%', 2, { overAreas: 'none', direction: 'down' }),
  indicator('jobs', 'Số lao động được giải quyết việc làm', 'người', 0),
  indicator('trained', 'Tỷ lệ lao động qua đào tạo', '%', 1, { overAreas: 'none' }),
  indicator('budget', 'Kinh phí giảm nghèo đã giải ngân', 'tỷ đồng', 3),
  indicator('forest', 'Diện tích rừng trồng mới', 'ha', 1),
  indicator('cattle', 'Đàn trâu, bò', 'con', 0),
  indicator('clean-water', 'Tỷ lệ hộ dùng nước hợp vệ sinh', '%', 1, { overAreas: 'none' }),
  ...Array.from({ length: WIDE_INDICATORS }, (_, i) =>
    indicator(`w${String(i + 1).padStart(2, '0')}`, `Chỉ tiêu thống kê số ${i + 1}`, 'người', 0, { frequency: 'A' }),
  ),
]

const ORGANISATIONS = `id,name,kind,parent,area,head
ubnd,UBND tỉnh Lạng Sơn,office,,20,
so-lao-dong,Sở Nội vụ,office,ubnd,20,dung@langson.gov.vn
so-nong-nghiep,Sở Nông nghiệp và Môi trường,office,ubnd,20,binh@langson.gov.vn
cuc-thong-ke,Thống kê tỉnh,office,ubnd,20,
`
const SCHEDULES = `id,name,rhythm,indicators,levels,from,to,opens,due,remind,head,planner
thang,Báo cáo lao động tháng,month,poor jobs trained budget,province,2026-02-01,,-5,ngày làm việc 3,2 1,2,4
xa,Báo cáo nông nghiệp theo xã,month,forest cattle clean-water,commune,2026-03-01,,-5,ngày làm việc 5,2,2,4
rong,Niên giám theo xã,year,${Array.from({ length: WIDE_INDICATORS }, (_, i) => `w${String(i + 1).padStart(2, '0')}`).join(' ')},commune,2024-01-01,2024-12-31,0,ngày 20,5,2,4
`
/** What figures are held against: a jump wants a remark, a range refuses. */
const RULES = [
  { id: 'jump', name: 'không đổi quá 20%', severity: 'remark', kind: 'jump', indicators: ['jobs', 'cattle'], by: '20' },
  {
    id: 'range',
    name: 'tỷ lệ',
    severity: 'refuse',
    kind: 'range',
    indicators: ['poor', 'trained', 'clean-water'],
    low: '0',
    high: '100',
  },
]

export interface Reporting extends Site {
  readonly cookieOf: ReadonlyMap<Person, string>
  /** Asks as somebody; null: the public. */
  as(person: Person | null, path: string, init?: RequestInit): Promise<Response>
  /** Sends a form as somebody. */
  sends(person: Person, path: string, fields: Readonly<Record<string, string>> | FormData): Promise<Response>
  /** Does a verb by the desk's own door. */
  does(
    person: Person,
    verb: Parameters<typeof act>[2],
    given: Partial<Parameters<typeof act>[3]>,
  ): ReturnType<typeof act>
  /** How many questions the store is asked meanwhile. */
  queries(use: () => Promise<unknown>): Promise<number>
  at(moment: string): void
}

const value = <T>({ value, messages }: Outcome<T | null>): T => {
  if (value === null) throw new Error(JSON.stringify(messages.slice(0, 3)))
  return value
}

/** The site with a province whose offices report: people of every role, figures of the month before. */
export async function openReporting(
  options: Pick<Parameters<typeof openSite>[0] & object, 'place' | 'watch'> = {},
): Promise<Reporting> {
  let clock = new Date(NOW)
  let queries = 0
  const site = await openSite({ now: () => clock, empty: true, watch: () => (queries += 1), ...options })
  const { store } = site
  const folder = resolve(import.meta.dirname, '../../examples/lang-son-territory')
  const [areas, events] = ['areas.csv', 'reorganisations.csv'].map(name => readFileSync(join(folder, name), 'utf8'))
  await saveTerritory(store, TENANT, value(readTerritory(areas ?? '', events ?? '')), BY)
  await publishPlan(store, TENANT, { ...site.plan, indicators: INDICATORS, targets: [], groups: [] }, BY)
  const none = knownNames(await setupOf(store, TENANT), '2026-03-31')
  await saveOrganisations(store, TENANT, value(readOrganisations(ORGANISATIONS, none.area)), BY)
  const known = knownNames(await setupOf(store, TENANT), '2026-03-31')
  const then = knownNames(await setupOf(store, TENANT), '2024-12-31')
  const lines = (codes: readonly string[], where: readonly string[], office: string, owner: string) =>
    codes.flatMap(code => where.map(area => `${code},${area},${office},${owner},`))
  const territory = (await setupOf(store, TENANT)).territory
  const communes = (day: string) => within(mapOn(territory, day), '20', 'commune')
  const table = [
    'indicator,area,organisation,owner,deputy',
    ...lines(['poor', 'jobs', 'trained', 'budget'], ['20'], 'so-lao-dong', emailOf('hoa')),
    ...lines(['forest', 'cattle', 'clean-water'], communes('2026-03-31'), 'so-nong-nghiep', emailOf('xuan')),
    ...lines(
      INDICATORS.filter(each => each.code.startsWith('w')).map(each => each.code),
      communes('2024-12-31'),
      'cuc-thong-ke',
      emailOf('tke'),
    ),
    '',
  ].join('\n')
  await saveAssignments(store, TENANT, value(readAssignments(table, { ...known, areasIn: then.areasIn })), BY)
  await saveSchedules(store, TENANT, value(readSchedules(SCHEDULES, known.indicators)), BY)
  await saveRules(store, TENANT, RULES, BY)
  const before = (code: string, area: string, text: string, source: string, at = month(2026, 2)) => ({
    indicator: code,
    method: '',
    area,
    map: null,
    period: at,
    breakdown: {},
    source,
    value: dec(text),
    status: 'official' as const,
    note: '',
  })
  await importFigures(
    store,
    TENANT,
    [
      before('poor', '20', '3.42', 'so-lao-dong'),
      before('jobs', '20', '1180', 'so-lao-dong'),
      before('trained', '20', '61.5', 'so-lao-dong'),
      before('budget', '20', '12.345', 'so-lao-dong'),
      before('poor', '20', '4.15', 'so-lao-dong', month(2025, 3)),
      before('jobs', '20', '1215', 'so-lao-dong', month(2025, 3)),
      ...communes('2026-03-31').flatMap((area, i) => [
        before('forest', area, `${(i * 37) % 90}.5`, 'so-nong-nghiep'),
        before('cattle', area, String(900 + ((i * 131) % 1400)), 'so-nong-nghiep'),
        before('clean-water', area, `${70 + ((i * 7) % 29)}.${i % 10}`, 'so-nong-nghiep'),
      ]),
    ],
    { ...BY, subject: 'figures.csv' },
  )
  const cookies = new Map<Person, string>()
  for (const person of EVERYBODY) {
    const [role, organisation] = PEOPLE[person]
    cookies.set(
      person,
      await signedIn(site.app, store, site.auth, emailOf(person), [{ role, organisation, area: null }]),
    )
  }
  const as = (person: Person | null, path: string, init: RequestInit = {}) =>
    Promise.resolve(
      site.app.request(`http://localhost${path}`, {
        ...init,
        headers: withCookie(init.headers, person === null ? '' : (cookies.get(person) ?? '')),
      }),
    )
  return {
    ...site,
    cookieOf: cookies,
    as,
    sends: (person, path, fields) =>
      as(person, path, { method: 'POST', body: fields instanceof FormData ? fields : new URLSearchParams(fields) }),
    does: (person, verb, given) => {
      const [role, organisation] = PEOPLE[person]
      const member = { user: person, grants: [{ role, organisation, area: null }] }
      return act({ store, tenant: TENANT }, { member, by: { actor: emailOf(person), origin: 'api' } }, verb, {
        ...OFFICE,
        expected: 0,
        ...given,
      })
    },
    queries: async use => {
      queries = 0
      await use()
      return queries
    },
    at: moment => {
      clock = new Date(moment)
    },
  }
}

/** The lines of a report that passes every rule. */
export const LINES: readonly ReportLine[] = (
  [
    ['poor', '3.40'],
    ['jobs', '1200'],
    ['trained', '61.8'],
    ['budget', '15.5'],
  ] as const
).map(([code, text]) => ({
  indicator: code,
  area: '20',
  breakdown: {},
  method: '',
  value: text,
  absent: null,
  status: 'provisional',
  note: '',
}))

/** The lines of the communes' report: every figure a tenth of a unit or one above that of the month before. */
export async function linesOfCommunes({ store }: Reporting): Promise<readonly ReportLine[]> {
  const known = await observations(store, TENANT, { indicators: ['forest', 'cattle', 'clean-water'] })
  return known
    .flatMap(({ indicator, area, period, value }) =>
      periodCode(period) === '2026-02' && !isAbsent(value) ? [{ indicator, area, value }] : [],
    )
    .map(({ indicator, area, value }) => ({
      indicator,
      area,
      breakdown: {},
      method: '',
      value: decimalText(add(value, indicator === 'cattle' ? dec('1') : dec('0.1'))),
      absent: null,
      status: 'provisional',
      note: '',
    }))
}
