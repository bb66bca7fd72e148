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
interface Told {
  readonly state: string
  readonly live: boolean
  readonly text: string
  readonly done: number
  readonly total: number | null
}
const toldOf = async (job: string) => (await (await site.get(`/api${job}?lang=vi`)).json()) as Told

test('a long document is read beside everything else: pages answer meanwhile, a reload shows how far it is, it can be ended', async () => {
  const long = RESOLUTION.repeat(12_000)
  const sent = await site.post('/documents', fileForm('rat-dai.md', long))
  const job = jobOf(sent)
  expect([sent.status, job]).toEqual([303, expect.stringMatching(/^\/jobs\//)])
  let answered = 0
  for (let i = 0; i < 5; i += 1) {
    expect((await site.get('/')).status).toBe(200)
    if ((await toldOf(job)).live) answered += 1
  }
  expect(answered).toBe(5)
  const page = await site.text(`${job}?lang=vi`)
  expect(page).toContain('rat-dai.md')
  expect(page).toMatch(/Đang (?:mở tệp|đọc chỉ tiêu)/)
  // How far it is, in hundredths that only grow, in words and as a bar.
  const seen: number[] = []
  for (let i = 0; i < 200 && new Set(seen).size < 3; i += 1) {
    const { text, done, total } = await toldOf(job)
    if (total === 100) {
      seen.push(done)
      expect(text).toBe(`Đang đọc chỉ tiêu, số liệu, nhiệm vụ: ${done}%`)
    }
    await new Promise(next => setTimeout(next, 100))
  }
  expect(new Set(seen).size).toBeGreaterThanOrEqual(3)
  expect(seen).toEqual([...seen].sort((a, b) => a - b))
  expect(await site.text(`${job}?lang=vi`)).toMatch(/<progress aria-labelledby="job-said" value="\d+" max="100">/)
  expect((await site.post(`${job}/cancel`, new URLSearchParams())).status).toBe(303)
  await expect.poll(async () => (await toldOf(job)).state, { timeout: 60_000 }).toBe('cancelled')
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
    await expect.poll(async () => (await toldOf(job)).state, { timeout: 60_000 }).toBe('failed')
    expect(await site.text(`${job}?lang=vi`)).toContain('Không đọc được')
  }
})

/** A page as a browser saves it, with so many targets more. */
const pageOf = (more: readonly string[] = []) =>
  `<html><body>${[...RESOLUTION.split('\n'), ...more].map(line => `<p>${line.replace(/^#+ /, '')}</p>`).join('')}</body></html>`
const form = (fields: Record<string, string>) => new URLSearchParams(fields)
const plain = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

test('a document is read again from the file that was kept: what was corrected is kept, and the draft says what is new', async () => {
  const first = pageOf(['(3) Có 12 xã có nhà văn hóa vào năm 2025.'])
  const draft = await loaded(site, fileForm('doc-lai.html', first))
  const id = /id="(t\d+)"[^>]*class="[^"]*draft|class="[^"]*draft[^"]*" id="(t\d+)"/.exec(await site.text(draft))
  const target = id?.[1] ?? id?.[2] ?? 't1'
  expect((await site.post(`${draft}/targets/${target}`, form({ act: 'drop' }))).status).toBe(303)
  // The same file, as it was kept, by the same program: everything as before.
  expect(await site.text(`${draft}?lang=vi`)).toContain('Đọc lại tệp đang lưu: doc-lai.html')
  const again = await site.post(`${draft}/read`, new FormData())
  expect(again.status).toBe(303)
  await settled(again)
  const same = plain(await site.text(`${draft}?lang=vi`))
  expect(same).toContain('Giữ nguyên 1 chỗ đã sửa.')
  expect(same).not.toMatch(/\d+ chỉ tiêu mới/)
  // A newer file: one more, one gone.
  const newer = await site.post(
    `${draft}/read`,
    fileForm('moi.html', pageOf(['(3) Có 9 bác sĩ trên một vạn dân vào năm 2025.'])),
  )
  const job = await settled(newer)
  if (job !== '') expect(plain(await site.text(`${job}?lang=vi`))).toContain('1 chỉ tiêu mới')
  const now = plain(await site.text(`${draft}?lang=vi`))
  expect(now).toContain('1 chỉ tiêu mới')
  expect(now).toContain('9 bác sĩ')
  expect(now).toContain('1 chỉ tiêu không còn trong văn bản')
  expect(now).toContain('Giữ nguyên 1 chỗ đã sửa.')
  // It is a step like another: taken back, it is as it was.
  expect((await site.post(`${draft}/undo`, form({}))).status).toBe(303)
  expect(plain(await site.text(`${draft}?lang=vi`))).not.toContain('9 bác sĩ')
})

/** Waits for what a form began; the job's path, empty where it was done soon. */
async function settled(answer: Response): Promise<string> {
  const job = jobOf(answer)
  if (!job.startsWith('/jobs/')) return ''
  await expect.poll(async () => (await toldOf(job)).live, { timeout: 60_000 }).toBe(false)
  return job
}
