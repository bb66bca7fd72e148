/** Things that are made on demand and kept while there is room: the ones not used for longest leave first. */
export interface Shelf<T> {
  /** What is kept under a key; made where nothing is, once however many ask at the same time. */
  get(key: string, make: () => Promise<T>): Promise<T>
  /** Of what is kept under keys that begin so, what was used last. */
  near(prefix: string): T | undefined
  /** Weighs what is kept anew and lets go what there is no room for. */
  settle(): void
  drop(key: string): void
  readonly size: number
}

/** A shelf that holds so many bytes. What is larger by itself is given out and not kept. */
export function shelf<T>(room: number, bytesOf: (thing: T) => number): Shelf<T> {
  const kept = new Map<string, T>()
  const making = new Map<string, Promise<T>>()
  const settle = () => {
    const sizes = [...kept].map(([key, thing]) => ({ key, size: bytesOf(thing) }))
    // What has no room by itself goes first: it would take everything else with it, and still not stay.
    const fitting = sizes.filter(({ key, size }) => size <= room || (kept.delete(key), false))
    let bytes = fitting.reduce((sum, { size }) => sum + size, 0)
    // A map gives its keys in the order of their last use, since each use puts them in anew.
    for (const { key, size } of fitting) {
      if (bytes <= room) break
      kept.delete(key)
      bytes -= size
    }
  }
  return {
    async get(key, make) {
      const held = kept.get(key)
      if (held !== undefined) {
        kept.delete(key)
        kept.set(key, held)
        return held
      }
      let promise = making.get(key)
      if (!promise) {
        promise = make().finally(() => making.delete(key))
        making.set(key, promise)
      }
      const made = await promise
      kept.set(key, made)
      settle()
      return made
    },
    near: prefix => [...kept].findLast(([key]) => key.startsWith(prefix))?.[1],
    settle,
    drop: key => void kept.delete(key),
    get size() {
      return kept.size
    },
  }
}
