import { writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { median, spreadOf, type Bench, type Row } from './bench.ts'
import { start, withProgram } from './server.ts'

const READERS = 500
const EACH = 20
const ROUNDS = 5

/** The bare framework answering one constant page, already packed. */
const BARE = `
import { readFileSync } from 'node:fs'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
const page = new Uint8Array(readFileSync(process.argv[1]))
const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Encoding': 'br', 'Content-Length': String(page.length) }
const app = new Hono().get('/', c => c.body(page, 200, headers))
serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, info => console.log('http://127.0.0.1:' + info.port))
`

/** Requests per second that the scoreboard answers to 500 readers at once, against the bare framework with the same bytes. */
export const http: Bench = {
  name: 'http',
  run: () =>
    withProgram(async (port, folder): Promise<Row> => {
      const page = await (await fetch(`http://127.0.0.1:${port}/`)).text()
      writeFileSync(join(folder, 'page.br'), brotliCompressSync(page))
      const bare = await start(['--input-type=module', '-e', BARE, join(folder, 'page.br')])
      const taken: [Load[], Load[]] = [[], []]
      try {
        for (let round = 0; round < ROUNDS + 1; round += 1)
          for (const [k, at] of [port, bare.port].entries()) {
            const load = await readers(at)
            // The first round warms both up.
            if (round > 0) taken[k]?.push(load)
          }
      } finally {
        bare.child.kill()
      }
      const [mine, theirs] = taken.map(loads => loads.map(load => load.perSecond)) as [number[], number[]]
      const [late, lateBare] = taken.map(loads => median(loads.map(load => load.p99))) as [number, number]
      return {
        name: 'http',
        value: median(mine),
        unit: 'requests/s',
        against: 'Hono with a constant page',
        againstValue: median(theirs),
        ratio: median(mine) / median(theirs),
        runs: ROUNDS,
        spread: spreadOf(mine),
        note: `${READERS} readers at once, 99th percentile ${late.toFixed(0)} ms (constant page ${lateBare.toFixed(0)} ms)`,
      }
    }),
}

interface Load {
  readonly perSecond: number
  /** Milliseconds. */
  readonly p99: number
}

/** So many connections, each asking for the first page one time after another. */
async function readers(port: number): Promise<Load> {
  const times: number[] = []
  const began = performance.now()
  await Promise.all(Array.from({ length: READERS }, () => reader(port, times)))
  const took = performance.now() - began
  times.sort((a, b) => a - b)
  return { perSecond: (times.length / took) * 1000, p99: times[Math.floor(times.length * 0.99)] ?? 0 }
}

/** A reader at the level of sockets, so that the measuring costs little beside what is measured. */
function reader(port: number, times: number[]): Promise<void> {
  const request = `GET / HTTP/1.1\r\nHost: localhost:${port}\r\nAccept-Encoding: br\r\nConnection: keep-alive\r\n\r\n`
  return new Promise((done, failed) => {
    const socket = connect(port, '127.0.0.1')
    let left = EACH
    let waiting = 0
    let head = ''
    let asked = 0
    const ask = () => {
      head = ''
      waiting = 0
      asked = performance.now()
      socket.write(request)
    }
    socket.setNoDelay(true)
    socket.on('connect', ask)
    socket.on('error', failed)
    socket.on('data', bytes => {
      if (waiting > 0) waiting -= bytes.length
      else {
        head += bytes.toString('latin1')
        const end = head.indexOf('\r\n\r\n')
        if (end < 0) return
        const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? NaN)
        if (!head.startsWith('HTTP/1.1 200') || Number.isNaN(length)) {
          failed(new Error(`not an answer with its length: ${head.slice(0, 200)}`))
          return
        }
        waiting = length - (head.length - end - 4)
      }
      if (waiting > 0) return
      times.push(performance.now() - asked)
      left -= 1
      if (left > 0) ask()
      else {
        socket.end()
        done()
      }
    })
  })
}
