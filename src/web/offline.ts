import { Hono, type Context } from 'hono'
import type { Who } from '../api/access.ts'
import { answerPacked } from './assets/packed.ts'
import { scripts } from './assets/scripts.ts'

/** Whose page something is, for what a browser keeps of it: pages and figures of one person are never shown to another. */
export const personOf = ({ user }: Who): string => user?.id ?? ''

/** A page that a browser may keep for the time without a line, as this person's; no proxy keeps it. */
export function keepable(c: Context, person: string): void {
  c.header('Cotmoc-Person', person)
  c.header('Cache-Control', 'private, no-cache')
}

/**
 * The service worker. It stands at the root so that it sees every page, is asked for anew each time so that no old one
 * lingers, and holds what is kept for the time without a line (`islands/offline`).
 */
export function offlineFiles(): Hono {
  const app = new Hono()
  app.get('/sw.js', c => {
    const script = scripts().get('offline')
    if (!script) throw new Error('no script is called offline')
    return answerPacked(c, script, 'text/javascript; charset=utf-8', 'no-cache')
  })
  return app
}
