import type { Edit, ReportKey } from './edit.ts'

/** An edit with whose it is, as it lies in the browser. */
export interface KeptEdit extends Edit, ReportKey {
  /** The report's name, for a page that lists what waits. */
  readonly title: string
}

const NAME = 'cotmoc'
const EDITS = 'edits'

let opened: Promise<IDBDatabase> | null = null

/** Rejects where the browser keeps nothing (a private window of some, a full disk). */
function database(): Promise<IDBDatabase> {
  return (opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1)
    request.onupgradeneeded = () =>
      request.result.createObjectStore(EDITS, { keyPath: ['person', 'round', 'organisation', 'key'] })
    request.onsuccess = () => {
      // A newer program, or a sign-out that deletes everything, may want it closed.
      request.result.onversionchange = () => {
        request.result.close()
        opened = null
      }
      resolve(request.result)
    }
    request.onerror = () => {
      opened = null
      reject(request.error ?? new Error('indexedDB'))
    }
  }))
}

/** Runs in one transaction and resolves when it is on disk, not when it was asked for. */
async function change(use: (edits: IDBObjectStore) => void): Promise<void> {
  const db = await database()
  await new Promise<void>((resolve, reject) => {
    const transaction = db.transaction(EDITS, 'readwrite', { durability: 'strict' })
    transaction.oncomplete = () => resolve()
    transaction.onabort = transaction.onerror = () => reject(transaction.error ?? new Error('indexedDB'))
    use(transaction.objectStore(EDITS))
  })
}

const keyOf = ({ person, round, organisation, key }: Pick<KeptEdit, 'person' | 'round' | 'organisation' | 'key'>) => [
  person,
  round,
  organisation,
  key,
]

/** Keeps edits in the place of those of the same figures. */
export const keepEdits = (edits: readonly KeptEdit[]): Promise<void> =>
  change(store => {
    for (const edit of edits) store.put(edit)
  })

/** Forgets edits that have reached the server, unless they were changed meanwhile. */
export const forgetEdits = (report: ReportKey, edits: readonly Edit[]): Promise<void> =>
  change(store => {
    for (const { key, at } of edits) {
      const request = store.get(keyOf({ ...report, key })) as IDBRequest<KeptEdit | undefined>
      request.onsuccess = () => {
        if (request.result?.at === at) store.delete(keyOf({ ...report, key }))
      }
    }
  })

/** The edits of a person, of one report or of all, in no order. */
export async function editsOf(person: string, report?: Omit<ReportKey, 'person'>): Promise<KeptEdit[]> {
  const db = await database()
  const from = report ? [person, report.round, report.organisation] : [person]
  // An array is behind every text.
  const range = IDBKeyRange.bound(from, [...from, []])
  return new Promise((resolve, reject) => {
    const request = db.transaction(EDITS).objectStore(EDITS).getAll(range) as IDBRequest<KeptEdit[]>
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('indexedDB'))
  })
}
