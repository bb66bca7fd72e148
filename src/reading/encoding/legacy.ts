import { TCVN3, VIQR_MARKS, VNI_LETTERS, VNI_MARKS } from './tables.ts'

export type LegacyEncoding = 'TCVN3' | 'VNI' | 'VIQR'

/** TCVN3 text taken for Latin-1, as Unicode. */
export const fromTcvn3 = (text: string): string => text.replace(/[\u00a1-\u00fe]/g, char => TCVN3.get(char) ?? char)

const VNI_PAIR = new RegExp(`([aeouyAEOUYôöÔÖ])([${[...VNI_MARKS.keys()].join('')}])`, 'g')

/** VNI text taken for Latin-1, as Unicode. */
export function fromVni(text: string): string {
  const letters = text.replace(
    VNI_PAIR,
    (_, letter: string, sign: string) => (VNI_LETTERS.get(letter) ?? letter) + (VNI_MARKS.get(sign) ?? ''),
  )
  return letters.replace(/[\u00c0-\u00ff](?![\u0300-\u036f])/g, char => VNI_LETTERS.get(char) ?? char).normalize('NFC')
}

/** VIQR (RFC 1456) as Unicode. */
export function fromViqr(text: string): string {
  const withD = text.replace(/dd/g, 'đ').replace(/D[Dd]/g, 'Đ')
  return (
    withD
      // A mark right behind its vowel is a mark; as punctuation it is written with a backslash in front.
      .replace(
        /([aeiouyAEIOUY])([\^(+]?)([`'?~.]?)/g,
        (_, letter: string, shape: string, tone: string) =>
          letter + (VIQR_MARKS.get(shape) ?? '') + (VIQR_MARKS.get(tone) ?? ''),
      )
      .replace(/\\([\^(+`'?~.])/g, '$1')
      .normalize('NFC')
  )
}

const COMMON =
  /(?<![\p{L}])(?:và|của|các|được|không|là|trong|cho|năm|đến|tỉnh|xã|hội|phát|triển|kinh|tế|nhân|dân|đảng|công|tỷ|lệ|thực|hiện|trên|người|nghị|quyết|chỉ|tiêu|đạt|với|ủy|ban|huyện|số|kế|hoạch|vùng|một|những|để|này|có|đồng|nông|thôn|quốc|chính|tăng|giảm|bình|quân|hằng|hàng)(?![\p{L}])/giu

/** The share of a text's words that are among the commonest of Vietnamese plans. */
export function vietnameseShare(text: string): number {
  const sample = text.slice(0, 40_000).normalize('NFC')
  const words = sample.match(/[\p{L}\p{M}]+/gu)?.length ?? 0
  return words === 0 ? 0 : (sample.match(COMMON)?.length ?? 0) / words
}

/**
 * The legacy encoding that a text is in, by trying each: the one under which the common words of Vietnamese appear, and
 * clearly more of them than in the text as it stands. Null for text that is Unicode already, or not Vietnamese.
 */
export function legacyOf(text: string): { readonly encoding: LegacyEncoding; readonly text: string } | null {
  const before = vietnameseShare(text)
  if (before > 0.15) return null
  const tried = (
    [
      ['TCVN3', fromTcvn3],
      ['VNI', fromVni],
      ['VIQR', fromViqr],
    ] as const
  ).map(([encoding, convert]) => ({ encoding, convert, share: vietnameseShare(convert(text.slice(0, 40_000))) }))
  const best = tried.reduce((a, b) => (b.share > a.share ? b : a))
  return best.share > 0.12 && best.share > before * 1.8 + 0.03
    ? { encoding: best.encoding, text: best.convert(text) }
    : null
}
