import type { Ratio } from '../../measure/ratio.ts'
import type { Span } from '../result.ts'

/** A relation that the text states between its own figures. */
export const CLAIM_KINDS = [
  'sum',
  'share',
  'change',
  'meanChange',
  'multiple',
  'composition',
  'partOfWhole',
  'enumeration',
  'sameFigure',
  'targetArithmetic',
] as const
export type ClaimKind = (typeof CLAIM_KINDS)[number]

/** `wrong` only where no reading of the sentence makes it right at the printed precision. */
export type Verdict = 'holds' | 'wrong' | 'unverifiable'

export interface Claim extends Span {
  readonly kind: ClaimKind
  readonly verdict: Verdict
  /** The figures as printed, in the order in which the arithmetic takes them. */
  readonly stated: readonly string[]
  /** What the arithmetic gives, exactly; null where it cannot be done. */
  readonly computed: Ratio | null
  /** Digits behind the mark that the computed value is shown with. */
  readonly decimals: number
  /** The sentence of the catalogue, with its values as printed. */
  readonly explanation: { readonly code: string; readonly values: Readonly<Record<string, string>> }
}
