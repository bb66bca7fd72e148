import type { Endpoint } from '../endpoints.ts'
import {
  allocationsContract,
  cataloguedContract,
  correctedContract,
  definedContract,
  draftContract,
  draftsContract,
  indicatorsContract,
  publishedContract,
  readingBegunContract,
  sentCorrectionContract,
  sentIndicatorContract,
  sentPublicationContract,
  sentSharesContract,
  sharesSavedContract,
} from '../contract/planning.ts'

const json = (contract: Extract<Endpoint['gives'], { contract: unknown }>['contract']) =>
  ({ type: 'application/json', contract }) as const
const MEMBERS = ['sign-in', 'not-allowed'] as const
const SENT = [...MEMBERS, 'bad-body', 'too-large', 'cross-site'] as const
const DRAFT = [...MEMBERS, 'no-draft'] as const
const AS_OF = { asOf: 'The moment of knowledge; now where it is left out.' }

/** The addresses of planning: allocations, indicators, drafts. */
export const PLANNING_ENDPOINTS: readonly Endpoint[] = [
  {
    method: 'get',
    path: '/api/plans/{id}/allocations',
    summary: 'What of each measure is shared out to areas and years, and what the shares come to.',
    query: AS_OF,
    gives: json(allocationsContract),
    faults: ['no-plan', 'bad-moment'],
  },
  {
    method: 'post',
    path: '/api/plans/{id}/allocations/{measure}',
    summary: 'Changes shares of a measure; what others changed since `expected` stays, what both changed is refused.',
    query: {},
    takes: sentSharesContract,
    gives: json(sharesSavedContract),
    faults: [...SENT, 'no-plan', 'no-measure', 'shares-changed', 'rows-refused'],
  },
  {
    method: 'get',
    path: '/api/indicators',
    summary: 'The indicators, each with the plans that hold it.',
    query: {},
    gives: json(indicatorsContract),
    faults: [],
  },
  {
    method: 'get',
    path: '/api/indicators/{code}',
    summary: 'One indicator.',
    query: {},
    gives: json(cataloguedContract),
    faults: ['not-found'],
  },
  {
    method: 'post',
    path: '/api/indicators',
    summary: 'Defines an indicator, new or as a new version, in every plan that holds it.',
    query: {},
    takes: sentIndicatorContract,
    gives: json(definedContract),
    faults: [...SENT, 'rows-refused'],
  },
  {
    method: 'get',
    path: '/api/drafts',
    summary: 'The drafts with the documents that they were made of; for planners, as all of drafts.',
    query: {},
    gives: json(draftsContract),
    faults: MEMBERS,
  },
  {
    method: 'get',
    path: '/api/drafts/{draft}',
    summary: 'A draft as it stands, with its corrections done.',
    query: {},
    gives: json(draftContract),
    faults: DRAFT,
  },
  {
    method: 'post',
    path: '/api/drafts',
    summary: 'Reads a document into a draft, as a job.',
    query: { name: 'The file’s name, where the body is the file; its ending tells Markdown from plain text.' },
    takes: 'application/octet-stream',
    gives: json(readingBegunContract),
    faults: [...SENT, 'no-file', 'jobs-full', 'not-readable'],
  },
  {
    method: 'post',
    path: '/api/drafts/{draft}/read',
    summary: 'Reads a draft’s document again from what is kept of it (no body), or a newer file, as a job.',
    query: { name: 'The file’s name, where the body is the file.' },
    takes: 'application/octet-stream',
    gives: json(readingBegunContract),
    faults: [...SENT, 'no-draft', 'jobs-full', 'not-readable'],
  },
  {
    method: 'post',
    path: '/api/drafts/{draft}/corrections',
    summary: 'Corrects a draft, as the forms of its page do.',
    query: {},
    takes: sentCorrectionContract,
    gives: json(correctedContract),
    faults: [...SENT, 'no-draft', 'no-measure', 'draft-published', 'rows-refused'],
  },
  {
    method: 'post',
    path: '/api/drafts/{draft}/undo',
    summary: 'Takes the last step of a draft back.',
    query: {},
    gives: json(correctedContract),
    faults: [...MEMBERS, 'no-draft', 'draft-published', 'nothing-to-undo', 'cross-site'],
  },
  {
    method: 'post',
    path: '/api/drafts/{draft}/publish',
    summary: 'Publishes a draft as a plan, or as the next version of the plan that it revises.',
    query: {},
    takes: sentPublicationContract,
    gives: json(publishedContract),
    faults: [...SENT, 'no-draft', 'draft-published', 'rows-refused'],
  },
]
