import type { Language, Message } from '../../messages/message.ts'
import type { Plan } from '../../plan/plan.ts'

/** What a layer could not say, with indicators and areas by their names. `areaOf`: an area's name, or its id where it has none. */
export function named(
  message: Message,
  { indicators }: Plan,
  language: Language,
  areaOf: (id: string) => string,
): Message {
  const indicatorOf = (code: string) => {
    const name = indicators.find(known => known.code === code)?.name
    return name ? (name[language] ?? name.vi) : code
  }
  const { rule, actual = '', expected = '' } = message
  switch (rule) {
    case 'layer.not-added':
    case 'layer.no-rule':
      return { ...message, actual: indicatorOf(actual), expected: areaOf(expected) }
    case 'layer.not-inside':
      return { ...message, actual: areaOf(actual), expected: areaOf(expected) }
    case 'layer.no-share':
      return { ...message, actual: areaOf(actual), expected: expected.split(', ').map(areaOf).join(', ') }
    default:
      return message
  }
}
