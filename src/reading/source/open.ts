import type { Outcome } from '../../messages/message.ts'
import type { SourceDocument } from '../document.ts'
import { textBlocks } from './text-blocks.ts'

/** A file as it was handed in. */
export interface SourceFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** The document of a file: its text and its blocks; null with a message where the file cannot be read. */
export function openDocument(file: SourceFile): Promise<Outcome<SourceDocument | null>> {
  const text = new TextDecoder('utf-8').decode(file.bytes).normalize('NFC').replace(/\r\n?/g, '\n')
  const markdown = /\.(?:md|markdown)$/i.test(file.name)
  return Promise.resolve({
    value: { text, blocks: textBlocks(text), format: markdown ? 'markdown' : 'text' },
    messages: [],
  })
}
