/** Words without the marks of Markdown, which belong to the file and not to what it says. */
export const plainWords = (words: string): string =>
  words
    .replace(/^[ \t]*#{1,6}[ \t]+/gm, '')
    .replace(/\*\*|__(?=\S)|(?<=\S)__/g, '')
    .replace(/\\([\\`*_{}[\]()#+.!%-])/g, '$1')
    // Converted documents write signs as formulas: $\geq 5\%$.
    .replace(/\$?\\geq?(?![a-z])\s*/g, '≥ ')
    .replace(/\$?\\leq?(?![a-z])\s*/g, '≤ ')
    .replace(/\\?%\$/g, '%')
    .replace(/\n{3,}/g, '\n\n')

/** How the words of a document are shown, by the file that it came in. */
export const wordsOf = (format: string): ((words: string) => string) =>
  /^(?:md|markdown)$/.test(format) ? plainWords : words => words
