import { resolve } from 'node:path'
import { buildIslands, buildThreads } from '../../boot/bundles.mjs'

const ROOT = resolve(import.meta.dirname, '../..')

/** Bundles the scripts of the pages and the threads anew before any test runs, so that none sees those of an earlier build. */
export const setup = (): void => {
  buildIslands(ROOT)
  buildThreads(ROOT)
}
