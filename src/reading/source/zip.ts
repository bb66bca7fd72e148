import { Unzip, UnzipInflate } from 'fflate'

/** What is taken from a zip at most: a Word file of a thousand pages inflates to a tenth of it. */
const MOST_BYTES = 160 * 1024 * 1024
const MOST_ENTRIES = 5000

export interface Unzipped {
  readonly names: readonly string[]
  readonly files: ReadonlyMap<string, Uint8Array>
}

/**
 * The wanted entries of a zip, inflated piece by piece and counted while they grow: what the headers say of sizes is not
 * believed. `too-large` for a bomb, `broken` for what is no zip.
 */
export function unzip(bytes: Uint8Array, wanted: (name: string) => boolean): Unzipped | 'too-large' | 'broken' {
  const names: string[] = []
  const files = new Map<string, Uint8Array>()
  let total = 0
  const state: { refused: 'too-large' | 'broken' | null } = { refused: null }
  const reader = new Unzip(file => {
    names.push(file.name)
    if (names.length > MOST_ENTRIES) state.refused = 'too-large'
    if (state.refused || !wanted(file.name)) return
    const chunks: Uint8Array[] = []
    file.ondata = (error, chunk, final) => {
      if (error) state.refused ??= 'broken'
      if (state.refused) return
      total += chunk.length
      if (total > MOST_BYTES) {
        state.refused = 'too-large'
        file.terminate()
        return
      }
      chunks.push(chunk)
      if (final) files.set(file.name, joined(chunks))
    }
    file.start()
  })
  reader.register(UnzipInflate)
  try {
    // In pieces, so that a bomb is stopped while it inflates and not after.
    for (let i = 0; i < bytes.length && !state.refused; i += 65_536)
      reader.push(bytes.subarray(i, i + 65_536), i + 65_536 >= bytes.length)
  } catch {
    state.refused ??= 'broken'
  }
  return state.refused ?? (names.length === 0 ? 'broken' : { names, files })
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((n, chunk) => n + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
