import { resolve } from 'node:path'
import { buildIslands } from '../../boot/islands.mjs'

/** Bundles the scripts of the pages anew before any test runs, so that none sees those of an earlier build. */
export const setup = (): void => buildIslands(resolve(import.meta.dirname, '../..'))
