import { LANGUAGES, type Language } from '../../messages/message.ts'

export const isLanguage = (text: string | undefined): text is Language => LANGUAGES.some(l => l === text)

/** The address says first, then what was chosen before; a new reader is spoken to in Vietnamese. */
export const languageOf = (asked: string | undefined, remembered: string | undefined): Language =>
  isLanguage(asked) ? asked : isLanguage(remembered) ? remembered : 'vi'
