import type { Endpoint } from '../endpoints.ts'
import { REPORT_VERBS, type ReportVerb } from '../../desk/reports/report.ts'
import {
  actContract,
  attachedContract,
  evidenceContract,
  extensionContract,
  gapsContract,
  noticesContract,
  organisationsContract,
  reportContract,
  roundContract,
  roundsContract,
  savedContract,
  standingsContract,
} from '../contract/desk.ts'

const json = (contract: Extract<Endpoint['gives'], { contract: unknown }>['contract']) =>
  ({ type: 'application/json', contract }) as const
const ON = { on: 'The day asked, ISO; today in Asia/Ho_Chi_Minh where it is left out.' }
const MEMBERS = ['sign-in', 'not-allowed'] as const
const TABLE = {
  method: 'post',
  query: {},
  takes: 'text/csv',
  gives: json(savedContract),
  faults: [...MEMBERS, 'rows-refused', 'too-large', 'cross-site'],
} as const

const DOES: Readonly<Record<ReportVerb, string>> = {
  save: 'Saves the lines of a report as a draft; all of them, in the place of what stood.',
  submit: 'Submits a draft; every figure asked must be there, or the reason why not.',
  recall: 'Takes a submitted report back.',
  approve: 'Approves a submitted report; never by whoever entered or submitted it.',
  return: 'Returns a report with a reason.',
  publish: 'Publishes an approved report: its figures enter the store in the same transaction.',
  revise: 'Opens a published report for a revision, with a reason.',
}

/** The addresses of the desk. */
export const DESK_ENDPOINTS: readonly Endpoint[] = [
  {
    method: 'get',
    path: '/api/desk/organisations',
    summary: 'The organisations that report.',
    query: {},
    gives: json(organisationsContract),
    faults: MEMBERS,
  },
  {
    ...TABLE,
    path: '/api/desk/organisations',
    summary: 'Puts a table of organisations in the place of what stands (`id,name,kind,parent,area,head`).',
  },
  {
    ...TABLE,
    path: '/api/desk/assignments',
    summary: 'Says whose figures are whose, in the place of what stands (`indicator,area,organisation,owner,deputy`).',
  },
  {
    ...TABLE,
    path: '/api/desk/schedules',
    summary: 'Puts a table of schedules of rounds in the place of what stands.',
  },
  { ...TABLE, path: '/api/desk/calendar', summary: 'Takes what was decided of days off in single years.' },
  {
    method: 'get',
    path: '/api/desk/gaps',
    summary: 'Figures of open rounds that have no owner or no deputy.',
    query: ON,
    gives: json(gapsContract),
    faults: [...MEMBERS, 'bad-day'],
  },
  {
    method: 'get',
    path: '/api/desk/rounds',
    summary: 'The rounds that have opened by a day.',
    query: ON,
    gives: json(roundsContract),
    faults: [...MEMBERS, 'bad-day'],
  },
  {
    method: 'post',
    path: '/api/desk/rounds/{round}/extension',
    summary: 'Puts off the due day of a round, with a reason.',
    query: {},
    takes: extensionContract,
    gives: json(roundContract),
    faults: [...MEMBERS, 'no-round', 'no-reason', 'not-later', 'bad-body', 'cross-site'],
  },
  {
    method: 'get',
    path: '/api/desk/standings',
    summary: 'Who is late and since when, and how reliably each office reports.',
    query: { ...ON, since: 'Only rounds due on this day or later.', organisation: 'Only this office.' },
    gives: json(standingsContract),
    faults: [...MEMBERS, 'bad-day'],
  },
  {
    method: 'get',
    path: '/api/desk/notices',
    summary: 'What the calendar and other people have to tell the person who asks, the newest first.',
    query: {},
    gives: json(noticesContract),
    faults: ['sign-in'],
  },
  {
    method: 'get',
    path: '/api/desk/reports/{round}/{organisation}',
    summary: 'The report of an office in a round, what is asked of it, and its steps so far.',
    query: {},
    gives: json(reportContract),
    faults: [...MEMBERS, 'no-round', 'no-organisation'],
  },
  {
    method: 'get',
    path: '/api/desk/reports/{round}/{organisation}/evidence',
    summary: 'The files that bear out figures of a report.',
    query: {},
    gives: json(evidenceContract),
    faults: MEMBERS,
  },
  {
    method: 'post',
    path: '/api/desk/reports/{round}/{organisation}/evidence',
    summary: 'Attaches a file (PDF, PNG, JPEG, docx, xlsx by its content) to a figure of a report that is still open.',
    query: { indicator: 'The figure’s indicator.', area: 'The figure’s area.', name: 'The file’s name.' },
    takes: 'application/octet-stream',
    gives: json(attachedContract),
    faults: [
      ...MEMBERS,
      'no-round',
      'no-organisation',
      'not-open',
      'not-asked',
      'wrong-state',
      'no-file',
      'evidence-too-large',
      'evidence-not-taken',
      'cross-site',
    ],
  },
  ...REPORT_VERBS.map((verb): Endpoint => ({
    method: 'post',
    path: `/api/desk/reports/{round}/{organisation}/${verb}`,
    summary: DOES[verb],
    query: {},
    takes: actContract,
    gives: json(reportContract),
    faults: [
      ...MEMBERS,
      'no-round',
      'no-organisation',
      'not-open',
      'nothing-asked',
      'conflict',
      'wrong-state',
      'own-work',
      'no-reason',
      'lines-refused',
      'bad-body',
      'too-large',
      'cross-site',
    ],
  })),
]
