/** A record of a CSV file with the line on which it begins. */
export interface CsvRecord {
  readonly line: number
  readonly cells: readonly string[]
}

/** No record is longer; a quote that is open for so long was never meant to be one. */
const LONGEST_RECORD = 1 << 20

/**
 * RFC 4180 with what offices really save: a byte-order mark, CRLF, LF or CR, and `,` `;` or a tab between cells (the one
 * that the first line holds most of). Takes the text in pieces, cut anywhere, and gives the records that are whole.
 */
export class CsvReader {
  #rest = ''
  #line = 1
  #delimiter: string | null = null
  #begun = false
  /** The line of a quote that is never closed. */
  unclosed: number | null = null

  get delimiter(): string {
    return this.#delimiter ?? ','
  }

  /** The records that end in this piece; with `last`, also the one that the text ends in. */
  push(piece: string, last = false): CsvRecord[] {
    let text = this.#rest + piece
    if (!this.#begun && text !== '') {
      text = text.replace(/^\ufeff/, '')
      this.#begun = true
    }
    if (this.#delimiter === null) {
      const head = text.indexOf('\n')
      if (head < 0 && !last) {
        this.#rest = text
        return []
      }
      this.#delimiter = delimiterOf(head < 0 ? text : text.slice(0, head))
    }
    const records: CsvRecord[] = []
    const at = this.#records(text, last, records)
    this.#rest = text.slice(at)
    if (this.#rest.length > LONGEST_RECORD && this.#rest.includes('"')) {
      this.unclosed ??= this.#line
      this.#rest = ''
    }
    return records
  }

  /** Reads records as long as they are whole; gives the place behind the last. */
  #records(text: string, last: boolean, records: CsvRecord[]): number {
    const delimiter = this.delimiter
    let at = 0
    // Looked for once for each, not once for each line.
    let [feed, back, quote] = [text.indexOf('\n'), text.indexOf('\r'), text.indexOf('"')]
    while (at < text.length) {
      if (feed >= 0 && feed < at) feed = text.indexOf('\n', at)
      if (back >= 0 && back < at) back = text.indexOf('\r', at)
      if (quote >= 0 && quote < at) quote = text.indexOf('"', at)
      const end = back >= 0 && (feed < 0 || back < feed) ? back : feed
      if (quote >= 0 && (end < 0 || quote < end)) {
        const next = this.#quoted(text, at, last, records)
        if (next < 0) return at
        at = next
        continue
      }
      // A carriage return at the very end may be half of a pair.
      if (!last && (end < 0 || (end === back && end + 1 === text.length))) return at
      const stop = end < 0 ? text.length : end
      if (stop > at) records.push({ line: this.#line, cells: text.slice(at, stop).split(delimiter) })
      at = end < 0 ? stop : end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1)
      this.#line += 1
    }
    return at
  }

  /** One record that holds quotes, character by character; -1 where it is not whole yet. */
  #quoted(text: string, from: number, last: boolean, records: CsvRecord[]): number {
    const delimiter = this.delimiter
    const cells: string[] = []
    let [cell, quoted, lines, opened] = ['', false, 0, this.#line]
    for (let i = from; i < text.length; i += 1) {
      const char = text[i] ?? ''
      if (quoted) {
        if (char !== '"') {
          if (char === '\n') lines += 1
          cell += char
        } else if (text[i + 1] === '"') {
          cell += '"'
          i += 1
        } else if (i + 1 === text.length && !last) return -1
        else quoted = false
      } else if (char === '"' && cell === '') {
        quoted = true
        opened = this.#line + lines
      } else if (char === delimiter) {
        cells.push(cell)
        cell = ''
      } else if (char === '\n' || char === '\r') {
        if (char === '\r' && i + 1 === text.length && !last) return -1
        cells.push(cell)
        if (!isBlank(cells)) records.push({ line: this.#line, cells })
        this.#line += lines + 1
        return i + (char === '\r' && text[i + 1] === '\n' ? 2 : 1)
      } else cell += char
    }
    if (!last) return -1
    if (quoted) this.unclosed ??= opened
    cells.push(cell)
    if (!isBlank(cells)) records.push({ line: this.#line, cells })
    return text.length
  }
}

const isBlank = (cells: readonly string[]) => cells.length === 1 && cells[0] === ''

/** The records of a whole text. */
export function parseCsv(source: string): {
  readonly records: readonly CsvRecord[]
  readonly delimiter: string
  readonly unclosed: number | null
} {
  const reader = new CsvReader()
  const records = reader.push(source, true)
  return { records, delimiter: reader.delimiter, unclosed: reader.unclosed }
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
export const undefused = (cell: string): string =>
  cell.startsWith("'") && /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell
