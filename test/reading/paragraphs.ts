import type { Block, SourceDocument } from '../../src/reading/document.ts'

/** A document of plain paragraphs, one for each line: for rules that need no format. */
export function paragraphs(...lines: string[]): SourceDocument {
  const blocks: Block[] = []
  let start = 0
  for (const line of lines) {
    blocks.push({ kind: 'paragraph', start, end: start + line.length })
    start += line.length + 2
  }
  return { text: lines.join('\n\n'), blocks, format: 'text' }
}
