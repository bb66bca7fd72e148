import { SILENT, type Progress } from '../progress.ts'
import type { Figure, ReadTarget } from '../result.ts'
import type { Line } from '../tree/lines.ts'
import type { Placed } from '../tree/sections.ts'
import { differenceClaims, meanChangeClaims, relativeChangeClaims } from './change.ts'
import type { Claim } from './claim.ts'
import { compositionClaims } from './composition.ts'
import { listedClaims, namedClaims } from './enumeration.ts'
import { multipleClaims } from './multiple.ts'
import { partOfWholeClaims } from './part-of-whole.ts'
import { sameFigureClaims } from './same-figure.ts'
import { sentencesOf, type Sentence } from './sentence.ts'
import { shareClaims, wordedShareClaims } from './share.ts'
import { sumClaims } from './sum.ts'
import { targetArithmeticClaims } from './target-arithmetic.ts'

/** What one sentence can claim; one kind of relation each. */
const IN_SENTENCE: readonly ((sentence: Sentence) => Claim[])[] = [
  partOfWholeClaims,
  shareClaims,
  wordedShareClaims,
  relativeChangeClaims,
  differenceClaims,
  meanChangeClaims,
  multipleClaims,
  sumClaims,
  compositionClaims,
  namedClaims,
]

export interface Checked {
  readonly text: string
  readonly lines: readonly Line[]
  readonly placed: readonly Placed[]
  readonly targets: readonly ReadTarget[]
  readonly figures: readonly Figure[]
}

/** Every relation that the text states between its own figures, recomputed, in the text's order. */
export function claimsOf({ text, lines, placed, targets, figures }: Checked, told: Progress = SILENT): Claim[] {
  const sentences = sentencesOf(text, lines)
  const claims = [
    ...sentences.flatMap((sentence, at) => {
      told(at, sentences.length)
      return IN_SENTENCE.flatMap(detect => detect(sentence))
    }),
    ...listedClaims(placed),
    ...sameFigureClaims(sentences),
    ...targetArithmeticClaims(targets, figures),
  ]
  return claims.sort((a, b) => a.start - b.start || a.end - b.end)
}
