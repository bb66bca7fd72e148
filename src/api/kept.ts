import type { MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
import { dayIn } from '../measure/vietnam-time.ts'
import { logHead } from '../store/log.ts'
import type { Store } from '../store/open.ts'
import { accepts, matches } from './deliver.ts'

/** What all answers that are kept may weigh together, in bytes. */
const ROOM = 48 * 1024 * 1024

interface Kept {
  /** What was true when it was made: the number of the log, and the day that it is. */
  readonly as: string
  readonly headers: readonly (readonly [string, string])[]
  readonly bytes: Uint8Array<ArrayBuffer>
}

export interface KeptOptions {
  readonly store: Store
  readonly tenant: string
  readonly now: () => Date
  /** What of the addresses anybody may read, and depends on nothing but the log, the day, the address and the language. */
  readonly isPublic: (path: string) => boolean
  readonly room?: number
}

/**
 * Answers to the public are made once and sent again, packed as they were, until the tenant's log has moved on or the day
 * has changed: one question to the store instead of a page of them. Everything that a judgement reads has a number of the
 * log, so nothing older than what stands is ever sent. Who is signed in gets pages of their own. Readers who come at once
 * for a page that is being made wait for it.
 */
export function kept({ store, tenant, now, isPublic, room = ROOM }: KeptOptions): MiddlewareHandler {
  const answers = new Map<string, Kept>()
  const making = new Map<string, Promise<void>>()
  let weight = 0

  const drop = (key: string) => {
    weight -= answers.get(key)?.bytes.length ?? 0
    answers.delete(key)
  }
  const keep = (key: string, answer: Kept) => {
    drop(key)
    answers.set(key, answer)
    weight += answer.bytes.length
    for (const oldest of answers.keys()) {
      if (weight <= room) break
      drop(oldest)
    }
  }
  const send = (key: string, answer: Kept, tags: string | undefined): Response => {
    // The least recently sent stands first.
    answers.delete(key)
    answers.set(key, answer)
    const headers = new Headers(answer.headers as [string, string][])
    const tag = headers.get('etag')
    if (tag === null || !matches(tags, tag)) return new Response(answer.bytes, { headers })
    headers.delete('content-length')
    headers.delete('content-encoding')
    return new Response(null, { status: 304, headers })
  }

  const standing = together(async () => `${await logHead(store, tenant)} ${dayIn(now())}`)

  return async (c, next) => {
    const { path } = c.req
    const cookies = c.req.header('cookie') ?? ''
    if (c.req.method !== 'GET' || cookies.includes('cotmoc') || !isPublic(path)) return next()
    const accepted = c.req.header('accept-encoding') ?? ''
    const packing = accepts(accepted, 'br') ? 'br' : accepts(accepted, 'gzip') ? 'gzip' : ''
    const key = JSON.stringify([c.req.url.slice(c.req.url.indexOf(path)), getCookie(c, 'lang') ?? '', packing])
    const as = await standing()
    const found = () => {
      const answer = answers.get(key)
      return answer?.as === as ? answer : null
    }
    const beingMade = making.get(key)
    if (beingMade) await beingMade
    const answer = found()
    const tags = c.req.header('if-none-match')
    if (answer) return send(key, answer, tags)

    const { promise, resolve: made } = withResolve()
    making.set(key, promise)
    try {
      await next()
      const response = c.res
      if (response.status !== 200 || response.headers.has('set-cookie')) return
      const bytes = new Uint8Array(await response.arrayBuffer())
      const headers = [...response.headers]
      keep(key, { as, headers, bytes })
      c.res = undefined
      c.res = new Response(bytes, { headers })
    } finally {
      making.delete(key)
      made()
    }
  }
}

function withResolve(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve: (() => void) | undefined
  const promise = new Promise<void>(done => (resolve = done))
  return { promise, resolve: () => resolve?.() }
}

/** One question for all who ask within one turn of the event loop, put after the last of them: nobody is told the past. */
function together<T>(ask: () => Promise<T>): () => Promise<T> {
  let waiting: Promise<T> | null = null
  return () =>
    (waiting ??= new Promise((done, failed) => {
      setImmediate(() => {
        waiting = null
        ask().then(done, failed)
      })
    }))
}
