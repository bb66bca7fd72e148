import type { View } from '../frame/view.ts'

/** Names of what lines speak of by code: organisations, and the tables of rounds. */
export interface AuditNames {
  readonly organisations: ReadonlyMap<string, string>
  readonly rounds: ReadonlyMap<string, string>
}

/** What a line is about, in words, and where it is seen; null where the reader has no page of it. */
export interface Subject {
  readonly said: string
  readonly path: string | null
}

/** `told`: what the line tells of it, where it is one thing. */
export function subjectOf(
  { may }: Pick<View, 'may'>,
  { organisations, rounds }: AuditNames,
  { kind, subject }: { readonly kind: string; readonly subject: string },
  told: Readonly<Record<string, unknown>> | null,
): Subject {
  const id = encodeURIComponent(subject)
  const name = typeof told?.['name'] === 'string' ? told['name'] : null
  switch (kind) {
    case 'plan':
      return { said: subject, path: `/plans/${id}` }
    case 'document':
      return { said: name ?? subject, path: `/documents/${id}` }
    case 'draft':
      return { said: subject, path: may('plan.define') ? `/drafts/${id}` : null }
    case 'report':
    case 'evidence': {
      const [round = '', office = ''] = subject.split(' ')
      const [schedule = '', period = ''] = round.split(':')
      const said = [rounds.get(schedule) ?? schedule, period].filter(part => part !== '').join(' ')
      return {
        said: `${said}, ${organisations.get(office) ?? office}`,
        path: may('read.pending') ? `/reports/${encodeURIComponent(round)}/${encodeURIComponent(office)}` : null,
      }
    }
    case 'finding':
      return { said: subject, path: may('finding.read') ? `/findings/${id}` : null }
    case 'organisation':
    case 'assignment':
      return {
        said: organisations.get(subject) ?? name ?? subject,
        path: organisations.has(subject) ? `/organisations/${id}` : null,
      }
    case 'indicator':
      return { said: name ?? subject, path: `/indicators/${id}` }
    case 'round':
      return { said: name ?? rounds.get(subject) ?? subject, path: may('read.pending') ? '/rounds' : null }
    case 'territory':
      return { said: '', path: '/territory' }
    case 'rule':
      return { said: name ?? subject, path: null }
    default:
      return { said: subject, path: null }
  }
}
