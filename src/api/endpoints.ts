import type { z } from 'zod'
import { areasContract, comparisonContract, evaluationContract } from './contract/evaluation.ts'
import { healthContract, importedContract, observationsContract } from './contract/figures.ts'
import { jobContract } from './contract/jobs.ts'
import { planContract, planListContract } from './contract/parts.ts'
import { AUDIT_ENDPOINTS } from './audit/endpoints.ts'
import { DESK_ENDPOINTS } from './desk/endpoints.ts'
import { FINDING_ENDPOINTS } from './findings/endpoints.ts'
import { MEMBER_ENDPOINTS } from './members/endpoints.ts'
import { METHOD_ENDPOINTS } from './method/endpoints.ts'
import { PLANNING_ENDPOINTS } from './planning/endpoints.ts'
import { TERRITORY_ENDPOINTS } from './territory/endpoints.ts'
import type { FaultCode } from './faults.ts'

export const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export interface Endpoint {
  readonly method: 'get' | 'post'
  /** As OpenAPI writes it: /api/plans/{id}. */
  readonly path: string
  readonly summary: string
  /** Name → what it is. */
  readonly query: Readonly<Record<string, string>>
  /** What is sent, where something is. */
  readonly takes?: 'text/csv' | 'application/json' | 'application/octet-stream' | 'multipart/form-data' | z.ZodType
  readonly gives:
    { readonly type: 'application/json'; readonly contract: z.ZodType } | { readonly type: 'text/csv' | typeof EXCEL }
  readonly faults: readonly FaultCode[]
}

const TIMES = {
  asOf: 'The moment of knowledge: a day (its end in Asia/Ho_Chi_Minh) or ISO 8601 with an offset; now where it is left out.',
}
const JUDGED = {
  on: 'The day judged, ISO; today in Asia/Ho_Chi_Minh where it is left out.',
  map: 'The day whose map of the territory is judged on, ISO; the plan’s own where it is left out.',
  ...TIMES,
}
const json = (contract: z.ZodType) => ({ type: 'application/json', contract }) as const

/** Every address of the data interface: the routes, the OpenAPI description and the tests all read this. */
export const ENDPOINTS = [
  {
    method: 'get',
    path: '/healthz',
    summary: 'Whether the program is ready.',
    query: {},
    gives: json(healthContract),
    faults: [],
  },
  { method: 'get', path: '/api/plans', summary: 'The plans.', query: {}, gives: json(planListContract), faults: [] },
  {
    method: 'get',
    path: '/api/plans/{id}',
    summary: 'A plan as its file has it.',
    query: TIMES,
    gives: json(planContract),
    faults: ['no-plan', 'bad-moment'],
  },
  {
    method: 'get',
    path: '/api/plans/{id}/evaluation',
    summary:
      'The judgement of every target, with its explanation, projections, what is needed, early warning and ambition.',
    query: {
      ...JUDGED,
      area: 'An area that has shares of the plan, judged on them; the plan’s own where it is left out.',
      layer:
        'What-if layers as text, one or more with | between: the first is supposed, all are compared (docs/methods.md).',
      areas: 'all: also where every target of every area stands, judged in the same pass.',
    },
    gives: json(evaluationContract),
    faults: ['no-plan', 'bad-day', 'bad-moment', 'no-share', 'bad-layer'],
  },
  {
    method: 'get',
    path: '/api/plans/{id}/compare',
    summary: 'What turned between two days, or two moments of knowledge, and why.',
    query: {
      ...JUDGED,
      on2: 'The later day, ISO; today where it is left out.',
      asOf2: 'The later moment of knowledge; now where it is left out.',
    },
    gives: json(comparisonContract),
    faults: ['no-plan', 'bad-day', 'bad-moment'],
  },
  {
    method: 'get',
    path: '/api/plans/{id}/areas',
    summary: 'Where every target of every area that has a share stands, and which shares do not come to their whole.',
    query: { ...JUDGED, layer: 'A what-if layer as text; as it is where it is left out.' },
    gives: json(areasContract),
    faults: ['no-plan', 'bad-day', 'bad-moment', 'bad-layer'],
  },
  {
    method: 'get',
    path: '/api/plans/{id}/observations',
    summary: 'The figures of a plan’s indicators.',
    query: TIMES,
    gives: json(observationsContract),
    faults: ['no-plan', 'bad-moment'],
  },
  {
    method: 'get',
    path: '/api/plans/{id}/observations.csv',
    summary: 'The same figures as a table that can be imported again.',
    query: TIMES,
    gives: { type: 'text/csv' },
    faults: ['no-plan', 'bad-moment'],
  },
  {
    method: 'get',
    path: '/api/plans/{id}/observations.xlsx',
    summary: 'The same as a workbook that can be imported again.',
    query: TIMES,
    gives: { type: EXCEL },
    faults: ['no-plan', 'bad-moment'],
  },
  {
    method: 'post',
    path: '/api/plans/{id}/observations',
    summary: 'Takes figures from a CSV or Excel file of any layout, whole or not at all.',
    query: {
      locale: 'How the file writes numbers: vi or plain; plain where it is left out.',
      name: 'The file’s name, for the log.',
      look: 'true: only says how the file is understood, in `mappings`; one of them, corrected, goes back as `mapping` beside `file` in a multipart form.',
    },
    takes: 'text/csv',
    gives: json(importedContract),
    faults: ['no-plan', 'rows-refused', 'too-large', 'cross-site', 'bad-body'],
  },
  {
    method: 'get',
    path: '/api/jobs/{id}',
    summary: 'How far a job is that somebody asked for; for that person, and for who keeps the store.',
    query: {},
    gives: json(jobContract),
    faults: ['sign-in', 'no-job'],
  },
  ...DESK_ENDPOINTS,
  ...TERRITORY_ENDPOINTS,
  ...METHOD_ENDPOINTS,
  ...PLANNING_ENDPOINTS,
  ...AUDIT_ENDPOINTS,
  ...FINDING_ENDPOINTS,
  ...MEMBER_ENDPOINTS,
] as const satisfies readonly Endpoint[]
