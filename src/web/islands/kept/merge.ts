import { decimalText, normalize, parseDecimal } from '../../../measure/decimal.ts'
import type { Line } from '../grid/handed.ts'
import { STATUS, SUBMIT, type Edit } from './edit.ts'

/** What edits make of the lines that stand on the server. */
export interface Merged {
  readonly lines: readonly Line[]
  /** Edits that the lines hold. */
  readonly taken: readonly Edit[]
  /** Edits that somebody brought to the server already. */
  readonly settled: readonly Edit[]
  /** Edits of figures that somebody else changed to something else meanwhile: theirs stands until it is chosen. */
  readonly conflicts: readonly { readonly edit: Edit; readonly theirs: Line | null }[]
}

type Content = Pick<Line, 'value' | 'absent' | 'note'>

/** What two figures are compared by: 3.40 and 3.4 are one value. */
export function signature(content: Content | null): string {
  if (!content || (content.value === null && content.absent === null)) return ''
  const number = content.value === null ? null : parseDecimal(content.value)
  return JSON.stringify([number ? decimalText(normalize(number)) : content.value, content.absent, content.note])
}

const isTotal = (line: Line): boolean => Object.keys(line.breakdown).length === 0

/** The lines that a form asks for, by their keys. */
export function totalsOf(lines: readonly Line[]): ReadonlyMap<string, Line> {
  const found = new Map<string, Line>()
  for (const line of lines) {
    const key = `${line.indicator} ${line.area}`
    if (isTotal(line) && !found.has(key)) found.set(key, line)
  }
  return found
}

/** A short name of all figures of lines, the same wherever the same figures stand, in whatever order. */
export function digestOf(lines: readonly Line[]): string {
  const text = [...totalsOf(lines)]
    .map(([key, line]) => `${key} ${signature(line)} ${line.status}`)
    .sort()
    .join('\n')
  // Two 32-bit mixes: it tells change from no change, and guards against nobody.
  let [a, b] = [0x811c9dc5, 0x9747b28c]
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    a = Math.imul(a ^ code, 0x01000193)
    b = Math.imul(b ^ code, 0x5bd1e995)
  }
  return `${(a >>> 0).toString(36)}-${(b >>> 0).toString(36)}-${text.length}`
}

/**
 * Puts edits over the lines that stand, figure by figure. An edit whose figure is no longer what it was when the edit began
 * is a conflict, unless both say the same; nothing is overwritten by the order in which people were.
 */
export function merge(lines: readonly Line[], edits: readonly Edit[]): Merged {
  const standing = totalsOf(lines)
  const taken: Edit[] = []
  const settled: Edit[] = []
  const conflicts: { edit: Edit; theirs: Line | null }[] = []
  const next = new Map<string, Edit>()
  const status = edits.find(edit => edit.key === STATUS)
  for (const edit of edits) {
    if (edit.wrong || edit.key === STATUS || edit.key === SUBMIT) continue
    const theirs = standing.get(edit.key) ?? null
    const [now, mine] = [signature(theirs), signature(edit)]
    if (now === mine) settled.push(edit)
    else if (now !== edit.from) conflicts.push({ edit, theirs })
    else {
      taken.push(edit)
      next.set(edit.key, edit)
    }
  }
  const chosen = status?.text ?? ''
  const changed = (line: Line): Line => (chosen === '' || line.status === chosen ? line : { ...line, status: chosen })
  const kept = lines.flatMap(line => {
    const key = `${line.indicator} ${line.area}`
    const edit = standing.get(key) === line ? next.get(key) : undefined
    if (!edit) return standing.get(key) === line ? [changed(line)] : [line]
    next.delete(key)
    return edit.value === null && edit.absent === null
      ? []
      : [changed({ ...line, value: edit.value, absent: edit.absent, note: edit.note })]
  })
  const fresh = [...next.values()].flatMap(({ key, value, absent, note }): Line[] => {
    if (value === null && absent === null) return []
    const [indicator = '', area = ''] = key.split(' ')
    return [
      {
        indicator,
        area,
        breakdown: {},
        method: '',
        value,
        absent,
        status: chosen === '' ? 'provisional' : chosen,
        note,
      },
    ]
  })
  if (status) {
    if (kept.some((line, i) => line !== lines[i]) || fresh.length > 0) taken.push(status)
    else settled.push(status)
  }
  return { lines: [...kept, ...fresh], taken, settled, conflicts }
}
