import { CUBE_SOURCE } from '../../cube/figures.ts'
import { evaluation } from '../../messages/catalogue/evaluation.ts'
import { web } from '../../messages/catalogue/web.ts'
import type { Language } from '../../messages/message.ts'
import { fill } from '../../messages/sentence.ts'
import type { StatusWord } from '../../evaluation/judgement.ts'
import { maySomewhere, type Member, type Verb } from '../../desk/policy.ts'
import type { Name } from '../../plan/plan.ts'
import type { Address } from './address.ts'

export type WebCode = keyof typeof web

/** What every page is written with: the reader's language and place. */
export interface View {
  readonly language: Language
  readonly address: Address
  /** Who reads; null for the public. */
  readonly user: { readonly name: string; readonly email: string } | null
  /** What sources of figures are called, where they are offices of the tenant: names by their codes. */
  readonly offices?: ReadonlyMap<string, { readonly name: string }>
  /** Whether the reader may do a verb at some place: what is offered. A route still asks for the place itself. */
  readonly may: (verb: Verb) => boolean
  /** The sentence of a code in the reader's language. */
  readonly t: (code: WebCode, values?: Readonly<Record<string, string>>) => string
  /** The same with its places unfilled, for a script that fills them. */
  readonly template: (code: WebCode) => string
}

export const viewOf = (
  language: Language,
  address: Address,
  user: View['user'] = null,
  member: Member | null = null,
): View => ({
  user,
  may: verb => maySomewhere(member, verb),
  language,
  address,
  t: (code, values = {}) => fill(web[code][language], values),
  template: code => web[code][language],
})

export const nameIn = (name: Name, language: Language): string => (language === 'en' ? (name.en ?? name.vi) : name.vi)

export const statusIn = (status: StatusWord, language: Language): string =>
  evaluation[`evaluation.status.${status}`][language]

/** "1 target", "7 targets". */
export const targetsIn = ({ t }: View, count: number): string =>
  count === 1 ? t('web.score.one-target') : t('web.score.targets', { count: String(count) })

/** Who said a figure: an office by its name; nobody where it was added up. */
export const sourceIn = (source: string, { t, offices }: Pick<View, 't' | 'offices'>): string =>
  source === CUBE_SOURCE ? t('web.score.added-up') : (offices?.get(source)?.name ?? source)
