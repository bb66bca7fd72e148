import { findingsContract, findingStepsContract } from '../contract/findings.ts'
import type { Endpoint } from '../endpoints.ts'

const READERS = ['sign-in', 'not-allowed'] as const

/** The addresses of findings of inspections. */
export const FINDING_ENDPOINTS: readonly Endpoint[] = [
  {
    method: 'get',
    path: '/api/findings',
    summary: 'Findings of inspections that the reader may see, the late first.',
    query: {
      state: 'overdue, open, answered or closed; all where it is left out.',
      organisation: 'The code of the organisation that answers.',
      severity: 'remark, shortcoming or serious.',
      text: 'Words in its number, what was found, demanded, answered, or what it is about; with or without accents.',
      after: 'Only those behind the finding of this number, in their order.',
      limit: 'So many at most; 100 where it is left out, 1000 at most.',
    },
    gives: { type: 'application/json', contract: findingsContract },
    faults: [...READERS, 'bad-query'],
  },
  {
    method: 'get',
    path: '/api/findings/{id}',
    summary: 'A finding with who did what to it and when.',
    query: {},
    gives: { type: 'application/json', contract: findingStepsContract },
    faults: [...READERS, 'no-finding'],
  },
]
