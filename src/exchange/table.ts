import { nearest } from '../measure/nearest.ts'
import type { Message } from '../messages/message.ts'
import { parseCsv, undefused } from './csv.ts'

/** A line of a table by the names of its columns. */
export type Row = Readonly<Record<string, string>> & { readonly line: number }

/** Collects what is wrong with a file, with the line and column where it stands. */
export class FileFaults {
  readonly messages: Message[]
  readonly #file: string

  constructor(file: string, messages: Message[]) {
    this.#file = file
    this.messages = messages
  }

  add(rule: string, line: number, column: string, actual: string, expected = ''): null {
    this.messages.push({ rule, severity: 'error', line, column: `${this.#file} ${column}`.trim(), actual, expected })
    return null
  }
}

/** The lines of a CSV table with just these columns, in any order; what is missing or unknown is told. */
export function rowsOf(
  text: string,
  columns: readonly string[],
  faults: FileFaults,
  optional: readonly string[] = [],
): Row[] {
  const { records, unclosed } = parseCsv(text)
  if (unclosed !== null) {
    faults.add('exchange.unclosed-quote', unclosed, '', '"', '"…"')
    return []
  }
  const head = records[0]
  if (!head) {
    faults.add('exchange.empty', 1, '', '', columns.join(','))
    return []
  }
  const names = head.cells.map(cell => cell.trim().toLowerCase())
  const known = [...columns, ...optional]
  for (const name of columns)
    if (!names.includes(name)) faults.add('exchange.no-column', head.line, name, names.join(', '), name)
  for (const name of names)
    if (!known.includes(name)) faults.add('exchange.unknown-column', head.line, name, name, nearest(name, known))
  return records.slice(1).map(
    ({ line, cells }) =>
      ({
        ...Object.fromEntries(names.map((name, i) => [name, undefused((cells[i] ?? '').normalize('NFC').trim())])),
        line,
      }) as Row,
  )
}
