import { createHash } from 'node:crypto'

const LANES = 8
const LANE = 2 ** 32

/**
 * One number for a set of rows, whatever order they come in: the sum modulo 2^256 of the SHA-256 of each (AdHash of
 * Bellare and Micciancio, "A new paradigm for collision-free hashing", 1997). What an import wrote is so covered by the
 * line of the log that tells of it, and can be recomputed from the table in any order.
 */
export class Digest {
  readonly #lanes = new Float64Array(LANES)
  #rows = 0

  add(row: string): void {
    const hash = createHash('sha256').update(row).digest()
    for (let i = 0; i < LANES; i += 1) this.#lanes[i] = (this.#lanes[i] ?? 0) + hash.readUInt32BE(i * 4)
    this.#rows += 1
    // 2^20 sums of numbers below 2^32 stay below 2^53: exact.
    if (this.#rows % 2 ** 20 === 0) this.#carry()
  }

  hex(): string {
    this.#carry()
    return Array.from(this.#lanes, lane => lane.toString(16).padStart(8, '0')).join('')
  }

  #carry(): void {
    let carry = 0
    for (let i = LANES - 1; i >= 0; i -= 1) {
      const lane = (this.#lanes[i] ?? 0) + carry
      carry = Math.floor(lane / LANE)
      this.#lanes[i] = lane % LANE
    }
  }
}
