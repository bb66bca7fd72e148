/**
 * The service worker: pages of the desk and of reports come over the line first and from what was kept where there is none,
 * marked as such; styles and scripts, whose names are made of their content, from what was kept. What is kept of a person
 * goes when they sign out, or when a page of another person comes.
 */
import { webGrid } from '../../../messages/catalogue/web/grid.ts'
import { editsOf, forgetEdits } from '../kept/database.ts'
import type { Keep } from '../kept/offline.ts'

interface Waits extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface Fetched extends Waits {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}
interface Worker {
  addEventListener(name: 'install' | 'activate', listen: (event: Waits) => void): void
  addEventListener(name: 'fetch', listen: (event: Fetched) => void): void
  addEventListener(name: 'message', listen: (event: Waits & { readonly data: Keep }) => void): void
  skipWaiting(): Promise<void>
  readonly clients: { claim(): Promise<void> }
}

const worker = self as unknown as Worker
const SHELL = 'cotmoc-shell'
const PAGES = 'cotmoc-pages '
/** When the copy was put there, on the copy itself. */
const KEPT = 'Cotmoc-Kept'
const PERSON = 'Cotmoc-Person'
/** A line with one bar may never answer: then the copy is shown. */
const PATIENCE = 8000

worker.addEventListener('install', event => event.waitUntil(worker.skipWaiting()))
worker.addEventListener('activate', event => event.waitUntil(worker.clients.claim()))
worker.addEventListener('message', event => event.waitUntil(keep(event.data.keep)))
worker.addEventListener('fetch', event => {
  const { request } = event
  const url = new URL(request.url)
  if (url.origin !== location.origin) return
  if (request.method === 'POST' && url.pathname === '/sign-out') event.respondWith(signOut(request))
  else if (request.method !== 'GET') return
  else if (isPart(url)) event.respondWith(part(request))
  else if (request.mode === 'navigate' && isKeptPage(url)) event.respondWith(pageOf(request))
})

const isPart = ({ pathname }: URL) => /^\/(?:scripts\/|style\.|icon\.svg)/.test(pathname)
const isKeptPage = ({ pathname }: URL) => pathname === '/desk' || /^\/reports\/[^/]+\/[^/]+$/.test(pathname)

/** What was just done is said once; the page is the same. */
function nameOf(address: string): string {
  const url = new URL(address)
  url.searchParams.delete('did')
  url.hash = ''
  return url.href
}

async function part(request: Request): Promise<Response> {
  const shell = await caches.open(SHELL)
  const found = await shell.match(request)
  if (found) return found
  const answer = await fetch(request)
  if (answer.ok) await shell.put(request, answer.clone())
  return answer
}

async function pageOf(request: Request): Promise<Response> {
  const copy = await copyOf(request.url)
  const asked = fetch(request).then(async answer => {
    await keepPage(request.url, answer.clone())
    return answer
  })
  const late = new Promise<null>(done => setTimeout(() => done(null), PATIENCE))
  try {
    const answer = await (copy ? Promise.race([asked, late]) : asked)
    if (answer) return answer
  } catch {
    // No line.
  }
  asked.catch(() => undefined)
  return copy ?? noLine()
}

async function keepPage(address: string, answer: Response): Promise<void> {
  const person = answer.headers.get(PERSON)
  if (!answer.ok || answer.redirected || person === null || person === '') return
  for (const name of await caches.keys())
    if (name.startsWith(PAGES) && name !== PAGES + person) await caches.delete(name)
  const headers = new Headers(answer.headers)
  headers.set(KEPT, new Date().toISOString())
  // What was packed for the line is plain here.
  headers.delete('Content-Encoding')
  headers.delete('Content-Length')
  const pages = await caches.open(PAGES + person)
  await pages.put(nameOf(address), new Response(await answer.blob(), { status: 200, headers }))
}

/** The copy of a page, marked as one. */
async function copyOf(address: string): Promise<Response | null> {
  for (const name of await caches.keys()) {
    if (!name.startsWith(PAGES)) continue
    const found = await (await caches.open(name)).match(nameOf(address))
    if (!found) continue
    const at = found.headers.get(KEPT) ?? ''
    const text = (await found.text()).replace('<html ', `<html data-cached="${at}" `)
    return new Response(text, { status: 200, headers: found.headers })
  }
  return null
}

async function keep(urls: readonly string[]): Promise<void> {
  const shell = await caches.open(SHELL)
  const wanted = new Set<string>()
  for (const address of urls) {
    const url = new URL(address)
    if (url.origin !== location.origin) continue
    if (isPart(url)) {
      wanted.add(url.href)
      if (!(await shell.match(url.href))) await shell.add(url.href).catch(() => undefined)
    } else if (isKeptPage(url))
      await fetch(url.href, { credentials: 'same-origin' })
        .then(answer => keepPage(url.href, answer))
        .catch(() => undefined)
  }
}

async function signOut(request: Request): Promise<Response> {
  const answer = await fetch(request)
  if (answer.ok || answer.type === 'opaqueredirect')
    for (const name of await caches.keys()) {
      if (!name.startsWith(PAGES)) continue
      await caches.delete(name)
      const person = name.slice(PAGES.length)
      for (const edit of await editsOf(person).catch(() => [])) await forgetEdits(edit, [edit])
    }
  return answer
}

function noLine(): Response {
  const [title, about] = [webGrid['web.offline.title'], webGrid['web.offline.about']]
  const said = (['vi', 'en'] as const).map(
    language => `<section lang="${language}"><h1>${title[language]}</h1><p>${about[language]}</p></section>`,
  )
  const body = `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title.vi}</title><main>${said.join('')}</main></html>`
  return new Response(body, {
    status: 503,
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': "default-src 'none'" },
  })
}
