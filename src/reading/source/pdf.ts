import { getDocumentProxy } from 'unpdf'
import type { Outcome } from '../../messages/message.ts'
import type { SourceDocument } from '../document.ts'
import { converted } from '../encoding/decode.ts'
import { legacyOf } from '../encoding/legacy.ts'
import type { Limits } from './limits.ts'
import { linesOfPage, type PageLine, type TextPiece } from './pdf-lines.ts'
import { withoutRunningHeads } from './running-heads.ts'
import { textBlocks } from './text-blocks.ts'

const error = (rule: string, actual = ''): Outcome<null> => ({
  value: null,
  messages: [{ rule, severity: 'error', actual }],
})

/** A PDF with a text layer: words joined over lines and pages, running heads and page numbers left out. */
export async function readPdf(bytes: Uint8Array, limits: Limits): Promise<Outcome<SourceDocument | null>> {
  let pdf: Awaited<ReturnType<typeof getDocumentProxy>>
  try {
    // The library takes the buffer for its own, so it gets a copy. Nothing of the file is evaluated.
    pdf = await getDocumentProxy(bytes.slice(), { isEvalSupported: false, useSystemFonts: false, verbosity: 0 })
  } catch (fault) {
    return error(
      fault instanceof Error && fault.name === 'PasswordException' ? 'source.password' : 'source.broken-file',
    )
  }
  try {
    if (pdf.numPages > limits.pdfPages) return error('source.too-many-pages', String(pdf.numPages))
    const pages: PageLine[][] = []
    for (let n = 1; n <= pdf.numPages; n += 1) {
      const page = await pdf.getPage(n)
      const content = await page.getTextContent()
      const pieces = content.items.flatMap((item): TextPiece[] =>
        'str' in item && item.str !== ''
          ? [
              {
                text: item.str,
                x: Number(item.transform[4]),
                y: Number(item.transform[5]),
                width: item.width,
                size: Math.abs(Number(item.transform[3])) || item.height || 10,
              },
            ]
          : [],
      )
      const height = page.getViewport({ scale: 1 }).height
      pages.push(linesOfPage(pieces, height))
      page.cleanup()
    }
    const kept = withoutRunningHeads(pages)
    const text = kept.map(lines => joined(lines)).join('\n')
    if (text.replace(/\s/g, '').length < 20) return error('source.scanned', String(pdf.numPages))
    const legacy = legacyOf(text)
    const words = (legacy ? legacy.convert(text) : text).normalize('NFC')
    return {
      value: { text: words, blocks: textBlocks(words), format: 'pdf' },
      messages: legacy ? [converted(legacy.encoding)] : [],
    }
  } catch {
    return error('source.broken-file')
  } finally {
    await pdf.destroy()
  }
}

/** Lines as text: a blank line where the gap is clearly wider than the usual one, so that it parts paragraphs. */
function joined(lines: readonly PageLine[]): string {
  const gaps = lines
    .flatMap((line, i) => (i === 0 ? [] : [(lines[i - 1]?.y ?? line.y) - line.y]))
    .filter(gap => gap > 0)
  const usual = [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 14
  return lines
    .map((line, i) => {
      const gap = i === 0 ? 0 : (lines[i - 1]?.y ?? line.y) - line.y
      return (gap > usual * 1.45 ? '\n' : '') + line.text
    })
    .join('\n')
}
