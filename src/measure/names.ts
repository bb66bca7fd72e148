/**
 * Vietnamese order and accent-free search as stored columns, so that both engines give the same answer. Order of the
 * Vietnamese dictionary: letters first (a ă â b c d đ e ê …), then tones (level, grave, hook, tilde, acute, dot).
 */
const LETTERS = 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz'
const TONES = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323']
const LETTER_MARKS = /[\u0306\u0302\u031b]/

/** Lower case without any mark: "Lạng Sơn" → "lang son". */
export const foldedForm = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()

/** A text that sorts by its code points as the dictionary sorts the name: letters of each word, then its tones. */
export function sortKey(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .map(word => {
      let [letters, tones] = ['', '']
      for (const char of word.normalize('NFC')) {
        const parts = Array.from(char.normalize('NFD'))
        const tone = TONES.findIndex(mark => mark !== '' && parts.includes(mark))
        const base = ((parts[0] ?? '') + parts.filter(part => LETTER_MARKS.test(part)).join('')).normalize('NFC')
        const at = LETTERS.indexOf(base)
        letters += at < 0 ? char : String.fromCharCode(0x100 + at)
        tones += String(tone < 0 ? 0 : tone)
      }
      return `${letters} ${tones}`
    })
    .join('  ')
}
