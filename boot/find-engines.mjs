// Where Chromium and PostgreSQL are on this system; nothing is installed here.
import fs from 'fs'
import path from 'path'

const isFile = file => {
  try {
    return fs.statSync(file).isFile()
  } catch (_) {
    return false
  }
}

const onPath = names =>
  (process.env.PATH || '')
    .split(path.delimiter)
    .flatMap(folder => names.map(name => path.join(folder, name)))
    .find(isFile)

const CHROMIUM = {
  // The one without windows opens a page four times faster; it draws some letters a shade otherwise.
  linux: [
    '/usr/bin/chromium-headless-shell',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
}

/** Whether a Chromium is the one without windows. */
export const isWindowless = program => /headless-shell/.test(program || '')

export function findChromium() {
  if (process.env.CHROMIUM_PATH) return isFile(process.env.CHROMIUM_PATH) ? process.env.CHROMIUM_PATH : null
  return (
    (CHROMIUM[process.platform] || []).find(isFile) || onPath(['chromium', 'chromium-browser', 'google-chrome']) || null
  )
}

/** The folder of PostgreSQL's programs, 15 or newer; null where there is none. */
export function findPostgres() {
  if (process.env.COTMOC_PG_BIN)
    return isFile(path.join(process.env.COTMOC_PG_BIN, 'initdb')) ? process.env.COTMOC_PG_BIN : null
  const roots = [
    '/usr/lib/postgresql',
    '/opt/homebrew/opt',
    '/usr/local/opt',
    'C:\\Program Files\\PostgreSQL',
    '/usr/pgsql-15',
    '/usr/pgsql-16',
    '/usr/pgsql-17',
  ]
  const found = roots.flatMap(root => {
    try {
      return fs
        .readdirSync(root)
        .map(name => ({ version: Number((/(\d+)/.exec(name) || [])[1]), bin: path.join(root, name, 'bin') }))
    } catch (_) {
      return []
    }
  })
  const best = found
    .filter(
      ({ version, bin }) => version >= 15 && (isFile(path.join(bin, 'initdb')) || isFile(path.join(bin, 'initdb.exe'))),
    )
    .sort((a, b) => b.version - a.version)[0]
  if (best) return best.bin
  const initdb = onPath(['initdb', 'initdb.exe'])
  return initdb ? path.dirname(initdb) : null
}
