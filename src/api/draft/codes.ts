import { foldedForm } from '../../measure/names.ts'

/** A code made of words: "Thu nội địa" → "thu-noi-dia", at most 48 signs, whole words. */
export function codeOf(words: string): string {
  const all = foldedForm(words)
    .replace(/%/g, ' phan tram ')
    .split(/[^a-z0-9]+/)
  let code = ''
  for (const word of all.filter(w => w !== '')) {
    const next = code === '' ? word : `${code}-${word}`
    if (next.length > 48) break
    code = next
  }
  return code === '' ? 'x' : code
}

/** Gives each code once: a second "thu-noi-dia" becomes "thu-noi-dia-2". */
export function onceEach(): (code: string) => string {
  const taken = new Set<string>()
  return code => {
    let [free, n] = [code, 1]
    while (taken.has(free)) free = `${code}-${(n += 1)}`
    taken.add(free)
    return free
  }
}
