import type { TableFile } from './open-table.ts'

const PIECE = 256 * 1024

/** A file that is in memory, handed on piece by piece; between two others have their turn. `rest` is told how many bytes went on. */
export function inPieces(
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  rest: (bytes: number) => Promise<unknown>,
): TableFile {
  return {
    name,
    size: bytes.length,
    bytes: async function* () {
      for (let at = 0; at < bytes.length; at += PIECE) {
        await rest(at)
        yield bytes.subarray(at, at + PIECE)
      }
    },
  }
}
