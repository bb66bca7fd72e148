/**
 * Numbers in Vietnamese words. What counts as a number word depends on its neighbours, because several of them have
 * another, more common sense ("năm" year, "không" not, "tư" private, "một số" some); docs/reading-numbers.md says which.
 */
export interface NumberWords {
  readonly value: bigint
  /** UTF-16 length of the words read, from the start of the text. */
  readonly length: number
}

interface Word {
  readonly word: string
  readonly end: number
}

const DIGITS: Readonly<Record<string, bigint>> = {
  không: 0n, một: 1n, hai: 2n, ba: 3n, bốn: 4n, năm: 5n, sáu: 6n, bảy: 7n, bẩy: 7n, tám: 8n, chín: 9n,
} // prettier-ignore
/** Spellings that a unit digit takes behind "mười" and "mươi"; "năm" there means years: "hai mươi năm". */
const AFTER_TENS: Readonly<Record<string, bigint>> = { mốt: 1n, tư: 4n, lăm: 5n, nhăm: 5n }
const SCALES: Readonly<Record<string, bigint>> = { nghìn: 1_000n, ngàn: 1_000n, vạn: 10_000n, triệu: 1_000_000n }
const BILLION = 1_000_000_000n
const FIVE_BEFORE = new Set(['trăm', 'mươi', 'chục', 'nghìn', 'ngàn', 'vạn', 'triệu', 'tỷ', 'tỉ'])

/** Words that, behind another, take its sense as a number away: "một số" is some, "tỷ lệ" a rate, "tư nhân" private. */
const NO_NUMBER_BEFORE: Readonly<Record<string, ReadonlySet<string>>> = {
  một: new Set(['số', 'vài', 'cách', 'loạt', 'mặt', 'ít', 'chút', 'khi', 'lòng', 'chiều', 'cửa', 'trong', 'là']),
  // "Một là: …", "Hai là: …" number the points of a list.
  hai: new Set(['là']),
  ba: new Set(['là']),
  bốn: new Set(['là']),
  chín: new Set(['muồi', 'chắn']),
  tư: new Set(['nhân', 'vấn', 'liệu', 'pháp', 'thục', 'tưởng', 'cách', 'thế', 'duy', 'lệnh']),
  tỷ: new Set(['lệ', 'trọng', 'suất', 'giá', 'số', 'phú']),
  tỉ: new Set(['lệ', 'trọng', 'suất', 'giá', 'số', 'phú', 'mỉ']),
}

interface Step {
  readonly value: bigint
  /** The index of the first word that was not read. */
  readonly next: number
  /** A single digit without anything that fixes its place. */
  readonly lone: boolean
}

/** `doubt`: there are two readings, and none is taken. */
type Read = Step | 'none' | 'doubt'

/**
 * Reads the number words at the start of a text, in any case: "hai mươi mốt xã" → 21, length 12. `null` where there are
 * none, or where they have two readings ("một nghìn hai": 1.200 or 1.002). A bare "năm" is a year, a bare "không" is not.
 */
export function readNumberWords(text: string): NumberWords | null {
  const words = wordsOf(text)
  const read = billions(words)
  if (typeof read === 'string') return null
  const last = words[read.next - 1]
  return last ? { value: read.value, length: last.end } : null
}

/** The value of a text that is known to be a number in words and nothing else, as the "năm" of "05 (năm) xã". */
export function wholeNumberWords(text: string): bigint | null {
  const trimmed = text.trim()
  const bare = DIGITS[folded(trimmed)]
  if (bare !== undefined) return bare
  const read = readNumberWords(trimmed)
  return read?.length === trimmed.length ? read.value : null
}

const folded = (word: string) => word.normalize('NFC').toLowerCase()

/** The words at the start, as far as only blanks stand between them. */
function wordsOf(text: string): Word[] {
  const words: Word[] = []
  const pattern = /\s*([\p{L}\p{M}]+)/uy
  // No number below 10^18 has as many words; the rest of a long text is not looked at.
  while (words.length < 60) {
    const match = pattern.exec(text)
    if (!match?.[1] || (words.length === 0 && match[0] !== match[1])) break
    words.push({ word: folded(match[1]), end: pattern.lastIndex })
  }
  return words
}

/** The word at an index, or '' where it is none or has its other sense there. */
function numeral(words: readonly Word[], at: number): string {
  const word = words[at]?.word ?? ''
  const next = words[at + 1]?.word ?? ''
  if (NO_NUMBER_BEFORE[word]?.has(next)) return ''
  // "một phần trăm" is one per cent, "hai phần ba" is a fraction and no two.
  if (next === 'phần' && (word === 'một' || DIGITS[words[at + 2]?.word ?? ''] !== undefined))
    return words[at + 2]?.word === 'trăm' ? word : ''
  return word
}

/** Up to 999.999.999 × tỷ, then the rest below a tỷ. */
function billions(words: readonly Word[]): Read {
  const high = millions(words, 0)
  if (typeof high === 'string') return high
  const scale = numeral(words, high.next)
  if (scale !== 'tỷ' && scale !== 'tỉ') return doubtful(words, high, true) ? 'doubt' : high
  const start = high.next + 1
  const value = high.value * BILLION
  if (numeral(words, start) === 'rưỡi') return { value: value + BILLION / 2n, next: start + 1, lone: false }
  const low = millions(words, start)
  if (low === 'none') return { value, next: start, lone: false }
  if (low === 'doubt' || doubtful(words, low, false)) return 'doubt'
  return { value: value + low.value, next: low.next, lone: false }
}

/** A lone digit behind a scale ("hai triệu ba"), or in front of another digit ("ba bốn xã"), has no fixed place. */
const doubtful = (words: readonly Word[], { lone, next }: Step, first: boolean) =>
  lone && (!first || (DIGITS[numeral(words, next)] !== undefined && !['năm', 'không'].includes(numeral(words, next))))

/** Parts of falling scale: triệu, vạn, nghìn, units. */
function millions(words: readonly Word[], start: number): Read {
  let [value, at, smallest] = [0n, start, BILLION]
  for (;;) {
    const part = hundreds(words, at, at > 0)
    if (part === 'doubt') return 'doubt'
    if (part === 'none') return at === start ? 'none' : { value, next: at, lone: false }
    const scale = SCALES[numeral(words, part.next)]
    if (scale === undefined) {
      if (part.lone && at > start) return 'doubt'
      return { value: value + part.value, next: part.next, lone: part.lone }
    }
    if (scale >= smallest) return 'doubt'
    value += part.value * scale
    at = part.next + 1
    smallest = scale
    if (numeral(words, at) === 'rưỡi') return { value: value + scale / 2n, next: at + 1, lone: false }
  }
}

/** Below a thousand; `inside` a longer number it may begin with "không trăm" or "linh". */
function hundreds(words: readonly Word[], start: number, inside: boolean): Read {
  const digit = digitAt(words, start, inside)
  if (digit !== null && numeral(words, start + 1) === 'trăm') {
    const [value, at] = [digit * 100n, start + 2]
    if (numeral(words, at) === 'rưỡi') return { value: value + 50n, next: at + 1, lone: false }
    const rest = odd(words, at) ?? tens(words, at, false)
    if (typeof rest === 'string') return rest === 'doubt' ? rest : { value, next: at, lone: false }
    return rest.lone ? 'doubt' : { value: value + rest.value, next: rest.next, lone: false }
  }
  return (inside ? odd(words, start) : null) ?? tens(words, start, inside)
}

/** "linh năm", "lẻ bảy": the units behind an empty place of tens. */
function odd(words: readonly Word[], at: number): Step | null {
  if (!['linh', 'lẻ'].includes(numeral(words, at))) return null
  const unit = words[at + 1]?.word ?? ''
  const value = unit === 'tư' ? 4n : DIGITS[unit]
  return value === undefined || value === 0n ? null : { value, next: at + 2, lone: false }
}

/** Below a hundred. */
function tens(words: readonly Word[], start: number, inside: boolean): Read {
  if (numeral(words, start) === 'mười') return withUnit(words, start + 1, 10n)
  const digit = digitAt(words, start, inside)
  if (digit === null) return 'none'
  const next = numeral(words, start + 1)
  if (next === 'mươi') return withUnit(words, start + 2, digit * 10n)
  if (next === 'chục') return { value: digit * 10n, next: start + 2, lone: false }
  // "hai mốt", "ba lăm": the short forms of 21 and 35. "hai tư" is not read, "tư" has too many other senses.
  const short = next === 'tư' ? undefined : AFTER_TENS[next]
  if (short !== undefined) return { value: digit * 10n + short, next: start + 2, lone: false }
  return { value: digit, next: start + 1, lone: true }
}

function withUnit(words: readonly Word[], at: number, ten: bigint): Step {
  const word = numeral(words, at)
  const unit = AFTER_TENS[word] ?? (word === 'không' || startsHundred(words, at) ? null : digitAt(words, at, false))
  return unit === null ? { value: ten, next: at, lone: false } : { value: ten + unit, next: at + 1, lone: false }
}

const startsHundred = (words: readonly Word[], at: number) => ['trăm', 'mươi', 'chục'].includes(numeral(words, at + 1))

/**
 * A digit's value. "năm" is 5 only in front of a scale ("năm trăm") or of the years that it counts ("năm năm"), "không"
 * is 0 only in "không trăm" and "không nghìn" inside a number.
 */
function digitAt(words: readonly Word[], at: number, inside: boolean): bigint | null {
  const word = numeral(words, at)
  const next = words[at + 1]?.word ?? ''
  if (word === 'không') return inside && (next === 'trăm' || SCALES[next] !== undefined) ? 0n : null
  if (word !== 'năm') return DIGITS[word] ?? null
  const yearsFollow = next === 'năm' && !FIVE_BEFORE.has(words[at + 2]?.word ?? '')
  return FIVE_BEFORE.has(numeral(words, at + 1)) || yearsFollow ? 5n : null
}

const NAMES = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const
const nameOf = (n: bigint) => NAMES[Number(n)] ?? ''

/** A whole number from 0 to below 10^18 in words, as an office writes it: 1005 → "một nghìn không trăm linh năm". */
export function numberWords(n: bigint): string {
  if (n < 0n || n >= BILLION * BILLION) throw new RangeError(`only 0 to below 10^18 is written in words, not ${n}`)
  if (n === 0n) return nameOf(0n)
  const written: string[] = []
  const part = (value: bigint, scale: string) => {
    if (value > 0n) written.push(threeDigits(value, written.length > 0) + scale)
  }
  const scaled = (value: bigint) => {
    part(value / 1_000_000n, ' triệu')
    part((value / 1_000n) % 1_000n, ' nghìn')
    part(value % 1_000n, '')
  }
  scaled(n / BILLION)
  if (n >= BILLION) written.push('tỷ')
  scaled(n % BILLION)
  return written.join(' ')
}

function threeDigits(n: bigint, inside: boolean): string {
  const [hundred, ten, unit] = [n / 100n, (n / 10n) % 10n, n % 10n]
  const written = hundred > 0n || inside ? [nameOf(hundred), 'trăm'] : []
  if (ten === 0n)
    return unit === 0n ? written.join(' ') : [...written, ...(written.length ? ['linh'] : []), nameOf(unit)].join(' ')
  written.push(...(ten === 1n ? ['mười'] : [nameOf(ten), 'mươi']))
  if (unit === 5n) written.push('lăm')
  else if (unit === 1n && ten > 1n) written.push('mốt')
  else if (unit > 0n) written.push(nameOf(unit))
  return written.join(' ')
}
