import type { OpenDraft } from '../../api/draft/desk.ts'
import { wordsOf } from '../../api/draft/plain-words.ts'
import { Fault } from '../../api/faults.ts'
import type { Reading, Section } from '../../reading/result.ts'
import { runsOf, type Run } from './marks.ts'
import { piecesOf, type Piece } from './sections.ts'

/** One piece of a document with its place in the whole. */
export interface DocumentPage {
  readonly id: string
  readonly draft: string
  readonly plan: string | null
  readonly name: string
  /** Takes the marks of its format away, for show. */
  readonly words: (text: string) => string
  readonly reading: Reading
  readonly pieces: readonly Piece[]
  readonly piece: Piece
  readonly runs: readonly Run[]
  readonly previous: Piece | null
  readonly next: Piece | null
  /** Sections that contain the piece or lie in it, for the tree. */
  readonly tree: readonly Branch[]
}

export interface Branch {
  readonly section: Section
  /** The piece that shows it. */
  readonly piece: string
  readonly targets: number
  readonly children: readonly Branch[]
}

/** A piece by its id; the one with the first target where none is asked for. Throws `not-found`. */
export function documentPage(draft: OpenDraft, asked: string | undefined): DocumentPage {
  const { reading } = draft
  const pieces = piecesOf(reading)
  const first = reading.targets.find(t => t.scope === 'main') ?? reading.targets[0]
  const opening = pieces.findLastIndex(piece => first !== undefined && piece.start <= first.start)
  const at = asked === undefined ? Math.max(0, opening) : pieces.findIndex(piece => piece.id === asked)
  const piece = pieces[at] ?? (asked === undefined ? wholeOf(reading) : null)
  if (!piece) throw new Fault('not-found')
  return {
    id: draft.document.id,
    draft: draft.id,
    plan: draft.state.plan,
    name: reading.title === '' ? draft.document.name : reading.title,
    words: wordsOf(draft.document.format),
    reading,
    pieces,
    piece,
    runs: runsOf(reading, piece),
    previous: pieces[at - 1] ?? null,
    next: pieces[at + 1] ?? null,
    tree: branches(reading, pieces),
  }
}

const wholeOf = ({ text }: Reading): Piece => ({ id: 'opening', section: null, start: 0, end: text.length })

/** Deeper sections are found inside their piece. */
const DEEPEST = 3

function branches(reading: Reading, pieces: readonly Piece[]): readonly Branch[] {
  const roots: { section: Section; piece: string; targets: number; children: Branch[] }[] = []
  const path: typeof roots = []
  for (const section of reading.sections) {
    while (path.length > 0 && (path.at(-1)?.section.end ?? 0) <= section.start) path.pop()
    const piece = pieces.findLast(p => p.start <= section.start)?.id ?? section.id
    const targets = reading.targets.filter(
      t => t.scope === 'main' && t.start >= section.start && t.start < section.end,
    ).length
    const branch = { section, piece, targets, children: [] as Branch[] }
    if (path.length < DEEPEST) (path.at(-1)?.children ?? roots).push(branch)
    path.push(branch)
  }
  return roots
}
