import { SEVERITIES, FINDING_STATES, ABOUTS } from '../../desk/findings/finding.ts'
import { ROLES } from '../../desk/policy.ts'
import { REPORT_STATES, REPORT_VERBS } from '../../desk/reports/report.ts'
import { say } from '../../messages/catalogue.ts'
import { isDay } from '../../measure/period.ts'
import { showDay, showMoment } from '../../measure/show.ts'
import type { View, WebCode } from '../frame/view.ts'
import type { AuditNames } from './subject.ts'

const NAMED = new Set([
  ...['version', 'verb', 'state', 'reason', 'rows', 'digest', 'sha256', 'name', 'kind', 'expires', 'notices', 'role'],
  ...['organisation', 'area', 'grants', 'severity', 'due', 'found', 'demanded', 'answer', 'answered', 'recorded'],
  ...['closed', 'about', 'id', 'parent', 'head', 'characters'],
])

/** The way to a field in words where they are known: "grants.0.organisation" is "role 1 › organisation". */
export function fieldIn({ t }: View, field: string): string {
  const said: string[] = []
  for (const part of field.split('.')) {
    const word = NAMED.has(part) ? t(`web.audit.field-${part}` as WebCode) : part
    const last = said.at(-1)
    if (/^\d+$/.test(part) && last !== undefined) said[said.length - 1] = `${last} ${Number(part) + 1}`
    else if (last?.replace(/ \d+$/, '') !== word) said.push(word)
  }
  return said.join(' › ')
}

/** A value as its field means it: a code of ours by its word, an organisation by its name, a moment as people write it. */
export function valueIn(view: View, { organisations }: AuditNames, field: string, value: string): string {
  const parts = field.split('.')
  const word = wordOf(view, parts, value)
  if (word !== null) return word
  if (['organisation', 'parent'].includes(parts.at(-1) ?? '')) return organisations.get(value) ?? value
  if (isDay(value)) return showDay(value, view.language)
  return /^\d{4}-\d\d-\d\dT/.test(value) ? showMoment(value, view.language) : value
}

function wordOf({ t, language }: View, parts: readonly string[], value: string): string | null {
  const among = <Word extends string>(words: readonly Word[]) => words.find(each => each === value)
  switch (parts.at(-1)) {
    case 'role': {
      const role = among(ROLES)
      return role ? t(`web.role.${role}`) : null
    }
    case 'severity': {
      const severity = among(SEVERITIES)
      return severity ? t(`web.finding.severity-${severity}`) : null
    }
    case 'state': {
      const [finding, report] = [among(FINDING_STATES), among(REPORT_STATES)]
      return finding ? t(`web.finding.state-${finding}`) : report ? say(`desk.state-${report}`, language) : null
    }
    case 'verb': {
      const verb = among(REPORT_VERBS)
      return verb ? t(`web.audit.verb-${verb}`) : null
    }
    case 'kind': {
      const about = parts.at(-2) === 'about' ? among(ABOUTS) : undefined
      return about ? t(`web.finding.about-${about}`) : null
    }
    case undefined:
    default:
      return null
  }
}
