import type { ShareTable } from '../../../evaluation/allocation/sum-lines.ts'
import type { End } from '../../../measure/bound.ts'
import type { Language } from '../../../messages/message.ts'
import type { Words } from '../grid/say.ts'

/** What the script of the shares starts from. */
export interface HandedShares {
  readonly language: Language
  readonly table: ShareTable
  /** Shares that the table does not show, by "low.AREA@YEAR", as decimal text. */
  readonly outside: Readonly<Record<string, string>>
  readonly unit: string
  readonly areas: Readonly<Record<string, string>>
  readonly years: Readonly<Record<string, string>>
  /** What each end is called; empty where there is but one. */
  readonly ends: Readonly<Record<End, string>>
  readonly words: Words
}
