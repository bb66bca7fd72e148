import type { Message } from '../messages/message.ts'
import { decodeBytes, decodeText } from '../reading/encoding/decode.ts'
import { CsvReader, type CsvRecord } from './csv.ts'
import { LongForm } from './figures.ts'
import type { FigureFile, ReadFigure } from './figure-rows.ts'

/** Figures that arrive batch by batch; `settle`, asked after the last, says whether the file is taken as a whole. */
export interface FigureStream {
  readonly batches: AsyncIterable<readonly ReadFigure[]>
  readonly settle: () => boolean
  /** What is wrong (up to a number that a reader can use), and how much in all. */
  readonly faults: { readonly messages: readonly Message[]; readonly count: number }
}

/** The figures of records that arrive piece by piece; `ended` tells at the end what is wrong with the file as a whole. */
export function figuresOf(
  pieces: AsyncIterable<readonly CsvRecord[]>,
  file: FigureFile,
  ended: (faults: LongForm['faults']) => number | null = () => null,
): FigureStream {
  const form = new LongForm(file)
  return {
    batches: (async function* () {
      for await (const records of pieces) {
        const figures = form.read(records)
        // Once anything is wrong nothing is taken; the rest is read for its faults.
        if (figures.length > 0 && form.faults.count === 0) yield figures
      }
    })(),
    settle: () => form.taken(ended(form.faults)),
    faults: form.faults,
  }
}

/** The figures of a CSV file that arrives in pieces of bytes, in bounded memory; `progress` is told how many bytes were read. */
export function streamFigures(
  bytes: AsyncIterable<Uint8Array>,
  file: FigureFile,
  progress: (bytes: number) => void = () => undefined,
): FigureStream & { readonly notes: readonly Message[] } {
  const csv = new CsvReader()
  const notes: Message[] = []
  const failed: { message?: Message } = {}
  const pieces = (async function* () {
    for await (const text of textOf(bytes, notes, failed, progress)) yield csv.push(text)
    yield csv.push('', true)
  })()
  const stream = figuresOf(pieces, file, faults => {
    if (failed.message) faults.add(failed.message.rule, 1, '', failed.message.actual ?? '')
    return csv.unclosed
  })
  return { ...stream, notes }
}

/** So much is looked at before it is decided how a file is encoded. */
const PROBE = 1 << 20
/** A file in an old encoding is read whole, so it has a bound. */
const LARGEST_LEGACY = 64 << 20

/**
 * The text of bytes: UTF-8 or UTF-16 piece by piece. Where the first part is neither, the whole is kept, since only that
 * tells which old encoding it is of.
 */
async function* textOf(
  bytes: AsyncIterable<Uint8Array>,
  notes: Message[],
  failed: { message?: Message },
  progress: (bytes: number) => void,
): AsyncGenerator<string> {
  const kept: Uint8Array[] = []
  const state: { decoder: InstanceType<typeof TextDecoder> | null; legacy: boolean } = { decoder: null, legacy: false }
  let read = 0
  const broken = () => (failed.message = { rule: 'source.broken-encoding', severity: 'error', actual: String(read) })
  for await (const piece of bytes) {
    read += piece.length
    progress(read)
    try {
      if (state.decoder) {
        yield state.decoder.decode(piece, { stream: true })
        continue
      }
    } catch {
      broken()
      return
    }
    kept.push(piece)
    if (state.legacy ? read > LARGEST_LEGACY : read < PROBE) {
      if (!state.legacy) continue
      broken()
      return
    }
    if (state.legacy) continue
    const whole = joined(kept)
    try {
      const decoder = new TextDecoder(wideOf(whole) ?? 'utf-8', { fatal: true })
      const text = decoder.decode(whole, { stream: true })
      state.decoder = decoder
      kept.length = 0
      yield text
    } catch {
      state.legacy = true
    }
  }
  try {
    if (state.decoder) yield state.decoder.decode()
    else yield wholeText(joined(kept), notes, failed)
  } catch {
    broken()
  }
}

/** A short file, or one in an old encoding. */
function wholeText(bytes: Uint8Array, notes: Message[], failed: { message?: Message }): string {
  const plain = decodeBytes(bytes)
  if (plain.value?.certain) return plain.value.text
  const { value, messages } = decodeText(bytes)
  if (value === null) failed.message = messages[0] ?? { rule: 'source.broken-encoding', severity: 'error' }
  else notes.push(...messages)
  return value ?? ''
}

const wideOf = (head: Uint8Array): string | null =>
  head[0] === 0xff && head[1] === 0xfe ? 'utf-16le' : head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : null

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
