import type { Message, Outcome } from '../../messages/message.ts'
import { legacyOf, vietnameseShare } from './legacy.ts'

/**
 * The text of bytes: UTF-8, UTF-16 with its mark, windows-1258, or a legacy encoding of Vietnamese that is recognised by
 * its words. Null with a message that names the first byte that fits nothing.
 */
export function decodeText(bytes: Uint8Array): Outcome<string | null> {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return recognised(new TextDecoder('utf-16le').decode(bytes), [])
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return recognised(new TextDecoder('utf-16be').decode(bytes), [])
  const zero = bytes.indexOf(0)
  if (zero >= 0) return { value: null, messages: [{ rule: 'source.binary', severity: 'error', actual: String(zero) }] }
  try {
    return recognised(new TextDecoder('utf-8', { fatal: true }).decode(bytes), [])
  } catch {
    const legacy = legacyOf(asLatin1(bytes))
    if (legacy) return { value: tidy(legacy.text), messages: [converted(legacy.encoding)] }
    const windows = new TextDecoder('windows-1258').decode(bytes).normalize('NFC')
    if (vietnameseShare(windows) > 0.12) return { value: tidy(windows), messages: [converted('windows-1258')] }
    return {
      value: null,
      messages: [{ rule: 'source.broken-encoding', severity: 'error', actual: String(firstBad(bytes)) }],
    }
  }
}

/** Bytes as the characters of the same number; TextDecoder's "latin1" is windows-1252 and moves 0x80 to 0x9f. */
const asLatin1 = (bytes: Uint8Array) => {
  let text = ''
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192))
  return text
}

/** Text that is Unicode by its bytes may still hold legacy letters, as converted Word files do. */
export function recognised(text: string, messages: readonly Message[]): Outcome<string> {
  const whole = tidy(text)
  const legacy = /[\u00a1-\u00ff]|[aeiou][\^(+`'?~]/i.test(whole) ? legacyOf(whole) : null
  return legacy
    ? { value: tidy(legacy.text), messages: [...messages, converted(legacy.encoding)] }
    : { value: whole, messages }
}

const converted = (encoding: string): Message => ({ rule: 'source.converted', severity: 'info', actual: encoding })

const tidy = (text: string) =>
  text
    .replace(/^\ufeff/, '')
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')

function firstBad(bytes: Uint8Array): number {
  let [low, high] = [0, bytes.length]
  const decodes = (n: number) => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, n), { stream: true })
      return true
    } catch {
      return false
    }
  }
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (decodes(middle)) low = middle
    else high = middle - 1
  }
  return low
}
