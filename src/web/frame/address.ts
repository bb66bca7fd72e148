/**
 * Where a reader is: the path and what was chosen in it. Every page keeps the day judged, the moment of knowledge and the
 * map, so that a link passed on shows what its sender saw.
 */
export interface Address {
  readonly path: string
  readonly query: URLSearchParams
}

/** What goes along from page to page. */
export const KEPT = ['on', 'asOf', 'map'] as const

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

/** Another page, with what is kept. */
export function to({ query }: Address, path: string, more: Changes = {}): string {
  const next = new URLSearchParams()
  for (const key of KEPT) {
    const value = query.get(key)
    if (value !== null && value !== '') next.set(key, value)
  }
  for (const [key, value] of Object.entries(more)) if (value !== null) next.set(key, value)
  const [page = '', place] = path.split('#')
  return withQuery(page, next) + (place === undefined ? '' : `#${place}`)
}

function withQuery(path: string, query: URLSearchParams): string {
  const said = query.toString()
  return said === '' ? path : `${path}?${said}`
}
