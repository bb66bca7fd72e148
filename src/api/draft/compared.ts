import type { ReadTarget } from '../../reading/result.ts'
import type { Compared } from './event.ts'

/** What a later reading has that an earlier one had not, by targets: those with the same words have the same id. */
export function comparedWith(before: readonly ReadTarget[], now: readonly ReadTarget[]): Compared {
  const was = new Map(before.map(target => [target.id, target]))
  const is = new Set(now.map(target => target.id))
  const added: string[] = []
  const changed: string[] = []
  for (const target of now) {
    const old = was.get(target.id)
    if (!old) added.push(target.id)
    else if (meaning(old) !== meaning(target)) changed.push(target.id)
  }
  const gone = before.filter(target => !is.has(target.id)).map(({ id, text }) => ({ id, words: text }))
  return { added, changed, gone, same: now.length - added.length - changed.length }
}

/** What was read of a target's words, wherever in the document they stand. */
const meaning = ({ scope, group, start, measures }: ReadTarget): string =>
  JSON.stringify(
    [scope, group, measures.map(each => ({ ...each, start: each.start - start, end: each.end - start }))],
    (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value),
  )
