import { TCVN3, VIQR_MARKS, VNI_LETTERS, VNI_MARKS } from './tables.ts'
import { isSyllable } from './syllable.ts'

export type LegacyEncoding = 'TCVN3' | 'VNI' | 'VIQR' | 'windows-1258'

/** An old encoding that was recognised, and what turns its letters into Unicode's (to be composed to NFC as a whole). */
export interface Legacy {
  readonly encoding: LegacyEncoding
  readonly convert: (text: string) => string
}

/** TCVN3 text whose bytes were taken for windows-1252, as Unicode. */
export const fromTcvn3 = (text: string): string => text.replace(/[\u00a1-\u00fe]/g, char => TCVN3.get(char) ?? char)

const VNI_PAIR = new RegExp(`([aeouyAEOUYôöÔÖ])([${[...VNI_MARKS.keys()].join('')}])`, 'g')

/** VNI text whose bytes were taken for windows-1252, as Unicode. */
export function fromVni(text: string): string {
  const letters = text.replace(
    VNI_PAIR,
    (_, letter: string, sign: string) => (VNI_LETTERS.get(letter) ?? letter) + (VNI_MARKS.get(sign) ?? ''),
  )
  return letters.replace(/[\u00c0-\u00ff](?![\u0300-\u036f])/g, char => VNI_LETTERS.get(char) ?? char).normalize('NFC')
}

/**
 * VIQR (RFC 1456) as Unicode. A sign right behind its vowel is a mark; as punctuation it is written with a backslash in
 * front. Nearly nobody writes the backslash at the end of a sentence, so where a syllable has its tone already ("mo+'i.")
 * a second one is punctuation.
 */
export const fromViqr = (text: string): string =>
  text.replace(/(?:[a-zA-Z]|(?<=[aeiouyAEIOUY])[\^(+`'?~.]+|\\[\^(+`'?~.])+/g, viqrWord).normalize('NFC')

function viqrWord(word: string): string {
  let toned = false
  return word
    .replace(/dd/g, 'đ')
    .replace(/D[Dd]/g, 'Đ')
    .replace(
      /\\(.)|([aeiouyAEIOUY])([\^(+]?)([`'?~.]?)/g,
      (_, escaped: string | undefined, letter: string, shape: string, tone: string) => {
        if (escaped !== undefined) return escaped
        const mark = toned ? tone : (VIQR_MARKS.get(tone) ?? '')
        toned ||= tone !== ''
        return letter + (VIQR_MARKS.get(shape) ?? '') + mark
      },
    )
}

const decoded = (label: string) =>
  Array.from({ length: 256 }, (_, byte) => new TextDecoder(label).decode(Uint8Array.of(byte)))
const TO_1258 = decoded('windows-1258')
const WINDOWS_1258: ReadonlyMap<string, string> = new Map(
  decoded('windows-1252').map((char, byte) => [char, TO_1258[byte] ?? char]),
)

/** windows-1258 text whose bytes were taken for windows-1252, as Unicode. */
export const fromWindows1258 = (text: string): string =>
  text.replace(/[^\0-\x7f]/g, char => WINDOWS_1258.get(char) ?? char).normalize('NFC')

const ENCODINGS: readonly Legacy[] = [
  { encoding: 'TCVN3', convert: fromTcvn3 },
  { encoding: 'VNI', convert: fromVni },
  { encoding: 'windows-1258', convert: fromWindows1258 },
  { encoding: 'VIQR', convert: fromViqr },
]

/** How far a text is looked at: enough for thousands of syllables. */
const SAMPLE = 60_000

/** Of the words that bear marks: how many there are, and how many of them are syllables of Vietnamese. */
function marked(text: string): { readonly words: number; readonly marked: number; readonly share: number } {
  let [words, withMarks, syllables] = [0, 0, 0]
  for (const [word] of text.normalize('NFC').matchAll(/[^\s\d!-/:-@[-`{-~\u2010-\u2026]+/g)) {
    words += 1
    if (!/[^\0-\x7f]/.test(word)) continue
    withMarks += 1
    if (isSyllable(word)) syllables += 1
  }
  return { words, marked: withMarks, share: withMarks === 0 ? 0 : syllables / withMarks }
}

/**
 * The old encoding that a text is in, by trying each: the one under which the words with marks become syllables of
 * Vietnamese. Null for text that is Unicode already, or not Vietnamese at all.
 */
export function legacyOf(text: string): Legacy | null {
  const sample = sampleOf(text)
  const before = marked(sample)
  if (before.share > 0.6) return null
  const ascii = !/[\u0080-\u00ff]/.test(sample)
  let best: { readonly legacy: Legacy; readonly share: number } | null = null
  for (const legacy of ENCODINGS) {
    if (ascii !== (legacy.encoding === 'VIQR')) continue
    const after = marked(legacy.convert(sample))
    const enough = after.marked >= (ascii ? 6 : 2) && after.marked >= after.words * (ascii ? 0.35 : 0.2)
    if (enough && after.share >= 0.75 && after.share > (best?.share ?? 0)) best = { legacy, share: after.share }
  }
  return best?.legacy ?? null
}

/** Whether most of a text's words with marks are syllables of Vietnamese as it stands. */
export function isVietnamese(text: string): boolean {
  const found = marked(sampleOf(text))
  return found.marked >= 2 && found.share > 0.6
}

/** The head of a text and a piece of its middle: a cover page may be in English, or all figures. */
function sampleOf(text: string): string {
  if (text.length <= SAMPLE) return text
  const middle = Math.floor(text.length / 2)
  return `${text.slice(0, SAMPLE / 2)} ${text.slice(middle, middle + SAMPLE / 2)}`
}
