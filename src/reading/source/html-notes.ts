import type { DefaultTreeAdapterTypes } from 'parse5'
import type { Run } from './flow.ts'
import { markIn, powerBehind } from './note-marks.ts'

type Element = DefaultTreeAdapterTypes.Element
type Node = DefaultTreeAdapterTypes.Node

const REFERENCE = /^#(?:_ftn(?:ref)?|_edn(?:ref)?|fn(?:ref)?|footnote(?:-ref)?|cite_note)[-_:]?\w*$/
const NOTE = /^(?:_?ftn|_?edn|fn|footnote|endnote|cite_note)[-_:]?(\d{1,3}|[ivx]{1,5})$/

/** The mark of a reference to a footnote: "1" for `<sup>1</sup>`, `<sup>(1)</sup>` and for a link to a note; else null. */
export function footnoteMark(element: Element): string | null {
  const link = element.tagName === 'a' && REFERENCE.test(attribute(element, 'href'))
  if (element.tagName !== 'sup' && !link) return null
  return markIn(shortText(element))
}

/** The mark that an element carries as a footnote of its own (`<li id="fn1">`, `<div id=ftn1>`); else null. */
export const ownFootnoteMark = (element: Element): string | null =>
  NOTE.exec(attribute(element, 'id'))?.[1]?.replace(/^0+(?=.)/, '') ?? null

/** m², km², m³ of `<sup>`; else null. */
export const powerOf = (element: Element, before: readonly Run[]): string | null =>
  element.tagName === 'sup'
    ? powerBehind(
        before.slice(-3).reduce((text, run) => text + run.text.slice(-8), ''),
        shortText(element),
      )
    : null

const attribute = (element: Element, name: string): string =>
  element.attrs.find(attr => attr.name === name)?.value ?? ''

/** The words of an element, no more than a mark can have: a whole chapter inside `<sup>` is not gathered. */
function shortText(element: Element): string {
  let text = ''
  const stack: Node[] = element.childNodes.slice(0, 8).reverse()
  for (let node = stack.pop(); node && text.length < 24; node = stack.pop()) {
    if (node.nodeName === '#text') text += (node as DefaultTreeAdapterTypes.TextNode).value.slice(0, 24)
    else if ('childNodes' in node) stack.push(...node.childNodes.slice(0, 8).reverse())
  }
  return text
}
