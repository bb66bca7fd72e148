import { serve as listen } from '@hono/node-server'
import type { Hono } from 'hono'

export interface Serving {
  /** Makes the app once its address is known. */
  readonly app: (address: string) => Hono
  readonly host: string
  /** 0 lets the system choose. */
  readonly port: number
}

export interface Server {
  /** "http://localhost:4000". */
  readonly address: string
  readonly port: number
  /** Lets running answers finish, then ends. */
  readonly close: () => Promise<void>
}

/** Resolves when it answers; rejects with the system's error (`code` EADDRINUSE, EACCES …) where it cannot listen. */
export function serve({ app, host, port }: Serving): Promise<Server> {
  return new Promise((resolve, reject) => {
    let ready: Hono | null = null
    const answer = (request: Request, env: object) => ready?.fetch(request, env) ?? new Response(null, { status: 503 })
    const server = listen({ fetch: answer, hostname: host, port }, info => {
      server.off('error', reject)
      const shown = host === '127.0.0.1' || host === '::1' ? 'localhost' : host
      const address = `http://${shown.includes(':') ? `[${shown}]` : shown}:${info.port}`
      ready = app(address)
      resolve({
        address,
        port: info.port,
        close: () =>
          new Promise<void>((done, failed) => {
            server.close(error => (error ? failed(error) : done()))
            if ('closeIdleConnections' in server) server.closeIdleConnections()
          }),
      })
    })
    server.once('error', reject)
  })
}
