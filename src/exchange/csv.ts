/** A record of a CSV file with the line on which it begins. */
export interface CsvRecord {
  readonly line: number
  readonly cells: readonly string[]
}

/**
 * RFC 4180 with what offices really save: a byte-order mark, CRLF or LF, and `,` `;` or a tab between cells (the one that
 * the first line holds most of). A quote that is never closed is told by `unclosed`. Linear, one pass.
 */
export function parseCsv(source: string): {
  readonly records: readonly CsvRecord[]
  readonly delimiter: string
  readonly unclosed: number | null
} {
  const text = source.replace(/^\ufeff/, '')
  const delimiter = delimiterOf(text.slice(0, !text.includes('\n') ? undefined : text.indexOf('\n')))
  const records: CsvRecord[] = []
  let [line, start, cells, cell, quoted] = [1, 1, [] as string[], '', false]
  let unclosed: number | null = null
  const end = () => {
    cells.push(cell)
    if (cells.length > 1 || cells[0] !== '') records.push({ line: start, cells })
    ;[cells, cell] = [[], '']
  }
  for (let i = 0; i < text.length; i += 1) {
    const char = text[i] ?? ''
    if (quoted) {
      if (char === '"' && text[i + 1] === '"') {
        cell += '"'
        i += 1
      } else if (char === '"') quoted = false
      else {
        if (char === '\n') line += 1
        cell += char
      }
    } else if (char === '"' && cell === '') {
      quoted = true
      unclosed = line
    } else if (char === delimiter) {
      cells.push(cell)
      cell = ''
    } else if (char === '\n' || char === '\r') {
      if (char === '\r' && text[i + 1] === '\n') i += 1
      end()
      line += 1
      start = line
    } else cell += char
    if (!quoted) unclosed = null
  }
  if (cell !== '' || cells.length > 0) end()
  return { records, delimiter, unclosed: quoted ? unclosed : null }
}

const delimiterOf = (head: string): string => {
  const count = (mark: string) => head.split(mark).length
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best))
}

/** A cell as CSV; text that a spreadsheet would take for a formula gets an apostrophe in front, which `undefused` takes off. */
export function csvCell(text: string): string {
  const safe = /^'*[=+\-@\t\r]/.test(text) && !/^-?\d+(?:[.,]\d+)?$/.test(text) ? `'${text}` : text
  return /[",;\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** The text of a cell as it was before it was defused. */
export const undefused = (cell: string): string => (/^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell)
