import type { Message, Outcome } from '../../messages/message.ts'
import { legacyOf } from './legacy.ts'

/** Bytes as text. `certain` where they are Unicode; else their text is Latin letters that stand for those of an old encoding. */
export interface Decoded {
  readonly text: string
  readonly certain: boolean
}

/** The text of bytes that are no office file: UTF-8, UTF-16, or one byte a letter; null with a message for binary bytes. */
export function decodeBytes(bytes: Uint8Array): Outcome<Decoded | null> {
  const wide = utf16Of(bytes)
  if (wide) {
    const text = strictly(wide, bytes)
    return text === null ? refused('source.broken-utf16', wide.toUpperCase()) : done(text, true)
  }
  const zero = bytes.indexOf(0)
  if (zero >= 0) return refused('source.binary', String(zero))
  const text = strictly('utf-8', bytes)
  return text === null ? done(new TextDecoder('windows-1252').decode(bytes), false) : done(text, true)
}

/** The text of a plain file, in Unicode: an old encoding is recognised and said; bytes that fit nothing are an error. */
export function decodeText(bytes: Uint8Array): Outcome<string | null> {
  const { value, messages } = decodeBytes(bytes)
  if (value === null) return { value, messages }
  const legacy = legacyOf(value.text)
  if (legacy) return { value: tidy(legacy.convert(value.text)), messages: [...messages, converted(legacy.encoding)] }
  return value.certain ? { value: tidy(value.text), messages } : brokenEncoding(bytes)
}

export const converted = (encoding: string): Message => ({
  rule: 'source.converted',
  severity: 'info',
  actual: encoding,
})

/** Bytes that are neither UTF-8 nor any old encoding of Vietnamese, with the place of the first that is no UTF-8. */
export const brokenEncoding = (bytes: Uint8Array): Outcome<null> =>
  refused('source.broken-encoding', String(firstBad(bytes)))

const done = (text: string, certain: boolean): Outcome<Decoded> => ({ value: { text, certain }, messages: [] })
const refused = (rule: string, actual: string): Outcome<null> => ({
  value: null,
  messages: [{ rule, severity: 'error', actual }],
})

const tidy = (text: string) =>
  text
    .replace(/^\ufeff/, '')
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')

function strictly(label: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** UTF-16 by its mark, or, without one, because nearly every second byte of its head is zero (spaces, digits, ASCII). */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (bytes.length < 8 || bytes.length % 2 === 1) return null
  const head = bytes.subarray(0, Math.min(bytes.length, 4096))
  let [even, odd] = [0, 0]
  for (let i = 0; i < head.length; i += 1) {
    if (head[i] !== 0) continue
    if (i % 2 === 0) even += 1
    else odd += 1
  }
  const half = head.length / 2
  if (odd > half * 0.4 && even === 0) return 'utf-16le'
  if (even > half * 0.4 && odd === 0) return 'utf-16be'
  return null
}

/** The place of the first byte that cannot belong to UTF-8. */
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
