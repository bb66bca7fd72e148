import { Hono } from 'hono'
import { STYLE } from './style.ts'

const FOR_EVER = 'public, max-age=31536000, immutable'

/** A stone with its mark: the sign of the program. */
const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="#0a5a8a" d="M3 15V6a5 5 0 0 1 10 0v9z"/><path fill="#fff" d="M5.5 7h5v1.5h-5zm0 3h5v1.5h-5z"/></svg>'

/** The stylesheet under its hashed name, kept for ever by whoever has it; the icon; what robots may read. */
export function assets(): Hono {
  const app = new Hono()
  app.get(STYLE.path, c => {
    const accepted = c.req.header('accept-encoding') ?? ''
    const packed = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : null
    const headers: Record<string, string> = {
      'Content-Type': 'text/css; charset=utf-8',
      'Cache-Control': FOR_EVER,
      Vary: 'Accept-Encoding',
    }
    if (packed) headers['Content-Encoding'] = packed
    return c.body(packed ? new Uint8Array(STYLE[packed]) : STYLE.css, 200, headers)
  })
  app.get('/icon.svg', c =>
    c.body(ICON, 200, { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'public, max-age=86400' }),
  )
  return app
}
