import { ROLES } from '../../desk/policy.ts'
import { REPORT_VERBS } from '../../desk/reports/report.ts'
import { countIn } from '../frame/figures.ts'
import type { View, WebCode } from '../frame/view.ts'
import type { AuditLine } from '../../store/audit-lines.ts'
import { toldOf } from './changes.ts'
import { isKind } from './kinds.ts'
import { subjectOf, type AuditNames } from './subject.ts'

/** A sentence around what it is about: "Sửa cơ quan " and "", with the thing and its page between. */
export interface Said {
  readonly before: string
  readonly what: string
  readonly path: string | null
  readonly after: string
}

type Told = Readonly<Record<string, unknown>>

/** What the sentence of a kind says already, so that the list need not. */
const SAID: Readonly<Record<string, readonly string[] | 'all'>> = {
  figures: 'all',
  document: 'all',
  draft: 'all',
  evidence: 'all',
  notices: 'all',
  'notices-sent': 'all',
  member: 'all',
  invitation: 'all',
  report: ['version', 'verb', 'state'],
}
export const isSaid = (kind: string, field: string): boolean => {
  const said = SAID[kind] ?? []
  return said === 'all' || said.includes(field)
}

/** What a line says was done, as a sentence. */
export function saidOf(view: View, line: AuditLine, names: AuditNames): Said {
  const [before, after] = [toldOf(line.before), toldOf(line.after)]
  const subject = subjectOf(view, names, line, after ?? before)
  const [code, values] = sentenceOf(view, line, before, after)
  const what =
    values['many'] === undefined && (line.subject !== line.actor || line.kind === 'member') ? subject.said : ''
  const [first = '', last = ''] = view.template(code).split('{what}')
  const filled = (part: string) => part.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
  return { before: filled(first), what, path: what === '' ? null : subject.path, after: filled(last) }
}

type Sentence = readonly [WebCode, Readonly<Record<string, string>>]

function sentenceOf(view: View, line: AuditLine, before: Told | null, after: Told | null): Sentence {
  const { kind } = line
  const text = (told: Told | null, name: string): string => {
    const value = told?.[name]
    return typeof value === 'string' ? value : typeof value === 'number' ? countIn(value, view.language) : ''
  }
  switch (kind) {
    case 'figures':
      return ['web.audit.said-figures', { rows: text(after, 'rows') }]
    case 'report': {
      const verb = REPORT_VERBS.find(each => each === after?.['verb'])
      return verb ? [`web.audit.said-report-${verb}`, {}] : plain(view, kind)
    }
    case 'evidence':
      return after?.['state'] === 'withdrawn'
        ? ['web.audit.said-evidence-withdrawn', {}]
        : ['web.audit.said-evidence', { name: text(after, 'name') }]
    case 'plan':
      return [before ? 'web.audit.said-plan-again' : 'web.audit.said-plan', {}]
    case 'document':
      return ['web.audit.said-document', {}]
    case 'draft':
      return [after?.['state'] === 'open' ? 'web.audit.said-draft' : 'web.audit.said-draft-done', {}]
    case 'finding':
      return [findingSaid(before, after), {}]
    case 'invitation': {
      const roles = rolesIn(view, after?.['grants'])
      return after?.['kind'] === 'reset'
        ? ['web.audit.said-reset', {}]
        : ['web.audit.said-invited', { roles: roles === '' ? '' : `: ${roles}` }]
    }
    case 'member': {
      const roles = rolesIn(view, after?.['grants'])
      return roles === ''
        ? ['web.audit.said-member-none', {}]
        : [before ? 'web.audit.said-member-changed' : 'web.audit.said-member', { roles }]
    }
    case 'notices':
      return ['web.audit.said-notices', { count: text(after, 'notices') }]
    case 'notices-sent':
      return ['web.audit.said-notices-sent', { count: text(after, 'notices') }]
    default:
      return definitionSaid(view, line, before, after) ?? plain(view, kind)
  }
}

/** "Sửa cơ quan …": of what is defined; null for what has no before and after. */
function definitionSaid({ t, language }: View, line: AuditLine, old: Told | null, fresh: Told | null): Sentence | null {
  const { kind, subject } = line
  if (line.before === '' && line.after === '') return null
  const noun = lower(isKind(kind) ? t(`web.audit.kind-${kind}`) : kind)
  // A line of several tells them by id; their number is its subject.
  if (/^\d+$/.test(subject) && !old && !fresh)
    return ['web.audit.said-many', { count: countIn(Number(subject), language), noun, many: subject }]
  return [!old ? 'web.audit.said-added' : !fresh ? 'web.audit.said-removed' : 'web.audit.said-changed', { noun }]
}

const lower = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1)

const plain = ({ t }: View, kind: string): Sentence => [
  'web.audit.said-plain',
  { kind: isKind(kind) ? t(`web.audit.kind-${kind}`) : kind },
]

function findingSaid(before: Told | null, after: Told | null) {
  const [old, fresh] = [before?.['state'], after?.['state']]
  if (!before) return 'web.audit.said-finding'
  if (fresh === 'answered') return 'web.audit.said-finding-answered'
  if (fresh === 'closed') return 'web.audit.said-finding-closed'
  return old === 'closed' ? 'web.audit.said-finding-reopened' : 'web.audit.said-finding-refused'
}

/** "Người báo cáo, Người duyệt": the roles that are granted, each once. */
function rolesIn({ t }: View, grants: unknown): string {
  const given = Array.isArray(grants) ? (grants as { readonly role?: unknown }[]).map(({ role }) => role) : []
  return ROLES.filter(role => given.includes(role))
    .map(role => t(`web.role.${role}`))
    .join(', ')
}
