import { approximate } from '../../measure/decimal.ts'
import { showRatio } from '../../measure/ratio.ts'
import { say } from '../../messages/catalogue.ts'
import type { Language } from '../../messages/message.ts'
import type { Claim } from './claim.ts'

/** The sentence of a claim, its figures as printed. */
export const claimSentence = ({ explanation }: Claim, language: Language): string =>
  say(explanation.code, language, explanation.values)

/** Claims as `cotmoc check --json` prints them; `computed` rounded to the printed precision, `exact` unrounded. */
export function claimsJson(claims: readonly Claim[], language: Language): object {
  return {
    checks: claims.map(claim => ({
      kind: claim.kind,
      verdict: claim.verdict,
      stated: claim.stated,
      computed: claim.computed && approximate(showRatio(claim.computed, claim.decimals)),
      exact: claim.computed && { num: String(claim.computed.num), den: String(claim.computed.den) },
      explanation: claimSentence(claim, language),
      start: claim.start,
      end: claim.end,
    })),
  }
}
