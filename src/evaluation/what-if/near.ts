import type { Layer } from '../../plan/layer.ts'
import type { Question } from '../evaluate.ts'
import { areasIn, pathFrom } from './add-up.ts'

/**
 * The areas whose figures a layer's suppositions are added up with: those that it names, what they lie in, and all that lies
 * directly in these. `areas`: those that are asked for anyway, which come first.
 */
export function areasNear(
  { inside = new Map<string, string>() }: Pick<Question, 'inside'>,
  layers: readonly Layer[],
  areas: readonly string[],
): readonly string[] {
  const named = layers.flatMap(({ assumptions }) =>
    assumptions.flatMap(each =>
      (each.kind === 'value' || each.kind === 'pace') && each.area !== null ? each.area : [],
    ),
  )
  const below = areasIn(inside)
  const found = new Set([...areas, ...named])
  for (const area of new Set([...named, ...areas]))
    for (const above of pathFrom(area, inside).slice(1)) {
      found.add(above)
      for (const child of below.get(above) ?? []) found.add(child)
    }
  return [...found]
}
