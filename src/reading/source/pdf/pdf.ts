import type { Message, Outcome } from '../../../messages/message.ts'
import type { SourceDocument } from '../../document.ts'
import { converted } from '../../encoding/decode.ts'
import { legacyOf } from '../../encoding/legacy.ts'
import { SILENT, type Progress } from '../../progress.ts'
import { type Limits, megabytes } from '../limits.ts'
import { refused } from '../refusal.ts'
import { assemble } from './assemble.ts'
import type { Page } from './page.ts'
import { pagesOf } from './pages.ts'

/** A text layer of fewer letters than this is a stamp on a scan. */
const FEWEST_LETTERS = 20

/** A PDF with a text layer: words joined over lines and pages, ruled tables as rows, footnotes with their marks. */
export async function readPdf(
  bytes: Uint8Array,
  limits: Limits,
  told: Progress = SILENT,
): Promise<Outcome<SourceDocument | null>> {
  const taken = await pagesOf(bytes, limits, told)
  switch (taken.kind) {
    case 'password':
      return refused('source.password')
    case 'broken':
      return refused('source.broken-file')
    case 'too-many':
      return refused('source.too-many-pages', String(taken.count), String(limits.pdfPages))
    case 'too-slow':
      return refused('source.too-slow', String(taken.read), String(Math.ceil(limits.pdfMilliseconds / 1000)))
    case 'too-much-memory':
      return refused('source.too-much-memory', String(taken.read), megabytes(limits.pdfMemory))
    case 'pages':
      return documentOf(taken.pages)
    default:
      return taken satisfies never
  }
}

function documentOf(pages: readonly (Page | null)[]): Outcome<SourceDocument | null> {
  const first = assemble(pages, words => words)
  const letters = first.text.replace(/[\s\d]/g, '')
  if (letters.length < FEWEST_LETTERS) return refused('source.scanned', String(pages.length))
  // Fonts that do not say what their letters are give signs of the private area or none at all.
  const unknown = letters.match(/[\ue000-\uf8ff\ufffd\0-\x1f]/g)?.length ?? 0
  if (unknown > letters.length / 5) return refused('source.unreadable-fonts')
  const legacy = legacyOf(first.text)
  const messages: Message[] = legacy ? [converted(legacy.encoding)] : []
  const empty = pages.flatMap((page, i) => (page && page.pieces.length > 0 ? [] : [i + 1]))
  if (empty.length > 0)
    messages.push({
      rule: 'source.pages-without-text',
      severity: 'warning',
      actual: String(empty.length),
      expected: empty.slice(0, 20).join(', ') + (empty.length > 20 ? ', …' : ''),
    })
  return { value: legacy ? assemble(pages, legacy.convert) : first, messages }
}
