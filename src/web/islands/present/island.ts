/** Keys of a show: the links of the page do the same. A clicker of a projector sends Page Up and Page Down. */
const KEYS: Readonly<Record<string, string>> = {
  ArrowRight: 'next',
  PageDown: 'next',
  ' ': 'next',
  ArrowLeft: 'prev',
  PageUp: 'prev',
  Home: 'start',
  Escape: 'up',
}

addEventListener('keydown', event => {
  const rel = KEYS[event.key]
  if (rel === undefined || event.altKey || event.ctrlKey || event.metaKey) return
  // A space on a link or a summary is meant for it.
  if (event.key === ' ' && document.activeElement !== document.body && document.activeElement?.id !== 'main') return
  const link = document.querySelector<HTMLAnchorElement>(`a[rel="${rel}"]`)
  if (!link) return
  event.preventDefault()
  link.click()
})
