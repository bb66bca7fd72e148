/**
 * Where a converter marks in plain text that a page ends: "--- PAGE BREAK ---" or a form feed. The number that the next
 * page carries on a line of its own belongs to it. Neither is a word of the document.
 */
export const PAGE_END = /^\s*(?:[-=*]{2,}\s*(?:page|trang)(?: break)?(?: \d+)?\s*[-=*]{2,}|\f)\s*$/i
export const PAGE_NUMBER = /^\s*(?:[-–]\s*|trang\s+)?\d{1,3}\s*(?:[-–]|\/\s?\d{1,3})?\s*$/i

/** The same at the place where a sentence runs over it. */
export const PAGE_END_WITHIN =
  /^(?:-{2,}\s*(?:page|trang)(?: break)?(?: \d+)?\s*-{2,}|\f)[ \t]*(?=\n|$)(?:\s*\n\s*(?:[-–]\s*)?\d{1,3}(?:\s*[-–])?[ \t]*(?=\n|$))?/i
