import type { Span } from './result.ts'

/**
 * A document as taken from its file: one text and the blocks that it is made of, in order. Readers of every format
 * give this, and everything after them (tree, figures, targets, claims) sees nothing else.
 */
export interface SourceDocument {
  /** NFC; line ends are "\n". Marks of Markdown stay in the text of a Markdown file, so that places are the file's. */
  readonly text: string
  readonly blocks: readonly Block[]
  readonly format: 'markdown' | 'text' | 'html' | 'docx' | 'pdf'
  /** Words set in bold or italic, in order, where the format tells (Markdown's marks stand in the text itself). */
  readonly emphasis?: readonly Span[]
}

/** A block's place covers its words (and its marks, in Markdown). Blocks do not overlap; a table's cells are inside its rows. */
export type Block =
  | (Span & { readonly kind: 'heading'; readonly level: number })
  | (Span & { readonly kind: 'paragraph' })
  | (Span & { readonly kind: 'item'; readonly depth: number; readonly marker: string })
  | (Span & { readonly kind: 'row'; readonly table: number; readonly header: boolean; readonly cells: readonly Cell[] })
  /** `mark` is what the text refers to it by: "1" for `<sup>1</sup>` or `[^1]`. */
  | (Span & { readonly kind: 'footnote'; readonly mark: string })

export interface Cell extends Span {
  /** How many columns and rows it covers, 1 where it is plain. */
  readonly columns: number
  readonly rows: number
}
