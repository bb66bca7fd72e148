import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildIslands, buildProgram, buildThreads, programIn } from '../../boot/bundles.mjs'
import { makeDocx, paragraph } from '../reading/source/make-docx.ts'
import { cookiesOf, fileForm, PASSWORD, RESOLUTION } from '../web/site.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'cotmoc-built-'))
const data = join(folder, 'data')
const program = programIn(folder)
let server: ChildProcess
let address = ''
let cookie = ''

/** The built program with some arguments; `said` is told of what it prints. */
function run(args: readonly string[], said: (text: string) => void): ChildProcess {
  const script = `import(${JSON.stringify(pathToFileURL(program).href)}).then(m => m.main(process.argv.slice(1)))`
  const child = spawn(process.execPath, ['-e', script, '--', ...args, '--data', data], { cwd: folder })
  child.stdout.on('data', (text: Buffer) => said(text.toString()))
  child.stderr.on('data', (text: Buffer) => said(text.toString()))
  return child
}
const printed = (args: readonly string[], wanted: RegExp) =>
  new Promise<{ child: ChildProcess; found: string }>((done, failed) => {
    let all = ''
    const child = run(args, text => {
      all += text
      const found = wanted.exec(all)?.[1]
      if (found !== undefined) done({ child, found })
    })
    child.once('exit', () => setTimeout(() => failed(new Error(all)), 200))
  })

beforeAll(async () => {
  // As a clone has it, without what the install and the build would put beside this one's tests.
  for (const name of ['src', 'node_modules', 'package.json', 'tsconfig.json', 'examples'])
    symlinkSync(join(ROOT, name), join(folder, name))
  for (const build of [buildProgram, buildIslands, buildThreads]) build(folder)
  const started = await printed(['serve', '--port', '0'], /(http:\/\/localhost:\d+)\s*\n/)
  server = started.child
  address = started.found
  const invited = await printed(['member', 'invite', 'lan@ls.vn', '--role', 'planner'], /(\/link\/\S+)/)
  const send = (path: string, fields: Record<string, string>) =>
    fetch(address + path, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' })
  const made = await send(new URL(invited.found, address).pathname, { name: 'Nguyễn Thị Lan', password: PASSWORD })
  expect(made.status).toBe(303)
  cookie = cookiesOf(await send('/sign-in', { email: 'lan@ls.vn', password: PASSWORD }))
})
afterAll(async () => {
  const ended = new Promise(done => server.once('exit', done))
  server.kill()
  await ended
  rmSync(folder, { recursive: true, force: true })
})

const get = (path: string) => fetch(address + path, { headers: { cookie } })
const upload = async (name: string, times: number) => {
  const body = RESOLUTION.repeat(times)
    .split('\n')
    .map(line => paragraph(line.replace(/^#+ /, '').replace(/</g, '&lt;')))
  const form = fileForm(name, new Uint8Array(makeDocx(body.join(''))))
  const sent = await fetch(`${address}/documents`, {
    method: 'POST',
    body: form,
    headers: { cookie },
    redirect: 'manual',
  })
  return [sent.status, (sent.headers.get('location') ?? '').split('?')[0] ?? ''] as const
}
interface Told {
  readonly state: string
  readonly live: boolean
  readonly done: number
  readonly total: number | null
}
const told = async (job: string) => (await (await get(`/api${job}`)).json()) as Told

test('the built program reads a long Word file in its thread, says how far it is, and ends it when asked', async () => {
  const [status, job] = await upload('dai.docx', 4000)
  expect([status, job]).toEqual([303, expect.stringMatching(/^\/jobs\//)])
  await expect.poll(async () => (await told(job)).total, { timeout: 120_000 }).toBe(100)
  const { done } = await told(job)
  await expect.poll(async () => (await told(job)).done, { timeout: 120_000 }).toBeGreaterThan(done)
  const page = await (await get(`${job}?lang=vi`)).text()
  expect(page).toMatch(/Đang đọc chỉ tiêu, số liệu, nhiệm vụ: \d+%/)
  await fetch(`${address}${job}/cancel`, { method: 'POST', headers: { cookie } })
  await expect.poll(async () => (await told(job)).state, { timeout: 60_000 }).toBe('cancelled')
})

test('a short one is a draft at once or soon, and is read again from the file that was kept', async () => {
  const [, first] = await upload('ngan.docx', 1)
  const job = first.startsWith('/jobs/') ? first : ''
  if (job !== '') await expect.poll(async () => (await told(job)).state, { timeout: 60_000 }).toBe('done')
  const draft = job === '' ? first : (/href="(\/drafts\/[^"?]+)/.exec(await (await get(job)).text())?.[1] ?? '')
  expect(await (await get(`${draft}?lang=vi`)).text()).toContain('Đọc lại tệp đang lưu: ngan.docx')
  const again = await fetch(`${address}/api${draft}/read`, { method: 'POST', headers: { cookie } })
  expect(again.status).toBe(200)
  await expect
    .poll(async () => (await (await get(`${draft}?lang=vi`)).text()).includes('Lần đọc lại gần nhất'), {
      timeout: 60_000,
    })
    .toBe(true)
})
