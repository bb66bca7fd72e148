/** What a page tells the service worker: to keep it, and what it is made of, for the time without a line. */
export interface Keep {
  readonly keep: readonly string[]
}

/** Registers the service worker and has this page kept with its style and scripts. Nothing where a browser has none. */
export async function keepThisPage(more: readonly string[] = []): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  try {
    await navigator.serviceWorker.register('/sw.js', { scope: '/' })
    const { active } = await navigator.serviceWorker.ready
    const parts = document.querySelectorAll<HTMLLinkElement | HTMLScriptElement>('link[href], script[src]')
    const urls = [...parts].map(part => (part instanceof HTMLLinkElement ? part.href : part.src))
    const message: Keep = { keep: [location.href, ...urls, ...more] }
    active?.postMessage(message)
  } catch {
    // A private window, or a browser that forbids it: the form works on, only not without a line.
  }
}

/** The moment at which the copy was kept that this page was opened from; null where it came over the line. */
export const keptAt = (): Date | null => {
  const at = document.documentElement.dataset['cached']
  return at === undefined ? null : new Date(at)
}
