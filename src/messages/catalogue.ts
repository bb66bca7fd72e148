import type { Language } from './message.ts'
import { fill, type Sentences } from './sentence.ts'
import { cli } from './catalogue/cli.ts'
import { cube } from './catalogue/cube.ts'
import { desk } from './catalogue/desk.ts'
import { findings } from './catalogue/findings.ts'
import { evaluation } from './catalogue/evaluation.ts'
import { exchange } from './catalogue/exchange.ts'
import { layer } from './catalogue/layer.ts'
import { measure } from './catalogue/measure.ts'
import { plan } from './catalogue/plan.ts'
import { reading } from './catalogue/reading.ts'
import { rules } from './catalogue/rules.ts'
import { store } from './catalogue/store.ts'
import { territory } from './catalogue/territory.ts'
import { web } from './catalogue/web.ts'

/** Every sentence that the program says, by code, one part per room that speaks. */
export const catalogue: Sentences = {
  ...measure,
  ...territory,
  ...cube,
  ...plan,
  ...layer,
  ...rules,
  ...reading,
  ...exchange,
  ...evaluation,
  ...store,
  ...desk,
  ...findings,
  ...web,
  ...cli,
}

/** The sentence of a code in a language, its places filled. An unknown code throws. */
export function say(code: string, language: Language, values: Readonly<Record<string, string>> = {}): string {
  const sentence = catalogue[code]
  if (!sentence) throw new Error(`no sentence for the code "${code}"`)
  return fill(sentence[language], values)
}
