/** What a document may cost before it is refused; a caller may ask for less. */
export interface Limits {
  /** Of the file, in bytes; callers refuse by `tooLarge` before they read the file. */
  readonly bytes: number
  /** Of a page of HTML, in bytes: its tree takes about thirty times as much memory. */
  readonly htmlBytes: number
  /** Of what a Word file inflates to, in bytes. */
  readonly inflatedBytes: number
  /** Parts in a Word file. */
  readonly entries: number
  readonly pdfPages: number
  /** For a whole PDF, in milliseconds. */
  readonly pdfMilliseconds: number
  /** That the process may grow by while a PDF is read, in bytes. */
  readonly pdfMemory: number
}

const MB = 1024 * 1024

export const LIMITS: Limits = {
  bytes: 64 * MB,
  htmlBytes: 24 * MB,
  inflatedBytes: 128 * MB,
  entries: 5000,
  pdfPages: 3000,
  pdfMilliseconds: 120_000,
  pdfMemory: 1024 * MB,
}

/** Megabytes as a message says them, never less than what was found ("64,1" is more than 64). */
export const megabytes = (bytes: number): string => String(Math.ceil((bytes / MB) * 10) / 10)
