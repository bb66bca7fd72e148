/** A block of cells as spreadsheets put it on the clipboard: tabs between columns, lines between rows, quotes where needed. */
export function parseBlock(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]]
  let [cell, quoted, begun] = ['', false, false]
  const end = () => {
    rows.at(-1)?.push(cell)
    cell = ''
    begun = false
  }
  const clean = text.replace(/\r\n?/g, '\n').replace(/\n$/, '')
  for (let i = 0; i < clean.length; i += 1) {
    const char = clean.charAt(i)
    if (quoted) {
      if (char !== '"') cell += char
      else if (clean.charAt(i + 1) === '"') {
        cell += '"'
        i += 1
      } else quoted = false
    } else if (char === '"' && !begun) quoted = true
    else if (char === '\t') end()
    else if (char === '\n') {
      end()
      rows.push([])
    } else {
      cell += char
      begun = true
    }
  }
  end()
  return rows
}

/** The same the other way. */
export const writeBlock = (rows: readonly (readonly string[])[]): string =>
  rows
    .map(row => row.map(cell => (/["\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t'))
    .join('\n')
