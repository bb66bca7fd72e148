import { foldedForm } from '../../measure/names.ts'
import { isCommonlyLeaked } from './leaked.ts'

export const SHORTEST = 12
export const LONGEST = 128

/** Why a password is not taken; each is a code of the catalogue under `account.password-`. */
export type Weakness = 'too-short' | 'too-long' | 'well-known' | 'about-you' | 'one-pattern'

/**
 * Words that lists of leaked passwords are full of, here and abroad, without digits and marks: what is left of most leaked
 * passwords when the years, "123" and "@" around them are taken off.
 */
const WELL_KNOWN = new Set(
  `password passw0rd pass admin administrator root guest user test welcome login letmein master secret iloveyou princess
  dragon monkey football baseball superman batman sunshine shadow michael jordan ashley charlie hello freedom whatever
  qwerty qwertyuiop asdfghjkl zxcvbnm azerty abc abcd abcdef abcdefgh changeme default system server oracle postgres
  matkhau matkhaumoi khongco khongbiet anhyeuem emyeuanh yeuem yeuanh vietnam vietnamvodich hanoi saigon hochiminh
  tphcm danang langson hue cantho haiphong bacho bachomuonnam conheo congchua hoangtu giadinh concon bame mevaba
  cogang thanhcong hanhphuc maimai motngaynaodo xinchao taolatao deptrai xinhgai quantri quantrivien canbo ubnd ubndtinh
  hdnd sokehoach kehoach thongke phongkehoach tinhuy huyenuy vanphong nguoidung taikhoan baocao solieu cotmoc`
    .split(/\s+/)
    .filter(word => word !== ''),
)

/** Rows of a keyboard, there and back, and the alphabet and digits. */
const WALKS = [
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1234567890',
  'abcdefghijklmnopqrstuvwxyz',
  '1qaz2wsx3edc4rfv5tgb',
].flatMap(row => [row, Array.from(row).reverse().join('')])

/**
 * Whether a password can be guessed: it is short, it is or is built around one of the fifty thousand that leaked most often, or
 * a word that everyone has here, it is made of the person's own name or address, or of a walk over the keyboard. `leaked` is
 * asked last: the full list of leaked passwords, where an administrator keeps one.
 */
export function weaknessOf(
  password: string,
  person: { readonly email: string; readonly name: string },
  leaked: (password: string) => boolean = () => false,
): Weakness | null {
  const length = Array.from(password).length
  if (length < SHORTEST) return 'too-short'
  if (length > LONGEST) return 'too-long'
  const folded = foldedForm(password)
  // Years, 123 and marks around a word are what everyone adds; digits inside stand for letters.
  const plain = folded
    .replace(/^[^a-z@$]+|[^a-z]+$/g, '')
    .replace(/[@4]/g, 'a')
    .replace(/[$5]/g, 's')
    .replace(/0/g, 'o')
    .replace(/[1!|]/g, 'i')
    .replace(/3/g, 'e')
  const letters = [folded, plain].map(text => text.replace(/[^a-z]/g, ''))
  if (
    letters.some(text => isWellKnown(text) || isTwice(text)) ||
    isCommonlyLeaked(password) ||
    letters.every(text => text.length < 4) ||
    leaked(password)
  )
    return 'well-known'
  const own = [person.email.split('@')[0] ?? '', person.name].map(text => foldedForm(text).replace(/[^a-z]/g, ''))
  if (own.some(text => text.length > 3 && letters.some(word => word.replace(text, '').length < 4))) return 'about-you'
  if (new Set(folded).size < 5 || leftOver(folded) < 5) return 'one-pattern'
  return null
}

const isWellKnown = (text: string): boolean => WELL_KNOWN.has(text) || (text.length > 3 && isCommonlyLeaked(text))

/** A well-known word said twice is no better than once. */
const isTwice = (text: string): boolean =>
  text.length % 2 === 0 &&
  text.slice(0, text.length / 2) === text.slice(text.length / 2) &&
  isWellKnown(text.slice(text.length / 2))

/** How many characters stand outside walks of four keys or more. */
function leftOver(text: string): number {
  let left = 0
  for (let i = 0; i < text.length;) {
    let run = 0
    while (i + run < text.length && WALKS.some(walk => walk.includes(text.slice(i, i + run + 1)))) run += 1
    if (run < 4) left += 1
    i += run < 4 ? 1 : run
  }
  return left
}
