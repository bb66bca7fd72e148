import type { Reading, Section } from '../../reading/result.ts'

/** The words before the first section. */
export const OPENING = 'opening'

/** A piece of the document that one page shows. */
export interface Piece {
  readonly id: string
  readonly section: Section | null
  readonly start: number
  readonly end: number
}

/** A section with its subsections up to this many characters is shown whole; a longer one by its own words alone. */
const WHOLE = 24_000

/**
 * The document cut into pieces that a slow line can take: a section is one piece where it is short enough, else its own
 * words up to its first subsection, and then each of those.
 */
export function piecesOf({ sections, text }: Pick<Reading, 'sections' | 'text'>): readonly Piece[] {
  const pieces: Piece[] = []
  let at = 0
  const first = sections[0]?.start ?? text.length
  if (text.slice(0, first).trim() !== '') pieces.push({ id: OPENING, section: null, start: 0, end: first })
  while (at < sections.length) {
    const section = sections[at]
    if (!section) break
    const inside = sections.slice(at + 1).findIndex(s => s.start >= section.end)
    const after = inside < 0 ? sections.length : at + 1 + inside
    const child = sections[at + 1]
    if (section.end - section.start <= WHOLE || !child || child.start >= section.end) {
      pieces.push({ id: section.id, section, start: section.start, end: section.end })
      at = after
    } else {
      pieces.push({ id: section.id, section, start: section.start, end: child.start })
      at += 1
    }
  }
  return pieces
}

/** Finds the piece that holds a place; cut once, asked often. */
export function placeFinder(reading: Pick<Reading, 'sections' | 'text'>): (place: number) => string {
  const pieces = piecesOf(reading)
  return place => pieces.findLast(piece => piece.start <= place)?.id ?? OPENING
}
