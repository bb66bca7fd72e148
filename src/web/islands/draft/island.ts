/**
 * What makes correcting a draft quick: words selected in the left column become the words of a new target; keys go from
 * target to target while one of them has the focus; ticks are counted. All of it can be done without.
 */
interface Given {
  readonly addSelection: string
}

const given = JSON.parse(document.getElementById('draft-words')?.textContent ?? '{}') as Partial<Given>
const add = document.querySelector<HTMLFormElement>('form[data-add]')
const offer = document.createElement('button')
offer.type = 'button'
offer.className = 'offer'
offer.hidden = true
offer.textContent = given.addSelection ?? ''
document.body.append(offer)

const saidOf = (node: Node | null): HTMLElement | null =>
  (node instanceof Element ? node : (node?.parentElement ?? null))?.closest<HTMLElement>('[data-at]') ?? null

document.addEventListener('selectionchange', () => {
  const selection = getSelection()
  const from = saidOf(selection?.anchorNode ?? null)
  const text = selection?.toString().trim() ?? ''
  offer.hidden = !add || !selection || !from || text.length < 4
  if (offer.hidden || !selection) return
  const place = selection.getRangeAt(0).getBoundingClientRect()
  offer.style.top = `${scrollY + place.bottom + 6}px`
  offer.style.left = `${Math.max(8, Math.min(place.left, innerWidth - 280))}px`
})

// The selection would be lost by the press before the click.
offer.addEventListener('mousedown', event => {
  event.preventDefault()
})
offer.addEventListener('click', () => {
  const selection = getSelection()
  const words = add?.querySelector('textarea')
  const near = add?.querySelector<HTMLInputElement>('input[name=near]')
  if (!add || !selection || !words || !near) return
  words.value = selection.toString()
  near.value = saidOf(selection.anchorNode)?.dataset['at'] ?? ''
  const act = add.querySelector('button')
  add.requestSubmit(act)
})

const bar = document.querySelector<HTMLElement>('#chosen [data-count]')
const plain = bar?.textContent ?? ''
const count = () => {
  const ticked = document.querySelectorAll('input[form=chosen]:checked').length
  if (bar) bar.textContent = ticked === 0 ? plain : (bar.dataset['count'] ?? '').replace('{count}', String(ticked))
}
document.addEventListener('change', count)
addEventListener('pageshow', count)

const targets = () => [...document.querySelectorAll<HTMLElement>('article.draft')]
const typing = (node: EventTarget | null) =>
  node instanceof HTMLElement &&
  (node.matches('input:not([type=checkbox]), textarea, select') || node.isContentEditable)

document.addEventListener('keydown', event => {
  if (typing(event.target)) return
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z' && !event.shiftKey) {
    const undo = document.querySelector<HTMLFormElement>('form[data-undo]')
    if (undo) {
      event.preventDefault()
      undo.requestSubmit()
    }
    return
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const at = event.target instanceof Element ? event.target.closest<HTMLElement>('article.draft') : null
  if (!at) return
  const all = targets()
  switch (event.key.toLowerCase()) {
    case 'j':
      all[all.indexOf(at) + 1]?.focus()
      break
    case 'k':
      all[all.indexOf(at) - 1]?.focus()
      break
    case 'e': {
      const form = at.querySelector<HTMLDetailsElement>('.correct details')
      if (form) {
        form.open = true
        form.querySelector<HTMLElement>('input, select')?.focus()
        event.preventDefault()
      }
      break
    }
    case 'x':
      at.querySelector<HTMLInputElement>('input[form=chosen]')?.click()
      break
  }
})

// The place of the address gets the focus too, so that the keys go on from there.
if (location.hash !== '') document.getElementById(location.hash.slice(1))?.focus()
