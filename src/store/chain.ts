import { createHash } from 'node:crypto'
import { foldedForm } from '../measure/names.ts'

/** A line of the log as its hash covers it. */
export interface ChainedLine {
  readonly tenant: string
  readonly number: number
  readonly moment: string
  readonly actor: string
  readonly origin: string
  readonly address: string
  readonly kind: string
  readonly subject: string
  readonly before: string
  readonly after: string
  readonly previous: string
}

/** SHA-256 over a line with the hash of the line before it, so that a line removed, changed or put in between is found. */
export const chainHash = (line: ChainedLine): string =>
  sha256(
    JSON.stringify([
      line.tenant,
      line.number,
      line.moment,
      line.actor,
      line.origin,
      line.address,
      line.kind,
      line.subject,
      line.before,
      line.after,
      line.previous,
    ]),
  )

/** What a line is found by: its subject, what stood before and what after, without accents. It is no part of the chain. */
export const foldedLine = ({ subject, before, after }: Pick<ChainedLine, 'subject' | 'before' | 'after'>): string =>
  foldedForm(`${subject}\n${before}\n${after}`)

export const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')
