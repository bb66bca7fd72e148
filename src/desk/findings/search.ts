import { foldedForm } from '../../measure/names.ts'
import type { Store } from '../../store/open.ts'
import type { Member } from '../policy.ts'
import { officesOfFindings } from './access.ts'
import { byUrgency, FINDING_STATES, isOverdue, SEVERITIES, type Finding } from './finding.ts'
import { listFindings } from './known.ts'

/** The findings that a member may see, in order of urgency, and the names of the offices by id. */
export async function readableFindings(store: Store, tenant: string, member: Member | null, today: string) {
  const { offices, allowed } = await officesOfFindings({ store, tenant }, today)
  const findings = (await listFindings(store, tenant)).filter(each => allowed(member, 'finding.read', each))
  return {
    findings: findings.sort(byUrgency(today)),
    offices: new Map([...offices].map(([id, { name }]) => [id, name])),
  }
}

/** What the register is narrowed to; empty: everything. */
export interface FindingsAsked {
  /** "open", "answered", "closed", "overdue". */
  readonly state: string
  readonly organisation: string
  readonly severity: string
  /** Words in what was found, demanded or answered; with or without accents. */
  readonly text: string
}

export const STATES_ASKED = ['', 'overdue', ...FINDING_STATES] as const

export function findingsAsked(read: (name: keyof FindingsAsked) => string | undefined): FindingsAsked {
  const text = (name: keyof FindingsAsked) => (read(name) ?? '').normalize('NFC').trim()
  const state = STATES_ASKED.find(each => each === text('state')) ?? ''
  const severity = SEVERITIES.find(each => each === text('severity')) ?? ''
  return { state, severity, organisation: text('organisation'), text: text('text').slice(0, 200) }
}

/** Those that are meant, but for their state: what the counts of states are taken of. */
export const besidesState = (findings: readonly Finding[], asked: FindingsAsked): readonly Finding[] => {
  const words = foldedForm(asked.text)
  return findings.filter(
    finding =>
      (asked.organisation === '' || finding.organisation === asked.organisation) &&
      (asked.severity === '' || finding.severity === asked.severity) &&
      (words === '' ||
        foldedForm(
          [finding.id, finding.found, finding.demanded, finding.answer, finding.about.name].join(' '),
        ).includes(words)),
  )
}

export const inState = (findings: readonly Finding[], state: string, today: string): readonly Finding[] =>
  findings.filter(finding =>
    state === '' ? true : state === 'overdue' ? isOverdue(finding, today) : finding.state === state,
  )
