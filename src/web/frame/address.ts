/**
 * Where a reader is: the path and what was chosen in it. Every page keeps the day judged, the moment of knowledge, the map
 * and what is supposed, so that a link passed on shows what its sender saw.
 */
export interface Address {
  readonly path: string
  readonly query: URLSearchParams
}

/** What the controls of a page set: the day judged, the moment of knowledge, the map. */
export const CONTROLS = ['on', 'asOf', 'map'] as const
/** What goes along from page to page: the controls, and what is supposed in the what-if. */
export const KEPT = [...CONTROLS, 'layers'] as const

export type Changes = Readonly<Record<string, string | null>>

/** The same page with something changed; null takes it away. */
export function here({ path, query }: Address, changes: Changes): string {
  const next = new URLSearchParams(query)
  next.delete('lang')
  for (const [key, value] of Object.entries(changes)) {
    if (value === null) next.delete(key)
    else next.set(key, value)
  }
  return withQuery(path, next)
}

/** What is kept, with its values. */
export const keptIn = ({ query }: Address): readonly [string, string][] =>
  KEPT.flatMap((name): [string, string][] => {
    const value = query.get(name)
    return value === null || value === '' ? [] : [[name, value]]
  })

/** Another page, with what is kept. */
export function to(address: Address, path: string, more: Changes = {}): string {
  const next = new URLSearchParams(keptIn(address))
  for (const [key, value] of Object.entries(more)) if (value !== null) next.set(key, value)
  const [page = '', place] = path.split('#')
  return withQuery(page, next) + (place === undefined ? '' : `#${place}`)
}

function withQuery(path: string, query: URLSearchParams): string {
  const said = query.toString()
  return said === '' ? path : `${path}?${said}`
}
