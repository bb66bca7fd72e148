import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { dictionary } from '@zxcvbn-ts/language-common'

let common: ReadonlySet<string> | null = null

/** Whether a password is one of the fifty thousand that lists of leaked ones begin with. */
export function isCommonlyLeaked(password: string): boolean {
  common ??= new Set(dictionary['passwords-common'].map(String))
  return common.has(password.toLowerCase())
}

/** Longer than any line of the list: forty hexadecimal digits, a colon, a count. */
const BLOCK = 128

/**
 * A list of leaked passwords that an administrator keeps: lines of SHA-1 in hexadecimal, in order, each with whatever behind a
 * colon, as "Pwned Passwords" is given out. It has tens of gigabytes, so it is searched where it lies, by halves. Throws
 * what opening it throws.
 */
export function leakedList(path: string): (password: string) => boolean {
  const file = openSync(path, 'r')
  closeSync(file)
  return password => {
    const wanted = createHash('sha1').update(password).digest('hex').toUpperCase()
    const handle = openSync(path, 'r')
    try {
      return holds(handle, wanted, fstatSync(handle).size)
    } finally {
      closeSync(handle)
    }
  }
}

function holds(handle: number, wanted: string, size: number): boolean {
  const block = Buffer.alloc(BLOCK * 2)
  /** The hash of the first line that begins at or after a place, and the place of the next; null where there is none. */
  const lineFrom = (place: number): { readonly hash: string; readonly next: number } | null => {
    // The line that a place lies in began before it, unless the byte before ends one.
    const from = Math.max(0, place - 1)
    const text = block.toString('latin1', 0, readSync(handle, block, 0, block.length, from))
    const begin = place === 0 ? 0 : text.indexOf('\n') + 1
    if (place !== 0 && begin === 0) return null
    const hash = text.slice(begin, begin + 40).toUpperCase()
    const end = text.indexOf('\n', begin)
    return hash.length === 40 ? { hash, next: from + (end === -1 ? text.length : end + 1) } : null
  }
  let [low, high] = [0, size]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const line = lineFrom(middle)
    if (line?.hash === wanted) return true
    if (line && line.hash < wanted) low = Math.max(line.next, middle + 1)
    else high = middle
  }
  return false
}
