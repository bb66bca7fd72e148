import type { Outcome } from '../../messages/message.ts'

/** No document: the rule that refuses it, what was found and what was expected. */
export const refused = (rule: string, actual = '', expected = ''): Outcome<null> => ({
  value: null,
  messages: [{ rule, severity: 'error', actual, expected }],
})
