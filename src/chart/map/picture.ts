/** The width that all map pictures are drawn in; a page shows them smaller or larger. */
export const MAP_WIDTH = 1000

/** An area as ink. */
export interface Shape {
  readonly area: string
  /** The path's `d`, in whole units. */
  readonly d: string
  /** Where its label stands, and how much room there is for it. */
  readonly x: number
  readonly y: number
  readonly room: number
}

export interface MapPicture {
  readonly height: number
  /** `outlines`: where areas really lie. `cells`: near where they lie. `blocks`: in the order of the tree. */
  readonly kind: 'outlines' | 'cells' | 'blocks'
  readonly shapes: readonly Shape[]
  /** Heads of blocks. */
  readonly heads: readonly { readonly text: string; readonly x: number; readonly y: number }[]
}

/** Through whole positions by relative steps, which is shortest; what does not move is left out. */
export function closedPath(points: readonly (readonly [number, number])[]): string {
  let [x, y] = points[0] ?? [0, 0]
  let d = `M${x} ${y}l`
  let steps = 0
  for (const [px, py] of points.slice(1)) {
    if (px === x && py === y) continue
    d += `${steps === 0 || px < x ? '' : ' '}${px - x}${py < y ? '' : ' '}${py - y}`
    steps += 1
    ;[x, y] = [px, py]
  }
  return steps === 0 ? '' : `${d}z`
}
