/** Where the mark stands in an open "oa", "oe", "uy": both schools are in use, we write the older ("hóa", "thủy"). */
const MARKS: readonly (readonly [string, string])[] = [
  ['oà', 'òa'], ['oá', 'óa'], ['oả', 'ỏa'], ['oã', 'õa'], ['oạ', 'ọa'],
  ['oè', 'òe'], ['oé', 'óe'], ['oẻ', 'ỏe'], ['oẽ', 'õe'], ['oẹ', 'ọe'],
  ['uỳ', 'ùy'], ['uý', 'úy'], ['uỷ', 'ủy'], ['uỹ', 'ũy'], ['uỵ', 'ụy'],
] // prettier-ignore

/** Syllables that are written with i and with y; the second is ours, as in most documents of the state. */
const I_OR_Y: Readonly<Record<string, string>> = {
  sỹ: 'sĩ', kĩ: 'kỹ', tỉ: 'tỷ', lí: 'lý', mĩ: 'mỹ', kí: 'ký', kì: 'kỳ', quí: 'quý',
} // prettier-ignore

const OPEN = new Map(MARKS)

/** One spelling for syllables that have two: "bác sỹ" → "bác sĩ", "hàng hoá" → "hàng hóa". Case and blanks are kept. */
export function oneSpelling(text: string): string {
  return text.normalize('NFC').replace(/\p{L}+/gu, syllable => {
    const low = syllable.toLowerCase()
    const other = I_OR_Y[low] ?? marked(low)
    return other === low ? syllable : withCaseOf(syllable, other)
  })
}

function marked(syllable: string): string {
  const end = OPEN.get(syllable.slice(-2))
  return end === undefined || syllable.startsWith('q') ? syllable : syllable.slice(0, -2) + end
}

function withCaseOf(model: string, word: string): string {
  if (model === model.toUpperCase()) return word.toUpperCase()
  return model.slice(0, 1) === model.slice(0, 1).toUpperCase() ? word.slice(0, 1).toUpperCase() + word.slice(1) : word
}
