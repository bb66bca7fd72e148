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
    // A map gives its keys in the order of their last use, since each use puts them in anew.
    let bytes = [...kept.values()].reduce((sum, thing) => sum + bytesOf(thing), 0)
    for (const [key, thing] of kept) {
      if (bytes <= room) break
      kept.delete(key)
      bytes -= bytesOf(thing)
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
