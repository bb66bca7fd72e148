import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Hono } from 'hono'
import type { CompiledQuery } from 'kysely'
import { readFigures } from '../../src/exchange/figures.ts'
import { parsePlanFile } from '../../src/plan/plan-file.ts'
import type { Plan } from '../../src/plan/plan.ts'
import { importFigures } from '../../src/store/import-figures.ts'
import { ensureTenant } from '../../src/store/log.ts'
import { migrate } from '../../src/store/migrate.ts'
import { openStore, type Place, type Store } from '../../src/store/open.ts'
import { publishPlan } from '../../src/store/plans.ts'
import { makeAuth, type Auth, type SingleSignOn } from '../../src/desk/accounts/auth.ts'
import { acceptInvitation, invite } from '../../src/desk/accounts/members.ts'
import type { Grant } from '../../src/desk/policy.ts'
import { makeApp } from '../../src/web/app.tsx'

export const TENANT = 'lang-son'
export const EXAMPLE = 'lang-son-2020-2025'
const FOLDER = resolve(import.meta.dirname, '../../examples', EXAMPLE)

export interface Site {
  readonly app: Hono
  readonly store: Store
  readonly plan: Plan
  /** Faults of the program that a request met. */
  readonly faults: unknown[]
  readonly auth: Auth
  /** The planner's, for a browser. */
  readonly cookies: readonly { readonly name: string; readonly value: string }[]
  get(path: string, headers?: Record<string, string>): Promise<Response>
  text(path: string, headers?: Record<string, string>): Promise<string>
  post(path: string, body: FormData | URLSearchParams | string, headers?: Record<string, string>): Promise<Response>
  close(): Promise<void>
}

/** The real app over a real store with the example that ships; the clock stands at a day after the term. */
export async function openSite(
  options: {
    readonly empty?: boolean
    readonly public?: boolean
    readonly now?: () => Date
    /** Where the store lies; in memory where it is left out. */
    readonly place?: Place
    readonly singleSignOn?: SingleSignOn
    /** Told of every query that the site makes. */
    readonly watch?: (query: CompiledQuery) => void
  } = {},
): Promise<Site> {
  const now = options.now ?? (() => new Date('2026-02-01T09:00:00+07:00'))
  const store = openStore(options.place ?? { path: ':memory:' }, now, options.watch)
  await migrate(store)
  await ensureTenant(store.db, TENANT, 'Lạng Sơn')
  const plan = examplePlan()
  if (!options.empty) {
    await publishPlan(store, TENANT, plan, { actor: 'test' })
    await importExample(store, plan)
  }
  const faults: unknown[] = []
  const auth = makeAuth({
    store,
    secret: 'a secret of the tests, long enough',
    url: 'http://localhost',
    singleSignOn: options.singleSignOn,
  })
  const app = makeApp({
    store,
    tenant: TENANT,
    now,
    auth,
    url: 'http://localhost',
    singleSignOn: options.singleSignOn && { id: options.singleSignOn.id, name: 'SSO' },
    folder: join(tmpdir(), `cotmoc-jobs-${process.pid}`),
    onFault: (_, error) => faults.push(error),
  })
  const grants = (['planner', 'administrator'] as const).map(role => ({ role, organisation: null, area: null }))
  const cookie = options.public ? '' : await signedIn(app, store, auth, PLANNER, grants)
  const request = (path: string, { headers, ...init }: RequestInit) =>
    Promise.resolve(app.request(`http://localhost${path}`, { ...init, headers: withCookie(headers, cookie) }))
  return {
    app,
    store,
    plan,
    faults,
    auth,
    cookies: cookie.split('; ').flatMap(each => {
      const [name = '', ...value] = each.split('=')
      return name === '' ? [] : [{ name, value: value.join('=') }]
    }),
    get: (path, headers = {}) => request(path, { headers }),
    text: async (path, headers = {}) => (await request(path, { headers })).text(),
    post: (path, body, headers = {}) => request(path, { method: 'POST', body, headers }),
    close: () => store.close(),
  }
}

export const PLANNER = 'lan.nguyen@langson.gov.vn'
export const PASSWORD = 'mùa thu lá bay vàng'

/** The cookie of somebody who was invited, made an account and signed in, all by the pages' own doors. */
export async function signedIn(
  app: Hono,
  store: Store,
  auth: Auth,
  email: string,
  grants: readonly Grant[],
): Promise<string> {
  const made = await invite(store, TENANT, { kind: 'invite', email, grants }, { actor: 'test' })
  if ('refused' in made) throw new Error(made.refused)
  const given = { token: made.token, email, name: 'Nguyễn Thị Lan', password: PASSWORD }
  const accepted = await acceptInvitation(store, TENANT, auth, given, {})
  if ('refused' in accepted) throw new Error(accepted.refused)
  const answer = await app.request('http://localhost/sign-in', {
    method: 'POST',
    body: new URLSearchParams({ email, password: PASSWORD }),
  })
  if (answer.status !== 303) throw new Error(await answer.text())
  return cookiesOf(answer)
}

export const cookiesOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map(each => each.split(';')[0] ?? '')
    .join('; ')

/** The headers of a request with a person's cookie beside its own. */
export function withCookie(given: RequestInit['headers'], cookie: string): Headers {
  const headers = new Headers(given)
  if (cookie !== '') headers.set('Cookie', [headers.get('Cookie'), cookie].filter(Boolean).join('; '))
  return headers
}

/** The figures of the example that ships, for its plan under whatever name. */
export async function importExample(store: Store, plan: Plan): Promise<void> {
  const csv = readFileSync(join(FOLDER, 'figures.csv'), 'utf8')
  const { value, messages } = readFigures(csv, { indicators: plan.indicators, areas: [plan.area], locale: 'plain' })
  if (!value) throw new Error(JSON.stringify(messages))
  await importFigures(store, TENANT, value, { actor: 'test', subject: 'figures.csv' })
}

export function examplePlan(): Plan {
  const { value, messages } = parsePlanFile(JSON.parse(readFileSync(join(FOLDER, 'plan.json'), 'utf8')))
  if (!value) throw new Error(JSON.stringify(messages))
  return value
}

/** A short resolution of a district that does not exist, with one wrong sum. */
export const RESOLUTION = `# NGHỊ QUYẾT ĐẠI HỘI ĐẢNG BỘ HUYỆN THANH BÌNH LẦN THỨ XII, NHIỆM KỲ 2020 - 2025

## I. KẾT QUẢ

Năm 2020 toàn huyện có 12 xã, trong đó có 5 xã vùng cao và 6 xã vùng thấp.

## II. MỤC TIÊU, CHỈ TIÊU ĐẾN NĂM 2025

### 1. Chỉ tiêu về kinh tế

(1) Thu ngân sách trên địa bàn đến năm 2025 đạt 1.250,5 tỷ đồng.

(2) Thu nhập bình quân đầu người đến năm 2025 đạt 55 - 60 triệu đồng.

### 2. Chỉ tiêu về xã hội

(1) Tỷ lệ hộ nghèo đến năm 2025 giảm còn dưới 3%.

(2) Có ít nhất 8 xã đạt chuẩn nông thôn mới vào năm 2025; tỷ lệ lao động qua đào tạo đạt 60%.
`

/** Loads a document and waits for it, however long it is read; the path of its draft. */
export async function loaded(site: Site, form: FormData): Promise<string> {
  const pathOf = (answer: Response) => new URL(answer.headers.get('location') ?? '', 'http://localhost').pathname
  const path = pathOf(await site.post('/documents', form))
  if (!path.startsWith('/jobs/')) return path
  for (;;) {
    const { live } = (await (await site.get(`/api${path}`)).json()) as { live: boolean }
    if (!live) return /href="(\/drafts\/[^"?]+)/.exec(await site.text(path))?.[1] ?? ''
    await new Promise(next => setTimeout(next, 50))
  }
}

/** Looks at what a draft would make public, and confirms it as its page does. */
export async function publishes(site: Pick<Site, 'get' | 'post'>, draft: string): Promise<Response> {
  const page = await site.get(`${draft}/publish`)
  const seen = /name="seen" value="([^"]+)"/.exec(await page.text())?.[1] ?? ''
  return site.post(`${draft}/publish`, new URLSearchParams({ seen }))
}

/** A form with a file, as a browser sends it. */
export function fileForm(
  name: string,
  content: string | Uint8Array<ArrayBuffer>,
  fields: Record<string, string> = {},
): FormData {
  const form = new FormData()
  for (const [key, value] of Object.entries(fields)) form.set(key, value)
  form.set('file', new File([content], name))
  return form
}
