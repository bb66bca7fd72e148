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

/** The fields of something new with a code of its name, where none was typed; a free one among those that are taken. */
export function withCode(
  fields: Readonly<Record<string, string>>,
  taken: Iterable<string>,
): Readonly<Record<string, string>> {
  const name = (fields['name'] ?? '').trim()
  if ((fields['id'] ?? '').trim() !== '' || name === '') return fields
  return { ...fields, id: onceEachAfter(taken)(codeOf(name)) }
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

/** A code that none of these is. */
export function onceEachAfter(taken: Iterable<string>): (code: string) => string {
  const once = onceEach()
  for (const code of taken) once(code)
  return once
}
