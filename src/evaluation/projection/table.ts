import { holt } from './holt.ts'
import { lastPace } from './last-pace.ts'
import type { Method, ProjectionMethod } from './method.ts'
import { theilSen } from './theil-sen.ts'

/** One method, one file, the simplest first: where two err the same the simpler is taken. */
export const METHOD_TABLE: Readonly<Record<ProjectionMethod, Method>> = { lastPace, theilSen, holt }
