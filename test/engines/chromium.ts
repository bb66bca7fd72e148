import { chromium, type Browser } from 'playwright-core'
import { findChromium } from '../../boot/find-engines.mjs'

/** A real Chromium, headless; fails with one line on what to install where there is none. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium()
  if (!executablePath)
    throw new Error('No Chromium: install it (Debian: apt-get install chromium) or set CHROMIUM_PATH to its program.')
  const root = process.getuid?.() === 0
  return chromium.launch({
    executablePath,
    args: ['--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none', ...(root ? ['--no-sandbox'] : [])],
  })
}
