import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { findChromium, isWindowless } from '../../boot/find-engines.mjs'

const FOLDER = resolve(import.meta.dirname, 'golden')
/** Pictures are kept at a quarter of their size: enough to see that something moved, and a few kilobytes each. */
export const SCALE = 0.25
/** A long list says nothing more after so many pixels. */
const TALLEST = 2000
/**
 * How far apart two greys may be (of 255) before a dot counts, and how much of a picture may differ. Pictures are of the Chromium
 * without windows; another draws some letters a shade otherwise.
 */
const [FAR, SHARE] = [40, isWindowless(findChromium()) ? 0.001 : 0.02]

/** One font everywhere, so that a picture does not depend on the fonts of the machine. */
function oneFont(): string {
  const folder = join(
    dirname(createRequire(import.meta.url).resolve('@fontsource/be-vietnam-pro/package.json')),
    'files',
  )
  const faces = [400, 700].flatMap(weight =>
    [
      [
        'vietnamese',
        'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0303,U+0309,U+0323,U+1EA0-1EF9,U+20AB',
      ],
      ['latin', 'U+0000-00FF,U+2000-206F,U+2122,U+2191-2193,U+2212,U+2215'],
    ].map(([part, range]) => {
      const bytes = readFileSync(join(folder, `be-vietnam-pro-${part}-${weight}-normal.woff2`)).toString('base64')
      return `@font-face{font-family:Golden;font-weight:${weight};unicode-range:${range};src:url(data:font/woff2;base64,${bytes})}`
    }),
  )
  return `${faces.join('')}:root{--text:Golden,sans-serif;--title:Golden,serif}*{font-family:Golden,sans-serif!important;animation:none!important;transition:none!important;caret-color:transparent!important}`
}

/** Why a page does not look as its picture does; null where it does. `UPDATE=1` takes the page for the picture. */
export async function unlikeItsPicture(page: Page, name: string): Promise<string | null> {
  await page.addStyleTag({ content: oneFont() })
  await page.evaluate(
    `document.fonts.load('16px Golden','Ấ a').then(()=>document.fonts.load('700 16px Golden','Ấ a')).then(()=>document.fonts.ready)`,
  )
  const { width = 0 } = page.viewportSize() ?? {}
  const height = Math.min(TALLEST, await page.evaluate<number>('document.documentElement.scrollHeight'))
  const seen = await page.screenshot({
    fullPage: true,
    animations: 'disabled',
    clip: { x: 0, y: 0, width, height },
  })
  const file = join(FOLDER, `${name}.png`)
  const changed = join(FOLDER, `${name}-changed.png`)
  if (process.env['UPDATE'] === '1' || !existsSync(file)) {
    if (process.env['UPDATE'] !== '1' && process.env['CI'] !== undefined) return `there is no picture ${name}`
    mkdirSync(FOLDER, { recursive: true })
    writeFileSync(file, seen)
    rmSync(changed, { force: true })
    return null
  }
  const share = await differ(page, readFileSync(file), seen)
  if (share <= SHARE) {
    rmSync(changed, { force: true })
    return null
  }
  writeFileSync(changed, seen)
  return share > 1
    ? `${name} has another size than its picture; see ${name}-changed.png, and UPDATE=1 where it is right`
    : `${(share * 100).toFixed(1)}% of ${name} differs from its picture; see ${name}-changed.png, and UPDATE=1 where it is right`
}

/** What share of two pictures' dots are far apart; 2 where their sizes are. Compared by the browser itself, in a page of its own. */
async function differ(page: Page, known: Buffer, seen: Buffer): Promise<number> {
  const blank = await page.context().newPage()
  try {
    const [a, b] = [known, seen].map(bytes => bytes.toString('base64'))
    return await blank.evaluate<number>(`(${COMPARE})(${JSON.stringify([a, b, FAR])})`)
  } finally {
    await blank.close()
  }
}

const COMPARE = `async ([a, b, far]) => {
  const dots = async text => {
    const image = new Image()
    image.src = 'data:image/png;base64,' + text
    await image.decode()
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d')
    context.drawImage(image, 0, 0)
    return context.getImageData(0, 0, image.width, image.height)
  }
  const [x, y] = [await dots(a), await dots(b)]
  if (x.width !== y.width || Math.abs(x.height - y.height) > 2) return 2
  const grey = ({ data }, i) => 0.3 * data[i] + 0.6 * data[i + 1] + 0.1 * data[i + 2]
  const end = Math.min(x.data.length, y.data.length)
  let apart = 0
  for (let i = 0; i < end; i += 4) if (Math.abs(grey(x, i) - grey(y, i)) > far) apart += 1
  return apart / (end / 4)
}`
