import { expect, test } from 'vitest'
import { PARTS } from '../../src/web/assets/style.ts'

type Part = keyof typeof PARTS

/** What every page is made of; any part may speak of it, inside what is its own. */
const SHARED: readonly Part[] = ['page', 'status', 'tables', 'pictures', 'reading', 'desk']
/** The same pages on a narrow screen and on paper: they speak of what others define. */
const ADAPTING: readonly Part[] = ['phone', 'paper']

const parts = (Object.keys(PARTS) as Part[]).filter(part => part !== 'tokens' && !ADAPTING.includes(part))

/** The selectors of a part, one by one. */
const selectorsOf = (part: Part): readonly string[] =>
  [...PARTS[part].replace(/\/\*[^]*?\*\//g, '').matchAll(/(?:^|[{}])\s*([^{}@]+?)\s*(?=\{)/g)]
    .flatMap(m => (m[1] ?? '').split(/,(?![^(]*\))/))
    .map(selector => selector.trim())
    .filter(selector => !/^(?::root|to|from|\d+%)$/.test(selector))
const classesOf = (selector: string): readonly string[] =>
  [...selector.matchAll(/\.([a-zA-Z][\w-]*)/g)].map(m => m[1] ?? '')

/** The part that a class belongs to: a shared one that speaks of it, else whichever does. */
const homes = new Map<string, Part[]>()
for (const part of parts)
  for (const name of selectorsOf(part).flatMap(classesOf)) {
    const known = homes.get(name) ?? []
    if (!known.includes(part)) homes.set(name, [...known, part])
  }
const homeOf = (name: string): Part | undefined => {
  const known = homes.get(name) ?? []
  return known.find(part => SHARED.includes(part)) ?? known[0]
}

test('no class is defined in two parts', () => {
  const twice = [...homes].filter(([, its]) => {
    const shared = its.filter(part => SHARED.includes(part))
    return shared.length > 1 || (shared.length === 0 && its.length > 1)
  })
  expect(twice.map(([name, its]) => `.${name}: ${its.join(', ')}`)).toEqual([])
})

test('a part for some pages speaks only of what is its own, or of what is shared inside that', () => {
  const foreign = parts
    .filter(part => !SHARED.includes(part))
    .flatMap(part =>
      selectorsOf(part)
        .filter(selector => !classesOf(selector).some(name => homeOf(name) === part))
        .map(selector => `${part}: ${selector}`),
    )
  expect(foreign).toEqual([])
})
