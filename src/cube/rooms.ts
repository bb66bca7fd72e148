import { quotients, type Quotients } from './quotients.ts'

const pool: Quotients[] = []
let taken = 0

/** Lends rows of quotients of at least a size to a piece of work, which may borrow more; what is in them is not kept. */
export function withRooms(count: number, size: number, work: (rooms: readonly Quotients[]) => void): void {
  const first = taken
  taken += count
  try {
    for (let at = first; at < taken; at += 1)
      if ((pool[at]?.said.length ?? 0) < size) pool[at] = quotients(Math.max(128, size))
    work(pool.slice(first, taken))
  } finally {
    taken = first
  }
}
