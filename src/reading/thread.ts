import { parentPort, workerData } from 'node:worker_threads'
import { readSource } from './read-document.ts'
import { openDocument, type SourceFile } from './source/open.ts'
import type { Told } from './threaded.ts'

/** A thread that reads one document: what is long to read keeps nobody else waiting. */
const tell = (told: Told): void => parentPort?.postMessage(told)

tell({ kind: 'doing', doing: 'document-open' })
const { value: source, messages } = await openDocument(workerData as SourceFile)
if (!source) tell({ kind: 'read', outcome: { value: null, messages } })
else {
  tell({ kind: 'doing', doing: 'document-read' })
  const reading = readSource(source)
  const all = [...messages, ...reading.messages]
  tell({ kind: 'read', outcome: { value: { ...reading, messages: all }, messages: all } })
}
