import { fill } from '../../../messages/sentence.ts'

/** Smaller files have gone before anybody has read how far they are. */
const SMALL = 256 << 10
const MB = 1 << 20

/** How many bytes of files a form sends. */
export const bytesOf = (form: HTMLFormElement): number =>
  [...form.querySelectorAll<HTMLInputElement>('input[type=file]')]
    .flatMap(field => [...(field.files ?? [])])
    .reduce((sum, file) => sum + file.size, 0)

export const isLong = (form: HTMLFormElement): boolean => form.dataset['sending'] !== undefined && bytesOf(form) > SMALL

/**
 * Sends a form with its files and says how much has gone; then shows the page that the server answers with. `ended` is told
 * where nothing came of it: it was stopped, or the line is down.
 */
export function sendFile(
  form: HTMLFormElement,
  said: HTMLElement,
  button: HTMLElement | null,
  ended: (why: string) => void,
): void {
  const { sending = '', busy = '', stop = '', stopped = '', lost = '' } = form.dataset
  const request = new XMLHttpRequest()
  const words = document.createElement('span')
  const bar = document.createElement('progress')
  const end = document.createElement('button')
  end.type = 'button'
  end.textContent = stop
  end.addEventListener('click', () => request.abort())
  bar.setAttribute('aria-label', sending.split(':')[0] ?? '')
  said.replaceChildren(words, bar, end)
  said.classList.add('sending')
  const size = (bytes: number) =>
    (bytes / MB).toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1, minimumFractionDigits: 1 })
  const show = (done: number, total: number) => {
    bar.max = total
    bar.value = done
    const percent = String(total === 0 ? 0 : Math.floor((done * 100) / total))
    words.textContent = fill(sending, { percent, done: size(done), total: size(total) })
  }
  show(0, bytesOf(form))
  request.upload.addEventListener('progress', event => event.lengthComputable && show(event.loaded, event.total))
  request.upload.addEventListener('load', () => {
    // What the server does with it cannot be taken back by closing the line.
    end.remove()
    bar.removeAttribute('value')
    words.textContent = busy
  })
  request.addEventListener('load', () => {
    const { responseURL, responseText } = request
    if (responseURL !== '' && responseURL !== addressOf(form)) {
      location.assign(responseURL)
      return
    }
    document.open()
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the one way to show an answer so that its scripts run
    document.write(responseText)
    document.close()
  })
  request.addEventListener('error', () => ended(lost))
  request.addEventListener('abort', () => ended(stopped))
  request.open('POST', form.action)
  const data = new FormData(form)
  if (button instanceof HTMLButtonElement && button.name !== '') data.set(button.name, button.value)
  request.send(data)
}

const addressOf = (form: HTMLFormElement): string => {
  const address = new URL(form.action)
  address.hash = ''
  return address.href
}
