/** How an automatic number is shown; the names are those of HTML's and Word's numberings, made alike. */
export type OrdinalStyle = 'decimal' | 'decimalZero' | 'lowerLetter' | 'upperLetter' | 'lowerRoman' | 'upperRoman'

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

/** An automatic number as the program that made the file shows it. */
export function ordinal(n: number, style: OrdinalStyle): string {
  switch (style) {
    case 'decimal':
      return String(n)
    case 'decimalZero':
      return String(n).padStart(2, '0')
    case 'lowerLetter':
      return letters(n).toLowerCase()
    case 'upperLetter':
      return letters(n)
    case 'lowerRoman':
      return roman(n).toLowerCase()
    case 'upperRoman':
      return roman(n)
    default:
      return style satisfies never
  }
}

/** A … Z, AA, BB …: Word and browsers count with the English letters, so đ is never among them. */
function letters(n: number): string {
  if (n < 1 || n > 26 * 20) return String(n)
  const letter = String.fromCharCode(65 + ((n - 1) % 26))
  return letter.repeat(Math.floor((n - 1) / 26) + 1)
}

function roman(n: number): string {
  if (n < 1 || n > 3999) return String(n)
  let rest = n
  let signs = ''
  for (const [value, sign] of ROMAN)
    while (rest >= value) {
      signs += sign
      rest -= value
    }
  return signs
}
