import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { Context } from 'hono'

/** A text that never changes, packed once, as small as it gets. */
export interface Packed {
  readonly text: string
  readonly br: Buffer
  readonly gzip: Buffer
}

export const packed = (text: string): Packed => ({
  text,
  br: brotliCompressSync(text),
  gzip: gzipSync(text, { level: 9 }),
})

const FOR_EVER = 'public, max-age=31536000, immutable'

/** Answers with a packed text; by default kept for ever by whoever has it, since its name is made of its content. */
export function answerPacked(c: Context, found: Packed, type: string, keep: string = FOR_EVER): Response {
  const accepted = c.req.header('accept-encoding') ?? ''
  const encoding = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : null
  const headers: Record<string, string> = { 'Content-Type': type, 'Cache-Control': keep, Vary: 'Accept-Encoding' }
  if (encoding) headers['Content-Encoding'] = encoding
  return c.body(encoding ? new Uint8Array(found[encoding]) : found.text, 200, headers)
}
