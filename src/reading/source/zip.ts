import { Inflate } from 'fflate'
import type { Limits } from './limits.ts'

export interface Unzipped {
  /** Of every entry, in the order of the directory, with "/" between folders. */
  readonly names: readonly string[]
  /** The wanted entries by their name in lower case; of two of one name the first. */
  readonly files: ReadonlyMap<string, Uint8Array>
}

export type ZipFault = 'too-large' | 'too-many' | 'encrypted' | 'broken'

interface Entry {
  readonly name: string
  readonly method: number
  readonly encrypted: boolean
  readonly compressed: number
  readonly offset: number
}

/** So that what one step inflates to stays within some tens of megabytes, whatever the bytes are. */
const STEP = 16_384
const DIRECTORY_END = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_ENTRY = 0x04034b50

/**
 * The wanted entries of a zip as its directory lists them (APPNOTE 4.3), inflated piece by piece and counted while they
 * grow: what the headers say of sizes is not believed. What is not wanted is never inflated.
 */
export function unzip(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
  limits: Pick<Limits, 'inflatedBytes' | 'entries'>,
): Unzipped | ZipFault {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const entries = directoryOf(view, bytes, limits.entries)
    if (entries === 'too-many') return entries
    const files = new Map<string, Uint8Array>()
    let left = limits.inflatedBytes
    for (const entry of entries) {
      const key = entry.name.toLowerCase()
      if (!wanted(entry.name) || files.has(key)) continue
      if (entry.encrypted) return 'encrypted'
      const file = inflated(dataOf(entry, view, bytes), entry.method, left)
      if (file === null) return 'too-large'
      left -= file.length
      files.set(key, file)
    }
    return entries.length === 0 ? 'broken' : { names: entries.map(entry => entry.name), files }
  } catch {
    // Places that point outside of the file, and streams that are no deflate.
    return 'broken'
  }
}

function directoryOf(view: DataView, bytes: Uint8Array, most: number): Entry[] | 'too-many' {
  const end = directoryEnd(view)
  if (end < 0) return []
  const decoder = new TextDecoder()
  const entries: Entry[] = []
  let at = view.getUint32(end + 16, true)
  while (at + 46 <= end && view.getUint32(at, true) === DIRECTORY_ENTRY) {
    if (entries.length >= most) return 'too-many'
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map(i => view.getUint16(at + i, true)) as [
      number,
      number,
      number,
    ]
    const wide = wideFields(view, at, at + 46 + nameLength, extraLength)
    entries.push({
      name: decoder.decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll('\\', '/'),
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      compressed: wide.compressed,
      offset: wide.offset,
    })
    at += 46 + nameLength + extraLength + commentLength
  }
  return entries
}

/** The end of the directory: the last of its marks in the file, before a comment of at most 64 kB. */
function directoryEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 65_535); at -= 1)
    if (view.getUint32(at, true) === DIRECTORY_END) return at
  return -1
}

/** Size and place of an entry, from the zip64 field where the short ones are full (some programs always write it). */
function wideFields(view: DataView, at: number, extra: number, length: number): { compressed: number; offset: number } {
  const size = view.getUint32(at + 24, true)
  let compressed = view.getUint32(at + 20, true)
  let offset = view.getUint32(at + 42, true)
  for (let field = extra; field + 4 <= extra + length; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue
    let place = field + 4 + (size === 0xffffffff ? 8 : 0)
    if (compressed === 0xffffffff) {
      compressed = Number(view.getBigUint64(place, true))
      place += 8
    }
    if (offset === 0xffffffff) offset = Number(view.getBigUint64(place, true))
  }
  return { compressed, offset }
}

function dataOf({ offset, compressed }: Entry, view: DataView, bytes: Uint8Array): Uint8Array {
  if (view.getUint32(offset, true) !== LOCAL_ENTRY) throw new RangeError('no entry where the directory says')
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  if (start + compressed > bytes.length) throw new RangeError('an entry beyond the end')
  return bytes.subarray(start, start + compressed)
}

/** The bytes of an entry; null where they are more than `most`. Throws where they are damaged. */
function inflated(data: Uint8Array, method: number, most: number): Uint8Array | null {
  if (method === 0) return data.length > most ? null : data
  if (method !== 8) throw new RangeError(`a way to compress that Word does not use: ${method}`)
  const chunks: Uint8Array[] = []
  let total = 0
  const stream = new Inflate(chunk => {
    total += chunk.length
    if (total <= most) chunks.push(chunk)
  })
  for (let i = 0; i < data.length && total <= most; i += STEP)
    stream.push(data.subarray(i, i + STEP), i + STEP >= data.length)
  if (total > most) return null
  const whole = new Uint8Array(total)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
