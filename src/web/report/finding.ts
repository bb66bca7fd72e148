import type { Language, Message } from '../../messages/message.ts'
import { findingOf } from '../../plan/rules/finding.ts'
import type { View } from '../frame/view.ts'

/** What a rule has to say of a figure, without the number of its line; `notation`: of the figures that it names. */
export function findingIn(message: Message, { t, language }: View, notation: Language = language): string {
  const found = findingOf(message, notation)
  if (!found) return ''
  const said = t(`web.report.rule-${found.kind}`, found.values)
  return found.remark ? `${said} ${t('web.report.rule-remark')}` : said
}
