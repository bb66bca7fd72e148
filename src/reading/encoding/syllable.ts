/**
 * Whether a word can be a syllable of Vietnamese: an onset, a rime of the language and at most one tone. A wrong guess
 * at an encoding yields letters in plenty but hardly ever syllables, so counting them tells encodings apart.
 */
export function isSyllable(word: string): boolean {
  const plain = word.toLowerCase().normalize('NFD')
  const bare = plain.replace(TONE, '')
  return plain.length - bare.length <= 1 && SYLLABLE.test(bare.normalize('NFC'))
}

/** Grave, acute, hook, tilde, dot below. */
const TONE = /[\u0300\u0301\u0309\u0303\u0323]/g

const RIMES = [
  'a(?:ch|nh|ng|[cimnoptuy])?',
  'ă(?:ng|[cmnpt])',
  'â(?:ng|[cmnptuy])',
  'e(?:ng|[cmnopt])?',
  'ê(?:ch|nh|[mnptu])?',
  'i(?:ch|nh|[amnptu])?',
  'iê(?:ng|[cmnptu])',
  'y(?:ê(?:ng|[mntu]))?',
  'o(?:ng|[cimnpt])?',
  'oa(?:ch|nh|ng|[cimnopty])?',
  'oă(?:ng|[cmnt])',
  'oe(?:[not])?',
  'oo(?:ng|c)',
  'ô(?:ng|[cimnpt])?',
  'ơ(?:[imnpt])?',
  'u(?:ng|[acimnpt])?',
  'uâ(?:ng|[nty])',
  'uê(?:ch|nh)?',
  'uô(?:ng|[cimnt])',
  'uơ',
  'uy(?:ch|nh|[antu]|ê[nt])?',
  'ư(?:ng|[acimntu])?',
  'ươ(?:ng|[cimnptu])',
]
const SYLLABLE = new RegExp(`^(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnprstvx])?(?:${RIMES.join('|')})$`, 'u')
