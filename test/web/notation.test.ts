import { parseHTML } from 'linkedom'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { say } from '../../src/messages/catalogue.ts'
import { observations } from '../../src/store/figures.ts'
import type { Reporting } from './reporting.ts'
import { TENANT } from './site.ts'
import { stopsOf, type Stop } from './tour.ts'
import { openWholeProvince } from './whole-province.ts'

let site: Reporting
/** What somebody else called the place that a figure comes from: quoted, with the day in its name. */
let sources: readonly string[]
beforeAll(async () => {
  site = await openWholeProvince()
  const known = await observations(site.store, TENANT, {})
  sources = [...new Set(known.map(({ source }) => source))].sort((a, b) => b.length - a.length)
})
afterAll(() => site.close())

/**
 * What stands as somebody wrote it: the words of a document, a name, the figures of a form (fields and what stands beside
 * them are in the notation that is typed, and a sentence above says so), the example of each notation that a file may have.
 */
const AS_WRITTEN = 'script, style, code, pre, textarea, q, blockquote, [lang="vi"], #report #figures, [name="locale"]'
const SAID = ['placeholder', 'title', 'aria-label', 'alt']

/** As much of a document as is looked at: outside a browser nothing else has its types. */
interface Marked {
  readonly childNodes: Iterable<{ readonly nodeType: number; readonly textContent: string | null }>
  readonly getAttribute: (name: string) => string | null
  readonly removeAttribute: (name: string) => void
  readonly remove: () => void
}
interface Parsed {
  readonly document: {
    readonly documentElement: Marked
    readonly querySelectorAll: (selector: string) => Iterable<Marked>
  }
}

/** What a page says in its own words, text by text. */
function said(html: string): readonly string[] {
  const { document } = parseHTML(html) as unknown as Parsed
  document.documentElement.removeAttribute('lang')
  for (const each of document.querySelectorAll(AS_WRITTEN)) each.remove()
  const texts: string[] = []
  for (const each of document.querySelectorAll('*')) {
    for (const node of each.childNodes) if (node.nodeType === 3) texts.push(node.textContent ?? '')
    texts.push(...SAID.map(name => each.getAttribute(name) ?? ''))
  }
  const note = say('web.report.notation', 'en')
  return texts.map(text => (text === note ? '' : sources.reduce((rest, source) => rest.replaceAll(source, ''), text)))
}

const ask = async ({ path, as }: Stop, language: string) =>
  said(await (await site.as(as, `${path}${path.includes('?') ? '&' : '?'}lang=${language}`)).text())

/** A number with a mark in it; an address of the net is none. */
const MARKED = /(?<![\p{L}\d/:.,-])\d+(?:[.,]\d+)+(?![\p{L}\d/-]|[.,]\d)/gu
const ADDRESS = /^\d+(?:\.\d+){3}$/
const marked = (text: string) => (text.match(MARKED) ?? []).filter(number => !ADDRESS.test(number))
/** Only a comma before three digits groups in English. */
const VIETNAMESE_NUMBER = /^\d{1,3}(?:\.\d{3}){2,}$|,\d{1,2}$|,\d{4,}|\.\d{3},/
const VIETNAMESE_DAY = /(?<!\d)\d{1,2}\/\d{1,2}\/\d{4}/g
const ENGLISH_DAY = /\b\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4}/g
const BARE_DAY = /(?<![\d/:.\w-])\d{4}-\d\d-\d\d(?![\w-])/g

describe('numbers, days and hours are written as the reader of a page writes them', () => {
  test('in English no stop of the tour has a number or a day in Vietnamese notation', async () => {
    const found: string[] = []
    let [numbers, days] = [0, 0]
    for (const stop of await stopsOf(site)) {
      const [vietnamese, english] = [await ask(stop, 'vi'), await ask(stop, 'en')]
      // A number with a mark that stands in both languages alike is wrong in one of them.
      const alike = new Set(vietnamese.flatMap(marked))
      for (const text of english) {
        const wrong = marked(text).filter(number => alike.has(number) || VIETNAMESE_NUMBER.test(number))
        wrong.push(...(text.match(VIETNAMESE_DAY) ?? []), ...(text.match(BARE_DAY) ?? []))
        if (wrong.length > 0) found.push(`${stop.name}: ${wrong.join(' ')} in “${text.trim().slice(0, 120)}”`)
        numbers += marked(text).length
        days += text.match(ENGLISH_DAY)?.length ?? 0
      }
      for (const text of vietnamese) {
        const wrong = [...(text.match(ENGLISH_DAY) ?? []), ...(text.match(BARE_DAY) ?? [])]
        if (wrong.length > 0) found.push(`${stop.name} (vi): ${wrong.join(' ')} in “${text.trim().slice(0, 120)}”`)
      }
    }
    expect(found).toEqual([])
    // It looked at something.
    expect(numbers).toBeGreaterThan(500)
    expect(days).toBeGreaterThan(200)
  }, 200_000)
})
