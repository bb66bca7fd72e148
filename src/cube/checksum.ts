/**
 * A sum over bytes in the manner of Fowler, Noll and Vo, over words of 32 bits and all but the word at `except`: finds what a disk or a
 * half-written file does, not what somebody means to do. Every step is one to one in the sum and in the word, so a single wrong
 * word is always found. The bytes begin at and are a multiple of four.
 */
export function sumOf(bytes: Uint8Array<ArrayBuffer>, except: number): number {
  // Signed words: unsigned ones would be widened to binary numbers one by one.
  const words = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2)
  let sum = BASIS
  const first = Math.min(words.length, (except >> 2) + 1)
  for (let at = 0; at < first - 1; at += 1) sum = Math.imul(sum ^ words[at]!, PRIME)
  const fours = first + ((words.length - first) & ~3)
  for (let at = first; at < fours; at += AT_ONCE) sum = addWords(words, at, Math.min(at + AT_ONCE, fours), sum)
  for (let at = fours; at < words.length; at += 1) sum = Math.imul(sum ^ words[at]!, PRIME)
  return sum >>> 0
}

const PRIME = 0x01000193
const BASIS = 0x811c9dc5 | 0
/** So many words at a time, in a function of its own, which the engine compiles at its best. */
const AT_ONCE = 4096

/** Two sums side by side, so that the processor need not wait for either; two words to a step. */
function addWords(words: Int32Array, from: number, to: number, sum: number): number {
  let a = sum
  let b = BASIS
  for (let at = from; at < to; at += 4) {
    a = Math.imul(a ^ words[at]!, PRIME) ^ words[at + 1]!
    b = Math.imul(b ^ words[at + 2]!, PRIME) ^ words[at + 3]!
  }
  return Math.imul(a ^ b, PRIME)
}
