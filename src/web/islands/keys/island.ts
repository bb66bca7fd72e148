/** Keys on every page: "/" to search, "?" for help; up and down from one thing that was found to the next. */
const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (/^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.isContentEditable)

addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
  const hits = Array.from(document.querySelectorAll<HTMLElement>('.hits a'))
  const asked = document.querySelector<HTMLInputElement>('#asked')
  if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && hits.length > 0) {
    const at = hits.findIndex(hit => hit === document.activeElement)
    if (at < 0 && document.activeElement !== asked) return
    const next = at + (event.key === 'ArrowDown' ? 1 : -1)
    event.preventDefault()
    if (next < 0) asked?.focus()
    else hits[Math.min(next, hits.length - 1)]?.focus()
    return
  }
  if (typing(event.target)) return
  if (event.key === '/') {
    event.preventDefault()
    const field = asked ?? document.querySelector<HTMLInputElement>('#find')
    field?.focus()
    field?.select()
  } else if (event.key === '?') {
    const help = document.querySelector<HTMLAnchorElement>('.head a[data-help]')
    if (help) location.assign(help.href)
  }
})
