import { makeApp } from '../../web/app.tsx'
import { serve as listen } from '../../api/serve.ts'
import { say } from '../../messages/catalogue.ts'
import { called } from '../arguments.ts'
import type { Command } from '../command.ts'
import { leakedOf, publicUrl, setupLink, siteOptions } from '../site.ts'
import { loadExample, STORE_OPTIONS, withStore } from '../with-store.ts'

const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1', '[::1]'])

export const serve: Command = {
  name: 'serve',
  usage: 'cotmoc serve [--host HOST] [--port PORT] [--data FOLDER] [--example]',
  about: 'cli.about-serve',
  async run(args, around) {
    const text = { type: 'string' } as const
    const call = called(this, args, around, { host: text, port: text, example: { type: 'boolean' }, ...STORE_OPTIONS })
    if (!call) return 2
    const host = call.text('host') ?? around.env['HOST'] ?? 'localhost'
    const port = Number(call.text('port') ?? around.env['PORT'] ?? '4000')
    if (!Number.isInteger(port) || port < 0 || port > 65535) {
      around.err(
        `${say('cli.not-a-port', around.language, { value: String(call.text('port') ?? around.env['PORT']) })}\n`,
      )
      return 2
    }
    const given = publicUrl(around.env['COTMOC_URL'])
    if ('wrong' in given) {
      around.err(`${say('cli.not-a-url', around.language, { value: given.wrong })}\n`)
      return 2
    }
    try {
      leakedOf(around.env)
    } catch {
      around.err(`${say('cli.no-file', around.language, { path: around.env['COTMOC_LEAKED'] ?? '' })}\n`)
      return 2
    }
    const { url } = given
    if (url === null && !LOOPBACK.has(host)) {
      around.err(`${say('cli.needs-url', around.language, { host })}\n`)
      return 2
    }
    return withStore(call.text('data'), around, async store => {
      if (call.is('example') && (await loadExample(store)))
        around.err(`${say('cli.example-loaded', around.language)}\n`)
      let server
      try {
        server = await listen({
          app: address => makeApp(siteOptions(store, url ?? address, call.text('data'), around)),
          host: host === 'localhost' ? '127.0.0.1' : host.replace(/^\[|\]$/g, ''),
          port,
        })
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : ''
        around.err(
          `${say(code === 'EADDRINUSE' ? 'cli.port-taken' : 'cli.cannot-listen', around.language, { port: String(port), host, code })}\n`,
        )
        return 2
      }
      around.out(`${server.address}\n`)
      if (url === null) around.err(`${say('cli.listening', around.language)}\n`)
      const setup = await setupLink(store, url ?? server.address)
      if (setup !== null) around.err(`${say('cli.setup-link', around.language, { link: setup })}\n`)
      await ended()
      await server.close()
      return 0
    })
  },
}

/** Resolves when the process is asked to end. */
const ended = () =>
  new Promise<void>(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
