import type { Span } from '../result.ts'
import { PAGE_END_WITHIN } from './page-end.ts'

/**
 * A stretch of the document as a reader sees it: marks of Markdown and TeX gone, white space folded, dashes alike.
 * Every rule of the language looks at a view; `span` leads back to the document's own offsets.
 */
export interface View {
  /** The words in their own case. */
  readonly text: string
  /** Lower case with spellings made alike (hàng năm = hằng năm, tỉ = tỷ, hoá = hóa); same length as `text`. */
  readonly low: string
  /** The place in the document of the stretch from `from` to `to` of the view. */
  span(from: number, to: number): Span
  /** The position in the view of a document offset (the first character at or after it). */
  indexOf(offset: number): number
}

const TEX: readonly (readonly [RegExp, string])[] = [
  [/^\\(?:geqslant|geq|ge)(?![a-z])/, '≥'],
  [/^\\(?:leqslant|leq|le)(?![a-z])/, '≤'],
  [/^\\(?:approx|sim)(?![a-z])/, '≈'],
  [/^\\gt(?![a-z])/, '>'],
  [/^\\lt(?![a-z])/, '<'],
  [/^\\times(?![a-z])/, '×'],
]
const DASH = /[\u2010-\u2015\u2212\u00ad]/
const SPACE = /[\s\u00a0\u2000-\u200b\u202f\u3000\ufeff]/
const TAG = /^<\/?[a-zA-Z][^<>\n]{0,200}>/
const FOOTNOTE =
  /^(?:<sup>\s*\(?[\d*]{1,3}\)?\s*<\/sup>|\[\^[^\]\s]{1,20}\]|[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]{1,2}(?=[\s.,;:)]|$))/
const ENTITY: Readonly<Record<string, string>> = {
  '&nbsp;': ' ',
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
}

/** The view of `source` from `start` to `end`. Linear in its length. */
export function viewOf(source: string, start = 0, end = source.length): View {
  const out: string[] = []
  const at: number[] = []
  const push = (char: string, offset: number) => {
    if (char === ' ') {
      if (out.length === 0 || out[out.length - 1] === ' ' || out[out.length - 1] === '(') return
    } else if (
      /[,;:.!?)%‰]/.test(char) &&
      out[out.length - 1] === ' ' &&
      !/^[.,]\d/.test(char + (source[offset + 1] ?? '')) &&
      (!/[%‰]/.test(char) || /\d/.test(out[out.length - 2] ?? ''))
    ) {
      // Documents stored word by word put a space before punctuation: "3 % ; tỷ lệ".
      out.pop()
      at.pop()
    }
    out.push(char)
    at.push(offset)
  }
  for (let i = start; i < end; i += 1) {
    const char = source[i] ?? ''
    if (char === '*' || char === '$' || char === '`') continue
    if (char === '_' && !(/\p{L}/u.test(source[i - 1] ?? '') && /\p{L}/u.test(source[i + 1] ?? ''))) continue
    if (char === '_') {
      push(' ', i)
      continue
    }
    if (char === '\\') {
      const rest = source.slice(i, Math.min(end, i + 12))
      const tex = TEX.find(([pattern]) => pattern.test(rest))
      if (tex) {
        push(tex[1], i)
        i += (tex[0].exec(rest)?.[0].length ?? 1) - 1
      }
      continue
    }
    if (
      char === '<' ||
      char === '[' ||
      (char >= '\u00b2' && char <= '\u00b9') ||
      (char >= '\u2070' && char <= '\u2079')
    ) {
      const rest = source.slice(i, Math.min(end, i + 220))
      const note = /[²³]/.test(char) && /m$/i.test(out[out.length - 1] ?? '') ? null : FOOTNOTE.exec(rest)
      const gone = note ?? TAG.exec(rest)
      if (gone) {
        if (/^<(?:br|p|\/p|td|tr|li)\b/i.test(gone[0])) push(' ', i)
        i += gone[0].length - 1
        continue
      }
    }
    if (char === '&') {
      const entity = Object.keys(ENTITY).find(name => source.startsWith(name, i))
      if (entity) {
        push(ENTITY[entity] ?? ' ', i)
        i += entity.length - 1
        continue
      }
    }
    if (char === '\f' || (char === '-' && source[i + 1] === '-')) {
      const gone = PAGE_END_WITHIN.exec(source.slice(i, Math.min(end, i + 60)))
      if (gone) {
        push(' ', i)
        i += gone[0].length - 1
        continue
      }
    }
    if (SPACE.test(char)) push(' ', i)
    else push(DASH.test(char) ? '-' : char, i)
  }
  if (out[out.length - 1] === ' ') {
    out.pop()
    at.pop()
  }
  // Most lines are seen just as they stand: then the words are a slice of the document and need no table of places.
  const first = at[0] ?? start
  const plain = at[at.length - 1] === first + at.length - 1 && out.every((char, k) => char === source[first + k])
  const text = plain ? source.slice(first, first + out.length) : out.join('')
  return placed(text, plain ? null : Int32Array.from(at), first, end)
}

/** Made apart from the scan, whose work of a character at a time its functions would otherwise keep alive. */
function placed(text: string, places: Int32Array | null, first: number, end: number): View {
  const placeOf = (k: number): number | undefined => (places ? places[k] : k < text.length ? first + k : undefined)
  return {
    text,
    low: alike(text),
    span: (from, to) => {
      const open = placeOf(from) ?? end
      const last = placeOf(Math.max(from, to - 1))
      return { start: open, end: to > from && last !== undefined ? last + 1 : open }
    },
    indexOf: offset => {
      let [low, high] = [0, text.length]
      while (low < high) {
        const middle = (low + high) >> 1
        if ((placeOf(middle) ?? 0) < offset) low = middle + 1
        else high = middle
      }
      return low
    },
  }
}

// The mark of an open syllable stands on either vowel (hoá = hóa); inside a closed one it stands fast (đoạn).
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/hàng(?= (?:năm|tháng|quý))/g, 'hằng'],
  [/tỉ(?= (?:lệ|trọng|đồng|suất|số|usd|đô|kwh|m3))/g, 'tỷ'],
  [/(\d )tỉ(?!\p{L})/gu, '$1tỷ'],
  [/sỹ/g, 'sĩ'],
  [/oá(?!\p{L})/gu, 'óa'],
  [/oà(?!\p{L})/gu, 'òa'],
  [/oả(?!\p{L})/gu, 'ỏa'],
  [/oã(?!\p{L})/gu, 'õa'],
  [/oạ(?!\p{L})/gu, 'ọa'],
  [/(?<!q)uý(?!\p{L})/gu, 'úy'],
  [/(?<!q)uỷ(?!\p{L})/gu, 'ủy'],
  [/(?<!q)uỳ(?!\p{L})/gu, 'ùy'],
  [/oé(?!\p{L})/gu, 'óe'],
  [/ki lô mét/g, 'ki-lô-mét'],
  // What a scan makes of the small words that decide a bound or a year: "đưới 5%", "đên năm", "Ty lệ".
  [/(?<!\p{L})(?:đưới|duới|dưói|đuới)(?!\p{L})/gu, 'dưới'],
  [/(?<!\p{L})(?:đên|dến|dén|đén)(?= (?:hết |cuối )?(?:năm|20))/gu, 'đến'],
  [/(?<!\p{L})(?:dat|đat|dạt)(?= (?:\d|trên|dưới|từ|ít|tối|khoảng|hơn|gần)|$)/gu, 'đạt'],
  [/(?<!\p{L})t[yýỳỹ] (?=lệ|trọng|suất)/gu, 'tỷ '],
  [/(?<!\p{L})ph[âa]n đ[âấ]u(?!\p{L})/gu, 'phấn đấu'],
  [/(?<!\p{L})b[iìỉ]nh qu[aâ]n(?!\p{L})/gu, 'bình quân'],
  [/(?<!\p{L})tr[eê]n(?= \d)/gu, 'trên'],
  [/(?<!\p{L})n[ãa]m(?= (?:19|20)\d\d)/gu, 'năm'],
]

/** Lower case and one spelling for words that are written in two ways, character for character. */
export function alike(text: string): string {
  let low = text.toLowerCase()
  if (low.length !== text.length)
    low = Array.from(text, c => (c.toLowerCase().length === c.length ? c.toLowerCase() : c)).join('')
  for (const [pattern, spelling] of SPELLINGS) {
    if (spelling.includes('$1')) low = low.replace(pattern, spelling)
    else low = low.replace(pattern, found => (found.length === spelling.length ? spelling : found))
  }
  return low
}
