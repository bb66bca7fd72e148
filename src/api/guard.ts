import type { MiddlewareHandler } from 'hono'
import { Fault } from './faults.ts'

/** Nothing from another address, no script written into a page, no frame around it. */
const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Until accounts exist whoever reaches the server may do everything, so it answers only to its own loopback name (a
 * page elsewhere that rebinds its name to 127.0.0.1 sends its own name as Host), and takes a change only from a page
 * of its own (Fetch Metadata, and Origin where a browser sends none). `secure`: people reach it by https only.
 */
export function guard(hosts: ReadonlySet<string> = LOOPBACK, secure = false): MiddlewareHandler {
  return async (c, next) => {
    const host = c.req.header('host') ?? new URL(c.req.url).host
    if (!hosts.has(nameOf(host))) throw new Fault('unknown-host', { host })
    const method = c.req.method
    if (method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS') ownPageOnly(c.req.header(), host)
    await next()
    c.res.headers.set('Content-Security-Policy', CONTENT_POLICY)
    c.res.headers.set('X-Content-Type-Options', 'nosniff')
    c.res.headers.set('Referrer-Policy', 'same-origin')
    c.res.headers.set('Cross-Origin-Opener-Policy', 'same-origin')
    c.res.headers.set('Cross-Origin-Resource-Policy', 'same-origin')
    c.res.headers.set('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=()')
    if (secure) c.res.headers.set('Strict-Transport-Security', 'max-age=31536000')
  }
}

/** "localhost:4000" → "localhost", "[::1]:4000" → "[::1]". */
const nameOf = (host: string) => host.toLowerCase().replace(/:\d+$/, '')

function ownPageOnly(headers: Readonly<Record<string, string>>, host: string): void {
  const site = headers['sec-fetch-site']
  const origin = headers['origin']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new Fault('cross-site')
  if (origin !== undefined && hostOf(origin) !== host.toLowerCase()) throw new Fault('cross-site')
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host
  } catch {
    // "null", as a sandboxed frame sends it.
    return null
  }
}
