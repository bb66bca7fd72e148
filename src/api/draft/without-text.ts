import type { Reading } from '../../reading/result.ts'

/** A reading as it is kept: the document's text is the document's. */
export function withoutText(reading: Reading): Omit<Reading, 'text'> {
  const { title, issuer, term, sections, targets, figures, tasks, messages, claims } = reading
  return { title, issuer, term, sections, targets, figures, tasks, messages, claims }
}
