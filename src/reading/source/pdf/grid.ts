import type { Rule } from './page.ts'

/** The grid of a ruled table: where its columns and rows begin and end, in points. */
export interface Grid {
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  readonly slots: readonly (readonly Slot[])[]
}

/** A place of the grid: the first of a cell, with how far it reaches, or covered by one to the left or above. */
export interface Slot {
  readonly columns: number
  readonly rows: number
  readonly covered: 'no' | 'from-left' | 'from-above'
}

/** Rules that miss each other by this much, in points, still meet. */
const NEAR = 3
/** A page of this many rules is a drawing. */
const MOST_RULES = 1500
const MOST_SLOTS = 20_000

/** The ruled tables of a page from top to bottom: rules that meet, with two columns and two rows at least. */
export function gridsOf(rules: readonly Rule[]): Grid[] {
  if (rules.length > MOST_RULES) return []
  return groupsOf(rules)
    .flatMap(group => {
      const across = group.filter(rule => rule.across)
      const down = group.filter(rule => !rule.across)
      // Tables without outer rules end where their inner ones do.
      const xs = alike([...down.map(rule => rule.at), ...across.flatMap(({ from, to }) => [from, to])])
      const ys = alike([...across.map(rule => rule.at), ...down.flatMap(({ from, to }) => [from, to])])
      if (down.length === 0 || xs.length < 3 || ys.length < 3 || xs.length * ys.length > MOST_SLOTS) return []
      return [{ xs, ys, slots: slotsOf(xs, ys, across, down) }]
    })
    .sort((a, b) => (a.ys[0] ?? 0) - (b.ys[0] ?? 0))
}

function slotsOf(
  xs: readonly number[],
  ys: readonly number[],
  across: readonly Rule[],
  down: readonly Rule[],
): Slot[][] {
  const [columns, rows] = [xs.length - 1, ys.length - 1]
  const middle = (edges: readonly number[], i: number) => ((edges[i] ?? 0) + (edges[i + 1] ?? 0)) / 2
  const has = (rules: readonly Rule[], at: number, along: number) =>
    rules.some(rule => Math.abs(rule.at - at) <= NEAR && rule.from - NEAR <= along && along <= rule.to + NEAR)
  const wallRight = (row: number, column: number) => has(down, xs[column + 1] ?? 0, middle(ys, row))
  const wallBelow = (row: number, column: number) => has(across, ys[row + 1] ?? 0, middle(xs, column))
  const slots: Slot[][] = Array.from({ length: rows }, () => [])
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      if (slots[row]?.[column]) continue
      let width = 1
      while (column + width < columns && !slots[row]?.[column + width] && !wallRight(row, column + width - 1))
        width += 1
      let height = 1
      while (row + height < rows && !wallBelow(row + height - 1, column)) height += 1
      for (const line of slots.slice(row, row + height)) {
        const covered = line === slots[row] ? 'from-left' : 'from-above'
        for (let c = column; c < column + width; c += 1) line[c] = { columns: 1, rows: 1, covered }
      }
      slots[row]?.splice(column, 1, { columns: width, rows: height, covered: 'no' })
    }
  return slots
}

/** Rules that meet, directly or by others. */
function groupsOf(rules: readonly Rule[]): Rule[][] {
  const parent = rules.map((_, i) => i)
  const rootOf = (i: number): number => {
    let at = i
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] ?? at] ?? at
      at = parent[at] ?? at
    }
    return at
  }
  rules.forEach((a, i) => {
    for (let j = 0; j < i; j += 1) {
      const b = rules[j]
      if (b && meet(a, b)) parent[rootOf(i)] = rootOf(j)
    }
  })
  const groups = new Map<number, Rule[]>()
  rules.forEach((rule, i) => {
    const root = rootOf(i)
    groups.set(root, [...(groups.get(root) ?? []), rule])
  })
  return [...groups.values()]
}

function meet(a: Rule, b: Rule): boolean {
  if (a.across === b.across) return Math.abs(a.at - b.at) <= NEAR && a.from - NEAR <= b.to && b.from - NEAR <= a.to
  const [across, down] = a.across ? [a, b] : [b, a]
  return (
    across.from - NEAR <= down.at &&
    down.at <= across.to + NEAR &&
    down.from - NEAR <= across.at &&
    across.at <= down.to + NEAR
  )
}

/** Places in order, those that lie near to each other as one. */
function alike(places: readonly number[]): number[] {
  const found: number[] = []
  for (const place of [...places].sort((a, b) => a - b))
    if (found.length === 0 || place - (found.at(-1) ?? 0) > NEAR) found.push(place)
  return found
}
