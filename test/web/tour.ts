import { EXAMPLE, type Site } from './site.ts'

/** A page of the program in a state worth looking at. */
export interface Stop {
  /** Names its picture. */
  readonly name: string
  readonly path: string
}

/** Every page that the public has, over the example that ships. */
export const PUBLIC_STOPS: readonly Stop[] = [
  { name: 'scoreboard', path: `/plans/${EXAMPLE}?on=2024-12-31` },
  { name: 'target', path: `/plans/${EXAMPLE}/targets/economy-2?on=2024-12-31` },
  { name: 'figures', path: '/figures' },
  { name: 'about', path: '/about' },
  { name: 'sign-in', path: '/sign-in' },
  { name: 'fault', path: '/no-such-page' },
]

/** A document's first address and its draft's, as the list of documents links to them. */
export async function documentStops(site: Site): Promise<readonly Stop[]> {
  const list = await site.text('/documents')
  const found = (pattern: RegExp) => pattern.exec(list)?.[0] ?? ''
  return [
    { name: 'documents', path: '/documents' },
    { name: 'document', path: found(/\/documents\/[0-9a-f]{8,}/) },
    { name: 'draft', path: found(/\/drafts\/[0-9a-f-]+/) },
  ]
}
