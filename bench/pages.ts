import { missing, type Bench, type Row } from './bench.ts'
import { withProgram } from './server.ts'

const FIRST_VIEW = 60_000
const SCRIPT = 30_000

/** What a first view of the scoreboard brings over the line, packed: the page, its style, its scripts; against what is allowed. */
export const pageBytes: Bench = {
  name: 'page-bytes',
  run: () =>
    weighed('page-bytes', 'the allowance of 60 kB', FIRST_VIEW, ({ page, style, scripts }) => page + style + scripts),
}

/** The scripts of a reading page, packed, against what is allowed. */
export const pageScriptBytes: Bench = {
  name: 'page-script-bytes',
  run: () => weighed('page-script-bytes', 'the allowance of 30 kB', SCRIPT, ({ scripts }) => scripts),
}

interface Weights {
  readonly page: number
  readonly style: number
  readonly scripts: number
}

async function weighed(
  name: string,
  against: string,
  allowance: number,
  of: (weights: Weights) => number,
): Promise<Row> {
  const weights = await withProgram(async port => {
    const base = `http://127.0.0.1:${port}`
    const html = await (await fetch(`${base}/`)).text()
    const named = (pattern: RegExp) => [...html.matchAll(pattern)].map(found => `${base}${found[1] ?? ''}`)
    const total = async (urls: readonly string[]) =>
      (await Promise.all(urls.map(packedSize))).reduce((sum, size) => sum + size, 0)
    return {
      page: await packedSize(`${base}/`),
      style: await total(named(/<link rel="stylesheet" href="([^"]+)"/g)),
      scripts: await total(named(/<script src="([^"]+)"/g)),
    }
  })
  const value = of(weights)
  if (weights.page === 0) return missing(name, against, 'the page did not answer')
  return {
    name,
    value,
    unit: 'bytes',
    against,
    againstValue: allowance,
    ratio: value === 0 ? null : allowance / value,
    runs: 1,
    spread: null,
    note: `page ${weights.page}, style ${weights.style}, scripts ${weights.scripts}`,
  }
}

/** Bytes as they are sent; the client that counts must not unpack them, so the length that the server states is taken. */
async function packedSize(url: string): Promise<number> {
  const answer = await fetch(url, { headers: { 'Accept-Encoding': 'br' } })
  const stated = answer.headers.get('content-length')
  await answer.arrayBuffer()
  return stated === null ? 0 : Number(stated)
}
