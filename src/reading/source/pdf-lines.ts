/** A piece of text of a page, with its place from the bottom left in points. */
export interface TextPiece {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
}

/** A line of a page; `place` is its height on the page, 0 at the bottom and 1 at the top. */
export interface PageLine {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly place: number
}

/** Pieces as lines from top to bottom: words joined where they touch, a tab where a gap is a column's. */
export function linesOfPage(pieces: readonly TextPiece[], height: number): PageLine[] {
  const sorted = pieces
    .filter(piece => piece.text.trim() !== '' || piece.width > 0)
    .sort((a, b) => b.y - a.y || a.x - b.x)
  const rows: TextPiece[][] = []
  for (const piece of sorted) {
    const row = rows.at(-1)
    const first = row?.[0]
    // Superscripts and stacked marks sit a little off the line that they belong to.
    if (row && first && Math.abs(first.y - piece.y) < Math.max(2, Math.min(first.size, piece.size) * 0.45))
      row.push(piece)
    else rows.push([piece])
  }
  return rows
    .map(row => {
      const ordered = [...row].sort((a, b) => a.x - b.x)
      let text = ''
      let end = ordered[0]?.x ?? 0
      for (const piece of ordered) {
        const gap = piece.x - end
        if (text !== '' && gap > piece.size * 2.2) text = `${text.trimEnd()}\t`
        else if (text !== '' && gap > piece.size * 0.18 && !/\s$/.test(text)) text += ' '
        text += piece.text
        end = piece.x + piece.width
      }
      const y = ordered[0]?.y ?? 0
      return { text: text.replace(/[ \u00a0]+/g, ' ').trim(), x: ordered[0]?.x ?? 0, y, place: y / height }
    })
    .filter(line => line.text !== '')
}
