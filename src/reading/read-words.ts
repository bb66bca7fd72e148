import type { SourceDocument } from './document.ts'
import { scanNumbers } from './numbers/scan.ts'
import type { ReadMeasure, Span, YearSpan } from './result.ts'
import type { Times } from './targets/clause.ts'
import { itemsOf } from './targets/item.ts'
import { draftsOf } from './targets/prose.ts'
import type { Context } from './tree/context.ts'
import { linesOf } from './tree/lines.ts'

/**
 * What words of a document promise that a person says are a target, wherever they stand: read as an item of a list of
 * targets for the plan's term. Offsets are the text's; nothing where no figure is promised.
 */
export function readWords(text: string, { start, end }: Span, term: YearSpan | null): readonly ReadMeasure[] {
  const kind = term !== null && term.from === term.to ? 'point' : 'span'
  const times: Times = {
    years: term,
    kind,
    until: false,
    shared: false,
    term,
    nhiemKy: null,
    single: kind === 'point',
    floor: term?.from ?? null,
  }
  const around: Context = {
    mode: 'main',
    group: null,
    announced: null,
    years: term,
    kind,
    until: false,
    shared: false,
    titles: ['Chỉ tiêu'],
  }
  const document: SourceDocument = { text, blocks: [{ kind: 'paragraph', start, end }], format: 'text' }
  return linesOf(document).flatMap(line => {
    const tokens = scanNumbers(line.view)
    const items = itemsOf({ line, node: null, from: line.marker?.length ?? 0, head: false, opens: false }, around)
    return items.flatMap(item => draftsOf(item, tokens, times).flatMap(draft => draft.measures))
  })
}
