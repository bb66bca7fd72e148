/**
 * Every fault that a request can be answered with, and its HTTP status. The sentence stands in the catalogue under
 * `web.fault.<code>`; docs/api.md lists them all, and a test holds the two against each other both ways.
 */
export const FAULTS = {
  'not-found': 404,
  'no-plan': 404,
  'no-target': 404,
  'no-document': 404,
  'no-draft': 404,
  'no-measure': 404,
  'no-area': 404,
  'no-round': 404,
  'no-organisation': 404,
  'no-job': 404,
  'no-finding': 404,
  'no-line': 404,
  'no-file-left': 404,
  'jobs-full': 409,
  'no-evidence': 404,
  'not-asked': 404,
  'not-open': 409,
  'nothing-asked': 409,
  conflict: 409,
  'shares-changed': 409,
  'wrong-state': 409,
  'own-work': 403,
  'no-reason': 400,
  'not-later': 400,
  'lines-refused': 422,
  'evidence-too-large': 413,
  'evidence-not-taken': 422,
  'bad-body': 400,
  'bad-day': 400,
  'bad-moment': 400,
  'bad-query': 400,
  'bad-layer': 400,
  'no-share': 404,
  'bad-form': 400,
  'no-file': 400,
  'sign-in': 401,
  'not-allowed': 403,
  'second-factor': 403,
  'no-member': 404,
  'no-invitation': 404,
  'bad-email': 400,
  'last-administrator': 409,
  'own-factor-first': 409,
  'unknown-host': 421,
  'cross-site': 403,
  'too-large': 413,
  'not-readable': 422,
  'no-targets': 422,
  'rows-refused': 422,
  'nothing-to-undo': 409,
  'draft-published': 409,
  internal: 500,
} as const satisfies Readonly<Record<string, 400 | 401 | 403 | 404 | 409 | 413 | 421 | 422 | 500>>

export type FaultCode = keyof typeof FAULTS

/** A fault on its way to the edge: thrown by a route, answered by the app in the reader's language and the asked form. */
export class Fault extends Error {
  readonly code: FaultCode
  readonly values: Readonly<Record<string, string>>

  constructor(code: FaultCode, values: Readonly<Record<string, string>> = {}) {
    super(code)
    this.name = 'Fault'
    this.code = code
    this.values = values
  }
}
