/**
 * Legacy encodings of Vietnamese as they look when their bytes are taken for Latin-1.
 * TCVN3: TCVN 5712:1993 VN3, the fonts ".VnTime" and their kin. VNI: a letter and a sign behind it, "VNI-Times".
 */
const TCVN3_LOWER: Readonly<Record<string, string>> = {
  µ: 'à',
  '¸': 'á',
  '¶': 'ả',
  '·': 'ã',
  '¹': 'ạ',
  '¨': 'ă',
  '»': 'ằ',
  '¾': 'ắ',
  '¼': 'ẳ',
  '½': 'ẵ',
  Æ: 'ặ',
  '©': 'â',
  Ç: 'ầ',
  Ê: 'ấ',
  È: 'ẩ',
  É: 'ẫ',
  Ë: 'ậ',
  '®': 'đ',
  Ì: 'è',
  Ð: 'é',
  Î: 'ẻ',
  Ï: 'ẽ',
  Ñ: 'ẹ',
  ª: 'ê',
  Ò: 'ề',
  Õ: 'ế',
  Ó: 'ể',
  Ô: 'ễ',
  Ö: 'ệ',
  '×': 'ì',
  Ý: 'í',
  Ø: 'ỉ',
  Ü: 'ĩ',
  Þ: 'ị',
  ß: 'ò',
  ã: 'ó',
  á: 'ỏ',
  â: 'õ',
  ä: 'ọ',
  '«': 'ô',
  å: 'ồ',
  è: 'ố',
  æ: 'ổ',
  ç: 'ỗ',
  é: 'ộ',
  '¬': 'ơ',
  ê: 'ờ',
  í: 'ớ',
  ë: 'ở',
  ì: 'ỡ',
  î: 'ợ',
  ï: 'ù',
  ó: 'ú',
  ñ: 'ủ',
  ò: 'ũ',
  ô: 'ụ',
  '\u00ad': 'ư',
  õ: 'ừ',
  ø: 'ứ',
  ö: 'ử',
  '÷': 'ữ',
  ù: 'ự',
  ú: 'ỳ',
  ý: 'ý',
  û: 'ỷ',
  ü: 'ỹ',
  þ: 'ỵ',
}
const TCVN3_UPPER: Readonly<Record<string, string>> = {
  '¡': 'Ă',
  '¢': 'Â',
  '£': 'Ê',
  '¤': 'Ô',
  '¥': 'Ơ',
  '¦': 'Ư',
  '§': 'Đ',
}

export const TCVN3: ReadonlyMap<string, string> = new Map([
  ...Object.entries(TCVN3_LOWER),
  ...Object.entries(TCVN3_UPPER),
])

/** Marks of Unicode's decomposition. */
const GRAVE = '\u0300'
const ACUTE = '\u0301'
const HOOK = '\u0309'
const TILDE = '\u0303'
const DOT = '\u0323'
const HAT = '\u0302'
const BREVE = '\u0306'

const VNI_SIGNS: Readonly<Record<string, string>> = {
  ø: GRAVE,
  ù: ACUTE,
  û: HOOK,
  õ: TILDE,
  ï: DOT,
  â: HAT,
  à: HAT + GRAVE,
  á: HAT + ACUTE,
  å: HAT + HOOK,
  ã: HAT + TILDE,
  ä: HAT + DOT,
  ê: BREVE,
  è: BREVE + GRAVE,
  é: BREVE + ACUTE,
  ú: BREVE + HOOK,
  ü: BREVE + TILDE,
  ë: BREVE + DOT,
}
const VNI_ALONE: Readonly<Record<string, string>> = {
  ì: 'ì',
  í: 'í',
  æ: 'ỉ',
  ó: 'ĩ',
  ò: 'ị',
  ñ: 'đ',
  ô: 'ơ',
  ö: 'ư',
  î: 'ỵ',
}

const bothCases = (table: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(table).flatMap(([from, to]) => [
      [from, to] as const,
      [from.toUpperCase(), to.toUpperCase()] as const,
    ]),
  )

/** A sign → the marks that it puts on the letter before it. */
export const VNI_MARKS = bothCases(VNI_SIGNS)
/** Letters that are one sign of their own. */
export const VNI_LETTERS = bothCases(VNI_ALONE)

/** VIQR (RFC 1456): ASCII signs behind a letter. */
export const VIQR_MARKS: ReadonlyMap<string, string> = new Map([
  ['^', HAT],
  ['(', BREVE],
  ['+', '\u031b'],
  ['`', GRAVE],
  ["'", ACUTE],
  ['?', HOOK],
  ['~', TILDE],
  ['.', DOT],
])
