import { afterAll, beforeAll, expect, test } from 'vitest'
import { fileForm, loaded, openSite, RESOLUTION, type Site } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(async () => {
  expect(site.faults).toEqual([])
  await site.close()
})

const jobOf = (answer: Response) => (answer.headers.get('location') ?? '').split('?')[0] ?? ''
const stateOf = async (job: string) =>
  (await (await site.get(`/api${job}?lang=vi`)).json()) as { state: string; live: boolean; text: string }

test('a long document is read beside everything else: pages answer meanwhile, a reload shows how far it is, it can be ended', async () => {
  const long = RESOLUTION.repeat(12_000)
  const sent = await site.post('/documents', fileForm('rat-dai.md', long))
  const job = jobOf(sent)
  expect([sent.status, job]).toEqual([303, expect.stringMatching(/^\/jobs\//)])
  let answered = 0
  for (let i = 0; i < 5; i += 1) {
    expect((await site.get('/')).status).toBe(200)
    if ((await stateOf(job)).live) answered += 1
  }
  expect(answered).toBe(5)
  const page = await site.text(`${job}?lang=vi`)
  expect(page).toContain('rat-dai.md')
  expect(page).toMatch(/Đang (?:mở tệp|đọc chỉ tiêu)/)
  expect((await site.post(`${job}/cancel`, new URLSearchParams())).status).toBe(303)
  await expect.poll(async () => (await stateOf(job)).state, { timeout: 60_000 }).toBe('cancelled')
  expect(await site.text('/documents?lang=vi')).not.toContain('rat-dai.md')
})

test('what a thread reads is what is read here, and leads to its draft', async () => {
  const html = `<html><body>${RESOLUTION.split('\n')
    .map(line => `<p>${line.replace(/^#+ /, '')}</p>`)
    .join('')}</body></html>`
  const to = await loaded(site, fileForm('nghi-quyet.html', html))
  const draft = await site.text(`${to}?lang=vi`)
  for (const words of ['1.250,5', '55', '3%', 'nông thôn mới']) expect(draft).toContain(words)
})

test('a file that cannot be read is told where it was sent from, or on its job', async () => {
  const sent = await site.post('/documents?lang=vi', fileForm('hong.docx', 'không phải Word'))
  const job = jobOf(sent)
  if (job === '') expect([sent.status, await sent.text()]).toEqual([422, expect.stringContaining('hong.docx')])
  else {
    await expect.poll(async () => (await stateOf(job)).state, { timeout: 60_000 }).toBe('failed')
    expect(await site.text(`${job}?lang=vi`)).toContain('Không đọc được')
  }
})
