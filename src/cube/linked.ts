import { link } from './computed.ts'
import type { Cube } from './cube.ts'

/** A cube of columns that hold what was given: says of each what it is made of, and adds those that others make. */
export function linkedCube(given: Omit<Cube, 'computed' | 'recast'>): Cube {
  const { columns, bySlice, indicators, axis } = given
  return { ...given, computed: link(columns, bySlice, indicators, axis), recast: false }
}
