import { Hono } from 'hono'
import { Fault } from '../../api/faults.ts'
import { answerPacked } from './packed.ts'
import { scripts } from './scripts.ts'
import { STYLE } from './style.ts'

/** A stone with its mark: the sign of the program. */
const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="#0a5a8a" d="M3 15V6a5 5 0 0 1 10 0v9z"/><path fill="#fff" d="M5.5 7h5v1.5h-5zm0 3h5v1.5h-5z"/></svg>'

/** The stylesheet and the scripts under their hashed names, kept for ever by whoever has them; the icon. */
export function assets(): Hono {
  const app = new Hono()
  app.get(STYLE.path, c => answerPacked(c, STYLE, 'text/css; charset=utf-8'))
  app.get('/scripts/:file', c => {
    const script = [...scripts().values()].find(each => each.path === c.req.path)
    if (!script) throw new Fault('not-found')
    return answerPacked(c, script, 'text/javascript; charset=utf-8')
  })
  app.get('/icon.svg', c =>
    c.body(ICON, 200, { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'public, max-age=86400' }),
  )
  return app
}
