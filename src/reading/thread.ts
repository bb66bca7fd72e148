import { parentPort, workerData } from 'node:worker_threads'
import { byHundredths } from './progress.ts'
import { readSource } from './read-document.ts'
import { openDocument, type SourceFile } from './source/open.ts'
import type { Doing, Told } from './threaded.ts'

/** A thread that reads one document: what is long to read keeps nobody else waiting. */
const tell = (told: Told): void => parentPort?.postMessage(told)
const telling = (doing: Doing) => byHundredths(percent => tell({ kind: 'doing', doing, percent }))

tell({ kind: 'doing', doing: 'document-open', percent: null })
const { value: source, messages } = await openDocument(workerData as SourceFile, {}, telling('document-open'))
if (!source) tell({ kind: 'read', outcome: { value: null, messages } })
else {
  const reading = readSource(source, telling('document-read'))
  const all = [...messages, ...reading.messages]
  tell({ kind: 'read', outcome: { value: { ...reading, messages: all }, messages: all } })
}
