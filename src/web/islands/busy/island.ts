/**
 * A form that was sent says so and is not sent twice: `<form data-busy="Đang đọc văn bản …">`. Buttons stay what they were
 * until the form has gone, so that the pressed one is sent along; a page that comes back from the browser's memory is fresh.
 * A long file says how much of it has gone (`data-sending`), and can be stopped.
 */
import { isLong, sendFile } from './send-file.ts'

const SENT = 'data-sent'

addEventListener('submit', event => {
  const form = event.target
  if (!(form instanceof HTMLFormElement) || form.dataset['busy'] === undefined || event.defaultPrevented) return
  if (form.hasAttribute(SENT)) {
    event.preventDefault()
    return
  }
  form.setAttribute(SENT, '')
  form.setAttribute('aria-busy', 'true')
  form.querySelector('.not-sent')?.remove()
  const said = document.createElement('p')
  said.className = 'busy'
  said.setAttribute('role', 'status')
  said.textContent = form.dataset['busy']
  form.append(said)
  if (!isLong(form)) return
  event.preventDefault()
  sendFile(form, said, event.submitter, why => {
    fresh(form)
    const told = document.createElement('p')
    told.className = 'wrong not-sent'
    told.setAttribute('role', 'alert')
    told.textContent = why
    form.append(told)
  })
})

function fresh(form: Element): void {
  form.removeAttribute(SENT)
  form.removeAttribute('aria-busy')
  form.querySelector('.busy')?.remove()
}

addEventListener('pageshow', event => {
  if (!event.persisted) return
  for (const form of document.querySelectorAll(`form[${SENT}]`)) fresh(form)
})
