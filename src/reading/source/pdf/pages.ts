import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { SILENT, type Progress } from '../../progress.ts'
import type { Limits } from '../limits.ts'
import type { Page } from './page.ts'
import { THREAD_CODE } from './thread-code.ts'

/** The pages of a PDF, or why there are none; `read` is how many were read before it was stopped. */
export type Pages =
  | { readonly kind: 'pages'; readonly pages: readonly (Page | null)[] }
  | { readonly kind: 'password' | 'broken' }
  | { readonly kind: 'too-many'; readonly count: number }
  | { readonly kind: 'too-slow' | 'too-much-memory'; readonly read: number }

type Sent =
  | { readonly kind: 'opened'; readonly pages: number }
  | { readonly kind: 'page'; readonly page: Page }
  | { readonly kind: 'lost'; readonly n: number }
  | { readonly kind: 'password' | 'broken' | 'done' }

/** How often the memory is looked at, in milliseconds. */
const WATCH = 100

/**
 * Takes a PDF apart in a thread of its own, page by page. A PDF is a program of sorts: a few bytes can ask for any amount
 * of time and memory, and only a thread can be stopped in the middle. A page that cannot be read is null.
 */
export function pagesOf(bytes: Uint8Array, limits: Limits, told: Progress = SILENT): Promise<Pages> {
  const library = pathToFileURL(createRequire(import.meta.url).resolve('unpdf')).href
  const copy = bytes.slice()
  const thread = new Worker(THREAD_CODE, {
    eval: true,
    workerData: { bytes: copy, library, pages: limits.pdfPages },
    transferList: [copy.buffer],
    resourceLimits: { maxOldGenerationSizeMb: Math.ceil(limits.pdfMemory / 1048576) },
    stdout: true,
    stderr: true,
  })
  const pages: (Page | null)[] = []
  let count = 0
  const before = process.memoryUsage.rss()
  return new Promise(resolve => {
    let over = false
    const finish = (result: Pages) => {
      if (over) return
      over = true
      clearTimeout(clock)
      clearInterval(watch)
      void thread.terminate().then(() => resolve(result))
    }
    const clock = setTimeout(() => finish({ kind: 'too-slow', read: pages.length }), limits.pdfMilliseconds)
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > limits.pdfMemory) finish({ kind: 'too-much-memory', read: pages.length })
    }, WATCH)
    thread.on('message', (sent: Sent) => {
      switch (sent.kind) {
        case 'opened':
          count = sent.pages
          if (sent.pages > limits.pdfPages) finish({ kind: 'too-many', count: sent.pages })
          break
        case 'page':
          pages.push(sent.page)
          told(pages.length, count)
          break
        case 'lost':
          pages.push(null)
          told(pages.length, count)
          break
        case 'done':
          finish({ kind: 'pages', pages })
          break
        case 'password':
        case 'broken':
          finish({ kind: sent.kind })
          break
        default:
          sent satisfies never
      }
    })
    thread.on('error', fault => {
      const full = 'code' in fault && fault.code === 'ERR_WORKER_OUT_OF_MEMORY'
      finish(full ? { kind: 'too-much-memory', read: pages.length } : { kind: 'broken' })
    })
    thread.on('exit', () => finish({ kind: 'broken' }))
  })
}
