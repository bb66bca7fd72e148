import { serve as listen } from '@hono/node-server'
import type { Hono } from 'hono'

export interface Serving {
  readonly app: Hono
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
    const server = listen({ fetch: app.fetch, hostname: host, port }, info => {
      server.off('error', reject)
      const shown = host === '127.0.0.1' || host === '::1' ? 'localhost' : host
      resolve({
        address: `http://${shown.includes(':') ? `[${shown}]` : shown}:${info.port}`,
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
